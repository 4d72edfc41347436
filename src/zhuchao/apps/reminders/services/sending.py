"""Each reminder is sent by whoever claims it; what nobody knows the end of is never repeated.

Claiming and noting the end are two transactions, and the sending lies between them. A worker that
dies there leaves the row SENDING; after the lease it is unknown, and a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.reminders.mapping import message_of, reached
from zhuchao.apps.reminders.models import Reminder
from zhuchao.core.reminders.hours import pause_after
from zhuchao.ground import channels
from zhuchao.ground.channels import Outcome, Result

_S = Reminder.State
# Longer than any channel takes; who is slower still is believed when the answer comes.
LEASE = timedelta(minutes=10)
MOST_AT_ONCE = 300
INTERRUPTED = "发送途中程序中断，不知道是否送达"
STATE_AFTER = {Result.SENT: _S.SENT, Result.REFUSED: _S.FAILED, Result.UNKNOWN: _S.UNKNOWN}
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Claimed:
    reminder: Reminder
    recipient: str


def send_reminders(viewer: Viewer, *, clock: Clock = timezone.now, most: int = MOST_AT_ONCE) -> int:
    """Send what waits and may be sent now, the longest waiting first; how many were tried.

    Raises: NotAllowed.
    """
    require(viewer, Subject.REMINDER, Act.CHANGE)
    tried, resting = 0, set[str]()
    while tried < most:
        claimed = _claim(viewer, clock(), resting)
        if claimed is None:
            break
        tried += 1
        reminder = claimed.reminder
        message = message_of(reminder, timezone.localtime(clock()).date())
        outcome = channels.send(reminder.channel, message, claimed.recipient)
        _note(viewer, reminder, outcome, clock())
        if outcome.is_limited:
            resting.add(reminder.channel)
    return tried


@transaction.atomic
def note_interrupted(viewer: Viewer, *, now: datetime) -> int:
    """Say of what was being sent when its worker died that nobody knows; how many."""
    mine = narrow(viewer, Reminder.objects.all(), Subject.REMINDER, Act.CHANGE)
    left = mine.filter(state=_S.SENDING, began_at__lt=now - LEASE)
    count = left.update(state=_S.UNKNOWN, ended_at=now, reason=INTERRUPTED)
    if count:
        log(viewer, "note_interrupted", Subject.REMINDER, None, count=count)
    return count


def _claim(viewer: Viewer, now: datetime, resting: Collection[str]) -> _Claimed | None:
    """The next that may be sent, committed as being sent; None where there is none."""
    while True:
        with transaction.atomic():
            reminder = _next(viewer, now, resting)
            if reminder is None:
                return None
            recipient = _recipient(reminder, now)
            if recipient:
                reminder.state, reminder.began_at = _S.SENDING, now
                reminder.attempts += 1
                reminder.ended_at, reminder.reason = None, ""
            reminder.save()
        if recipient:
            return _Claimed(reminder, recipient)


def _next(viewer: Viewer, now: datetime, resting: Collection[str]) -> Reminder | None:
    mine = narrow(viewer, Reminder.objects.all(), Subject.REMINDER, Act.CHANGE)
    waiting = mine.filter(state=_S.PLANNED, not_before__lte=now).exclude(channel__in=resting)
    free = waiting.select_for_update(of=("self",), skip_locked=True).select_related("owner")
    return free.order_by("not_before", "pk").first()


def _recipient(reminder: Reminder, now: datetime) -> str:
    """Where it goes; empty, with the row set accordingly, where it is not to go now."""
    assert reminder.owner is not None  # noqa: S101  # every reminder is somebody's
    way = reached([reminder.owner])[reminder.owner.pk]
    recipient = way.channels.get(reminder.channel, "")
    if not recipient:
        reminder.state, reminder.ended_at = _S.CANCELLED, now
        reminder.reason = "本人已关闭这个渠道，或没有填收件地址"
        return ""
    moment = way.first_moment(now)
    if moment > now:
        reminder.not_before = moment
        return ""
    return recipient


@transaction.atomic
def _note(viewer: Viewer, reminder: Reminder, outcome: Outcome, now: datetime) -> None:
    """What came of a claim; of a claim that is no more, nothing is noted."""
    told = _told(reminder, outcome, now)
    ours = Reminder.objects.filter(
        pk=reminder.pk, attempts=reminder.attempts, state__in=(_S.SENDING, _S.UNKNOWN)
    )
    if ours.update(**told):
        detail = {"attempt": reminder.attempts, "channel": reminder.channel}
        log(viewer, "send_reminder", Subject.REMINDER, reminder, state=str(told["state"]), **detail)


def _told(reminder: Reminder, outcome: Outcome, now: datetime) -> dict[str, object]:
    told: dict[str, object] = {"ended_at": now, "reason": outcome.reason[:200]}
    if outcome.result is not Result.NOT_SENT:
        return told | {"state": STATE_AFTER[outcome.result]}
    vain = reminder.vain + (not outcome.is_limited)
    pause = pause_after(max(vain, 1))
    if pause is None:
        return told | {"state": _S.FAILED, "vain": vain}
    moment = now + max(pause, outcome.wait or pause)
    return told | {"state": _S.PLANNED, "vain": vain, "not_before": moment}
