"""Working days of China, with public holidays and the weekends worked in their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

import chinese_calendar

SATURDAY = 5
# The years whose holidays the State Council has fixed, as far as the calendar was told.
COVERED = frozenset(day.year for day in chinese_calendar.constants.holidays)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """How many; ``guessed`` are the years that no calendar covers, counted by weekdays."""

    days: int
    guessed: tuple[int, ...] = ()

    @property
    def note(self) -> str:
        """What has to be said beside the number; empty where nothing was guessed."""
        years = "、".join(map(str, self.guessed))
        return f"{years}年的放假安排尚未收录，按周一至周五计" if years else ""


def is_working_day(day: date) -> bool:
    """By the calendar of the State Council, where it is known; else from Monday to Friday."""
    if day.year in COVERED:
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < SATURDAY


def working_days(since: date, until: date) -> WorkingDays:
    """The working days after ``since``, up to and with ``until``; none where that is earlier."""
    if until <= since:
        return WorkingDays(0)
    first = since + timedelta(days=1)
    years = range(first.year, until.year + 1)
    before = _worked_by(first.year)[_day_of_year(first) - 1]
    after = _worked_by(until.year)[-1] - _worked_by(until.year)[_day_of_year(until)]
    days = sum(_worked_by(year)[-1] for year in years) - before - after
    return WorkingDays(days, tuple(year for year in years if year not in COVERED))


@lru_cache(maxsize=64)
def _worked_by(year: int) -> tuple[int, ...]:
    """How many working days of a year are over at the end of each day, from 0 before the first."""
    days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
    first = date(year, 1, 1)
    worked = (is_working_day(first + timedelta(days=ahead)) for ahead in range(days))
    return tuple(accumulate(worked, initial=0))


def _day_of_year(day: date) -> int:
    return day.timetuple().tm_yday


def after_working_days(since: date, days: int) -> date:
    """The day on which so many working days have passed; ``since`` itself for none."""
    day, left = since, days
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day
