"""Notices: what a page puts before the public, and from when to when objections are heard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.marks import Dated, Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Notice, Period
from zhuchao.core.vocabulary.read import Read, State

OBJECTION = re.compile(
    r"公示|异议|征求意见|意见(?:反馈)?(?:的)?截止|(?:提交|反馈|提出|反映)[^,，。;；]{0,8}意见"
)
TERM = re.compile(
    r"公示(?:期|时间|日期|起止|时限)|公示之日|征求意见(?:期|时间|的?截止)|意见(?:反馈)?(?:的)?截止|异议期"
)
# The paper's own name: in brackets of a title, or what the headline says up to 公示.
DRAFTED = "征求意见稿"
# 《某名单》同步公示, 一并征求意见: a second paper with a term of its own.
BESIDE = re.compile(
    r"《(?P<about>[^《》\s]{4,80})》[^《》。;；]{0,12}(?:同步|同时|一并|一同|同期|另行|也|并|均|正在|现)?[^《》。;；]{0,6}(?:公示|征求意见|公开征求)"
)
DRAFT = re.compile(r"《?(?P<about>[^《》\s]{0,80}?\(征求意见稿\))")
HEADLINE = re.compile(
    r"(?:关于(?:公开|对|将|开展)?)?(?P<about>[^\s,，。:：|｜]{0,80}?(?:公示(?!期|公告)|征求意见(?!稿))(?:公告|名单)?)"
)
BODY = re.compile(
    r"(?:.*(?:关于|将|对|发布|公布|张贴|作出|进行))?(?P<about>[^《》\s,，:：。]{0,80}?(?:名单|结果|项目|情况|前|人选|企业|出让|的|资金|对象)公示)"
)
SHORTEST_ABOUT = 6


def notices_of(
    headline: Sequence[Marked], marked: Sequence[Marked], page_text: str
) -> Iterator[Notice]:
    """What the page puts before the public, and from when to when: the paper itself, and drafts
    that it mentions beside."""
    drafts = list(_drafts(headline, marked, page_text))
    beside = {draft.sentence for draft in drafts}
    own = [m for m in marked if m.span not in beside] if beside else marked
    yield from _paper(headline, own, page_text)
    yield from drafts


def _drafts(
    headline: Sequence[Marked], marked: Sequence[Marked], page_text: str
) -> Iterator[Notice]:
    """Drafts in 《》 with a day of their own, where the headline is of another paper."""
    title = "".join(each.text for each in headline)
    for each in marked:
        draft = DRAFT.search(each.text) if DRAFTED in each.text else BESIDE.search(each.text)
        is_open = draft and OBJECTION.search(each.text) and any(d.period for d in each.dates)
        if not draft or not is_open or "公示" not in title or each in headline:
            continue
        if draft["about"].removesuffix("公示") in title:
            continue  # the page's own paper
        about = said(each.sentence, page_text, *draft.span("about"))
        yield Notice(about, _open_until(_term(each), each), each.span)


def _paper(
    headline: Sequence[Marked], marked: Sequence[Marked], page_text: str
) -> Iterator[Notice]:
    told = [m for m in marked if OBJECTION.search(m.text) and any(d.period for d in m.dates)]
    about = _about(headline, marked, page_text) if told else None
    if about is None:
        return
    sentence, chosen = max(((m, _term(m)) for m in told), key=lambda each: _weight(*each))
    yield Notice(about, _open_until(chosen, sentence), sentence.span)


def _term(marked: Marked) -> Dated:
    """The range behind 公示期, else the last one, else the last day, from the first one told."""
    dates = [d for d in marked.dates if d.period is not None]
    ranges = [d for d in dates if d.period is not None and d.period.is_range]
    named = TERM.search(marked.text)
    behind = [d for d in ranges if named and d.start >= named.start()]
    days = [d for d in dates if named and d.start >= named.start()]
    if not ranges and len(days) > 1:
        return _joined(days[0], days[-1])
    return (behind[:1] or ranges[-1:] or dates[-1:])[0]


def _joined(first: Dated, last: Dated) -> Dated:
    """自5月6日起5个工作日,至5月12日: one range of the two days."""
    if first.period is None or last.period is None:
        return last
    start = first.period.first or first.period.last
    period = Period(start, last.period.last)
    return Dated(first.start, last.end, period, first.why or last.why)


def _weight(marked: Marked, term: Dated) -> tuple[bool, bool]:
    return bool(TERM.search(marked.text)), bool(term.period and term.period.is_range)


def _open_until(mark: Dated, marked: Marked) -> Read[Period]:
    """A single day is the last one, since objections are asked for until then."""
    read = mark.read(marked.sentence)
    if read.value is None or read.value.is_range:
        return read
    return Read(Period(None, read.value.last), State.INFERRED, read.span, why="截止日")


def _about(
    headline: Sequence[Marked], marked: Sequence[Marked], page_text: str
) -> Read[str] | None:
    """The fullest name that the paper has: a draft's title, the headline, else the body's words."""
    for pattern, among in ((DRAFT, marked), (HEADLINE, headline), (BODY, marked)):
        for each in among:
            is_none = pattern is DRAFT and DRAFTED not in each.text
            found = None if is_none else pattern.search(each.text)
            if found and found.end("about") - found.start("about") >= SHORTEST_ABOUT:
                return said(each.sentence, page_text, *found.span("about"))
    return None
