"""A list of 300 offers as an agent keeps it, twenty of its rows with a mistake."""

from __future__ import annotations

import io

import xlsxwriter

HEAD = (
    "序号", "园区", "楼栋", "楼层", "位置", "类型", "租售", "建筑面积(㎡)", "租金（元/㎡/天）",
    "层高(米)", "承重(t/㎡)", "行车", "配电(kVA)", "可环评", "付款方式", "联系人", "电话", "状态",
    "看房时间",
)  # fmt: skip
TITLE = ("澄湖片区厂房一览表（2026年11月）",)
# A cell that is wrong and its place in the row; each is used for as many rows as the others.
MISTAKES = ((7, "很大"), (8, "看楼层"), (9, "挺高"), (17, "飞了"), (16, "12345"))
ROWS, WRONG = 300, 20


def rows(*, prefix: str, is_mended: bool = False) -> list[list[object]]:
    """The rows below the header; every fifteenth is wrong unless the list was mended."""
    found = []
    for number in range(ROWS):
        row = _row(number, prefix)
        if not is_mended and number % (ROWS // WRONG) == 7:
            at, wrong = MISTAKES[number // (ROWS // WRONG) % len(MISTAKES)]
            row[at] = wrong
        found.append(row)
    return found


def workbook(head: tuple[object, ...], body: list[list[object]]) -> bytes:
    """An xlsx file with a title row above the header."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("厂房")
    for number, row in enumerate((TITLE, head, *body)):
        sheet.write_row(number, 0, row)
    book.close()
    return made.getvalue()


def _row(number: int, prefix: str) -> list[object]:
    return [
        number + 1, f"{prefix}产业园", f"{number // 3 + 1}号楼", f"{number % 3 + 1}层",
        "溧阳市城北工业园", "标准厂房", "出租", 800 + 10 * number, 0.5 + number % 5 / 10,
        "8米" if number % 3 == 0 else 5.5, 3 if number % 3 == 0 else 1.5,
        "10吨2台" if number % 3 == 0 else "无", 315, "是", "押二付三",
        f"{'王李张刘陈'[number % 5]}女士", f"1380000{number:04d}", "", "工作日",
    ]  # fmt: skip
