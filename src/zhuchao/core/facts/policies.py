"""Policies: who gets what, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.marks import Dated, Mark, Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Period, Policy
from zhuchao.core.vocabulary.read import Read

ITEM = re.compile(r"[^;；。]+")
NUMBERED = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十\d]{1,3}[、.条)]\s?|[(（][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|"
    r"[^,，。:：]{1,16}[:：])+"
)
# 某县出台办法，对…的企业: the item begins behind the news.
INNER = re.compile(
    r"[,，:：](?:对于|对|凡)(?=[^,，]{2,60}?(?:企业|项目|机构|的|单位|个人|人才|平台|主体))"
)
LEAD = re.compile(r"^(?:对于|对|凡|鼓励|支持|企业(?=利用|租用|购置|新建|实施))?")
# Who qualifies ends with one of these, or with 的.
TWO_CLAUSES = re.compile(
    r"(?P<who>[^,，]{2,60}?(?:企业|项目|机构|单位|个人|人才|平台|主体|团队)[,，](?:且|并)?(?:(?!奖励|补助|补贴|给予)[^,，]){2,40}的)"
    r"[,，](?=给予|予以|按|一次性|分别|奖励|补助|补贴|每|最高|再|另|前|给|可|享受|全额|减)"
)
# 鼓励企业参与标准制定，主导制定国家标准的，每项奖励: the second clause tells who.
ENCOURAGED = re.compile(r"(?:鼓励|支持|引导|推动)[^,，]{2,30}[,，](?:对)?(?=[^,，]{2,40}的[,，])")
WHO = re.compile(
    r"(?P<who>[^,，]{2,60}?)[,，](?=给予|予以|按|一次性|分别|奖励|补助|补贴|每|最高|再|另|连续|前|给|可|享受|全额|减)"
    r"|(?P<kind>[^,，]{2,60}?(?:企业|项目|机构|单位|个人|人才|平台|主体|商户|团队|中心|载体|公司|的|基地))"
    r"(?:[,，]|(?=分别|给予|按|一次性|奖励|补助|每家|每年|最高|予以))"
)
OUTRIGHT = re.compile(r"^(?:给予|予以)")
GRANT = re.compile(r"奖励|补助|补贴|贴息|奖补|资助|减免|免租|免收|全额|减半|扶持")
# A text without one of these speaks of grants, but grants nothing.
POLICY = re.compile(r"(?:给予|奖励|补助|补贴|贴息|减免|减半|免租)")
UNTIL = re.compile(r"有效期|截止|执行|止|施行|申报|有效")
OBJECTION = re.compile(r"异议|征求意见|意见(?:反馈)?截止|公示")


def policies_of(page: Sequence[Marked], page_text: str) -> Iterator[Policy]:
    """Who qualifies for what, item by item, with the day that the page sets as the last."""
    until = _until(page)
    for marked in page:
        for item in ITEM.finditer(marked.text):
            found = _policy(item[0])
            if found is not None:
                who, what = (Mark(item.start() + m.start, item.start() + m.end) for m in found)
                if any(o.end == who.end for o in marked.organisations):
                    continue  # a list of firms that are paid
                yield Policy(
                    said(marked.sentence, page_text, who.start, who.end),
                    said(marked.sentence, page_text, what.start, what.end),
                    until,
                    marked.span,
                )


def _policy(item: str) -> tuple[Mark, Mark] | None:
    if not GRANT.search(item) or not re.search(r"[\d一二三四五六七八九]", item):
        return None
    head = NUMBERED.match(item)
    start = head.end() if head else 0
    encouraged = ENCOURAGED.match(item, start)
    start = encouraged.end() if encouraged else start
    inner = INNER.search(item, start)
    start = inner.end() if inner else start + len((LEAD.match(item[start:]) or [""])[0])
    who = TWO_CLAUSES.match(item, start) or WHO.match(item, start)
    if who is None or not POLICY.search(item, who.end()):
        return None
    first = who.end()
    outright = OUTRIGHT.match(item[first:])
    first += outright.end() if outright else 0
    named = "who" if who["who"] else "kind"
    return Mark(*who.span(named)), Mark(first, len(item.rstrip('”" ')))


def _until(page: Sequence[Marked]) -> Read[Period] | None:
    """The last day in force: behind 有效期至, 截止, or before 止."""
    for marked in page:
        days = [mark for mark in marked.dates if mark.period is not None]
        if not days or not UNTIL.search(marked.text) or OBJECTION.search(marked.text):
            continue
        last = _last(days[-1], marked)
        if last is not None:
            return last
    return None


def _last(mark: Dated, marked: Marked) -> Read[Period] | None:
    if mark.period is None:
        return None
    read = mark.read(marked.sentence)
    end = Period(mark.period.last, mark.period.last)
    return Read(end, read.state, read.span, why=read.why)
