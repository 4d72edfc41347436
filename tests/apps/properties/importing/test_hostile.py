"""Hostile and broken files are refused with a sentence, quickly and without much memory."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from tests.apps.properties.importing.sheets import FIRST, HEAD, SHEET, patched, workbook

from zhuchao.apps.properties.importing.opening import open_sheet
from zhuchao.core.errors import Unreadable
from zhuchao.ground.sheets import guarding

GOOD = workbook(HEAD, FIRST)
LEGACY = (Path(__file__).parents[3] / "fixtures/sheets/offers.xls").read_bytes()
HEADER = 512
# Kind and length of a record that holds one text.
TEXT_CELL = b"\xfd\x00\x0a\x00"
STRINGS, TYPES = "xl/sharedStrings.xml", "[Content_Types].xml"
END_OF_ROWS = b"</row></sheetData>"
DOCTYPE = b"<!DOCTYPE a><cp:"
MACRO_SHEET = b".sheet.macroEnabled.main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ENTITY = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet'
# Seconds of the processor and bytes.
SOON_S, LITTLE = 5.0, 300 * 1024 * 1024


def far_cell(place: str) -> bytes:
    cell = f'<c r="{place}"><v>1</v></c>'.encode()
    return patched(GOOD, SHEET, lambda part: part.replace(END_OF_ROWS, cell + END_OF_ROWS))


def bomb(size: int) -> bytes:
    return patched(GOOD, STRINGS, lambda part: part.replace(b"</sst>", b" " * size + b"</sst>"))


def encrypted_entries() -> bytes:
    """The list of the archive says that its parts are encrypted."""
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def understated() -> bytes:
    """A part that unpacks to more than the archive's list says."""
    content = bytearray(bomb(40_000))
    sized = (40_000 + 500).to_bytes(4, "little")[:2]
    assert sized
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        info = archive.getinfo(STRINGS)
    real = info.file_size.to_bytes(4, "little")
    return bytes(content).replace(real, (500).to_bytes(4, "little"))


def archive_of(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "<w/>")
    return made.getvalue()


