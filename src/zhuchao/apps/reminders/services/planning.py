"""Reminders are planned from what is due now, each once; what is due no more is called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import scope_of
from zhuchao.apps.people.selectors import organisation_ids, people_of
from zhuchao.apps.people.viewer import SYSTEM, Act, Scope, Subject, Viewer, within
from zhuchao.apps.reminders.mapping import reached, rule_for
from zhuchao.apps.reminders.models import Reminder
from zhuchao.apps.reminders.sources import SOURCES
from zhuchao.core.errors import NotAllowed
from zhuchao.core.reminders.days import step_on
from zhuchao.core.vocabulary.reminder import Reason, ReminderRule
from zhuchao.core.workdays import after_working_days

_S = Reminder.State
AT_ONCE = 500


class _Key(NamedTuple):
    """What tells a reminder from every other."""

    kind: str
    subject_id: int
    occasion: str
    person_id: int
    channel: str


class _Wanted(NamedTuple):
    reason: Reason
    not_before: datetime


def plan_reminders(viewer: Viewer, *, now: datetime) -> int:
    """Record what is to be sent from now on (aware), for everybody of the house; how many came
    anew. Planned again it records nothing twice. Raises: NotAllowed.
    """
    if scope_of(viewer, Subject.REMINDER, Act.CHANGE) < Scope.ORGANISATION:
        raise NotAllowed("提醒由系统定时排定，也可请科长或督查核一遍")
    return sum(_plan(within(viewer, each), now) for each in organisation_ids(viewer))


@transaction.atomic
def _plan(viewer: Viewer, now: datetime) -> int:
    # Whoever asks, all that is due in the house counts, or some would be called off.
    wanted = _wanted(within(SYSTEM, viewer.organisation_id or 0), now)
    known = _known(wanted)
    again = [pk for key, (pk, state) in known.items() if state == _S.CANCELLED and key in wanted]
    Reminder.objects.filter(pk__in=again).update(state=_S.PLANNED, not_before=now)
    new = [_row(viewer, key, told) for key, told in wanted.items() if key not in known]
    Reminder.objects.bulk_create(new, AT_ONCE, ignore_conflicts=True)
    gone = _call_off(viewer, wanted, now)
    if new or again or gone:
        log(viewer, "plan_reminders", Subject.REMINDER, None, new=len(new) + len(again), gone=gone)
    return len(new) + len(again)


def _wanted(viewer: Viewer, now: datetime) -> dict[_Key, _Wanted]:
    """What is due today, for each person over each channel on which they are reached."""
    today = timezone.localtime(now).date()
    found = list(_due(viewer, rule_for(viewer, today), today))
    people = {reason.person_id for _, reason, _ in found}
    ways = reached(people_of(viewer).filter(pk__in=people))
    moments = {pk: way.first_moment(now) for pk, way in ways.items()}
    return {
        _Key(kind, reason.number, occasion, reason.person_id, channel): _Wanted(
            reason, moments[reason.person_id]
        )
        for kind, reason, occasion in found
        if reason.person_id in ways
        for channel in ways[reason.person_id].channels
    }


def _due(viewer: Viewer, rule: ReminderRule, today: date) -> Iterator[tuple[str, Reason, str]]:
    """Kind, reason and occasion of all whose step has come."""
    for kind, steps in rule.steps.items():
        step_by = cache(lambda day, steps=steps: step_on(steps, day, today))
        until = after_working_days(today, max(0, -steps[0]))
        for reason in SOURCES[kind](viewer, today, until):
            step = step_by(reason.on)
            if step is not None:
                yield kind, reason, f"{reason.on}/{step}{reason.mark}"


def _known(wanted: Iterable[_Key]) -> Mapping[_Key, tuple[int, str]]:
    """Those that are recorded, among others, with their states."""
    numbers: dict[str, set[int]] = {}
    for key in wanted:
        numbers.setdefault(key.kind, set()).add(key.subject_id)
    known: dict[_Key, tuple[int, str]] = {}
    for kind, subjects in numbers.items():
        ordered = sorted(subjects)
        for start in range(0, len(ordered), AT_ONCE):
            rows = Reminder.objects.filter(
                kind=kind, subject_id__in=ordered[start : start + AT_ONCE]
            )
            known |= {
                _Key(*key): (pk, state)
                for pk, state, *key in rows.values_list("pk", "state", *_Key._fields)
            }
    return known


def _row(viewer: Viewer, key: _Key, told: _Wanted) -> Reminder:
    return Reminder(
        organisation_id=viewer.organisation_id or 0,
        owner_id=key.person_id,
        day=told.reason.on,
        title=told.reason.title[:300],
        more=told.reason.more[:200],
        not_before=told.not_before,
        **key._asdict(),
    )


def _call_off(viewer: Viewer, wanted: Mapping[_Key, _Wanted], now: datetime) -> int:
    """Those that wait and are due no more; what a person decided to send again stays."""
    waiting = Reminder.objects.filter(
        organisation_id=viewer.organisation_id or 0, state=_S.PLANNED, decided_at=None
    )
    rows = waiting.values_list("pk", *_Key._fields)
    gone = [pk for pk, *key in rows if _Key(*key) not in wanted]
    for start in range(0, len(gone), AT_ONCE):
        these = Reminder.objects.filter(pk__in=gone[start : start + AT_ONCE], state=_S.PLANNED)
        these.update(state=_S.CANCELLED, ended_at=now, reason="事项已办结、改期或不再由本人负责")
    return len(gone)
