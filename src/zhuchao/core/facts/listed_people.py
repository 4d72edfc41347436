"""People in a list: each bears the office told before the first, or what the last is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zhuchao.core.facts.marks import Ground, Mark, Titled
from zhuchao.core.facts.office_spans import Offices
from zhuchao.core.facts.posts import offices_changed

LISTED = ("、", "和", "与", "及", "以及")
BYLINES = ("记者", "通讯员", "编辑", "实习生")
ASIDE = re.compile(r"\([^()]{1,8}\)")


def with_shared_change(
    ground: Ground, found: Sequence[Titled], taken: Sequence[Mark]
) -> list[Titled]:
    """甲、乙、丙当选副理事长: what the last of a list is made, each is."""
    told = list(found)
    for i in range(len(told) - 1, 0, -1):
        changed = offices_changed(ground, told[i].end)
        for j in range(i - 1, -1, -1):
            begin = _begin(told[j + 1], told[j], taken)
            if not changed or _between(ground, told[j].end, begin) not in LISTED:
                break
            more = tuple(each for each in changed if each not in told[j].titles)
            told[j] = replace(told[j], titles=(*told[j].titles, *more))
    return told


def _begin(person: Titled, before: Titled, taken: Sequence[Mark]) -> int:
    """Where the list's member begins: with the firm and the offices told of it."""
    own = [start for start, _ in person.titles if start >= before.end]
    start = min([*own, person.start])
    return next((mark.start for mark in taken if mark.end == start), start)


def shared_of(ground: Ground, at: int, earlier: Sequence[Titled]) -> Offices:
    """In a list each bears the office of the one before: 副县长王刚、赵敏."""
    if not earlier:
        return ()
    between = _between(ground, earlier[-1].end, at)
    is_byline = between == " " and _wrote(ground, earlier[-1])
    if between not in LISTED and not is_byline:
        return ()
    last = earlier[-1]
    return tuple(title for title in last.titles if title[0] < last.start)


def _wrote(ground: Ground, person: Titled) -> bool:
    """记者 甲 乙: of those who wrote it blanks part the names."""
    return any(ground.text[start:end].endswith(BYLINES) for start, end in person.titles)


def _between(ground: Ground, end: int, start: int) -> str:
    """What parts two of a list, without 殷素琴(女)."""
    aside = ASIDE.match(ground.text, end, start)
    return ground.text[aside.end() if aside else end : start]
