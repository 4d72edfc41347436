"""Sheets as agents send them, made for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import xlsxwriter

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.importing import applying, services
from zhuchao.apps.properties.importing.models import ImportRun

HEAD = (
    "编号",
    "标题",
    "区域",
    "租售",
    "类型",
    "面积（㎡）",
    "租金（元/㎡/天）",
    "层高",
    "联系人",
    "电话",
    "备注",
)
FIRST = (
    "A-1",
    "溧阳单层厂房",
    "溧阳",
    "出租",
    "厂房",
    2000,
    0.65,
    "8米",
    "李女士",
    13800000002,
    "采光好",
)
SHEET = "xl/worksheets/sheet1.xml"


def row(**told: object) -> tuple[object, ...]:
    """The first row with other cells under those headings."""
    cells = dict(zip(HEAD, FIRST, strict=True)) | told
    return tuple(cells[heading] for heading in HEAD)


def workbook(
    *rows: Sequence[object], merged: Sequence[tuple[int, int, int, int, str]] = ()
) -> bytes:
    """An xlsx file with those rows; ``merged`` are ranges with their text."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("房源")
    for number, row in enumerate(rows):
        for at, value in enumerate(row):
            if value not in ("", None):
                sheet.write(number, at, value)
    for top, left, bottom, right, text in merged:
        sheet.merge_range(top, left, bottom, right, text)
    book.close()
    return made.getvalue()


def patched(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            found = old.read(info)
            new.writestr(info.filename, change(found) if info.filename == part else found)
    return made.getvalue()


def planned(viewer: Viewer, content: bytes, name: str = "房源.xlsx") -> ImportRun:
    run = services.take_sheet(viewer, name=name, content=content)
    return services.plan_rows(viewer, run.pk)


def applied(viewer: Viewer, content: bytes) -> ImportRun:
    run = planned(viewer, content)
    services.start_applying(viewer, run.pk)
    return applying.apply_rows(viewer, run.pk)


def fates(run: ImportRun) -> list[str]:
    return list(run.rows.order_by("number").values_list("fate", flat=True))
