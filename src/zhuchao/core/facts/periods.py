"""The dates and periods of a sentence, resolved against the page's day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from zhuchao.core.facts.calendar import (
    DASH,
    LINK,
    Body,
    Head,
    body_at,
    day_at,
    head_at,
    year_end_at,
)
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Dated
from zhuchao.core.vocabulary.fact import Period, When

NEEDS_PUBLISHED = "要有发布日期才能推定"
FROM_PUBLISHED = "年份按发布日期推定"
FROM_SENTENCE = "年份取自同一句"
FROM_TEXT = "文中上一个日期"
NO_MONTH = "只写了日，推不出是哪个月"
# What is told without a year lies at most so many months ahead of the page.
MONTHS_AHEAD = 4
# From April on 年底 and 下半年 are this year's; last year's would be told as such.
FIRST_SURE = 4
# In January and February what 2025年…。某项目3月开工 tells is last year's.
LOOKING_BACK = 2
# 全年 without a year of its own.
WHOLE = "whole"
AHEAD = re.compile(r"(?:将|拟|预计|计划|力争|争取|有望|确保)[^,，。;；]{0,8}$")
MAY_START = re.compile(r"[\d〇零一二三四五六七八九十前今本去上明来年过当下昨首第全同近最截到]")
NOT_BEFORE = re.compile(r"[\d.第〇零○一二三四五六七八九十]")
# What a date that is no word of the table begins with: a number with one of these signs close
# behind it, as most numbers have none, or 最近三年, 过去五年, 近两年.
UNWORDED = re.compile(
    r"[\d〇零一二三四五六七八九十前](?=[^年月日/.-]{0,19}[年月日/.-])|最(?=近)|过(?=去)|近"
)
UNTIL = re.compile(r"(?:截至|截止|截止到|截至到)\s?$")
# 全年计划, 年度目标 are plans, no dates.
OF_PLAN = re.compile(
    r"(?:投资)?(?:计划|目标|任务|预算)(?![新建引实签开完招培盘改组安出供举推接拜走落力争]|是|值?为|定为)"
)
GAP = re.compile(rf"日?{DASH}")


@dataclass(frozen=True, slots=True)
class Context:
    """The page's day, and what earlier dates tell: the sentence's year and month, the last day."""

    today: date | None
    year: int | None = None
    month: int | None = None
    last: When | None = None
    told_year: int | None = None
    # 去年3月 is no year for what 截至5月底 tells later.
    is_looked_back: bool = False
    # A report on a year: its 过去一年 is the calendar's.
    is_report: bool = False

    def renewed(self) -> Context:
        """For the next sentence: only 同日, 当年 and 全年 look back so far."""
        return Context(
            self.today, last=self.last, told_year=self.told_year, is_report=self.is_report
        )


def dates_of(text: str, lexicon: Lexicon, context: Context) -> tuple[tuple[Dated, ...], Context]:
    """The dates of a folded sentence in order, and what they tell for later sentences.

    A missing year comes from an earlier date of the sentence, else from the page's day.
    """
    found: list[Dated] = []
    reached, context = 0, context.renewed()
    for at in _starts_of(text, lexicon):
        is_inside = at < reached or (at and NOT_BEFORE.match(text, at - 1))
        read = None if is_inside else _dated(text, at, lexicon, context)
        if read is None or (OF_PLAN.match(text, read.end) and text[at].isalpha()):
            continue
        context = context if _is_of_paper(text, at) else _after(context, read)
        read = _until(text, read)
        earlier = found[-1] if found and GAP.fullmatch(text, found[-1].end, at) else None
        found[-1:] = [_joined(earlier, read)] if earlier else [*found[-1:], read]
        reached = read.end
    return tuple(found), context


def _is_of_paper(text: str, at: int) -> bool:
    """《2025年度某办法》: the year of a paper's name is no later date's."""
    return text.rfind("《", 0, at) > text.rfind("》", 0, at)


def _starts_of(text: str, lexicon: Lexicon) -> list[int]:
    """Where a date may begin, in order."""
    words = lexicon.words("period").starts(text)
    worded = {start for start, word in words if MAY_START.match(word)}
    return sorted(worded.union(each.start() for each in UNWORDED.finditer(text)))


def _joined(earlier: Dated, later: Dated) -> Dated:
    """Two dates with a dash or 至 between them are one period."""
    if earlier.period is None or later.period is None:
        return replace(later, start=earlier.start)
    period = Period(earlier.period.first, later.period.last)
    return Dated(earlier.start, later.end, period, earlier.why or later.why)


def _until(text: str, read: Dated) -> Dated:
    """截至4月末 is all up to the end of April."""
    before = UNTIL.search(text, max(0, read.start - 6), read.start)
    if before is None or read.period is None:
        return read
    if read.period.first is None:
        return read
    return replace(read, period=replace(read.period, first=None))


def _after(context: Context, read: Dated) -> Context:
    if read.period is None or read.period.first is None:
        return context
    first = read.period.first
    if read.why and first.month is None:
        return context  # 较上年 tells nothing of what comes after
    this_year = context.today.year if context.today else first.year
    is_moved = read.why == FROM_PUBLISHED and first.year != this_year
    if is_moved and not (read.period.is_range and (first.year or 0) < (this_year or 0)):
        return replace(context, month=first.month or context.month, last=first)  # 明年3月
    return replace(
        context,
        year=first.year or context.year,
        is_looked_back=read.why == FROM_PUBLISHED if first.year else context.is_looked_back,
        told_year=_told_year(first.year, context),
        month=first.month or context.month,
        last=context.last if read.period.is_range else first,
    )


def _told_year(year: int | None, context: Context) -> int | None:
    """2027年10月投产 is no year for what 二季度 tells later."""
    is_ahead = year is not None and context.today is not None and year > context.today.year
    return context.told_year if year is None or is_ahead else year


def _dated(text: str, at: int, lexicon: Lexicon, context: Context) -> Dated | None:
    head = head_at(text, at, lexicon)
    if head is None:
        body = body_at(text, at, lexicon) or day_at(text, at)
        return None if body is None else _bodied(text, at, body, context)
    if head.day is not None:
        when = When(head.year, head.month, head.day)
        return Dated(at, head.end, _valid(when, when))
    after = LINK.match(text, head.end)
    start = after.end() if after else head.end
    if head.shift in ("month", "day", "since", "recent"):
        return _moved(at, head, day_at(text, start), context)
    if head.shift == "same" and head.by in ("day", "next"):
        return _same_day(at, head, context)
    body = body_at(text, start, lexicon) or year_end_at(text, head.end)
    return _headed((text, at), head, None if head.last_year else body, context)


def _headed(
    place: tuple[str, int], head: Head, body: Body | None, context: Context
) -> Dated | None:
    """A year with what follows it."""
    text, at = place
    end = body.end if body else head.end
    year, why = head.year, ""
    if head.shift:
        why = FROM_PUBLISHED
        year = _year_meant(head, context)
        if year is None and (head.shift == "same" or body is None):
            return None if head.shift == "same" else Dated(at, end, None, NEEDS_PUBLISHED)
    if body is None and context.today is not None and text.startswith("以来", end):
        today = context.today
        last = When(today.year, today.month, today.day)
        return Dated(at, end + 2, Period(When(year, 1, 1), last), FROM_PUBLISHED)
    if body is None:
        return Dated(at, end, Period(When(year), When(head.last_year or year)), why)
    return Dated(at, end, _period(year, body), why)


def _year_meant(head: Head, context: Context) -> int | None:
    if head.shift == "same":
        return context.year or (context.last.year if context.last else None)
    if head.by == WHOLE:
        return context.year or context.told_year or _whole_year(context.today)
    return context.today.year + int(head.by) if context.today else None


def _whole_year(today: date | None) -> int | None:
    """全年 in January and February looks back."""
    return None if today is None else today.year - (today.month <= 2)


def _same_day(at: int, head: Head, context: Context) -> Dated | None:
    if context.last is None or context.last.day is None:
        return None
    last = context.last
    if head.by == "next" and last.year and last.month and last.day:
        day = date(last.year, last.month, last.day) + timedelta(days=1)
        last = When(day.year, day.month, day.day)
    return Dated(at, head.end, Period(last, last), FROM_TEXT)


def _moved(at: int, head: Head, body: Body | None, context: Context) -> Dated:
    """What is told from the page's own day: 上月, 昨日, 今年以来."""
    end = body.end if body and head.shift == "month" else head.end
    if context.today is None:
        return Dated(at, end, None, NEEDS_PUBLISHED)
    day, period = context.today, None
    if head.shift == "month":
        count = day.year * 12 + day.month - 1 + int(head.by)
        when = When(count // 12, count % 12 + 1, body.first[1] if body else None)
        period = _valid(when, when)
    elif head.shift == "day":
        day += timedelta(days=int(head.by))
        period = Period(When(day.year, day.month, day.day), When(day.year, day.month, day.day))
    elif head.shift == "recent":
        period = Period(When(day.year - int(head.by)), When(day.year - 1))
    elif head.by == "until":
        period = Period(None, When(day.year, day.month, day.day))
    elif head.by == "past" and context.is_report and day.month < FIRST_SURE:
        period = Period(When(day.year - 1), When(day.year - 1))
    else:
        is_past = head.by == "past"
        first = When(day.year - 1, day.month, day.day) if is_past else When(day.year, 1, 1)
        period = Period(first, When(day.year, day.month, day.day))
    return Dated(at, end, period, FROM_PUBLISHED)


def _bodied(text: str, at: int, body: Body, context: Context) -> Dated | None:
    """Months or days without a year of their own."""
    month, day = body.first
    if month is None:
        return _lone_day(at, body, day or 1, context)
    is_today = context.is_looked_back and bool(UNTIL.search(text, max(0, at - 6), at))
    if context.year is not None and not (is_today and context.today):
        return Dated(at, body.end, _period(context.year, body), FROM_SENTENCE)
    if context.today is None:
        why = FROM_TEXT if context.told_year else ""
        return Dated(at, body.end, _period(context.told_year, body), why)
    told = context.told_year if body.is_named else None
    last = body.last[0] or month
    is_ahead = bool(AHEAD.search(text, max(0, at - 16), at))
    is_this_year = body.is_named and context.today.month >= FIRST_SURE
    year = told or (
        context.today.year if is_this_year else _near_year(last, context.today, is_ahead=is_ahead)
    )
    is_looking_back = context.today.month <= LOOKING_BACK and day is None and not is_ahead
    if is_looking_back and month > context.today.month and context.told_year == year - 1:
        return Dated(at, body.end, _period(year - 1, body), FROM_TEXT)
    return Dated(at, body.end, _period(year, body), FROM_PUBLISHED)


def _lone_day(at: int, body: Body, day: int, context: Context) -> Dated | None:
    if context.month is not None:
        when = When(context.year, context.month, day)
        return Dated(at, body.end, _valid(when, when), FROM_SENTENCE)
    if context.today is None:
        return Dated(at, body.end, None, NO_MONTH)
    count = context.today.year * 12 + context.today.month - 1 - (day > context.today.day)
    when = When(count // 12, count % 12 + 1, day)
    return Dated(at, body.end, _valid(when, when), FROM_PUBLISHED)


def _near_year(month: int, today: date, *, is_ahead: bool) -> int:
    if is_ahead:
        return today.year + (month < today.month)
    ahead = month - today.month
    if ahead > MONTHS_AHEAD:
        return today.year - 1
    return today.year + (ahead + 12 <= MONTHS_AHEAD - 2)


def _period(year: int | None, body: Body) -> Period | None:
    first, last = When(year, *body.first), When(year, *body.last)
    if year is not None and (last.month or 0) < (first.month or 0):
        last = replace(last, year=year + 1)
    return _valid(first, last)


def _valid(first: When, last: When) -> Period | None:
    return Period(first, last) if _is_day(first) and _is_day(last) else None


def _is_day(when: When) -> bool:
    try:
        date(when.year or 2000, when.month or 1, when.day or 1)
    except ValueError:
        return False
    return True
