"""What a list shows, as a table file that opens in a spreadsheet program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import quote

from django.http import HttpResponse

# A spreadsheet program takes a file without it for the local encoding.
MARK = "\ufeff"
# A cell that starts so would be run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """Gives back each line that is written to it."""

    def write(self, line: str) -> str:
        return line


def table_file(name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file named ``name``, in UTF-8."""
    answer = HttpResponse(_lines(heads, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    return answer


def _lines(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield MARK
    yield writer.writerow(heads)
    for row in rows:
        yield writer.writerow([_cell(value) for value in row])


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
