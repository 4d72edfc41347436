"""Bytes as the rows of a sheet: xlsx, xls, ods and csv by what they are, not by their name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from python_calamine import SheetVisibleEnum as Visible

from zhuchao.core.errors import Unreadable
from zhuchao.core.sheets import plain_number, unquoted
from zhuchao.core.vocabulary.sheet import Column, Head
from zhuchao.ground.sheets.guarding import (
    ENCRYPTED,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    NO_BOOK,
    NOT_WHOLE,
    TOO_LARGE,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    checked_archive,
)
from zhuchao.ground.sheets.legacy import check_legacy

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ",\t;|"
LOOKED_AT = 4096
# What people write where they mean that nothing is known.
BLANKS = frozenset({"-", "--", "—", "——", "/", "\\", "暂无", "待定", "不详", "未知", "N/A", "n/a"})
IS_PAGE = "这是网页格式的表格：请在 Excel 或 WPS 中打开后另存为 xlsx 再上传"
EMPTY = "文件里没有内容"

Rows = Sequence[tuple[str, ...]]
FindHead = Callable[[Rows], Head | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows from its first on, with its header; other sheets are counted only."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    head: Head
    others: int = 0


def open_sheet(content: bytes, find: FindHead, no_head: str) -> Sheet:
    """The first visible sheet in which ``find`` sees a header.

    Raises: Unreadable, with the sentence that says what is wrong and what to do; ``no_head``
    where no sheet has a header.
    """
    if not content.strip():
        raise Unreadable(EMPTY)
    if len(content) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    if content.startswith(ZIP):
        sheets = _of_workbook(checked_archive(content))
    elif content.startswith(OLE):
        check_legacy(content)
        sheets = _of_workbook(content)
    else:
        sheets = [("", _of_text(content))]
    return _with_head(sheets, find, no_head)


def _of_workbook(content: bytes) -> list[tuple[str, Rows]]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = [each.name for each in book.sheets_metadata if each.visible is Visible.Visible]
            return [(name, _rows(book.get_sheet_by_name(name))) for name in names]
    except PasswordError as error:
        raise Unreadable(ENCRYPTED) from error
    except CalamineError as error:
        raise Unreadable(NOT_WHOLE) from error


def _rows(sheet: CalamineSheet) -> tuple[tuple[str, ...], ...]:
    _refuse_large(sheet.total_height, sheet.total_width)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        # A park merged over the rows of its units is told of each; a line across is a title.
        if left == right and bottom < len(rows):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
    return tuple(map(tuple, rows))


def _refuse_large(height: int, width: int) -> None:
    if height > MOST_ROWS:
        raise Unreadable(TOO_MANY_ROWS)
    if width > MOST_COLUMNS:
        raise Unreadable(TOO_MANY_COLUMNS)


def _text(cell: object) -> str:
    """A cell as it is seen: 2000 and not 2000.0, a day as 2026-03-31."""
    match cell:
        case bool():
            return "是" if cell else "否"
        case float() | int():
            return plain_number(cell)
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return _plain(str(cell))


def _plain(text: str) -> str:
    shown = unquoted(text.strip())
    return "" if shown in BLANKS else shown


def _of_text(content: bytes) -> tuple[tuple[str, ...], ...]:
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            _refuse_large(len(rows) + 1, len(row))
            rows.append(tuple(_plain(cell) for cell in row))
    except csv.Error as error:
        raise Unreadable(NOT_WHOLE) from error
    return tuple(rows)


def _decoded(content: bytes) -> str:
    if content.lstrip()[:1] == b"<":
        raise Unreadable(IS_PAGE)
    if content.startswith(UTF_16):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:LOOKED_AT] or content.startswith(b"%PDF"):
        raise Unreadable(NO_BOOK)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(NO_BOOK)


def _unnamed(head: Head, rows: Sequence[tuple[str, ...]]) -> Iterator[Column]:
    """The columns that tell something below the header and have no heading."""
    named = {column.at for column in head.columns}
    filled = {at for row in rows[head.row + 1 :] for at, cell in enumerate(row) if cell}
    for at in sorted(filled - named):
        yield Column(at, f"第 {at + 1} 列（无列名）", None)


def _with_head(sheets: list[tuple[str, Rows]], find: FindHead, no_head: str) -> Sheet:
    for name, rows in sheets:
        head = find(rows)
        if head is not None:
            columns = (*head.columns, *_unnamed(head, rows))
            whole = Head(head.row, tuple(sorted(columns, key=lambda column: column.at)))
            return Sheet(name, tuple(rows), whole, others=len(sheets) - 1)
    raise Unreadable(no_head)
