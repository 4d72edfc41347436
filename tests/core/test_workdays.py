"""Working days: holidays and the weekends worked in their place, and years not known yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhuchao.core.workdays import after_working_days, is_working_day, working_days

FRIDAY = date(2026, 11, 20)
DAYS = st.dates(date(2024, 1, 1), date(2028, 1, 1))


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, date(2026, 11, 22), 0),
        (FRIDAY, date(2026, 11, 23), 1),
        (date(2026, 11, 21), date(2026, 11, 23), 1),
        (FRIDAY, date(2026, 11, 27), 5),
        (FRIDAY, date(2026, 11, 1), 0),
        (date(2026, 9, 30), date(2026, 10, 10), 3),
    ],
)
def test_working_days(since: date, until: date, days: int) -> None:
    assert working_days(since, until).days == days
    assert working_days(since, until).note == ""


def test_a_year_that_no_calendar_covers_is_said() -> None:
    counted = working_days(date(2098, 12, 29), date(2099, 1, 5))

    assert counted.days == 5
    assert counted.guessed == (2098, 2099)
    assert counted.note == "2098、2099年的放假安排尚未收录，按周一至周五计"


@given(DAYS, st.integers(0, 60))
def test_days_ahead_and_days_between_agree(since: date, days: int) -> None:
    until = after_working_days(since, days)

    assert working_days(since, until).days == days
    assert days == 0 or is_working_day(until)


@settings(deadline=None)
@given(DAYS, DAYS, DAYS)
def test_spans_add_up(one: date, other: date, third: date) -> None:
    first, second, last = sorted((one, other, third))
    whole = working_days(first, last).days

    assert whole == working_days(first, second).days + working_days(second, last).days
    assert whole <= (last - first) / timedelta(days=1)
