"""Dates as people write them: found in a text, and resolved against the time of fetching."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from zhuchao.core.vocabulary.read import Read, Span, State, unknown

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")

NEEDS_FETCH_TIME = "年份要有抓取时间才能推定"
CONTRADICTS = "所写的时间与抓取时间对不上"
NO_YEAR = "只写了月日，没有写年份"
TOO_ROUGH = "只写了大约多久以前，推不出是哪一天"
FROM_FETCH_TIME = "按抓取时间推定"

_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])\s?(?:[:：]|时|点)\s?(?P<minute>[0-5]\d)"
    r"(?:\s?(?:[:：]|分)\s?(?P<second>[0-5]\d)?)?"
)
_GAP = r"(?:\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?)?[\sT,，]*"
_AGO_UNIT = r"秒钟?|分钟|个?小时|天|日|周|个?星期|个?月|年"
_ABSOLUTE = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s?(?P<mark>[-/.年])\s?(?P<month>1[0-2]|0?[1-9])\s?"
    r"(?:(?P=mark)|月)\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s?日?(?!\.\d)"
    rf"(?:{_GAP}{_CLOCK}(?!\d))?"
)
# A page may set year and day in blocks of their own: 2026 03/05 10:22:33.
_SET_APART = re.compile(
    rf"(?<!\d)(?P<year>20\d\d)\s{{0,2}}(?P<month>1[0-2]|0[1-9])/(?P<day>3[01]|[12]\d|0[1-9])\s{{0,2}}{_CLOCK}(?!\d)"
)
# Or the day large above the month: 12 2026.05, alone on its line.
_DAY_FIRST = re.compile(
    r"^\s*(?P<day>3[01]|[12]\d|0?[1-9])日?\s*[/|·\s]\s*(?P<year>20\d\d)\s?[-./年]\s?(?P<month>1[0-2]|0?[1-9])月?\s*$"
)
_CHINESE = re.compile(
    r"(?P<year>[一二][〇○零Ｏ一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?P<day>[一二三四五六七八九十]{1,3})日"
)
_AGO = re.compile(
    rf"(?<!\d)(?P<count>\d{{1,3}})\s?(?P<unit>{_AGO_UNIT})前"
    r"(?:\s*[（(]\s*(?P<month>1[0-2]|0?[1-9])[-/月.](?P<day>3[01]|[12]\d|0?[1-9])日?\s*[)）])?"
)
_DAY_WORD = re.compile(rf"(?P<word>今天|昨天|前天|刚刚)(?:{_GAP}{_CLOCK}(?!\d))?")
_MONTH_DAY = re.compile(
    r"(?<![\d年./-])(?P<month>1[0-2]|0?[1-9])(?P<mark>[-/月])(?P<day>3[01]|[12]\d|0?[1-9])"
    rf"(?![\d./-])日?(?:{_GAP}{_CLOCK}(?!\d))?"
)
# Each form, and what stands in every text that holds it: looked for first, as it is quicker.
_FORMS = (
    (_ABSOLUTE, ("19", "20")),
    (_SET_APART, ("/",)),
    (_DAY_FIRST, ("20",)),
    (_CHINESE, ("年",)),
    (_AGO, ("前",)),
    (_DAY_WORD, ("天", "刚刚")),
    (_MONTH_DAY, ("-", "/", "月")),
)
_DAYS_BACK = {"刚刚": 0, "今天": 0, "昨天": 1, "前天": 2}
_DAYS_IN_UNIT = {"天": 1.0, "日": 1.0, "周": 7.0, "星期": 7.0, "月": 30.44, "年": 365.25}
_SECONDS_IN_UNIT = {"秒": 1, "秒钟": 1, "分钟": 60, "小时": 3600}
_NUMERALS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "Ｏ": "0",
}
_OLDEST_YEARS = 40
# A page's lines are searched several times.
KNOWN = 256
# Months differ in length by so many days.
_SLACK_DAYS = 3.0


@dataclass(frozen=True, slots=True)
class Ago:
    """So many units before the time of fetching; ``unit`` is the Chinese word, without 个."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; what is not written is None.

    ``days_back`` is 0 for 今天, 1 for 昨天.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: time | None = None
    ago: Ago | None = None
    days_back: int | None = None

    def moved(self, by: int) -> WrittenDate:
        """The same, its span so many characters further on."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))

    @property
    def is_absolute(self) -> bool:
        return self.year is not None

    @property
    def is_timed(self) -> bool:
        """Month, day and hour without a year, as apps write them; the year stays open."""
        return self.year is None and self.month is not None and self.clock is not None

    @property
    def is_relative(self) -> bool:
        return self.ago is not None or self.days_back is not None


@lru_cache(KNOWN)
def find_dates(text: str, offset: int = 0) -> tuple[WrittenDate, ...]:
    """Every date written in ``text``, in order, none inside another; spans start at ``offset``."""
    found: list[WrittenDate] = []
    taken: set[int] = set()
    for written in _candidates(text, offset):
        places = range(written.span.start, written.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            found.append(written)
    return tuple(sorted(found, key=lambda written: written.span))


def resolve(written: WrittenDate, fetched_at: datetime | None) -> Read[date | datetime]:
    """The day (or moment, in Beijing time) that is meant.

    Given where the year is written; otherwise inferred from ``fetched_at`` alone, and unknown
    without it. A naive ``fetched_at`` counts as Beijing time.
    """
    if written.is_absolute:
        return Read(_moment(_day_of(written), written.clock), State.GIVEN, written.span)
    if not written.is_relative:
        return unknown(NO_YEAR, written.span)
    if fetched_at is None:
        return unknown(NEEDS_FETCH_TIME, written.span)
    value = _relative(written, _in_beijing(fetched_at))
    if isinstance(value, str):
        return unknown(value, written.span)
    return Read(value, State.INFERRED, written.span, why=FROM_FETCH_TIME)


def _candidates(text: str, offset: int) -> Iterator[WrittenDate]:
    for pattern, signs in _FORMS:
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            written = _written(match, offset)
            if written is not None:
                yield written


def _written(match: re.Match[str], offset: int) -> WrittenDate | None:
    parts = match.groupdict()
    span = Span(offset + match.start(), offset + match.start() + len(match.group().rstrip()))
    year, month, day = (_number(parts.get(name)) for name in ("year", "month", "day"))
    if month is not None and day is not None and not _is_day(year or 2000, month, day):
        return None
    ago = Ago(int(parts["count"]), parts["unit"].removeprefix("个")) if "count" in parts else None
    return WrittenDate(span, year, month, day, _clock(parts), ago, _DAYS_BACK.get(_word(parts)))


def _word(parts: dict[str, str | None]) -> str:
    return parts.get("word") or ""


def _clock(parts: dict[str, str | None]) -> time | None:
    hour, minute = parts.get("hour"), parts.get("minute")
    if hour is None or minute is None:
        return None
    return time(int(hour), int(minute), int(parts.get("second") or 0))


def _number(written: str | None) -> int | None:
    """Arabic digits, Chinese digits in a row (二〇二二), or a Chinese number below 100."""
    if written is None:
        return None
    if written.isdecimal():
        return int(written)
    if "十" not in written:
        return int("".join(_NUMERALS[character] for character in written))
    tens, _, ones = written.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    return 10 * int(_NUMERALS.get(tens, "1")) + int(_NUMERALS.get(ones, "0"))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day_of(written: WrittenDate) -> date:
    return date(written.year or 0, written.month or 0, written.day or 0)


def _moment(day: date, clock: time | None) -> date | datetime:
    return day if clock is None else datetime.combine(day, clock, BEIJING)


def _in_beijing(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=BEIJING)
    return moment.astimezone(BEIJING)


def _relative(written: WrittenDate, fetched_at: datetime) -> date | datetime | str:
    """The day meant, or why none can be told."""
    if written.days_back is not None:
        return _moment(fetched_at.date() - timedelta(written.days_back), written.clock)
    ago = written.ago or Ago(0, "天")
    if written.month is not None and written.day is not None:
        return _anniversary(written.month, written.day, ago, fetched_at) or CONTRADICTS
    if ago.unit in _SECONDS_IN_UNIT:
        back = timedelta(seconds=ago.count * _SECONDS_IN_UNIT[ago.unit])
        return (fetched_at - back).replace(second=0, microsecond=0)
    if ago.unit in ("天", "日"):
        return fetched_at.date() - timedelta(ago.count)
    return TOO_ROUGH


def _anniversary(month: int, day: int, ago: Ago, fetched_at: datetime) -> date | None:
    """The latest such day, not after the fetching, that is as long ago as written."""
    today = fetched_at.date()
    years = range(today.year, max(today.year - _OLDEST_YEARS, 1), -1)
    days = [date(year, month, day) for year in years if _is_day(year, month, day)]
    past = [d for d in days if d <= today]
    counted = (d for d in past if _is_as_long_ago(today - d, ago, 0.0))
    rounded = (d for d in past if _is_as_long_ago(today - d, ago, 1.0))
    return next(counted, None) or next(rounded, None)


def _is_as_long_ago(gap: timedelta, ago: Ago, less: float) -> bool:
    """Counted in full units, or rounded up from at most ``less`` of a unit less."""
    unit_days = _DAYS_IN_UNIT.get(ago.unit, 1.0)
    units = ago.count if ago.unit in _DAYS_IN_UNIT else 0
    slack_days = min(_SLACK_DAYS, unit_days)
    return (units - less) * unit_days - slack_days < gap.days < (units + 1) * unit_days + 1
