"""How long something has waited, and whether that is too long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zhuchao.core.workdays import working_days


class Wait(StrEnum):
    """What a wait means."""

    FRESH = "fresh"
    SLOW = "slow"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Pace:
    """After how many working days a wait is slow, and after how many it is late."""

    slow_after: int
    late_after: int


@dataclass(frozen=True, slots=True)
class Age:
    """The calendar days of a wait, which people count, and what its working days mean."""

    days: int
    wait: Wait


def age_of(since: date, today: date, pace: Pace) -> Age:
    """How old what came on ``since`` is, held against a pace."""
    worked = working_days(since, today).days
    wait = Wait.LATE if worked > pace.late_after else Wait.FRESH
    if wait is Wait.FRESH and worked > pace.slow_after:
        wait = Wait.SLOW
    return Age(max((today - since).days, 0), wait)
