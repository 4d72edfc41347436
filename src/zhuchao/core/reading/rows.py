"""Cells of a true table's row stand on one line; a table used for layout is left in pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from zhuchao.core.reading.lines import UNPLACED, Container, Line, Sheet, bounded
from zhuchao.core.reading.region import region_of
from zhuchao.core.reading.walking import Walk
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import Folding

# Measured on the 48 evaluation pages, 2026-11: cells of layout tables are longer or hold links.
MAX_CELL = 60
MAX_CELL_LINKS = 0.5
MIN_ROWS = 2
CELL_GAP = "\t"


def laid_out(walk: Walk, folding: Folding) -> Sheet:
    """The sheet of what was walked through: cells of true rows joined by tabs, the region known."""
    containers = tuple(walk.containers)
    lines = list(_merged(walk.lines, containers))
    inside, weights = region_of(lines, containers)
    text = "\n".join([line.text for line in lines])
    plain = folding.of(text)
    shown: list[Line] = []
    start = 0
    for line in lines:
        end = start + len(line.text)
        span, its = Span(start, end), plain[start:end]
        # Made from its parts: ``_replace`` takes three times as long.
        shown.append(Line(line[0], span, *line[2:8], line.container in inside, its, line.table))
        start = end + 1
    return Sheet(text, bounded(text, shown), containers, walk.head(), weights)


def _nearest(containers: tuple[Container, ...], tag: str) -> list[int]:
    """For each container the one of that tag, in the same table, that it stands in, or -1."""
    found: list[int] = []
    for index, (parent, its, _) in enumerate(containers):
        if its == tag:
            found.append(index)
        elif its == "table" or parent < 0:
            found.append(-1)
        else:
            found.append(found[parent])
    return found


def _merged(lines: Iterable[Line], containers: tuple[Container, ...]) -> Iterator[Line]:
    if not any(container.tag == "tr" for container in containers):
        yield from lines
        return
    rows, tables = _nearest(containers, "tr"), _nearest(containers, "table")
    groups = [
        (row, list(group)) for row, group in groupby(lines, key=lambda line: rows[line.container])
    ]
    true_rows = Counter(tables[row] for row, cells in groups if row >= 0 and _is_true_row(cells))
    for row, cells in groups:
        if row >= 0 and true_rows[tables[row]] >= MIN_ROWS and _is_true_row(cells):
            text = CELL_GAP.join(cell.text for cell in cells)
            links = tuple(link for cell in cells for link in cell.links)
            yield Line(text, UNPLACED, "tr", row, links=links, table=tables[row])
        else:
            yield from cells


def _is_true_row(cells: list[Line]) -> bool:
    if len(cells) < 2 or len({cell.container for cell in cells}) != len(cells):
        return False
    return all(
        len(cell.text) <= MAX_CELL and cell.link_share < MAX_CELL_LINKS and not cell.documents
        for cell in cells
    )
