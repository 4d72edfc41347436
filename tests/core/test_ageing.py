"""How long something waited: weekends do not count against anybody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.ageing import Pace, Wait, age_of, working_days

FRIDAY = date(2026, 11, 20)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("since", "today", "days"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, date(2026, 11, 22), 0),
        (FRIDAY, date(2026, 11, 23), 1),
        (date(2026, 11, 21), date(2026, 11, 23), 1),
        (FRIDAY, date(2026, 11, 27), 5),
        (FRIDAY, date(2026, 12, 7), 11),
        (FRIDAY, date(2026, 11, 1), 0),
    ],
)
def test_working_days(since: date, today: date, days: int) -> None:
    assert working_days(since, today) == days


@given(DAYS, DAYS)
def test_working_days_are_those_that_a_calendar_counts(one: date, other: date) -> None:
    since, today = min(one, other), max(one, other)
    counted = sum(
        date.fromordinal(day).weekday() < 5
        for day in range(since.toordinal() + 1, today.toordinal() + 1)
    )

    assert working_days(since, today) == counted


@pytest.mark.parametrize(
    ("today", "days", "wait"),
    [
        (date(2026, 11, 23), 3, Wait.FRESH),
        (date(2026, 11, 24), 4, Wait.SLOW),
        (date(2026, 11, 25), 5, Wait.LATE),
    ],
)
def test_a_wait_is_slow_and_then_late(today: date, days: int, wait: Wait) -> None:
    age = age_of(FRIDAY, today, Pace(slow_after=1, late_after=2))

    assert (age.days, age.wait) == (days, wait)
