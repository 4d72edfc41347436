"""On which working days before and after a day somebody is reminded of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhuchao.core.vocabulary.reminder import When
from zhuchao.core.workdays import working_days


def offset(day: date, today: date) -> int:
    """How many working days today lies after a day; negative before it, 0 on it.

    A weekend after a day is still that day: 0.
    """
    if today <= day:
        return -working_days(today, day).days
    return working_days(day, today).days


def step_on(steps: Sequence[int], day: date, today: date) -> int | None:
    """The latest of the rising ``steps`` that has come by today; None before the first.

    Steps that nobody was told of while the machine stood still are not made up for.
    """
    now = offset(day, today)
    return max((step for step in steps if step <= now), default=None)


def told(when: When, day: date, today: date) -> str:
    """How the day is told to a person who is not yet there, or is late."""
    if when is When.EVENT:
        return f"{day.month}月{day.day}日起"
    days = offset(day, today)
    if today < day:
        left = f"还有 {-days} 个工作日，" if days else ""
        return f"{left}{day.month}月{day.day}日到期"
    if today == day:
        return "今天到期"
    if when is When.SINCE:
        return f"已过 {days} 个工作日" if days else f"{day.month}月{day.day}日已到期"
    return f"{day.month}月{day.day}日已到期"
