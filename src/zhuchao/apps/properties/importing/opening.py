"""A sheet of offers: the first one that has the headings of offers."""

from __future__ import annotations

from zhuchao import tables as reference
from zhuchao.core.sheets import find_head
from zhuchao.ground import sheets

NO_HEAD = "前 20 行里没有找到表头：请保留“标题、面积、租金”这样的列名，或下载模板填写"


def open_sheet(content: bytes) -> sheets.Sheet:
    """Raises: Unreadable, with the sentence that says what is wrong and what to do."""
    columns = reference.offer_columns()
    return sheets.open_sheet(content, lambda rows: find_head(rows, columns), NO_HEAD)
