"""Viewings of the demonstration stand by daylight, whenever it is filled."""

from datetime import UTC, datetime, timedelta

import pytest

from zhuchao.config.demo.serving import by_daylight


@pytest.mark.parametrize("hour", [0, 8, 9, 14, 17, 18, 23])
@pytest.mark.parametrize("hours", [-96, -20, 2, 3])
def test_a_viewing_keeps_its_side_of_now_and_stands_by_daylight(hour: int, hours: int) -> None:
    now = datetime(2026, 11, 29, hour, 30, tzinfo=UTC)

    at = by_daylight(now + timedelta(hours=hours), now)

    assert 9 <= at.hour < 18
    assert (at > now) == (hours > 0)
