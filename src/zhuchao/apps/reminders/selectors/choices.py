"""How a viewer is reached: the channels that the house has, and what the viewer chose."""

from __future__ import annotations

from dataclasses import dataclass

from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.reminders.models import ChannelChoice, ReminderHabit
from zhuchao.ground.channels import ChannelFolder, channel_keys, folder_of, is_ready


@dataclass(frozen=True, slots=True)
class ChannelSeen:
    """A channel with the viewer's choice; ``starts`` is the address that holds without one.

    ``is_ready`` is False where the house has not set it up.
    """

    folder: ChannelFolder
    is_ready: bool
    is_on: bool
    address: str
    starts: str


def habits(viewer: Viewer) -> tuple[list[ChannelSeen], bool]:
    """Every channel in order, and whether the viewer is reminded on days off."""
    person = people_of(viewer).filter(pk=viewer.person_id or 0).first()
    mine = ChannelChoice.objects.filter(person_id=viewer.person_id or 0)
    chosen = {each.channel: each for each in mine}
    seen = []
    for key in channel_keys():
        folder, choice = folder_of(key), chosen.get(key)
        column = folder.recipient.starts_as
        seen.append(
            ChannelSeen(
                folder,
                is_ready(key),
                folder.recipient.is_on if choice is None else choice.is_on,
                "" if choice is None else choice.address,
                getattr(person, column, "") if column else "",
            )
        )
    habit = ReminderHabit.objects.filter(person_id=viewer.person_id or 0).first()
    return seen, habit is not None and habit.on_days_off
