"""What is done to reminders: planned, sent once, decided on; and how a person is reached."""

from zhuchao.apps.reminders.services.choosing import ChannelForm, choose_channels
from zhuchao.apps.reminders.services.deciding import send_again, settle
from zhuchao.apps.reminders.services.planning import plan_reminders
from zhuchao.apps.reminders.services.sending import LEASE, note_interrupted, send_reminders

__all__ = [
    "LEASE",
    "ChannelForm",
    "choose_channels",
    "note_interrupted",
    "plan_reminders",
    "send_again",
    "send_reminders",
    "settle",
]
