"""Sentences about others: 14#去年给了一家铜箔厂,投资6.8亿,自己上了20吨行车四台.

Who is told of at the start of a sentence is told of up to its end, or up to a clause that speaks
of the matter again, in a message that tells a size, or what is wished, elsewhere. On former times
an offer tells of its own house, so that only what goes on with them is none of it. Of who rents
what is sold any clause may tell, and those behind it that speak of his lease.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhuchao.core.messages.aside_words import AsideWords

# Where a sentence or a clause may begin, in brackets, too.
_BEGINS = re.compile(r"(?:^\s*|[,，。;；!！?？\n(（])[^\w(（,，。;；]{0,3}")
_ENDS = re.compile(r"[。;；!！?？\n]|$")
_CLOSES = re.compile(r"[)）。\n]|$")
_CLAUSE = re.compile(r"(?:(?<=\d),(?=\d{3}(?!\d))|[^,，])+")
# What tells of the matter itself: a size, or that something is let or looked for.
_MATTER = re.compile(
    r"[\d一二两三四五六七八九十百千万](?:个?平|方|㎡|m2|亩)|求[租购]|[出招转]租|出售|转让|[找寻]一?个?[厂仓]"
)
_LONGEST = 60
_OPEN, _PAUSES = frozenset("(（"), frozenset(",，")


class Story(NamedTuple):
    """Where somebody else is told of; ``side`` is above zero where only a demand tells so, below
    zero where only an offer does."""

    start: int
    end: int
    side: int = 0


def stories(text: str, words: AsideWords) -> Iterator[Story]:
    """Such sentences and clauses, each from its start to its end, in order."""
    for begun in _BEGINS.finditer(text):
        start = begun.end()
        found = words.begins.match(text, start)
        if found is None or found.lastgroup is None:
            continue
        told = words.stories[found.lastgroup]
        is_pause = begun[0][:1] in _PAUSES
        for side, more in told.reaches:
            end = _told_to(text, begun, words, told.within if is_pause else more)
            is_meant = told.is_sure or _MATTER.search(text, 0, start) or _MATTER.search(text, end)
            if is_meant and end > start:
                yield Story(start, end, side)


def _turns_back(
    text: str, at: int, ended: re.Match[str] | None, words: AsideWords
) -> re.Match[str] | None:
    """承重1.5吨 between 楼下是做注塑的 and 我们这层800公斤: up to a turn to one's own."""
    return words.contrasts.search(text, at, ended.start() if ended else len(text))


def _told_to(
    text: str, begun: re.Match[str], words: AsideWords, more: re.Pattern[str] | None
) -> int:
    """Up to the last clause that goes on with the first: as ``more`` tells, else to the end."""
    start = begun.end()
    ended = (_CLOSES if begun[0][:1] in _OPEN else _ENDS).search(text, start)
    end = start
    for clause in _CLAUSE.finditer(text, start, ended.start() if ended else len(text)):
        place = clause.span()
        if place[1] - place[0] > _LONGEST:
            break  # speech without stops
        is_more = (
            more is None or more.match(text, *place) or _turns_back(text, place[1], ended, words)
        )
        if end > start and not is_more:
            break
        if end > start and (
            words.resumes.match(text, *place) or words.returns.search(text, *place)
        ):
            break
        end = place[1]
    return end
