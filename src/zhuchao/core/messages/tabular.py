"""Rows of cells told as lines: each cell behind the name of its column, the floor first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhuchao.core.text.folding import Folded
from zhuchao.core.text.later import later

MIN_CELLS = 3
_LINE = re.compile(r"[^\n\r]*[\n\r]*")
_CELLS = {mark: re.compile(rf"[^{mark}\n\r]+") for mark in ("\t", "|", " ")}
# 楼层 面积 层高 荷载 单价: names of columns, between blanks.
_NAMES_OF_COLUMNS = later(
    r"(?:^|(?<=\n))[ ]*(?:(?:楼层|层数|面积|可用面积|建筑面积|层高|净高|高度|荷载|承重|活荷载|单价"
    r"|租金|价格|报价|售价|货梯|行车|位置|类型|消防|电量|用电|状态|备注)"
    r"(?:[(（/][^\s()（）]{1,8}[)）]?)?(?:[ ]+|(?=[\n\r]))){3,}(?=[\n\r])"
)
_FIGURE = re.compile(r"\d")
# 面积(㎡): the unit that the cells leave out.
_UNIT = re.compile(r"\s*[(（](?P<unit>[^()（）]{1,8})[)）]\s*")
# 面积㎡, 承重t/㎡: the unit right behind the name.
_UNIT_BEHIND = later(
    r"(?<=[\u4e00-\u9fff])/?(?P<unit>[万]?元(?:/(?:㎡|m2|平米?|亩|月|天|年)){0,2}|t(?:/(?:㎡|m2))?|吨(?:/(?:㎡|m2))?|㎡|m2?|米|亩|kva|kw)$"
)
_BARE = re.compile(r"[\d.,~\-至到]+")
_FLOOR_NAME = re.compile(r"楼层|层数|所在层")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    end: int


def told_row_by_row(folded: Folded) -> Folded:
    """The text with every row of a table as one line of cells behind their names.

    What is put in stands, for spans, where its cell stands. A text without a table is unchanged.
    """
    mark = _mark_of_cells(folded.text)
    if not mark:
        return folded
    cell = _CELLS[mark]
    lines = [(each.start(), list(_cells(folded.text, each, cell))) for each in _rows(folded.text)]
    names = next((at for at, (_, cells) in enumerate(lines) if _are_names(cells)), None)
    if names is None:
        return folded
    columns = [cell.text for cell in lines[names][1]]
    rows = {start: cells for start, cells in lines[names + 1 :] if len(cells) == len(columns)}
    return _told(folded, lines[names][0], columns, rows) if rows else folded


def _rows(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _LINE.finditer(text) if found[0])


def _mark_of_cells(text: str) -> str:
    """What stands between the cells of the text; empty where it holds no table."""
    if "\t" in text:
        return "\t"
    if "\n" not in text:
        return ""
    if text.count("|") >= 2 * MIN_CELLS:
        return "|"
    return " " if _NAMES_OF_COLUMNS.search(text) else ""


def _cells(text: str, line: re.Match[str], cell: re.Pattern[str]) -> Iterator[_Cell]:
    for found in cell.finditer(text, line.start(), line.end()):
        shown = found[0].strip()
        if not shown:
            continue
        start = found.start() + found[0].index(shown)
        yield _Cell(shown, start, start + len(shown))


def _are_names(cells: Sequence[_Cell]) -> bool:
    """A row that names its columns holds no figures, but in the units that stand beside."""
    return len(cells) >= MIN_CELLS and not any(
        _FIGURE.search(_named(cell.text)[0]) for cell in cells
    )


def _named(column: str) -> tuple[str, str]:
    """What a column is called, and the unit of its cells."""
    unit = _UNIT.search(column) or _UNIT_BEHIND.search(column)
    if unit is None:
        return column, ""
    return column[: unit.start()] + column[unit.end() :], unit["unit"]


def _told(
    folded: Folded, names_at: int, columns: Sequence[str], rows: dict[int, list[_Cell]]
) -> Folded:
    pieces: list[tuple[str, int, int]] = []
    for line in _rows(folded.text):
        if line.start() in rows:
            pieces += _row(columns, rows[line.start()])
            pieces.append(("\n", line.end() - 1, line.end()))
        elif line.start() != names_at:
            pieces += [(folded.text[at], at, at + 1) for at in range(*line.span())]
    letters = [(letter, start, end) for text, start, end in pieces for letter in text]
    return Folded(
        "".join(letter for letter, _, _ in letters),
        tuple(folded.starts[start] for _, start, _ in letters),
        tuple(folded.ends[end - 1] for _, _, end in letters),
    )


def _row(columns: Sequence[str], cells: Sequence[_Cell]) -> Iterator[tuple[str, int, int]]:
    """Pieces of text with the part of the folded text that each stands for."""
    told = list(zip(columns, cells, strict=True))
    for name, cell in sorted(told, key=lambda each: _FLOOR_NAME.search(each[0]) is None):
        is_floor = _FLOOR_NAME.search(name) is not None
        label, unit = _named(name)
        if not is_floor:
            yield label, cell.start, cell.start + 1
        for at, letter in enumerate(cell.text, cell.start):
            yield letter.replace("层", "楼") if is_floor else letter, at, at + 1
        if _BARE.fullmatch(cell.text):
            yield "楼" if is_floor else unit, cell.end - 1, cell.end
        yield ",", cell.end - 1, cell.end
