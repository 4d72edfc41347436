"""Quiet hours and days off: something waits no longer than it must, and never goes out in them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.reminders.hours import PAUSES, is_quiet, next_allowed, pause_after
from zhuchao.core.vocabulary.reminder import QuietHours
from zhuchao.core.workdays import is_working_day

HERE = ZoneInfo("Asia/Shanghai")
NIGHT = QuietHours(time(21), time(8))
MINUTES = st.times().map(lambda told: told.replace(second=0, microsecond=0))
QUIET = st.none() | st.builds(QuietHours, MINUTES, MINUTES)
FIRST, LAST = datetime(2026, 1, 1), datetime(2026, 12, 20)  # noqa: DTZ001  # hypothesis adds it
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(HERE))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("moment", "on_days_off", "found"),
    [
        ("2026-11-27 20:59", False, "2026-11-27 20:59"),
        ("2026-11-26 21:00", False, "2026-11-27 08:00"),
        ("2026-11-27 03:00", False, "2026-11-27 08:00"),
        ("2026-11-27 22:00", False, "2026-11-30 08:00"),  # over the weekend
        ("2026-11-27 22:00", True, "2026-11-28 08:00"),
        ("2026-09-30 21:30", False, "2026-10-08 08:00"),  # over the holidays
    ],
)
def test_what_comes_in_quiet_hours_waits_for_their_end(
    moment: str, on_days_off: bool, found: str
) -> None:
    assert next_allowed(at(moment), NIGHT, on_days_off=on_days_off) == at(found)


@given(MOMENTS, QUIET, st.booleans())
def test_nothing_is_sent_when_it_is_not_to_be(
    moment: datetime, quiet: QuietHours | None, on_days_off: bool
) -> None:
    found = next_allowed(moment, quiet, on_days_off=on_days_off)

    assert found >= moment
    assert not is_quiet(found, quiet)
    assert on_days_off or is_working_day(found.date())
    assert next_allowed(found, quiet, on_days_off=on_days_off) == found


@given(MOMENTS, QUIET, st.booleans(), st.floats(0, 1))
def test_nothing_waits_longer_than_it_must(
    moment: datetime, quiet: QuietHours | None, on_days_off: bool, share: float
) -> None:
    found = next_allowed(moment, quiet, on_days_off=on_days_off)
    between = moment + (found - moment) * share

    if between < found:
        assert is_quiet(between, quiet) or not is_working_day(between.date())


def test_pauses_grow_and_come_to_an_end() -> None:
    pauses = [pause_after(number) for number in range(1, len(PAUSES) + 1)]

    assert pauses == sorted(PAUSES)
    assert PAUSES[0] >= timedelta(minutes=1)
    assert pause_after(len(PAUSES) + 1) is None
