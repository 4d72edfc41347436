"""Sentences about others: 14#去年给了一家铜箔厂,投资6.8亿,自己上了20吨行车四台.

Who is told of at the start of a sentence is told of up to its end, or up to a clause that speaks
of the matter again, in a message that tells a size, or what is wished, elsewhere. Of who rents what
is sold any clause may tell, and those behind it that speak of his lease.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.aside_words import AsideWords

# Where a sentence or a clause may begin, in brackets, too.
_BEGINS = re.compile(r"(?:^|[,，。;；!！?？\n(（])[^\w(（,，。;；]{0,3}")
_ENDS = re.compile(r"[。;；!！?？\n]|$")
_CLOSES = re.compile(r"[)）。\n]|$")
_CLAUSE = re.compile(r"(?:(?<=\d),(?=\d{3}(?!\d))|[^,，])+")
# What tells of the matter itself: a size, or that something is let or looked for.
_MATTER = re.compile(
    r"[\d一二两三四五六七八九十百千万](?:个?平|方|㎡|m2|亩)|求[租购]|[出招转]租|出售|转让|[找寻]一?个?[厂仓]"
)
_OPEN, _PAUSES = frozenset("(（"), frozenset(",，")


def stories(text: str, words: AsideWords) -> Iterator[tuple[int, int]]:
    """Where such sentences stand, each from its start to its end, in order."""
    for begun in _BEGINS.finditer(text):
        start, mark = begun.end(), begun[0][:1]
        is_tenanted = words.tenanted.match(text, start) is not None
        if is_tenanted or words.story.match(text, start):
            ended = (_CLOSES if mark in _OPEN else _ENDS).search(text, start)
            clauses = _CLAUSE.finditer(text, start, ended.start() if ended else len(text))
            more = words.goes_on if mark in _PAUSES else None
            more = words.of_lease if is_tenanted else more
            end = _told_to([each.span() for each in clauses], text, words, more)
            if is_tenanted or _MATTER.search(text, 0, start) or _MATTER.search(text, end):
                yield start, end


def _told_to(
    clauses: list[tuple[int, int]], text: str, words: AsideWords, more: re.Pattern[str] | None
) -> int:
    """Up to the last clause that goes on with the first: as ``more`` tells, else to the end."""
    end = clauses[0][1]
    for place in clauses[1:]:
        if more is not None and not more.match(text, *place):
            break
        if words.resumes.match(text, *place) or words.returns.search(text, *place):
            break
        end = place[1]
    return end
