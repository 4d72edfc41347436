"""How long something waited: weekends do not count against anybody."""

from __future__ import annotations

from datetime import date

import pytest

from zhuchao.core.ageing import Pace, Wait, age_of

FRIDAY = date(2026, 11, 20)


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
