"""The offers that a list shows, as a workbook and as CSV; no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import Client

from zhuchao.apps.properties.importing.opening import open_sheet
from zhuchao.apps.properties.models import Offer
from zhuchao.faces.desk.exporting import book_file, table_stream

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
FORMS: dict[str, Callable[..., HttpResponseBase]] = {"xlsx": book_file, "csv": table_stream}


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def rows_of(form: str, raw: bytes) -> list[list[str]]:
    """The cells as a spreadsheet program would hold them, without our own reading."""
    if form == "csv":
        return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[str(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_would_be_a_formula_is_neutralised(form: str, text: str) -> None:
    raw = content(FORMS[form]("x", ["标题"], [[text]]))

    assert rows_of(form, raw)[1][0].startswith("'")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_seen_is_exported_in_its_order(
    form: str, officer: Client, paste: Callable[[str], int]
) -> None:
    for text in (
        "出租溧阳厂房 900平，层高8米",
        "出租溧阳厂房 800平，层高8米",
        "出租溧阳仓库 700平，层高8米",
    ):
        officer.post(
            f"/desk/intakes/{paste(text)}/confirm/",
            {"as": "message", "save_as": "supply", "title": text},
        )

    answer = officer.get(f"/desk/offers/export/?form={form}&kind=factory&sort=title")
    head, *rows = rows_of(form, content(answer))

    assert head[:2] == ["编号", "标题"]
    assert [row[1][:10] for row in rows] == ["出租溧阳厂房 800", "出租溧阳厂房 900"]
    assert f".{form}" in answer["Content-Disposition"]


def test_the_list_links_to_the_export_of_what_it_shows(officer: Client, offer_id: int) -> None:
    page = officer.get("/desk/offers/?state=draft&page=1").content.decode()

    assert 'href="/desk/offers/export/?state=draft"' in page
    assert 'href="/desk/offers/export/?state=draft&amp;form=csv"' in page


def test_thousands_of_offers_are_exported(officer: Client, offer_id: int) -> None:
    first = Offer.objects.get(pk=offer_id)
    Offer.objects.bulk_create(_copies(first, 1_999), batch_size=500)

    for form in FORMS:
        raw = content(officer.get(f"/desk/offers/export/?form={form}"))
        assert len(open_sheet(raw).rows) == 2_001


def _copies(first: Offer, count: int) -> Iterator[Offer]:
    for number in range(count):
        columns = {
            field.attname: getattr(first, field.attname)
            for field in Offer._meta.concrete_fields
            if field.attname not in ("id", "intake_id", "code")
        }
        yield Offer(**columns, code=f"C{number}")
