"""How a problem moves until it is struck off: its events are appended, its state is replayed.

As with stages two times are kept apart: the day on which something was done, and the moment from
which it is known. An event taken away by a withdrawal was known until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.problem import (
    ProblemAct,
    ProblemEvent,
    ProblemRule,
    ProblemStanding,
    ProblemState,
)
from zhuchao.core.workdays import WorkingDays, after_working_days, working_days

_S, _A = ProblemState, ProblemAct
# In these somebody has a day to keep; what waits for a check has been handed in.
RUNNING = frozenset({_S.AWAITING, _S.IN_HAND, _S.RETURNED})
OPEN = RUNNING | {_S.TO_CHECK}
STATE_NAMES = {
    _S.AWAITING: "待交办",
    _S.IN_HAND: "办理中",
    _S.TO_CHECK: "待核",
    _S.RETURNED: "退回",
    _S.CLOSED: "销号",
    _S.OVERDUE: "超期",
}
ACT_NAMES = {
    _A.RAISED: "提出",
    _A.ASSIGNED: "交办",
    _A.NOTED: "记进展",
    _A.HANDED_IN: "报办结",
    _A.CLOSED: "核销",
    _A.RETURNED: "退回",
    _A.REOPENED: "重开",
    _A.ESCALATED: "升级",
    _A.PASSED_ON: "换跟办人",
}
# From which states an act is possible, and where it leads; None leaves the state as it is.
MOVES: Mapping[ProblemAct, tuple[frozenset[ProblemState], ProblemState | None]] = {
    _A.ASSIGNED: (RUNNING, _S.IN_HAND),
    _A.NOTED: (OPEN, None),
    _A.HANDED_IN: (frozenset({_S.IN_HAND, _S.RETURNED}), _S.TO_CHECK),
    _A.CLOSED: (frozenset({_S.TO_CHECK}), _S.CLOSED),
    _A.RETURNED: (frozenset({_S.TO_CHECK}), _S.RETURNED),
    _A.REOPENED: (frozenset({_S.CLOSED}), _S.AWAITING),
    # A later word of an earlier end must not make what the machine noted impossible.
    _A.ESCALATED: (OPEN | {_S.CLOSED}, None),
    # With the rest of somebody's work to a colleague, and back, whatever was solved meanwhile.
    _A.PASSED_ON: (OPEN | {_S.CLOSED}, None),
}


def known(events: Sequence[ProblemEvent], by: datetime | None = None) -> tuple[ProblemEvent, ...]:
    """The events that held by a moment (aware; None: all), in the order in which they occurred."""
    told = [event for event in events if by is None or event.recorded_at <= by]
    gone = {event.corrects for event in told if event.is_withdrawal}
    left = (event for event in told if not event.is_withdrawal and event.number not in gone)
    return tuple(sorted(left, key=lambda event: (event.occurred_on, event.number)))


def standing(events: Sequence[ProblemEvent], by: datetime | None = None) -> ProblemStanding:
    """What all that is known says. Raises: Refused, where the events contradict one another."""
    found = _replay(known(events, by))
    if found is None:
        raise Refused("这个问题还没有提出，不能记后面的事项")
    return found


def as_of(
    events: Sequence[ProblemEvent], on: date, by: datetime | None = None
) -> ProblemStanding | None:
    """What had happened by a day, as known by a moment; None before it was raised."""
    return _replay(event for event in known(events, by) if event.occurred_on <= on)


def follow(now: ProblemStanding | None, event: ProblemEvent) -> ProblemStanding:
    """The standing after one more event.

    Raises: Refused, for an act that the state does not allow, an assignment to nobody, one without
    a day, and a check by who handed the proof in.
    """
    if event.act is _A.RAISED:
        if now is not None:
            raise Refused("这个问题已经提出过：请在原来的问题上继续")
        since = event.occurred_on
        return ProblemStanding(_S.AWAITING, since, since, event.unit, due_on=event.due_on)
    if now is None:
        raise Refused("这个问题还没有提出，不能记后面的事项")
    allowed, state = MOVES[event.act]
    if now.state not in allowed:
        told = ACT_NAMES[event.act]
        raise Refused(
            f"问题现在是“{STATE_NAMES[now.state]}”，不能{told}：请刷新后看最新情况，或核对日期"
        )
    return _after(now, event, now.state if state is None else state)


def _replay(events: Iterable[ProblemEvent]) -> ProblemStanding | None:
    now: ProblemStanding | None = None
    for event in events:
        now = follow(now, event)
    return now


def _after(now: ProblemStanding, event: ProblemEvent, state: ProblemState) -> ProblemStanding:
    since = event.occurred_on if state is not now.state else now.since
    moved = replace(now, state=state, since=since)
    match event.act:
        case _A.ASSIGNED:
            return _assigned(moved, event)
        case _A.PASSED_ON:
            moved = replace(moved, handler=event.handler)
        case _A.HANDED_IN:
            return replace(moved, handed_in_by=event.by)
        case _A.CLOSED | _A.RETURNED:
            _require_another(now, event)
            is_closed = event.act is _A.CLOSED
            closed_on = event.occurred_on if is_closed else None
            return replace(moved, due_on=event.due_on or now.due_on, closed_on=closed_on)
        case _A.REOPENED:
            fresh = replace(moved, level=0, handed_in_by=None, closed_on=None)
            moved = replace(fresh, due_on=event.due_on, reopened=now.reopened + 1)
        case _A.ESCALATED if now.state is not _S.CLOSED:
            return replace(moved, level=max(now.level, event.level))
    return moved


def _assigned(now: ProblemStanding, event: ProblemEvent) -> ProblemStanding:
    if not event.unit or event.due_on is None:
        raise Refused("交办要写明责任单位和办结期限")
    if event.due_on < event.occurred_on:
        raise Refused("办结期限早于交办日期：请核对后重新填写")
    return replace(now, unit=event.unit, handler=event.handler, due_on=event.due_on, level=0)


def _require_another(now: ProblemStanding, event: ProblemEvent) -> None:
    if event.by is None or event.by == now.handed_in_by:
        raise Refused("谁报的办结，谁就不能核：请另一位同事核验")


def state_on(now: ProblemStanding, on: date) -> ProblemState:
    """The state as it is shown on a day: a day that was not kept is told before anything else."""
    is_late = now.state in RUNNING and now.due_on is not None and now.due_on < on
    return _S.OVERDUE if is_late else now.state


def overdue(now: ProblemStanding, on: date) -> WorkingDays:
    """How many working days the day is past; none where it is kept, or the state keeps none."""
    if now.due_on is None or state_on(now, on) is not _S.OVERDUE:
        return WorkingDays(0)
    return working_days(now.due_on, on)


def level_on(rule: ProblemRule, now: ProblemStanding, on: date) -> int:
    """How far a problem is to be escalated by a day; 0 while it is not, or not far enough, late."""
    late = overdue(now, on).days
    return sum(each.after <= late for each in rule.escalations) if late else 0


def assign_by(rule: ProblemRule, raised_on: date) -> date:
    """Until when a problem that was raised or reopened must be assigned."""
    return after_working_days(raised_on, rule.assign_within)


def due_by(rule: ProblemRule, kind: str, assigned_on: date) -> date:
    """Until when the rule wants it solved."""
    return after_working_days(assigned_on, rule.days_for(kind))
