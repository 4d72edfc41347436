"""Policies: who gets what, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from zhuchao.core.facts.marks import Dated, Mark, Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Period, Policy, When
from zhuchao.core.vocabulary.read import Read, State

ITEM = re.compile(r"[^;；。]+")
NUMBERED = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十\d]{1,3}[、.条)]\s?|[(（][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|"
    r"[^,，。:：]{1,16}[:：])+"
)
# 某县出台办法，对…的企业: the item begins behind the news.
INNER = re.compile(
    r"[,，:：](?:对于|对|凡)(?=[^,，]{2,60}?(?:企业|项目|机构|的|单位|个人|人才|平台|主体))"
)
LEAD = re.compile(
    r"^(?:[一二三四五六七八九]是)?(?:对于|对|凡|鼓励|支持|企业(?=利用|租用|购置|新建|实施))?"
)
# Who qualifies ends with one of these, or with 的.
TWO_CLAUSES = re.compile(
    r"(?P<who>[^,，]{2,60}?(?:企业|项目|机构|单位|个人|人才|平台|主体|团队)[,，](?:且|并)?(?:(?!奖励|补助|补贴|给予)[^,，]){2,40}的)"
    r"[,，](?=给予|予以|按|一次性|分别|奖励|补助|补贴|每|最高|再|另|前|给|可|优先|免|享受|全额|减)"
)
# 鼓励企业参与标准制定，主导制定国家标准的，每项奖励: the second clause tells who.
ENCOURAGED = re.compile(
    r"(?:鼓励|支持|引导|推动)[^,，]{2,30}[,，](?:对)?(?=[^,，]{2,40}的(?:[,，]|奖励|给予|补助|补贴))"
)
WHO = re.compile(
    r"(?P<who>[^,，]{2,60}?)[,，](?=给予|予以|按|一次性|分别|奖励|补助|补贴|每|最高|再|另|连续|前|给|可|优先|免|享受|全额|减)"
    r"|(?P<kind>[^,，]{2,60}?(?:企业|项目|机构|单位|个人|人才|平台|主体|商户|团队|中心|载体|公司|的|基地))"
    r"(?:[,，]|(?=分别|给予|按|一次性|奖励|补助|每家|每年|最高|予以))"
)
OUTRIGHT = re.compile(r"^(?:给予|予以)")
# 授予甲公司“…奖”，奖励20万元: an honour.
AWARD = re.compile(r"\s*(?:授予|表彰|决定授予)")
GIVEN = re.compile(r"(?:奖励|补助|补贴|给予)[^,，]{0,16}\d")
GRANT = re.compile(
    r"优先(?:保障|安排|供应|支持|推荐|享受|提供|纳入|办理|配置|供地)|免费提供|免除|奖励|补助|补贴|贴息|奖补|资助|减免|免租|免收|全额|减半|扶持"
)
NUMERAL = re.compile(r"[\d一二三四五六七八九]")
# A text without one of these speaks of grants, but grants nothing.
POLICY = re.compile(
    r"(?:优先(?:保障|安排|供应|支持|推荐|享受|提供|纳入|办理|配置|供地)|免费提供|免除|给予|奖励|补助|补贴|贴息|减免|减半|免租)"
)
UNTIL = re.compile(
    r"(?:政策|措施|办法|条款)[^,，。]{0,8}截至|执行期|实施期|有效期|截止|执行|止|施行|申报|有效"
)
IN_FORCE = re.compile(
    r"有效期|执行期|实施期|(?:政策|措施|办法|条款|意见)[^,，。]{0,10}(?:至|止)|(?:执行|施行|实施)(?:到|至)"
)
# 有效期至…, 截止时间为…; …止, …前; but 自…起施行 is the first day.
TO_DAY = re.compile(r"(?:至|到|截至|截止|截止到|期限?为?|时间为?|日期为?|[:：])$")
OVER = re.compile(r"止|为止|前|之前|截止|到期|失效|废止")
BEGINS = re.compile(r"(?:起|开始|正式)(?:施行|实施|执行|生效)?|施行|印发|发布")
YEARS = re.compile(
    r"(?:有效期|执行期|实施期|试行期?)(?:限)?(?:为|:|暂定)?([一二两三四五六]|\d{1,2})年"
)
NUMBERS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
BY_YEARS = "从施行那天起按有效期的年数推算"
# 甲企业每家奖励5万元，乙企业每家补助3万元: each clause tells of its own.
NEXT = re.compile(
    r"[,，](?=[^,，]{2,40}?(?:企业|项目|机构|单位|个人|人才|平台|主体|团队|基地|园区|中心|的)(?:每家|每个|每人|每户|每项|一次性|分别|再)*(?:给予|奖励|补助|补贴)[^,，]{0,16}\d)"
)
CLOSING = re.compile(
    r"[,，](?:本|上述|以上|该|相关)?(?:政策|措施|办法|意见|条款)[^,，]{0,12}(?:自|至|截至|有效|执行|施行).*$"
)
OBJECTION = re.compile(r"异议|征求意见|意见(?:反馈)?截止|公示")


def policies_of(page: Sequence[Marked], page_text: str) -> Iterator[Policy]:
    """Who qualifies for what, item by item, with the day that the page sets as the last."""
    granting = [marked for marked in page if GRANT.search(marked.text)]
    until = _until(page) if granting else None
    for marked in granting:
        for start, item in _items(marked.text):
            found = _policy(item)
            if found is not None:
                who, what = (Mark(start + m.start, start + m.end) for m in found)
                if any(o.end == who.end for o in marked.organisations):
                    continue  # a list of firms that are paid
                yield Policy(
                    said(marked.sentence, page_text, who.start, who.end),
                    said(marked.sentence, page_text, what.start, what.end),
                    until,
                    marked.span,
                )


def _items(text: str) -> Iterator[tuple[int, str]]:
    """The clauses that may each grant something, with where they begin."""
    for item in ITEM.finditer("" if "|" in text else text):
        closing = CLOSING.search(item[0])
        end = closing.start() if closing else len(item[0])
        cuts = [each.end() for each in NEXT.finditer(item[0], 0, end)]
        cuts = [cut for cut in cuts if GIVEN.search(item[0], 0, cut)]
        for first, last in pairwise([0, *cuts, end + bool(cuts)]):
            yield item.start() + first, item[0][first : last - bool(cuts)]


def _policy(item: str) -> tuple[Mark, Mark] | None:
    if AWARD.match(item) or not GRANT.search(item) or not NUMERAL.search(item):
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
    """The last day in force: of the policy itself, else of applying for it."""
    for pattern in (IN_FORCE, UNTIL):
        for marked in page:
            is_told = pattern.search(marked.text) and not OBJECTION.search(marked.text)
            told = _end_of(marked) if is_told else None
            if told is not None:
                return told
    return None


def _end_of(marked: Marked) -> Read[Period] | None:
    """What stands behind 有效期至, before 止; or so many years from a first day."""
    days = [mark for mark in marked.dates if mark.period is not None]
    ends = [mark for mark in days if _is_end(marked.text, mark)]
    return _last(ends[-1], marked) if ends else _after_years(marked, days)


def _is_end(text: str, mark: Dated) -> bool:
    is_range = mark.period is not None and mark.period.is_range
    is_begun = BEGINS.match(text, mark.end)
    return not is_begun and bool(
        is_range or TO_DAY.search(text, 0, mark.start) or OVER.match(text, mark.end)
    )


def _after_years(marked: Marked, days: Sequence[Dated]) -> Read[Period] | None:
    """自2026年1月1日起施行，有效期3年: up to 2028-12-31."""
    years = YEARS.search(marked.text)
    first = next((m for m in days if BEGINS.match(marked.text, m.end)), None)
    when = first.period.first if first and first.period else None
    if not years or first is None or when is None or not (when.year and when.month and when.day):
        return None
    count = NUMBERS.get(years[1]) or int(years[1] if years[1].isdigit() else 0)
    last = date(when.year + count, when.month, min(when.day, 28 if when.month == 2 else when.day))
    last -= timedelta(days=1)
    told = When(last.year, last.month, last.day)
    span = first.read(marked.sentence).span
    return Read(Period(told, told), State.INFERRED, span, why=BY_YEARS)


def _last(mark: Dated, marked: Marked) -> Read[Period] | None:
    if mark.period is None:
        return None
    read = mark.read(marked.sentence)
    end = Period(mark.period.last, mark.period.last)
    return Read(end, read.state, read.span, why=read.why)
