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
_BEGINS = re.compile(r"(?:^|[,，。;；!！?？\n(（])[^\w(（,，。;；]{0,3}")
_ENDS = re.compile(r"[。;；!！?？\n]|$")
_CLOSES = re.compile(r"[)）。\n]|$")
_CLAUSE = re.compile(r"(?:(?<=\d),(?=\d{3}(?!\d))|[^,，])+")
# What tells of the matter itself: a size, or that something is let or looked for.
_MATTER = re.compile(
    r"[\d一二两三四五六七八九十百千万](?:个?平|方|㎡|m2|亩)|求[租购]|[出招转]租|出售|转让|[找寻]一?个?[厂仓]"
)
_OPEN, _PAUSES = frozenset("(（"), frozenset(",，")


class Story(NamedTuple):
    """Where somebody else is told of; ``side`` is above zero where only a demand tells so."""

    start: int
    end: int
    side: int = 0


def stories(text: str, words: AsideWords) -> Iterator[Story]:
    """Such sentences and clauses, each from its start to its end, in order."""
    for begun in _BEGINS.finditer(text):
        start, is_pause = begun.end(), begun[0][:1] in _PAUSES
        if words.tenanted.match(text, start):
            end = _told_to(text, begun, words, words.of_lease)
            yield Story(start, end)
            continue
        is_story = words.story.match(text, start) is not None
        is_former = not is_story and words.former.match(text, start) is not None
        if not (is_story or is_former):
            continue
        end = _told_to(text, begun, words, words.goes_on if is_former or is_pause else None)
        if not (_MATTER.search(text, 0, start) or _MATTER.search(text, end)):
            continue
        yield Story(start, end)
        if is_former and not is_pause:
            yield Story(start, _told_to(text, begun, words, None), 1)


def _told_to(
    text: str, begun: re.Match[str], words: AsideWords, more: re.Pattern[str] | None
) -> int:
    """Up to the last clause that goes on with the first: as ``more`` tells, else to the end."""
    start = begun.end()
    ended = (_CLOSES if begun[0][:1] in _OPEN else _ENDS).search(text, start)
    end = start
    for clause in _CLAUSE.finditer(text, start, ended.start() if ended else len(text)):
        place = clause.span()
        if end > start and more is not None and not more.match(text, *place):
            break
        if end > start and (
            words.resumes.match(text, *place) or words.returns.search(text, *place)
        ):
            break
        end = place[1]
    return end
