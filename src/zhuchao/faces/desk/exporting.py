"""What a list shows, as a table file that opens in a spreadsheet program."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import quote

import xlsxwriter
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from zhuchao.core.sheets import neutral, plain_number

# A spreadsheet program takes a file without it for the local encoding.
MARK = "\ufeff"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Rows go to the disk one by one, and no text becomes a formula, a link or a number.
BOOK_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NARROWEST, WIDEST = 8, 24


class _Echo:
    """Gives back each line that is written to it."""

    def write(self, line: str) -> str:
        return line


def table_file(name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file named ``name``, in UTF-8."""
    answer = HttpResponse(_lines(heads, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = _named(f"{name}.csv")
    return answer


def table_stream(
    name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponseBase:
    """The same, sent line by line while the rows are read."""
    answer = StreamingHttpResponse(_lines(heads, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = _named(f"{name}.csv")
    return answer


def book_file(
    name: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *, sheet_name: str = "房源"
) -> HttpResponseBase:
    """An Excel workbook of one sheet; it is written to the disk and sent from there."""
    place = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 - the answer closes it
    book = xlsxwriter.Workbook(place, BOOK_OPTIONS)
    sheet = book.add_worksheet(sheet_name)
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.freeze_panes(1, 0)
    for at, head in enumerate(heads):
        sheet.set_column(at, at, min(max(2 * len(head) + 2, NARROWEST), WIDEST))
        sheet.write_string(0, at, neutral(head), bold)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            _write(sheet, number, at, value)
    book.close()
    place.seek(0)
    answer = FileResponse(place, content_type=BOOK_TYPE)
    answer["Content-Disposition"] = _named(f"{name}.xlsx")
    return answer


def _named(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name)}"


def _write(sheet: xlsxwriter.worksheet.Worksheet, number: int, at: int, value: object) -> None:
    if isinstance(value, float):
        sheet.write_number(number, at, value)
    elif text := _cell(value):
        sheet.write_string(number, at, text)


def _lines(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield MARK
    yield writer.writerow(heads)
    for row in rows:
        yield writer.writerow([_cell(value) for value in row])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return neutral(plain_number(value))
    return neutral(value.isoformat() if isinstance(value, date) else str(value))
