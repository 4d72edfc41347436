"""Refusing hostile workbooks before anything interprets them, in bounded time and memory.

A zip archive is unpacked here, once, counted and looked through while it is read; what reads the
workbook afterwards is handed only the parts that passed, packed anew without compression, so that
nothing the archive claims about itself is believed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat

from zhuchao.core.errors import Unreadable

# A list of 20,000 offers takes 2 MB as xlsx with 40 columns and 4 MB with 100, beside its pictures.
# Unpacked it is 25 and 62 MB (measured 2026-11).
MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 80 * 1024 * 1024
# Those lists shrink to a sixteenth at most; what shrinks far more was made to.
MOST_RATIO = 100
RATIO_FROM = 1024 * 1024
MOST_PARTS = 2_000
# What one import may hold: beyond it a sheet is no list that a person looks through.
MOST_ROWS = 20_000
MOST_COLUMNS = 100
CHUNK = 64 * 1024

SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml|content\.xml")
CELL_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
# An xlsb keeps its sheets as records of its own; it is not offered and not read.
BINARY_BOOK = "xl/workbook.bin"
BOOK_PARTS = re.compile(r"xl/|content\.xml$")
MACRO_PARTS = re.compile(r"(?:.*/)?vbaProject\.bin|Basic/.*|Scripts/.*", re.IGNORECASE)

NO_BOOK = "不是表格文件：请上传 xlsx、xls、ods 或 csv"
NOT_WHOLE = "文件不完整或已损坏：请在 Excel 或 WPS 中打开后另存为 xlsx 再上传"
TOO_LARGE = f"文件超过 {MOST_BYTES // 1024**2} MB：请分成几个文件上传"
A_BOMB = "文件展开后过大，不像正常的表格：请只保留要导入的工作表后另存再上传"
ENCRYPTED = "文件有打开密码：请去掉密码后再上传"
WITH_MACROS = "文件带宏：请另存为不带宏的 xlsx 再上传"
WITH_DTD = "文件里有外部实体或文档类型定义，已拒绝：请在 Excel 或 WPS 中另存为 xlsx 再上传"
TOO_MANY_ROWS = f"表格超过 {MOST_ROWS:,} 行：请分成几个文件上传"
TOO_MANY_COLUMNS = f"表格超过 {MOST_COLUMNS} 列：请只保留房源的列再上传"


def checked_archive(content: bytes) -> bytes:
    """The XML parts of a workbook, packed anew.

    Raises: Unreadable, with the sentence that says what is wrong with it.
    """
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_by_list(archive.infolist())
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as clean:
                _copy(archive, clean)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        expat.ExpatError,
    ) as error:
        raise Unreadable(NOT_WHOLE) from error
    return packed.getvalue()


def _refuse_by_list(parts: list[zipfile.ZipInfo]) -> None:
    """What the archive's own list gives away."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > 4 * MOST_UNPACKED:
        raise Unreadable(A_BOMB)
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(ENCRYPTED)
    names = {part.filename for part in parts}
    if BINARY_BOOK in names or not any(BOOK_PARTS.match(name) for name in names):
        raise Unreadable(NO_BOOK)
    if any(MACRO_PARTS.fullmatch(part.filename) for part in parts):
        raise Unreadable(WITH_MACROS)


def _copy(archive: zipfile.ZipFile, clean: zipfile.ZipFile) -> None:
    """Pictures and what else is no text of the workbook stay behind, unopened."""
    total = 0
    for part in archive.infolist():
        if part.filename == "mimetype" or part.filename.lower().endswith((".xml", ".rels")):
            content = _unpacked(archive, part, MOST_UNPACKED - total)
            total += len(content)
            clean.writestr(part.filename, content)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> bytes:
    """The part, looked through while it is read: no more of it is held than may be."""
    pieces: list[bytes] = []
    size, most = 0, max(RATIO_FROM, part.compress_size * MOST_RATIO)
    watch = _watch(part.filename)
    with archive.open(part) as source:
        while piece := source.read(CHUNK):
            size += len(piece)
            if size > room or size > most:
                raise Unreadable(A_BOMB)
            pieces.append(piece)
            if watch is not None:
                watch.Parse(piece, False)
    if watch is not None:
        watch.Parse(b"", True)
    return b"".join(pieces)


def _watch(name: str) -> expat.XMLParserType | None:
    """A parser that refuses what the part must not hold; None for a part that is no XML.

    Entities exist only where a document type declares them, and that is refused as it begins.
    """
    if name == "mimetype":
        return None
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_document_type
    is_sheet = SHEET_PART.fullmatch(name) is not None
    parser.StartElementHandler = _Bounds().start if is_sheet else _start_beside
    return parser


def _refuse_document_type(*_: object) -> NoReturn:
    raise Unreadable(WITH_DTD)


def _start_beside(name: str, attrs: Mapping[str, str]) -> None:
    """An element of a part beside the sheets: no macros announced, nothing encrypted."""
    if name.endswith("encryption-data"):
        raise Unreadable(ENCRYPTED)
    if "macroEnabled" in attrs.get("ContentType", ""):
        raise Unreadable(WITH_MACROS)


class _Bounds:
    """A sheet whose cells stay within the bounds, whatever extent it claims to have."""

    def __init__(self) -> None:
        self._row, self._column, self._rows_alike = 0, 0, 1

    def start(self, name: str, attrs: Mapping[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self._start_row(attrs.get("r", ""), 1)
            case "table-row":
                self._start_row("", _times(attrs, "table:number-rows-repeated"))
            case "table":
                self._row, self._rows_alike = 0, 1
            case "c":
                self._place(attrs.get("r", ""))
            case "table-cell" | "covered-table-cell":
                self._repeat(attrs)

    def _start_row(self, number: str, times: int) -> None:
        self._row = int(number) if number.isdecimal() else self._row + self._rows_alike
        self._column, self._rows_alike = 0, times

    def _place(self, written: str) -> None:
        found = CELL_PLACE.fullmatch(written)
        self._column = _column(found[1]) if found else self._column + 1
        self._hold(int(found[2]) if found else self._row, self._column)

    def _repeat(self, attrs: Mapping[str, str]) -> None:
        self._column += _times(attrs, "table:number-columns-repeated")
        if "office:value-type" in attrs or "calcext:value-type" in attrs:
            self._hold(self._row + self._rows_alike - 1, self._column)

    def _hold(self, row: int, column: int) -> None:
        if row > MOST_ROWS:
            raise Unreadable(TOO_MANY_ROWS)
        if column > MOST_COLUMNS:
            raise Unreadable(TOO_MANY_COLUMNS)


def _times(attrs: Mapping[str, str], name: str) -> int:
    written = attrs.get(name, "1")
    return int(written) if written.isdecimal() else 1


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
