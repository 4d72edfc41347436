"""What is known of a project's stages, as of any day and by any moment.

Two times are kept apart: the day on which something occurred, and the moment from which it is
known. What a correction takes away was known until then, and stays so for who asks of then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from zhuchao.core.vocabulary.stage import StageEvent, StageLadder


def known(events: Sequence[StageEvent], by: datetime | None = None) -> tuple[StageEvent, ...]:
    """The events that held by that moment, in the order in which they occurred.

    ``by`` is aware; None asks of all that was ever recorded. Events that were corrected by then,
    withdrawals, and events that nobody had confirmed are not among them.
    """
    told = [event for event in events if _holds(event, by)]
    gone = {event.corrects for event in told if event.corrects is not None}
    return _in_order(e for e in told if e.number not in gone and not e.is_withdrawal)


def standing(events: Sequence[StageEvent]) -> tuple[StageEvent, ...]:
    """The events that hold or wait to be confirmed, in the order in which they occurred."""
    told = [event for event in events if not event.is_rejected]
    gone = {event.corrects for event in told if event.corrects is not None}
    return _in_order(e for e in told if e.number not in gone and not e.is_withdrawal)


def waiting(events: Sequence[StageEvent]) -> tuple[StageEvent, ...]:
    """The events that somebody else has to confirm, in the order in which they occurred."""
    return tuple(event for event in standing(events) if event.holds_from is None)


def as_of(events: Sequence[StageEvent], on: date, by: datetime | None = None) -> StageEvent | None:
    """The event that tells the stage on a day, as known by a moment; None before the first."""
    return next((e for e in reversed(known(events, by)) if e.occurred_on <= on), None)


def reached(
    ladder: StageLadder, events: Sequence[StageEvent], by: datetime | None = None
) -> dict[str, StageEvent]:
    """The event by which each stage of the main line was reached first, as known by a moment."""
    first: dict[str, StageEvent] = {}
    for event in known(events, by):
        if ladder.rank(event.stage) >= 0:
            first.setdefault(event.stage, event)
    return first


def _holds(event: StageEvent, by: datetime | None) -> bool:
    return event.holds_from is not None and (by is None or event.holds_from <= by)


def _in_order(events: Iterable[StageEvent]) -> tuple[StageEvent, ...]:
    return tuple(sorted(events, key=lambda event: (event.occurred_on, event.number)))
