"""A sentence cut into the stretches that tell of one project each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.project_names import names_of
from zhuchao.core.facts.signers import agreements_in

PREDICATE = re.compile(r"[^,，;；。、]*")
# 竞得人:甲;成交价:1521万元: fields of one entry stand together.
ENTRIES = re.compile(r"[;；](?!\s?[\u4e00-\u9fff()]{2,8}[:：])")
BREAKS = re.compile("[,，;；]")
# 甲项目…，两项目均正式签约: a clause that tells of all before it.
ALL_OF_THEM = re.compile(
    r"[,，](?=(?:[两三四五六七八九十\d]+个?|以上|上述|这些)项目(?:均|都|全部|已|正式|同时))"
)
SEVERAL = re.compile(r"(?:\d+|[三四五六七八九十两]+)个[^,，。;；]{0,8}(?:项目|亿元)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that tells of one project."""

    marked: Marked
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.marked.text[self.start : self.end]


def stretches_of(marked: Marked) -> Iterator[tuple[Stretch, Mark | None]]:
    """The sentence cut at semicolons, and before each further project's clause."""
    names = names_of(marked)
    cuts = [0, *(found.end() for found in ENTRIES.finditer(marked.text)), *agreements_in(marked)]
    for first, second in pairwise(names):
        if not any(first.end <= cut <= second.start for cut in cuts):
            cuts.append(_break_between(marked.text, first.end, second.start))
    tail = SEVERAL.search(marked.text, names[-1].end) if len(names) > 1 else None
    if tail and not BREAKS.search(marked.text, names[-1].end, tail.start()):
        cuts.append(names[-1].end)  # 甲项目、乙项目等6个项目签约: what follows is all theirs
    cuts += [found.end() for found in ALL_OF_THEM.finditer(marked.text)] if names else []
    cuts = sorted({*cuts, len(marked.text)})
    for start, end in pairwise(cuts):
        inside = [name for name in names if start <= name.start < end]
        shared = PREDICATE.match(marked.text, end) if marked.text[end - 1] == "、" else None
        last = shared.end() if shared else end  # 甲项目、乙生产线同时投产
        yield Stretch(marked, start, last), inside[0] if inside else None


def _break_between(text: str, start: int, end: int) -> int:
    """Behind the last comma before the second name's clause."""
    comma = max(text.rfind(mark, start, end) for mark in ",，")
    pause = text.rfind("、", start, end)
    return (comma if comma >= 0 else pause if pause >= 0 else end - 1) + 1
