"""How days, months, quarters and years are written: a head (year) and a body (months, days)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhuchao.core.facts.lexicon import Lexicon

_DIGITS = "〇零○一二三四五六七八九"
_N = rf"(?:\d{{1,2}}|[{_DIGITS}十]{{1,3}})"
DASH = r"\s?(?:起)?(?:-|–|—{1,2}|~|至|到)\s?"
_SOLAR = r"\s?月(?!台|子|嫂|饼|光|报|活|租|薪|均)(?:份)?"
_DAY = r"\s?[日号]"
YEAR = re.compile(rf"(?P<year>(?:19|20)\d\d|[一二][{_DIGITS}]{{3}})\s?年(?!代)(?:度)?")
YEARS = re.compile(
    rf"(?P<first>(?:19|20)\d\d)\s?年?{DASH}(?P<last>(?:19|20)\d\d)\s?年(?!代)(?:度)?"
)
NUMERIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])"
    r"(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
# Every body has its 月 at most so many characters behind its start.
FARTHEST_MONTH = 20
NUMBERED = frozenset(f"0123456789{_DIGITS}十前")
MAY_BE_YEAR = frozenset("12一二")
# Each with the groups m1, d1, m2, d2; the first that matches is what is written.
BODIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<m1>{_N}){_SOLAR}(?P<d1>{_N})(?:{_DAY})?{DASH}(?:(?P<m2>{_N}){_SOLAR})?(?P<d2>{_N}){_DAY}",
        rf"(?P<m1>{_N})(?:{_SOLAR})?{DASH}(?P<m2>{_N}){_SOLAR}(?!\d{{1,2}}日)",
        rf"(?P<m1>{_N}){_SOLAR}(?P<d1>{_N}){_DAY}",
        rf"(?P<m1>{_N}){_SOLAR}(?:底|末|初|上旬|中旬|下旬)?前?",
        rf"前(?P<count>{_N}|两)个?月",
    )
)
# 近三年, 过去五年: the last whole years.
RECENT = re.compile(r"(?:最近|过去|近)(?P<count>[二两三四五十2-5])年(?:以来|来|间|内)?")
YEAR_END = re.compile(r"(?P<end>[末底]|初)前?")
# 一月一调度 is a rhythm.
RHYTHM = re.compile(r"一[月季周旬]一")
LONE_DAY = re.compile(rf"(?P<d1>{_N})日(?![元本常报产均前益化内耗用处后])")
LINK = re.compile(r"的?\s?")


@dataclass(frozen=True, slots=True)
class Head:
    """The year of a date: written, or so many years, months or days from the page's own."""

    end: int
    year: int | None = None
    last_year: int | None = None
    shift: str = ""
    by: str = ""
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Months and days from the first to the last; a month alone has no days.

    ``is_named`` for 上半年, 全年: words for a part of a year.
    """

    end: int
    first: tuple[int | None, int | None]
    last: tuple[int | None, int | None]
    is_named: bool = False


def head_at(text: str, at: int, lexicon: Lexicon) -> Head | None:
    """The year, or a word such as 今年, 上月, 昨日, 同日, that stands at ``at``."""
    written = _written(text, at) if text[at] in MAY_BE_YEAR else None
    return written or _recent(text, at) or _worded(text, at, lexicon)


def _written(text: str, at: int) -> Head | None:
    """2026-05-08, 2021—2025年, 2026年."""
    numeric = NUMERIC.match(text, at)
    if numeric:
        month, day = int(numeric["month"]), int(numeric["day"])
        return Head(numeric.end(), int(numeric["year"]), month=month, day=day)
    years = YEARS.match(text, at)
    if years:
        return Head(years.end(), int(years["first"]), int(years["last"]))
    year = YEAR.match(text, at)
    return Head(year.end(), _year(year["year"])) if year else None


def _recent(text: str, at: int) -> Head | None:
    recent = RECENT.match(text, at)
    if recent is None:
        return None
    return Head(recent.end(), shift="recent", by=str(_number(recent["count"])))


def _worded(text: str, at: int, lexicon: Lexicon) -> Head | None:
    """今年, 去年, 十四五."""
    word = lexicon.words("period").at(text, at)
    lexeme = lexicon.words("period").get(word)
    if lexeme is None or lexeme.key == "months":
        return None
    end = at + len(word)
    if lexeme.key == "years":
        first, _, last = lexeme.value.partition("-")
        return Head(end, int(first), int(last))
    return Head(end, shift=lexeme.key, by=lexeme.value)


def body_at(text: str, at: int, lexicon: Lexicon) -> Body | None:
    """The months and days that stand at ``at``; None where they are none of the calendar's."""
    if RHYTHM.match(text, at):
        return None
    body = _numbered(text, at)
    if body is not None:
        return body
    word = lexicon.words("period").at(text, at)
    lexeme = lexicon.words("period").get(word)
    if lexeme is None or lexeme.key != "months":
        return None
    first, _, last = lexeme.value.partition("-")
    return Body(at + len(word), (int(first), None), (int(last), None), is_named=True)


def _numbered(text: str, at: int) -> Body | None:
    """1—4月, 4月18日, 前4个月."""
    if text[at : at + 1] not in NUMBERED or text.find("月", at, at + FARTHEST_MONTH) < 0:
        return None
    for pattern in BODIES:
        found = pattern.match(text, at)
        body = _body(found) if found else None
        if body is not None:
            return body
    return None


def year_end_at(text: str, at: int) -> Body | None:
    """年末 and 年初 behind a written year: December, January."""
    found = YEAR_END.match(text, at)
    if found is None:
        return None
    month = 1 if found["end"] == "初" else 12
    return Body(found.end(), (month, None), (month, None))


def day_at(text: str, at: int) -> Body | None:
    """A day without its month."""
    found = LONE_DAY.match(text, at)
    day = _number(found["d1"]) if found else None
    if found is None or day is None or not 1 <= day <= 31:
        return None
    return Body(found.end(), (None, day), (None, day))


def _body(found: re.Match[str]) -> Body | None:
    parts = {name: _number(written) for name, written in found.groupdict().items() if written}
    if None in parts.values():
        return None
    if "count" in parts:
        parts = {"m1": 1, "m2": parts["count"]}
    first = (parts.get("m1"), parts.get("d1"))
    last = (parts.get("m2", first[0]), parts.get("d2", first[1]))
    return Body(found.end(), first, last) if _is_calendar(*first) and _is_calendar(*last) else None


def _is_calendar(month: int | None, day: int | None) -> bool:
    return month is not None and 1 <= month <= 12 and (day is None or 1 <= day <= 31)


def _year(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return int("".join(str(_digit(character)) for character in written))


def _digit(character: str) -> int:
    return max(0, _DIGITS.index(character) - 2)


def _number(written: str) -> int | None:
    """Arabic, or Chinese below 100; None where the characters make no number."""
    if written.isdecimal():
        return int(written)
    if written == "两":
        return 2
    tens, ten, ones = written.partition("十")
    if not ten:
        return _digit(written) if len(written) == 1 else None
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    return 10 * (_digit(tens) if tens else 1) + (_digit(ones) if ones else 0)
