"""Tables of projects: 项目名称 | 投资方 | 总投资 | 落户地, and what each row's cells are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.projects import PRIVATE, Project, is_same
from zhuchao.core.facts.rows import COMPANY, INVESTOR, LAND, TOTAL
from zhuchao.core.vocabulary.fact import Dimension

PROJECT = re.compile(r"项目(?:名称)?$")
FIRMS = (
    (INVESTOR, re.compile(r"投资(?:方|商|人|主体|企业|单位|公司)|引进企业|签约企业|客商")),
    (
        COMPANY,
        re.compile(
            r"(?:建设|实施|承建|业主|责任|申报)(?:方|单位|主体|企业)|企业名称|业主|项目公司|公司名称"
        ),
    ),
)
SUMS, PLOTS = re.compile(r"投资(?!方|商|人|主体|企业|单位|公司)"), re.compile(r"用地|占地|土地")
LEAST = 3


def share_rows(paragraphs: Sequence[Sequence[Marked]], projects: Sequence[Project]) -> None:
    """Give each project that a row names what stands in the row's cells."""
    heads: list[str] = []
    for marked in (each for paragraph in paragraphs for each in paragraph):
        cells = _cells(marked)
        if len(cells) < LEAST:
            heads = []
        elif any(PROJECT.search(_text(marked, cell)) for cell in cells) and not marked.amounts:
            heads = [_text(marked, cell) for cell in cells]
        elif len(heads) == len(cells):
            _share_row(marked, heads, cells, projects)


def _share_row(
    marked: Marked, heads: Sequence[str], cells: Sequence[Mark], projects: Sequence[Project]
) -> None:
    names = [_text(marked, c) for head, c in zip(heads, cells, strict=True) if PROJECT.search(head)]
    owner = next((p for p in projects for name in names if is_same(p.called, name)), None)
    if owner is None:
        return
    for head, cell in zip(heads, cells, strict=True):
        for key, mark in _told(marked, head, cell):
            owner.shared.setdefault(key, (marked, mark))


def _told(marked: Marked, head: str, cell: Mark) -> list[tuple[str, Mark]]:
    """What a cell is by its column's head."""
    firms = [o for o in marked.organisations if o.kind in PRIVATE and _is_in(o, cell)]
    sums = [a for a in marked.amounts if _is_in(a, cell)]
    told: list[tuple[str, Mark]] = []
    told += [(key, firms[0]) for key, words in FIRMS if firms and words.search(head)]
    if sums and sums[0].dimension is Dimension.MONEY and SUMS.search(head):
        told.append((TOTAL, sums[0]))
    if sums and sums[0].dimension is Dimension.AREA and PLOTS.search(head):
        told.append((LAND, sums[0]))
    return told


def _is_in(mark: Mark, cell: Mark) -> bool:
    return cell.start <= mark.start and mark.end <= cell.end


def _cells(marked: Marked) -> list[Mark]:
    """The cells of a row, without blanks around; none where the line is no row."""
    if marked.text.count("|") < LEAST - 1:
        return []
    found: list[Mark] = []
    at = 0
    for part in marked.text.split("|"):
        lead = len(part) - len(part.lstrip())
        found.append(Mark(at + lead, at + lead + len(part.strip())))
        at += len(part) + 1
    return [each for each in found if each.end > each.start]


def _text(marked: Marked, cell: Mark) -> str:
    return marked.text[cell.start : cell.end]
