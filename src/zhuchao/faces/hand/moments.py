"""Dates and moments in Chinese: absolute in text, relative with the absolute on hover."""

from __future__ import annotations

from datetime import date, datetime, timedelta

MINUTE, HOUR, DAY = 60, 3600, 86_400
# Beyond a month, "38 天前" says less than the day itself.
RELATIVE_FOR = timedelta(days=30)


def date_cn(day: date | None) -> str:
    """2026年3月31日; empty for None."""
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def moment_cn(moment: datetime) -> str:
    return f"{date_cn(moment)} {moment:%H:%M}"


def moment_short(moment: datetime) -> str:
    """3月31日 14:00, for appointments: their year is never in doubt."""
    return f"{moment.month}月{moment.day}日 {moment:%H:%M}"


def ago(moment: datetime, now: datetime) -> str:
    """ "3 小时前" or "2 天后"; beyond a month the date."""
    seconds = (now - moment).total_seconds()
    if abs(now - moment) > RELATIVE_FOR:
        return date_cn(moment)
    side = "前" if seconds >= 0 else "后"
    seconds = abs(seconds)
    if seconds < MINUTE:
        return "刚刚"
    if seconds < HOUR:
        return f"{int(seconds // MINUTE)} 分钟{side}"
    if seconds < DAY:
        return f"{int(seconds // HOUR)} 小时{side}"
    return f"{int(seconds // DAY)} 天{side}"
