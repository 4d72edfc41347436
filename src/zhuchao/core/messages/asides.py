"""Asides: what a message says of others, of what was, will be or might be, and of what is refused.

Their figures and words are no fields of what is asked for or offered. An aside reaches from the
words that begin it to the next stop, or to a word that turns back to the matter (现在, 我这).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zhuchao.core.messages.aside_words import STOPS, AsideWords
from zhuchao.core.messages.holdings import holdings
from zhuchao.core.messages.retracting import retracted
from zhuchao.core.messages.stories import stories

_PAUSES = frozenset(",，。;；!！")
# 6号车间对面: what is counted in front of an aside.
_BEFORE = re.compile(r"[\d一二两三四五六七八九十几]+号?(?:车间|厂房|仓库|楼|门|库|栋)?$")
_CLAUSE = re.compile(rf"[^{STOPS}]*$")
_FIGURE = re.compile(
    r"(?!二(?:房东|手)|一[手律定般些样起直])[\d一二两三四五六七八九十百千万半]|免租"
)
# 超过十八块就别打了: what is refused above a figure tells that.
_BEYOND = re.compile("超过|高于|大于|多于|超出")
_UNIT_BEFORE = re.compile(r"[块元平方米万](?:以[上下])?[^,，。;；!！?？\s]{0,3}$")
# Clauses that only greet or thank: whatever else a message says, they say nothing of it.
_TO = "(?:大家|各位|诸位|老板|老师|领导|朋友|群友|同行|亲|们|您|你|们|所有|全体|的)*"
_COURTESY = re.compile(
    rf"(?:(?<=[{STOPS}\s])|^)[^\w{STOPS}]{{0,20}}{_TO}(?:(?:早上?|中午|下午|晚上|上午|新年|周末|节日|你|您|大家|各位)好?|好|在吗|打扰了?"
    rf"|(?:感谢|谢谢|多谢)?(?:群主|群友|朋友|老板)?(?:拉我?|邀请?我?)[进入]群|新人(?:报到|报道|[进入]群)|初来乍到|多多?关照"
    rf"|辛苦|麻烦|谢谢|感谢|多谢|拜托|有劳|祝好|早安|晚安)(?:啊|呀|哈|了|啦|哦|一下|各位|大家|老板|老师|群主|支持|看看|看下|们|您|您了)*"
    rf"[^\w{STOPS}]{{0,20}}(?=[{STOPS}\s]|$)"
)
# So far back a refusal is looked for its figure.
LONGEST = 24
FARTHEST = 8
# What only an offer holds, and what only a demand.
SIDES = {"asked": -1, "own": 1}


class Aside(NamedTuple):
    """Where an aside stands; ``side`` is above zero for one that only a demand can hold."""

    start: int
    end: int
    side: int = 0


def asides(text: str, written: str, words: AsideWords) -> list[Aside]:
    """What may be asides, in order; of some it depends on the side that the text is of.

    ``written`` is the text with its blanks, where ``text`` may have stops in their place.
    """
    held = [Aside(start, end, 1) for start, end in holdings(written)]
    taken_back = [Aside(start, end) for start, end in retracted(text)]
    told = [Aside(*each) for each in stories(text, words)]
    return [*held, *taken_back, *told, *_led(text, words), *_refused(text, words)]


def courtesies(text: str) -> list[Aside]:
    """The clauses that only greet or thank."""
    return [_with_stop(text, *found.span()) for found in _COURTESY.finditer(text) if found[0]]


def _with_stop(text: str, start: int, end: int) -> Aside:
    """With the stop that sets it off: what is left is parted as it was without."""
    if text[end : end + 1] in _PAUSES:
        return Aside(start, end + 1)
    return Aside(start - (text[start - 1 : start] in _PAUSES), end)


def without(text: str, found: Iterable[Aside], balance: int = 0) -> str:
    """The text with blanks in place of its asides; every other character stays where it stands.

    ``balance`` tells the side that the text is of, as far as that is known: above zero a demand.
    """
    meant = [each for each in found if not each.side or each.side * balance > 0]
    if not meant:
        return text
    pieces: list[str] = []
    at = 0
    for start, end, _ in sorted(meant):
        if end > at:  # others may have told of it, too
            pieces += text[at:start], " " * (end - max(at, start))
            at = end
    return "".join((*pieces, text[at:]))


def _led(text: str, words: AsideWords) -> Iterator[Aside]:
    at = 0
    while told := words.mark.search(text, at):
        kind, mark = told
        end = (words.late_end if kind == "future" else words.end).search(text, mark.end())
        at = max(end.start() if end else len(text), mark.end())
        at = _line_end(text, mark.end()) if text.startswith(":", mark.end()) else at
        if not words.wished.search(text, mark.start(), at):
            yield Aside(_start(text, kind, mark), at, SIDES.get(kind, 0))


def _line_end(text: str, at: int) -> int:
    """现址:龙华,8000㎡,租金38元: what a label names is told up to the end of its line."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _start(text: str, kind: str, mark: re.Match[str]) -> int:
    if kind == "back":
        return mark.start() - 2
    low = max(0, mark.start() - FARTHEST) if kind == "counted" else mark.start()
    before = _BEFORE.search(text, low, mark.start())
    return before.start() if before else mark.start()


def _refused(text: str, words: AsideWords) -> Iterator[Aside]:
    """15块租不了: what stands in front of a refusal, in its clause."""
    for mark in words.refused.finditer(text):
        before = _CLAUSE.search(text, max(0, mark.start() - LONGEST), mark.start())
        start = before.start() if before else mark.start()
        start = max(start, text.rfind(" ", start, mark.start()) + 1)
        is_meant = not mark["near"] or _UNIT_BEFORE.search(text, start, mark.start())
        if mark["near"] and _BEYOND.search(text, start, mark.start()):
            continue
        if is_meant and (mark["gone"] or _FIGURE.search(text, start, mark.end())):
            yield Aside(start, mark.end())
