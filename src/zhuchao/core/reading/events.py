"""The day of the one thing that a page tells: not the day on which the page was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice

from zhuchao.core.text.dates import WrittenDate, find_dates
from zhuchao.core.vocabulary.page import Zone, ZoneKind
from zhuchao.core.vocabulary.read import Read, Span, State, unknown
from zhuchao.core.vocabulary.tables import Folding

NONE_TOLD = "正文开头没有写明是哪一天的事"
NEEDS_PUBLISHED = "正文只写了月日，发布日期未知，推不出年份"
FROM_TEXT = "取自正文开头所写的日期"
FROM_PUBLISHED = "取自正文开头所写的日期，年份按发布日期推定"

# The thing told is dated in one of the first sentences, or the page does not date it.
MAX_PARAGRAPHS = 3
MAX_SENTENCES = 2
MAX_OPENING = 400
# What is announced lies at most so far ahead of its announcement.
MAX_AHEAD = timedelta(days=120)
# What a page tells anew is hardly older; a day before that is what led to it.
MAX_PAST = timedelta(days=60)

_SENTENCE_END = re.compile(r"[。！？!?]")
_NOT_BEFORE = re.compile(
    r"(?:截至|截止|截止到|自|从|起于|早在|以来|至|到|[-—~～])\s*$|[《“（(][^》”）)]*$"
)
_NOT_AFTER = re.compile(
    r"^\s*(?:[（(][^（()）]{1,12}[）)])?\s*(?:前|之前|以前|以来|起|之后|以后|后|至|到|[-—~～]|印发|发布的|施行|电|讯)"
)
_DAY_WORD = re.compile(
    r"(?:^|(?<=[。，,讯）)：:\s]))(?P<word>今天|今日|昨天|昨日|前天|前日)(?=上午|下午|中午|晚|凌晨|清晨|[，,（(])"
)
_LONE_DAY = re.compile(
    r"(?:^|(?<=[。，,讯电）)：:\s]))(?P<day>3[01]|[12]\d|[1-9])日(?=上午|下午|中午|晚|凌晨|[，,]|在)"
)
_TIME_LABEL = re.compile(
    r"^(?:[●■◆▎]\s*|[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*)?(?:活动|会议|举办|召开|开幕|签约|招聘会?|培训|听证|论坛|大会|考察|对接会?){1,2}"
    r"(?:的)?时间\s*[:：]?"
)
# A label is no longer.
MAX_LABEL = 64
_BACK = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2}


@dataclass(frozen=True, slots=True)
class _Told:
    """A day as told: what is not written is None."""

    span: Span
    year: int | None
    month: int | None
    day: int | None
    days_back: int | None = None


def event_on(
    body: Sequence[Zone], published: Read[date | datetime], folding: Folding
) -> Read[date]:
    """The first day that the opening sentences tell something of; never from a range or a limit.

    A day without a year takes that of the publication, or the year before where it would lie too
    far ahead; without a known publication it stays unknown. Dates are looked for in the plain text,
    which is as long as the original.
    """
    paragraphs = (zone for zone in body if zone.kind is ZoneKind.PARAGRAPH)
    first = [_folded(zone, folding) for zone in islice(paragraphs, MAX_PARAGRAPHS)]
    opening = (told for zone in first for told in _told(zone))
    told = next(_labelled(body, folding), None) or _nearest(opening, published.value)
    if told is None:
        return unknown(NONE_TOLD)
    if told.year and told.month and told.day:
        value = _date(told.year, told.month, told.day)
        return Read(value, State.INFERRED, told.span, why=FROM_TEXT) if value else unknown()
    if published.value is None:
        return unknown(NEEDS_PUBLISHED, told.span)
    value = _near(told, _day_of(published.value))
    if value is None:
        return unknown(NONE_TOLD, told.span)
    return Read(value, State.INFERRED, told.span, why=FROM_PUBLISHED)


def _nearest(opening: Iterator[_Told], published: date | datetime | None) -> _Told | None:
    """The first day told; where it is long past on publication, a later one of that season."""
    days = list(opening)
    first = next(iter(days), None)
    if first is None or not first.year or published is None:
        return first
    since = _day_of(published) - MAX_PAST
    whole = (each for each in days if each.year and each.month and each.day)
    dated = ((_date(e.year or 0, e.month or 0, e.day or 0), e) for e in whole)
    known = [(day, each) for day, each in dated if day is not None]
    if not known or known[0][0] >= since:
        return first
    return next((each for day, each in known if since <= day <= _day_of(published)), first)


def _folded(zone: Zone, folding: Folding) -> Zone:
    return replace(zone, text=folding.of(zone.text))


def _told(zone: Zone) -> Iterator[_Told]:
    """The days told in the opening sentences of a paragraph."""
    first = zone.text[:MAX_OPENING]
    ends = [match.end() for match in _SENTENCE_END.finditer(first)]
    opening = first[: ends[MAX_SENTENCES - 1] if len(ends) >= MAX_SENTENCES else None]
    found = [*_written(opening), *_worded(opening)]
    for told in sorted(found, key=lambda each: each.span):
        begin = zone.span.start
        span = Span(begin + told.span.start, begin + told.span.end)
        yield _Told(span, told.year, told.month, told.day, told.days_back)


def _labelled(body: Sequence[Zone], folding: Folding) -> Iterator[_Told]:
    """The one day after 活动时间, on its line or on the next."""
    for told, below in zip(body, [*body[1:], None], strict=False):
        start = folding.of(told.text[:MAX_LABEL])
        if _TIME_LABEL.match(start) is None:
            continue
        zone, after = _folded(told, folding), below and _folded(below, folding)
        label = _TIME_LABEL.match(zone.text)
        if label is None:
            continue
        rest = zone.text[label.end() :].strip()
        place = zone if rest or after is None else after
        at = place.span.start + (label.end() if place is zone else 0)
        days = [d for d in find_dates(place.text[at - place.span.start :], at) if d.month]
        if len({(each.month, each.day) for each in days}) == 1:
            first = days[0]
            yield _Told(first.span, first.year, first.month, first.day)


def _written(text: str) -> Iterator[_Told]:
    for each in find_dates(text):
        if each.month is None or each.is_relative or "月" not in each.span.of(text):
            continue
        if _is_of_event(text, each):
            yield _Told(each.span, each.year, each.month, each.day)


def _is_of_event(text: str, written: WrittenDate) -> bool:
    before, after = text[: written.span.start], text[written.span.end :]
    return not _NOT_BEFORE.search(before[-20:]) and not _NOT_AFTER.match(after)


def _worded(text: str) -> Iterator[_Told]:
    for match in _DAY_WORD.finditer(text):
        yield _Told(Span(*match.span("word")), None, None, None, _BACK[match["word"]])
    for match in _LONE_DAY.finditer(text):
        yield _Told(Span(match.start(), match.end()), None, None, int(match["day"]))


def _day_of(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _near(told: _Told, published: date) -> date | None:
    """The day told, in the year (and month) that the publication allows."""
    if told.days_back is not None:
        return published - timedelta(days=told.days_back)
    if told.month is None:
        last_month = published.replace(day=1) - timedelta(days=1)
        days = (_date(m.year, m.month, told.day or 0) for m in (published, last_month))
        return next((day for day in days if day and day <= published), None)
    years = (published.year + 1, published.year, published.year - 1)
    days = (_date(year, told.month, told.day or 0) for year in years)
    return next((day for day in days if day and day <= published + MAX_AHEAD), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
