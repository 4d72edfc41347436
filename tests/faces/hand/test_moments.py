"""Moments are relative within a month and absolute beyond it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from zhuchao.faces.hand.moments import ago, date_cn

NOW = datetime(2026, 3, 31, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=5), "刚刚"),
        (timedelta(minutes=59), "59 分钟前"),
        (timedelta(hours=23), "23 小时前"),
        (timedelta(days=2), "2 天前"),
        (timedelta(days=-2), "2 天后"),
        (timedelta(days=31), "2026年2月28日"),
    ],
)
def test_a_moment_is_told_from_now(before: timedelta, said: str) -> None:
    assert ago(NOW - before, NOW) == said


def test_no_day_is_an_empty_text() -> None:
    assert (date_cn(None), date_cn(date(2026, 3, 31))) == ("", "2026年3月31日")
