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

from zhuchao.core.messages.aside_words import AsideWords, Beginning

# Where a sentence or a clause may begin, in brackets, too.
_BEGINS = re.compile(r"(?:^\s*|[,，。;；!！?？\n(（])[^\w(（,，。;；]{0,3}")
# Who tells more without a pause speaks without stops.
_LONGEST = 60
# The clauses of a sentence, and those in brackets, as far as that.
_INSIDE = r"(?:(?<=\d),(?=\d{3}(?!\d))|[^,，"
_CLAUSE = re.compile(rf"[,，]*(?P<told>{_INSIDE}。;；!！?？\n]){{1,{_LONGEST + 1}}})")
_BRACKETED = re.compile(rf"[,，]*(?P<told>{_INSIDE})）。\n]){{1,{_LONGEST + 1}}})")
# What tells of the matter itself: a size, or that something is let or looked for.
_MATTER = re.compile(
    r"[\d一二两三四五六七八九十百千万](?:个?平|方|㎡|m2|亩)|求[租购]|[出招转]租|出售|转让|[找寻]一?个?[厂仓]"
)
_OPEN, _PAUSES = frozenset("(（"), frozenset(",，")
_Goes = tuple[re.Pattern[str], re.Pattern[str] | None]


class Story(NamedTuple):
    """Where somebody else is told of; ``side`` is above zero where only a demand tells so, below
    zero where only an offer does."""

    start: int
    end: int
    side: int = 0


def stories(text: str, words: AsideWords) -> Iterator[Story]:
    """Such sentences and clauses, each from its start to its end, in order."""
    begun = list(_begun(text, words))
    if not begun:
        return
    matter = [each.span() for each in _MATTER.finditer(text)]
    first, last = (matter[0][1], matter[-1][0]) if matter else (len(text) + 1, -1)
    # What begins within a story that goes on alike ends with it: no clause is read twice.
    ends: dict[_Goes, int] = {}
    for start, mark, told in begun:
        clauses = _BRACKETED if mark in _OPEN else _CLAUSE
        for side, more in told.reaches:
            goes = clauses, told.within if mark in _PAUSES else more
            end = ends.get(goes, 0)
            if end <= start:
                end = ends[goes] = _told_to(text, start, goes, words)
            if end > start and (told.is_sure or first <= start or last >= end):
                yield Story(start, end, side)


def _begun(text: str, words: AsideWords) -> Iterator[tuple[int, str, Beginning]]:
    """Where others begin to be told of, behind which mark, and how."""
    for begun in _BEGINS.finditer(text):
        found = words.begins.match(text, begun.end())
        if found is not None and found.lastgroup is not None:
            yield begun.end(), begun[0][:1], words.stories[found.lastgroup]


def _told_to(text: str, start: int, goes: _Goes, words: AsideWords) -> int:
    """Up to the last clause that goes on with the first: as told, else to the end."""
    clauses, more = goes
    end = at = start
    while clause := clauses.match(text, at):
        place = clause.span("told")
        if place[1] - place[0] > _LONGEST:
            break
        if end > start and (
            (more and not more.match(text, place[0]))
            or words.resumes.match(text, *place)
            or words.returns.search(text, *place)
        ):
            break
        end = at = place[1]
    return end
