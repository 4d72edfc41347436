"""What a person decides on a reminder of which nobody knows whether it arrived, or that failed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.reminders.handing import OPEN
from zhuchao.apps.reminders.models import Reminder
from zhuchao.core.errors import NotFound, Refused

_S = Reminder.State


@transaction.atomic
def send_again(viewer: Viewer, reminder_id: int, *, now: datetime) -> Reminder:
    """Let it be sent once more. Raises: NotFound; Refused, for what needs no decision."""
    reminder = _open(viewer, reminder_id)
    reminder.state, reminder.not_before, reminder.vain = _S.PLANNED, now, 0
    return _decided(viewer, reminder, now, "send_reminder_again")


@transaction.atomic
def settle(viewer: Viewer, reminder_id: int, *, now: datetime) -> Reminder:
    """Leave it at that: told otherwise, or arrived. Raises: NotFound; Refused."""
    reminder = _open(viewer, reminder_id)
    reminder.state = _S.SETTLED
    return _decided(viewer, reminder, now, "settle_reminder")


def _open(viewer: Viewer, reminder_id: int) -> Reminder:
    mine = narrow(viewer, Reminder.objects.all(), Subject.REMINDER, Act.CHANGE)
    found = mine.select_for_update(of=("self",)).filter(pk=reminder_id).first()
    if found is None:
        raise NotFound("没有这条提醒，或不是您的")
    if found.state not in OPEN:
        raise Refused("这条提醒不需要处理：可能同事已经处理过，请刷新后看最新情况")
    return found


def _decided(viewer: Viewer, reminder: Reminder, now: datetime, act: str) -> Reminder:
    reminder.decided_at, reminder.decided_by_id = now, viewer.person_id
    reminder.save(update_fields=["state", "not_before", "vain", "decided_at", "decided_by"])
    log(viewer, act, Subject.REMINDER, reminder, attempt=reminder.attempts)
    return reminder
