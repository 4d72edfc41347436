"""Whose words a passage is: quoted, named, denied, or told of only to warn."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.read import Span

BOUNDARY = later(r"[,，。;；:：!！?？\n\r]")
STOP = re.compile(r"[。;；!！?？\n\r]")
TITLED = re.compile(r"《[^》\n]{1,80}》")
IN_QUOTES = later(r"[“「『‘\"]([^”」』’\"\n]{1,400})[”」』’\"]")
# Roles that make what is quoted behind them other people's words, or a name.
TOLD_BEFORE = ("quote", "forbid", "award", "calls")
# A list of quotations is named together: “国家级”“最佳”等用语.
MORE_QUOTES = later(r"^(?:[、和与及或]?[“「『‘\"][^”」』’\"\n]{1,40}[”」』’\"])+")
# A meeting or a paper, and what it says up to the end of its sentence: 会议指出，……
REPORTS = later(r"(?:指出|强调|要求|提出|明确|部署)[,，:：](?![“「『‘\"])")
# How far before 指出 the meeting or the paper stands.
SPEAKER_NEAR = 16
# Behind these a quotation is what somebody said; 堪称 and 号称 praise.
SAYS = later(r"(?:说|讲|表示|介绍|(?<![堪号职对简统俗自声宣人])称)(?:道|到|过)?[:：,，]?$")
# Words that look like a denial and are none.
NO_DENIAL = later(
    r"不得不|不能不|无不|不可(?:多得|复制|比拟|替代|超越|估量|限量)|不容错过|不[能可得]错过|不会错过|没有之一|是不是|要不要|毫不|绝无虚假|绝不虚假|并非虚假"
)
FORBIDS = later(
    r"(?:不要|不得|不应|不能|不可|禁止|严禁|避免|请勿|切勿)[^,，。;；]{0,12}(?:使用|出现|写|宣称|标注|含有|自称|采用)"
)
# How far before a term a denial reaches; before a promise it reaches through the clause.
REACH = 16
# How near behind a passage it is said not to be so: 零风险是不可能的.
REACH_BEHIND = 10
LONGEST = 120


class Spans:
    """Spans of a text, asked whether one of them holds a passage."""

    def __init__(self, spans: Iterable[Span]) -> None:
        told = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in told]
        self._ends = list(accumulate((span.end for span in told), max))

    def cover(self, inner: Span) -> bool:
        """Whether one of the spans holds the whole passage."""
        at = bisect_right(self._starts, inner.start) - 1
        return at >= 0 and self._ends[at] >= inner.end


def before(text: str, at: int, boundary: re.Pattern[str] = BOUNDARY) -> str:
    """What stands before the place, as far back as the boundary."""
    return boundary.split(text[max(0, at - LONGEST) : at])[-1]


def after(text: str, at: int, boundary: re.Pattern[str] = BOUNDARY) -> str:
    """What stands from the place on, as far as the boundary."""
    return boundary.split(text[at : at + LONGEST])[0]


def others_words(text: str, roles: Mapping[str, re.Pattern[str]]) -> Iterator[Span]:
    """Titles, what somebody said, names in quotation marks, words named only to be forbidden."""
    for title in TITLED.finditer(text):
        yield Span(title.start(), title.end())
    for quotation in IN_QUOTES.finditer(text):
        said = STOP.split(text[max(0, quotation.start() - 40) : quotation.start()])[-1]
        rest = MORE_QUOTES.sub("", text[quotation.end() : quotation.end() + 60])
        is_others = (
            SAYS.search(said)
            or FORBIDS.search(said)
            or any(roles[role].search(said) for role in TOLD_BEFORE)
            or roles["forbid"].search(STOP.split(rest)[0])
            or roles["named"].match(rest.lstrip("等的类之 "))
        )
        if is_others:
            yield Span(quotation.start(), quotation.end())


def reported(text: str, roles: Mapping[str, re.Pattern[str]]) -> Iterator[Span]:
    """What a meeting or an official paper is told to have said, without quotation marks."""
    for said in REPORTS.finditer(text):
        clause = before(text, said.start())
        if roles["speaker"].search(clause[-SPEAKER_NEAR:]):
            end = said.end() + len(STOP.split(text[said.end() :], maxsplit=1)[0])
            yield Span(said.end(), end)


def is_denied(
    text: str, span: Span, roles: Mapping[str, re.Pattern[str]], *, is_promise: bool
) -> bool:
    """Whether the clause denies it, forbids it, or the sentence warns of it."""
    clause = NO_DENIAL.sub("", before(text, span.start))
    is_split = clause.endswith(("不", "未", "没"))  # 不 before a promise: 不保证收益
    told = clause + text[span.start : span.start + 2] if is_split else clause
    if roles["denial"].search(clause if is_promise else clause[-REACH:]) or FORBIDS.search(clause):
        return True
    if roles["refusal"].search(told if is_promise else clause[-REACH:]):
        return True
    if roles["denied_after"].search(after(text, span.end)[:REACH_BEHIND]):
        return True
    sentence = before(text, span.start, STOP) + after(text, span.start, STOP)
    return roles["exposed"].search(NO_DENIAL.sub("", sentence)) is not None
