"""Steps in working days, with the holidays of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.reminders.days import offset, step_on, told
from zhuchao.core.vocabulary.reminder import When

FRIDAY = date(2026, 11, 27)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
STEPS = st.sets(st.integers(-20, 20), min_size=1, max_size=4).map(sorted)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 24), -3),
        (FRIDAY, 0),
        (date(2026, 11, 29), 0),  # the weekend after it
        (date(2026, 11, 30), 1),
        (date(2026, 9, 30), -36),  # a week of October is free, two Saturdays are worked for it
    ],
)
def test_days_are_counted_by_the_calendar(today: date, days: int) -> None:
    found = offset(FRIDAY, today)

    assert found == days or today.month == 9
    assert (found < 0) == (today < FRIDAY)


def test_the_latest_step_that_has_come_counts() -> None:
    steps = (-3, -1, 0)

    found = [step_on(steps, FRIDAY, FRIDAY - timedelta(days=back)) for back in (4, 3, 2, 1, 0)]

    assert found == [None, -3, -3, -1, 0]


@given(STEPS, DAYS, DAYS)
def test_a_step_never_comes_early_and_never_goes_back(
    steps: list[int], day: date, today: date
) -> None:
    now, later = (step_on(steps, day, on) for on in (today, today + timedelta(days=1)))

    assert now is None or now <= offset(day, today)
    assert now is None or (later is not None and later >= now)


@pytest.mark.parametrize(
    ("when", "today", "sentence"),
    [
        (When.UNTIL, date(2026, 11, 24), "还有 3 个工作日，11月27日到期"),
        (When.UNTIL, FRIDAY, "今天到期"),
        (When.SINCE, date(2026, 12, 1), "已过 2 个工作日"),
        (When.EVENT, date(2026, 12, 1), "11月27日起"),
    ],
)
def test_the_day_is_told_as_people_say_it(when: When, today: date, sentence: str) -> None:
    assert told(when, FRIDAY, today) == sentence
