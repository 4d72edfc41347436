"""Reminders as the desk shows them: one line with what somebody has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.reminders import selectors
from zhuchao.core.reminders.days import told
from zhuchao.core.vocabulary.reminder import ReminderState
from zhuchao.ground.channels import channel_keys, folder_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhuchao.apps.people.viewer import Viewer
    from zhuchao.apps.reminders.models import Reminder

OPEN = (ReminderState.UNKNOWN, ReminderState.FAILED)
PROBLEM_KINDS = ("problem_due", "problem_overdue", "problem_escalated")
ROWS = 8


@dataclass(frozen=True, slots=True)
class ReminderSeen:
    """A reminder with its kind and channel by name; ``may_decide`` whether this viewer has to."""

    reminder: Reminder
    kind: str
    channel: str
    when: str
    address: str
    may_decide: bool


def kind_names() -> dict[str, str]:
    return {key: kind.name for key, kind in reference.reminder_kinds().items()}


def seen(viewer: Viewer, found: Iterable[Reminder], today: date) -> list[ReminderSeen]:
    """Each as it stands on a day."""
    kinds, names = reference.reminder_kinds(), {key: folder_of(key).name for key in channel_keys()}
    return [
        ReminderSeen(
            each,
            kinds[each.kind].name,
            names.get(each.channel, each.channel),
            told(kinds[each.kind].when, each.day, today),
            kinds[each.kind].path.format(number=each.subject_id),
            each.state in OPEN and can(viewer, Subject.REMINDER, Act.CHANGE, each),
        )
        for each in found
    ]


def of_problem(viewer: Viewer, problem_id: int, today: date) -> dict[str, Any]:
    """For ``_reminders_of.html``: what was sent about a problem, as far as the viewer may know."""
    found = selectors.reminders_of(viewer, PROBLEM_KINDS, problem_id)
    return {"reminders_seen": seen(viewer, found[:ROWS], today)}
