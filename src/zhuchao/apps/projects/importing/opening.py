"""A sheet as a ledger: its headings, and the columns of months that each ledger names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao import tables as reference
from zhuchao.core.sheets import find_head
from zhuchao.core.sheets.headings import MOST_ROWS_ABOVE
from zhuchao.core.vocabulary.sheet import ColumnSpec, Head
from zhuchao.ground import sheets

NO_HEAD = (
    "前 20 行里没有找到表头：请保留“项目名称、总投资（亿元）、签约日期”这样的列名，或下载模板填写"
)
# 2026年3月完成投资（万元）
MONTH = re.compile(
    r"(?P<year>20\d\d)年(?P<month>1[0-2]|0?[1-9])月份?(?P<measure>计划|完成|到位|入统)"
)
MEASURES = {"计划": "plan", "完成": "done", "到位": "arrived", "入统": "in_statistics"}
IN_BRACKETS = re.compile(r"[(（\[【].*")


def open_sheet(content: bytes) -> sheets.Sheet:
    """Raises: Unreadable, with the sentence that says what is wrong and what to do."""
    return sheets.open_sheet(content, _find, NO_HEAD)


def _find(rows: Sequence[Sequence[str]]) -> Head | None:
    return find_head(rows, [*reference.ledger_columns(), *_months(rows)])


def _months(rows: Sequence[Sequence[str]]) -> Iterator[ColumnSpec]:
    """The columns of months; a heading that stands twice is one column."""
    seen: set[str] = set()
    for row in rows[:MOST_ROWS_ABOVE]:
        for cell in row:
            found = MONTH.match("".join(cell.split()))
            key = found and _key(found)
            if key and key not in seen:
                seen.add(key)
                yield ColumnSpec("month", key, IN_BRACKETS.sub("", cell), "万元")


def _key(found: re.Match[str]) -> str:
    return f"{MEASURES[found['measure']]}:{found['year']}-{int(found['month']):02}"
