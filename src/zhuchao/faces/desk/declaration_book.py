"""The declaration form as a workbook of one sheet that prints on A4."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from zhuchao.core.sheets import neutral
from zhuchao.faces.desk.declaring import Line, Sheet
from zhuchao.faces.hand.moments import date_cn

TITLE = "重点项目申报表"
WIDTHS = (24, 18, 18, 16, 24)
LAST = len(WIDTHS) - 1
A4 = 9
# A text without a break is wrapped; only its height must be told to a merged cell.
LETTERS_A_ROW, ROW_HEIGHT = 17, 16.5
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center"},
    "about": {"font_color": "#4b5857"},
    "section": {"bold": True, "bg_color": "#e8eeed", "border": 1},
    "label": {"border": 1, "font_color": "#33403f"},
    "text": {"border": 1, "text_wrap": True, "align": "left"},
    "number": {"border": 1, "num_format": "#,##0.####", "align": "left"},
    "figure": {"border": 1, "num_format": "#,##0.####", "align": "right"},
    "day": {"border": 1, "num_format": 'yyyy"年"m"月"d"日"', "align": "left"},
    "aside": {"border": 1, "font_color": "#4b5857", "text_wrap": True, "font_size": 9},
}


def book_of(sheet: Sheet) -> bytes:
    """What is not known is an empty cell with a frame."""
    place = io.BytesIO()
    book = xlsxwriter.Workbook(place, OPTIONS)
    page = _Page(book)
    page.head(sheet)
    for part in sheet.sections:
        page.heading(part.title, "单位", "依据")
        for line in part.lines:
            page.line(line)
    page.table(
        ("七、分年度投资（万元）", *sheet.measures), [(str(y), *told) for y, told in sheet.years]
    )
    page.table(("八、双方承诺", "内容", "数额", "期限", "现状"), sheet.promises)
    people = [(each.role, each.name, each.telephone, "", "") for each in sheet.people]
    page.table(("九、联系人", "姓名", "电话", "", ""), people)
    book.close()
    return place.getvalue()


class _Page:
    """Writes from the top down; ``at`` is the next free row."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {"valign": "vcenter", "font_name": "宋体", "font_size": 10.5}
        self.formats = {name: book.add_format(base | told) for name, told in FORMATS.items()}
        self.page = book.add_worksheet("申报表")
        self.at = 0
        for column, width in enumerate(WIDTHS):
            self.page.set_column(column, column, width)
        self.page.set_paper(A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_footer("&R&P / &N")
        self.page.hide_gridlines(2)

    def head(self, sheet: Sheet) -> None:
        self.page.merge_range(0, 0, 0, LAST, TITLE, self.formats["title"])
        self.page.set_row(0, 30)
        form = sheet.declaration
        told = (f"申报单位：{form.office}", form.project.code, f"填表日期：{date_cn(form.on)}")
        self.page.merge_range(1, 0, 1, LAST, "    ".join(told), self.formats["about"])
        self.at = 2

    def heading(self, title: str, *more: str) -> None:
        """A row of the section's name, its last cells above the columns that they name."""
        section = self.formats["section"]
        for column in range(LAST + 1):
            self.page.write_blank(self.at, column, None, section)
        self.page.write_string(self.at, 0, title, section)
        for column, name in enumerate(more, LAST + 1 - len(more)):
            self.page.write_string(self.at, column, name, section)
        self.at += 1

    def line(self, line: Line) -> None:
        at, text = self.at, self.formats["text"]
        self.page.write_string(at, 0, line.label, self.formats["label"])
        self.page.merge_range(at, 1, at, 2, "", text)
        self._value(1, line.value)
        self._text(3, line.unit, "aside")
        self._text(4, line.basis, "aside")
        rows = max(len(line.shown) // (2 * LETTERS_A_ROW), len(line.basis) // LETTERS_A_ROW) + 1
        self.page.set_row(at, ROW_HEIGHT * (rows + line.shown.count("\n")))
        self.at += 1

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str | float | None]]) -> None:
        """Under its heads; one empty row where there is nothing to tell."""
        self.heading(heads[0], *heads[1:])
        for row in rows or [("",) * len(heads)]:
            longest = max((len(cell) for cell in row if isinstance(cell, str)), default=0)
            self.page.set_row(self.at, ROW_HEIGHT * (longest // LETTERS_A_ROW + 1))
            for column, cell in enumerate(row):
                if isinstance(cell, float):
                    self.page.write_number(self.at, column, cell, self.formats["figure"])
                else:
                    self._text(column, cell or "", "text")
            self.at += 1

    def _value(self, column: int, value: float | date | str) -> None:
        if isinstance(value, float):
            self.page.write_number(self.at, column, value, self.formats["number"])
        elif isinstance(value, date):
            self.page.write_datetime(self.at, column, value, self.formats["day"])
        else:
            self._text(column, value, "text")

    def _text(self, column: int, text: str, form: str) -> None:
        write: Callable[..., Any] = self.page.write_string if text else self.page.write_blank
        write(self.at, column, neutral(text) if text else None, self.formats[form])
