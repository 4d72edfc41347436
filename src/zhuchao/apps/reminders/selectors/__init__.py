"""Reads of reminders and of how a viewer is reached."""

from zhuchao.apps.reminders.selectors.choices import ChannelSeen, habits
from zhuchao.apps.reminders.selectors.reminders import (
    SHOWN,
    reminder_counts,
    reminders,
    reminders_of,
    to_decide,
)

__all__ = [
    "SHOWN",
    "ChannelSeen",
    "habits",
    "reminder_counts",
    "reminders",
    "reminders_of",
    "to_decide",
]
