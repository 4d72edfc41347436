"""Tables in plain text: rows of cells, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from zhuchao.core.reading import cues, offering
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import is_sentence, is_told
from zhuchao.core.reading.wording import MAX_SHORT
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

MIN_SPLIT_CELLS = 6
MAX_SPLIT_CELL = 30
MIN_LABELS = 3
MAX_PAIR = 60
_UNTOLD = (ZoneKind.NAVIGATION, ZoneKind.PARAGRAPH)
MIN_CELLS = 3
MAX_WORD = 20
MIN_ROWS = 2
_OPENS_PRICE = frozenset("0123456789约（(")
_OPENS_ATTRIBUTE = _OPENS_PRICE | offering.ATTRIBUTE_CHARACTERS
# A label and a value: without one of these there is none.
_TELLS = re.compile(r"[:：\s\d]")
_SURE = re.compile(r"\S\t\S|\S \| \S")
_COLUMNS = re.compile(r"(?<=\S)(?: {2,}|\u3000{2,})(?=\S)")


def class_cells(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """In plain text: neighbouring lines of cells, apart by tabs, bars or columns, are a table."""
    if sheet.has_dom:
        return
    cells = [_cells(line, kind) for line, kind in zip(sheet.lines, kinds, strict=True)]
    for is_row, run in groupby(range(len(cells)), key=lambda at: cells[at] > 1):
        rows = list(run)
        most = max(cells[at] for at in rows)
        is_sure = all(_SURE.search(sheet.lines[at].text) for at in rows)
        fewest = MIN_CELLS if len(rows) < MIN_CELLS and not is_sure else 2
        if is_row and len(rows) >= MIN_ROWS and most >= fewest:
            for at in rows:
                kinds[at] = ZoneKind.TABLE
    _class_even_rows(sheet, kinds)


def _class_even_rows(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """Rows whose cells are but a blank apart, as many in each, with figures in most of them."""
    words = [
        len(_words(line)) if kind in BODY_KINDS else 0
        for line, kind in zip(sheet.lines, kinds, strict=True)
    ]
    for many, run in groupby(range(len(words)), key=lambda at: words[at]):
        rows = list(run)
        counted = [at for at in rows if any(map(str.isdigit, sheet.lines[at].plain))]
        if many >= MIN_CELLS and len(rows) >= MIN_CELLS and 2 * len(counted) > len(rows):
            for at in rows:
                kinds[at] = ZoneKind.TABLE


def _words(line: Line) -> list[str]:
    """The words of a line that may be cells; none where they are told in sentences."""
    if len(line.text) > MAX_SHORT or cues.CLAUSE.search(line.plain):
        return []
    words = line.plain.split()
    return words if all(len(word) <= MAX_WORD for word in words) else []


def class_split_cells(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """A table that was copied cell by cell: many short lines in a row amid running text.

    Above the text, or where there is none, their labels must show it: 租金, 面积, 层高.
    """
    if sheet.has_dom:
        return
    lines = sheet.lines
    told = [at for at, kind in enumerate(kinds) if kind in BODY_KINDS and is_told(lines[at])]
    inside = range(told[0], told[-1]) if told else range(0)
    rows = range(start, inside.stop or len(lines))
    for is_cell, run in groupby(rows, key=lambda at: _may_be_cell(lines, kinds, at)):
        cells: Sequence[int] = list(run)
        if not is_cell:
            continue
        if cells[0] not in inside or len(cells) < MIN_SPLIT_CELLS:
            cells = _labelled_cells(lines, cells)
        for at in cells:
            kinds[at] = ZoneKind.TABLE


def class_attributes(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """What an offer of property says of it, label by label, wherever the block stands."""
    lines = sheet.lines
    pairs, labels = [], []
    for at in range(start, len(lines)):
        may_open = lines[at].plain[0] in _OPENS_ATTRIBUTE
        if may_open and kinds[at] in _UNTOLD and len(lines[at].text) <= MAX_PAIR:
            text = cues.squeezed(lines[at].plain)
            is_stretched = text is not lines[at].plain
            if _states_attribute(text) or (is_stretched and _states_attribute(lines[at].plain)):
                pairs.append(at)
            elif sheet.has_dom and offering.ATTRIBUTE.match(text) and at + 1 < len(lines):
                labels.append(at)
    values = [at + 1 for at in labels if _is_value(lines[at + 1], kinds[at + 1])]
    if len(pairs) + len(values) >= MIN_LABELS:
        for at in (*pairs, *values, *(value - 1 for value in values)):
            kinds[at] = ZoneKind.TABLE


def _states_attribute(text: str) -> bool:
    if text[0] in _OPENS_PRICE and offering.PRICE.match(text):
        return True
    return bool(_TELLS.search(text) and offering.ATTRIBUTE_PAIR.match(text))


def _is_value(line: Line, kind: ZoneKind) -> bool:
    is_short = len(line.text) <= MAX_SPLIT_CELL and "。" not in line.plain
    return is_short and kind in _UNTOLD and not offering.ATTRIBUTE.match(line.plain)


def _labelled_cells(lines: Sequence[Line], cells: Sequence[int]) -> Sequence[int]:
    """Those of the cells from the first label to the last value; none where labels are few."""
    labels = [place for place, at in enumerate(cells) if _is_label(lines[at])]
    if len(labels) < MIN_LABELS:
        return ()
    are_below = labels[-1] == len(cells) - 1
    return cells[max(0, labels[0] - are_below) : labels[-1] + 2]


def _is_label(line: Line) -> bool:
    return bool(offering.ATTRIBUTE.match(line.plain))


def _may_be_cell(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    line, kind = lines[at], kinds[at]
    if kind not in (ZoneKind.PARAGRAPH, ZoneKind.NAVIGATION, ZoneKind.HEADING):
        return False
    if kind is ZoneKind.NAVIGATION and not cues.FIGURES.match(line.plain):
        return False
    if at and _is_label(lines[at - 1]) and "。" not in line.plain:
        return len(line.text) <= MAX_SPLIT_CELL
    is_numbered = cues.HEADING.match(line.plain) or cues.NUMBERED.match(line.plain)
    return (
        kind is not ZoneKind.HEADING
        and len(line.text) <= MAX_SPLIT_CELL
        and not (is_numbered or cues.CLAUSE.search(line.plain) or "：" in line.plain)
    )


def _cells(line: Line, kind: ZoneKind) -> int:
    """How many cells a line has; 1 for running text, and for what is known to be no text."""
    if kind not in BODY_KINDS or (not line.text.count("\t") and is_sentence(line)):
        return 1
    may_be_columns = len(line.text) <= MAX_SHORT and "：" not in line.plain
    columns = len(_COLUMNS.split(line.text)) if may_be_columns else 1
    return max(1 + line.text.count("\t"), 1 + line.text.count(" | "), columns if columns > 2 else 1)
