"""Lists beside a list of floors, told floor by floor: 楼层:1F/2F, 面积:2200/2150㎡."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhuchao.core.text.folding import Folded
from zhuchao.core.text.later import later

_LINE = re.compile(r"[^\n\r]*[\n\r]*")
_SLASHED = later(
    r"[^\S\n]*(?P<label>[\u4e00-\u9fff]{2,6})[:：]\s*(?P<items>[^/\s,，;；]+(?:/[^/\s,，;；]+)+)\s*$"
)
_ITEM = re.compile(r"[^/\t\n\r]+")
_CELL = re.compile(r"[^\t\n\r]+")
_FLOOR = later(r"(?:\d{1,2}|[一二三四五六七八九])(?:f|楼|层)")
_BARE = re.compile(r"[\d.]+")
_UNIT_BEHIND = re.compile(r"[\d.]+(?P<unit>\D{1,4})$")
# 面积/㎡, 荷载/t: the unit of a row beside its name.
_UNIT_OF_LABEL = later(r"[/(（](?P<unit>[^/()（）]{1,6})[)）]?$")
_LET = re.compile(r"已租|已售|已出租|租掉|无")
MIN_FLOORS = 2

Piece = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _List:
    label: str
    unit: str
    items: tuple[Piece, ...]


def told_floor_by_floor(folded: Folded) -> Folded:
    """The text with what lists tell of floors as one line a floor; unchanged without such lists.

    Floors that are let already are left out. What is put in stands, for spans, where its item
    stands.
    """
    text = folded.text
    if "/" not in text and "\t" not in text:
        return folded
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text) if found[0]]
    lists = {start: each for start, end in lines if (each := _list_of(text, start, end))}
    floors = next((start for start, each in lists.items() if _are_floors(each)), None)
    if floors is None:
        return folded
    count = len(lists[floors].items)
    beside = {start: each for start, each in lists.items() if len(each.items) == count}
    return _told(folded, lines, beside, floors) if len(beside) > 1 else folded


def _list_of(text: str, start: int, end: int) -> _List | None:
    slashed = _SLASHED.match(text, start, end)
    if slashed is not None:
        pieces = _pieces(_ITEM, text, *slashed.span("items"))
        unit = _UNIT_BEHIND.search(pieces[-1][0])
        return _List(slashed["label"], unit["unit"] if unit else "", pieces)
    cells = _pieces(_CELL, text, start, end)
    if len(cells) < MIN_FLOORS:
        return None
    if all(_FLOOR.fullmatch(cell[0]) for cell in cells):
        return _List("", "", cells)
    unit = _UNIT_OF_LABEL.search(cells[0][0])
    label = _UNIT_OF_LABEL.sub("", cells[0][0])
    return _List(label, unit["unit"] if unit else "", cells[1:])


def _pieces(of: re.Pattern[str], text: str, start: int, end: int) -> tuple[Piece, ...]:
    found = ((each[0].strip(), each.start(), each.end()) for each in of.finditer(text, start, end))
    return tuple(each for each in found if each[0])


def _are_floors(told: _List) -> bool:
    return len(told.items) >= MIN_FLOORS and all(_FLOOR.fullmatch(each[0]) for each in told.items)


def _told(
    folded: Folded, lines: Sequence[tuple[int, int]], beside: Mapping[int, _List], floors: int
) -> Folded:
    pieces: list[Piece] = []
    for start, end in lines:
        if start == floors:
            pieces += _rows(beside, floors)
        elif start not in beside:
            pieces += [(folded.text[at], at, at + 1) for at in range(start, end)]
    letters = [(letter, start, end) for text, start, end in pieces for letter in text]
    return Folded(
        "".join(letter for letter, _, _ in letters),
        tuple(folded.starts[start] for _, start, _ in letters),
        tuple(folded.ends[end - 1] for _, _, end in letters),
    )


def _rows(beside: Mapping[int, _List], floors: int) -> Iterator[Piece]:
    others = [each for start, each in beside.items() if start != floors]
    for at, (floor, start, end) in enumerate(beside[floors].items):
        if any(_LET.search(each.items[at][0]) for each in others):
            continue
        yield floor.replace("层", "楼"), start, end
        for each in others:
            item, begin, stop = each.items[at]
            unit = each.unit if _BARE.fullmatch(item) else ""
            yield f",{each.label}{item}{unit}", begin, stop
        yield "\n", end - 1, end