def spreadsheet(cells: str) -> bytes:
    """An ods file with that content of its table."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{OASIS}:office:1.0" '
            f'xmlns:table="{OASIS}:table:1.0" xmlns:text="{OASIS}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="A">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return made.getvalue()


def text_cell(text: str, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def renamed(name: str) -> bytes:
    """An xls file whose one stream has another name."""
    raw = "Workbook".encode("utf-16-le")
    at = LEGACY.index(raw)
    written = name.encode("utf-16-le")
    length = (len(written) + 2).to_bytes(2, "little")
    padded = written.ljust(64, b"\0")
    return LEGACY[:at] + padded + length + LEGACY[at + 66 :]


def legacy_cell(row: int, column: int) -> bytes:
    """An xls file whose first number lies elsewhere."""
    place = TEXT_CELL + (2).to_bytes(2, "little") + (0).to_bytes(2, "little")
    assert place in LEGACY
    other = TEXT_CELL + row.to_bytes(2, "little") + column.to_bytes(2, "little")
    return LEGACY.replace(place, other)


FILES = {
    "bomb": (bomb(120 * 1024 * 1024), "展开后过大"),
    "small bomb": (bomb(3 * 1024 * 1024), "展开后过大"),
    "understated": (understated(), "不完整或已损坏"),
    "a cell in the last row": (far_cell("A1048576"), "超过 20,000 行"),
    "a cell in the last column": (far_cell("XFD2"), "超过 100 列"),
    "an external entity": (
        patched(GOOD, SHEET, lambda part: part.replace(b"<worksheet", ENTITY, 1)),
        "外部实体",
    ),
    "an entity in another part": (
        patched(GOOD, "docProps/core.xml", lambda part: part.replace(b"<cp:", DOCTYPE, 1)),
        "外部实体",
    ),
    "macros": (
        patched(GOOD, TYPES, lambda part: part.replace(b".sheet.main", MACRO_SHEET)),
        "带宏",
    ),
    "encrypted parts": (encrypted_entries(), "打开密码"),
    "an encrypted workbook": (renamed("EncryptedPackage"), "打开密码"),
    "an old workbook with macros": (renamed("_VBA_PROJECT"), "带宏"),
    "a Word file of old": (renamed("WordDocument"), "不是表格文件"),
    "half an old workbook": (LEGACY[:700], "不是表格文件|不完整或已损坏"),
    "an old workbook in a circle": (LEGACY[:HEADER] + b"\1\0\0\0" * 2000, "不是表格文件"),
    "an old cell far below": (legacy_cell(65_535, 0), "超过 20,000 行"),
    "an old cell far right": (legacy_cell(2, 255), "超过 100 列"),
    "a Word file": (archive_of("word/document.xml"), "不是表格文件"),
    "a binary workbook": (archive_of("xl/workbook.bin"), "不是表格文件"),
    "a broken archive": (b"PK\x03\x04 nothing more", "不完整或已损坏"),
    "half a workbook": (GOOD[: len(GOOD) // 2], "不完整或已损坏"),
    "a million rows of text": (b"a,b\n" * 1_000_000, "超过 20,000 行"),
    "a thousand columns": (b"a," * 1000, "超过 100 列"),
    "a PDF": (b"%PDF-1.7 ...", "不是表格文件"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "不是表格文件"),
    "a page with a table": (b"<html><table><tr><td>a</td></tr></table></html>", "网页格式"),
    "nothing": (b" \n", "没有内容"),
    "no header": ("甲,乙\n丙,丁".encode(), "没有找到表头"),
    "repeated rows with content": (
        spreadsheet(
            '<table:table-row table:number-rows-repeated="1048576">'
            + text_cell("x")
            + "</table:table-row>"
        ),
        "超过 20,000 行",
    ),
    "repeated columns with content": (
        spreadsheet(
            "<table:table-row>"
            + text_cell("x", 'table:number-columns-repeated="16384"')
            + "</table:table-row>"
        ),
        "超过 100 列",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_with_a_sentence_soon_and_in_little_memory(name: str) -> None:
    content, sentence = FILES[name]
    tracemalloc.start()
    began = time.process_time()

    with pytest.raises(Unreadable, match=sentence):
        open_sheet(content)

    assert time.process_time() - began < SOON_S
    assert tracemalloc.get_traced_memory()[1] < LITTLE
    tracemalloc.stop()


def test_too_large_a_file_is_refused_unopened() -> None:
    with pytest.raises(Unreadable, match="超过 20 MB"):
        open_sheet(b"PK\x03\x04" + b"0" * guarding.MOST_BYTES)


def test_pictures_and_other_parts_are_left_behind_unopened() -> None:
    made = io.BytesIO(GOOD)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/media/image1.jpeg", b"\xff\xd8 a picture")

    clean = guarding.checked_archive(made.getvalue())

    assert "xl/media/image1.jpeg" not in zipfile.ZipFile(io.BytesIO(clean)).namelist()
    assert open_sheet(made.getvalue()).rows[1][1] == FIRST[1]


def test_a_spreadsheet_of_libreoffice_with_its_empty_tail_is_read() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16381"/>'
    rows = (
        f"<table:table-row>{text_cell('标题')}{text_cell('面积')}{text_cell('租金')}{empty}</table:table-row>"
        f"<table:table-row>{text_cell('厂房')}{text_cell('900㎡')}{text_cell('18')}{empty}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    sheet = open_sheet(spreadsheet(rows))

    assert sheet.rows[1][:3] == ("厂房", "900㎡", "18")


def test_an_old_workbook_is_read() -> None:
    sheet = open_sheet(LEGACY)

    assert sheet.head.row == 1
    assert sheet.rows[3] == ("A-2", "溧阳双层厂房", "溧阳", "出租", "厂房", "1500.5", "0.5", "5.5")


def test_a_formula_is_taken_by_its_value() -> None:
    formula = b"<f>1000+1000</f><v>2000</v>"
    content = patched(GOOD, SHEET, lambda part: part.replace(b"<v>2000</v>", formula))

    assert open_sheet(content).rows[1][HEAD.index("面积（㎡）")] == "2000"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_is_read_in_any_usual_encoding(encoding: str, delimiter: str) -> None:
    lines = [("标题", "面积", "租金"), ("溧阳厂房", "900㎡", "=1+1")]
    text = "\r\n".join(delimiter.join(line) for line in lines)

    sheet = open_sheet(text.encode(encoding))

    assert sheet.rows[1] == lines[1]
