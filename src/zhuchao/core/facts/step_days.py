"""The day on which a step was taken: in its clause, right before it, or on its label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import Dated, Marked
from zhuchao.core.facts.sentences import Sentence
from zhuchao.core.vocabulary.read import Span

ALONE = re.compile(r"(?:上午|下午|晚|晚间|凌晨|底|初)?[,，]")
LABEL = re.compile(r"(?:备案|成交|签约|签订|批复|公告|出让|立项)(?:时间|日期)[:：]$")
# 10月10日，某区发布红黑榜: the day of a paper, of no step.
REPORTED = re.compile(
    r"[,，]?[^,，。;；]{0,16}(?:发布|公布|印发|通报|获悉|介绍|披露|出炉|举行(?:新闻)?发布会|召开(?:新闻)?(?:发布会|通气会))"
)
# 一季度重点项目集中签约仪式: the quarter is the ceremony's name, not its day.
NAMING = re.compile(r"(?:全[市县区])?[^,，。;；\d]{0,12}(?:项目|仪式|活动|大会)")


# 年内投产: no time of its own.
VAGUE = re.compile(r"年内$|近期$|日前$|近日$")
# 此前的3月11日，双方签署…
EARLIER = re.compile(r"(?:此前|之前|早在|随后|此后|早前)[的于在]?$")


def clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in ",，;；:。") + 1


def date_of(stretch: Stretch, start: int, end: int) -> tuple[Dated | None, bool]:
    """The date in the step's own clause, right before it; else the day that the stretch or the
    sentence begins with."""
    marked = stretch.marked
    clause = clause_start(marked.text, start)
    own = [d for d in marked.dates if clause <= d.start and d.end <= start]
    own = own or labelled(stretch, end) or _leading(marked, clause)
    before = [d for d in marked.dates if d.end <= start and is_day(d)]
    own = [] if own and VAGUE.search(marked.text, own[-1].start, own[-1].end) else own
    if own and not (before and _names_an_event(own[-1], marked.text)):
        return own[-1], True
    return (before[-1] if before else None), False


def _leading(marked: Marked, clause: int) -> list[Dated]:
    """2026年1月，该子公司竞得…: the date that makes up the clause before."""
    return [
        d
        for d in marked.dates
        if d.period is not None
        and not d.period.is_range
        and ALONE.fullmatch(marked.text, d.end, clause)
        and (
            d.start == 0
            or marked.text[d.start - 1] in ",，;；:。）)】"
            or EARLIER.search(marked.text, 0, d.start)
        )
    ]


def labelled(stretch: Stretch, at: int) -> list[Dated]:
    """备案时间：2026年4月9日: the day of an entry, behind what the step is told by."""
    return [
        d
        for d in stretch.marked.dates
        if at <= d.start < stretch.end and LABEL.search(stretch.marked.text, at, d.start)
    ]


def _names_an_event(mark: Dated, text: str) -> bool:
    return not is_day(mark) and bool(NAMING.match(text, mark.end))


def is_day(mark: Dated) -> bool:
    period = mark.period
    return period is not None and period.last.day is not None and not period.is_range


def day_before(page: Iterable[Marked], at: Span) -> tuple[Sentence, Dated] | None:
    """The last day that the text tells up to a place."""
    days = [
        (marked.sentence, mark)
        for marked in page
        for mark in marked.dates
        if is_day(mark)
        and marked.sentence.span_of(mark.start, mark.end).end <= at.end
        and not REPORTED.match(marked.text, mark.end)
    ]
    return days[-1] if days else None
