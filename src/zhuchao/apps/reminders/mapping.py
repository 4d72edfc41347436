"""How a person is reached, and how a reminder is put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.reminders.models import ChannelChoice, Reminder, ReminderHabit
from zhuchao.core.reminders import days, hours
from zhuchao.core.vocabulary.reminder import ReminderRule
from zhuchao.ground.channels import ChannelFolder, Message, ready_channels
from zhuchao.tables.packs import pack_of
from zhuchao.tables.reminding import KIND, reminders_of

if TYPE_CHECKING:
    from zhuchao.apps.people.models import Person


@dataclass(frozen=True, slots=True)
class Reached:
    """How one person is reached: an address by channel, and whether on days off as well."""

    channels: dict[str, str]
    on_days_off: bool

    def first_moment(self, now: datetime) -> datetime:
        """When, from an aware moment, the person may be reminded."""
        local, quiet = timezone.localtime(now), settings.ZHUCHAO_QUIET_HOURS
        return hours.next_allowed(local, quiet, on_days_off=self.on_days_off)


def rule_for(viewer: Viewer, on: date) -> ReminderRule:
    """The rule that the viewer's organisation goes by on a day, else the shipped one."""
    may_see = can(viewer, Subject.RULE, Act.SEE)
    adopted = next(iter(packs_in_force(viewer, KIND, on)), None) if may_see else None
    if adopted is None:
        return reference.reminder_rule()
    return reminders_of(pack_of(KIND, adopted.content))


def reached(people: Iterable[Person]) -> dict[int, Reached]:
    """How each is reached over the channels that are ready; two queries."""
    known = {person.pk: person for person in people}
    habits = dict(
        ReminderHabit.objects.filter(person__in=known).values_list("person_id", "on_days_off")
    )
    chosen = {
        (each.person_id, each.channel): each
        for each in ChannelChoice.objects.filter(person__in=known)
    }
    ready = ready_channels()
    return {
        pk: Reached(
            {
                folder.key: address
                for folder in ready
                if (address := _address(person, folder, chosen.get((pk, folder.key))))
            },
            habits.get(pk, False),
        )
        for pk, person in known.items()
    }


def _address(person: Person, folder: ChannelFolder, choice: ChannelChoice | None) -> str:
    """Where the channel reaches the person; empty where it is not to, or cannot."""
    is_on = folder.recipient.is_on if choice is None else choice.is_on
    if not is_on or not person.is_active:
        return ""
    starts = getattr(person, folder.recipient.starts_as) if folder.recipient.starts_as else ""
    address = (choice.address if choice is not None else "") or starts
    return address if re.fullmatch(folder.recipient.pattern, address) else ""


def message_of(reminder: Reminder, today: date) -> Message:
    """As it is sent on a day."""
    kind = reference.reminder_kinds()[reminder.kind]
    path = kind.path.format(number=reminder.subject_id)
    return Message(
        key=f"reminder-{reminder.pk}-{reminder.attempts}",
        kind=kind.name,
        when=days.told(kind.when, reminder.day, today),
        title=reminder.title,
        more=reminder.more,
        address=f"{settings.ZHUCHAO_ADDRESS}{path}" if settings.ZHUCHAO_ADDRESS else "",
    )
