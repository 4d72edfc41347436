"""Rows of projects and what is told of them in order: 总投资分别为…, 投资方依次为甲、乙."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import M, Mark, Marked
from zhuchao.core.facts.project_names import names_of
from zhuchao.core.facts.projects import PRIVATE, Project, is_same
from zhuchao.core.facts.step_days import clause_start
from zhuchao.core.vocabulary.fact import Dimension

TOTAL, LAND, INVESTOR, COMPANY = "total", "land", "investor", "company"
APART = re.compile(r"分别|依次")
JOINT = re.compile(r"[”\"]?(?:[、,，;；]|和|与|及|以及)+[“\"]?")
# Between 分别 and the first that it gives.
LEAD = re.compile(r"[^,，。;；、\d]{0,10}")
SUM, GROUND = re.compile(r"投资|投入|引资|资金"), re.compile(r"地")
PART = re.compile(r"一期|首期|固定|设备|注册|完成|到位|产值|税")
BUILDS = re.compile(
    r"(?:建设|实施|承建|施工|项目|业主|运营|责任)(?:方|单位|主体|企业)|业主|承建|实施|运营"
)
PUTS = re.compile(r"投资|投建|投入|引进|引入|来自|签约|签订|落户|带来|兴建|建设|打造|牵手")
SHORTEST = 2
Row = list[tuple[str, Marked]]


def share_out(paragraphs: Sequence[Sequence[Marked]], projects: Sequence[Project]) -> None:
    """Give each project of a row what stands in its place of a row of sums, plots or firms.

    The row stands in the same sentence, or in the one before that names projects.
    """
    if len(projects) < SHORTEST:
        return
    for paragraph in paragraphs:
        row: Row = []
        for marked in paragraph:
            row = _row_of(marked) or ([] if names_of(marked) else row)
            _share_head(marked, projects)
            for key, given in _given(marked, len(row)) if row else ():
                for (called, _), mark in zip(row, given, strict=True):
                    owner = next((p for p in projects if is_same(p.called, called)), None)
                    if owner is not None:
                        owner.shared.setdefault(key, (marked, mark))


def _share_head(marked: Marked, projects: Sequence[Project]) -> None:
    """签约甲项目、乙项目和丙项目: the verb before the first is said of each."""
    for row in _rows(marked.text, names_of(marked)):
        start = clause_start(marked.text, row[0].start)
        is_paid = any(start <= a.start < row[0].start for a in marked.amounts)
        head = Stretch(marked, start, row[0].start)
        for name in row[1:] if head.text and not is_paid else ():
            called = marked.text[name.start : name.end]
            owner = next((p for p in projects if is_same(p.called, called)), None)
            if owner is not None:
                owner.stretches.append(head)


def _row_of(marked: Marked) -> Row:
    """The longest row of projects of a sentence, else all that it names, each with its firm."""
    names = names_of(marked)
    rows = _rows(marked.text, names)
    longest = max(rows, key=len, default=[])
    longest = longest if len(longest) >= SHORTEST else names
    called = [(marked.text[each.start : each.end], marked) for each in longest]
    return called if len(called) >= SHORTEST else []


def _given(marked: Marked, count: int) -> Iterator[tuple[str, Sequence[Mark]]]:
    """Rows of exactly so many behind 分别 and 依次, or of firms before, with what they are."""
    text = marked.text
    firms = [o for o in marked.organisations if o.kind in PRIVATE]
    for found in APART.finditer(text):
        lead = LEAD.match(text, found.end())
        first = lead.end() if lead else found.end()
        around = text[max(0, found.start() - 10) : first]
        sums = [a for a in marked.amounts if a.dimension in (Dimension.MONEY, Dimension.AREA)]
        told = _row_at(text, sums, found.end(), count)
        is_money = bool(told) and all(a.dimension is Dimension.MONEY for a in told)
        if is_money and SUM.search(around) and not PART.search(around):
            yield TOTAL, told
        elif told and not is_money and GROUND.search(around):
            yield LAND, told
        behind = _row_at(text, firms, found.end(), count)
        if behind:
            around += text[behind[-1].end : behind[-1].end + 6]
            yield (COMPANY if BUILDS.search(around) and "投资" not in around else INVESTOR), behind
        before = [row for row in _rows(text, firms) if len(row) == count]
        before = [row for row in before if row[-1].end in (found.start(), found.start() - 1)]
        if before and PUTS.match(text, found.end()):
            yield INVESTOR, before[0]


def _row_at(text: str, marks: Sequence[M], start: int, count: int) -> list[M]:
    """The row of exactly so many that begins right behind a place."""
    rows = (row for row in _rows(text, marks) if row[0].start >= start and len(row) == count)
    row = next(rows, [])
    lead = LEAD.fullmatch(text, start, row[0].start) if row else None
    return row if lead else []


def _rows(text: str, marks: Iterable[M]) -> list[list[M]]:
    """The marks grouped where nothing but a pause lies between."""
    rows: list[list[M]] = []
    for mark in marks:
        if rows and JOINT.fullmatch(text, rows[-1][-1].end, mark.start):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows
