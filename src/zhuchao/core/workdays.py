"""Working days of China, with public holidays and the weekends worked in their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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
    span = [since + timedelta(days=ahead) for ahead in range(1, (until - since).days + 1)]
    years = {day.year for day in span}
    return WorkingDays(sum(map(is_working_day, span)), tuple(sorted(years - COVERED)))


def after_working_days(since: date, days: int) -> date:
    """The day on which so many working days have passed; ``since`` itself for none."""
    day, left = since, days
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day
