"""The declaration form of a project on the desk: a page that prints, and a workbook."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from django.test import Client
from tests.faces.desk.conftest import House
from tests.faces.desk.test_money import opened

from zhuchao.apps.projects import services
from zhuchao.apps.projects.services import Details, PromiseForm

SignedIn = Callable[[str], Client]
NAME, TELEPHONE = "柳知远", "13800000009"


@pytest.fixture
def address(house: House) -> str:
    viewer, project_id = house.viewer("officer"), opened(house, "枢衡精密零件项目")
    details = Details(
        title="枢衡精密零件项目",
        summary="=1+1 生产线两条\n年产十万套",
        total_investment=Decimal(123_456_789),
        land_area=33_333.5,
    )
    services.edit_project(viewer, project_id, details=details)
    for year in (2028, 2029):
        amount, due = Decimal(year * 100_000), date(year, 12, 31)
        form = PromiseForm("investor", "output", f"{year} 年产值", amount=amount, due_on=due)
        services.note_promise(viewer, project_id, form=form)
    told = {"name": NAME, "telephone": TELEPHONE, "role": "项目经理"}
    services.add_person(viewer, project_id, **told)
    return f"/desk/projects/{project_id}/declaration"


def cells(answer: Any) -> dict[str, tuple[Any, ...]]:
    """The rows of the workbook by their first cell."""
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    return {str(row[0]): row[1:] for row in sheet.iter_rows(values_only=True)}


def test_the_page_tells_what_is_known_and_where_it_stands(officer: Client, address: str) -> None:
    page = officer.get(f"{address}/").content.decode()

    assert "12,345.6789" in page
    assert "20,280 万元（2028年12月31日前）；20,290 万元（2029年12月31日前）" in page
    assert "年产十万套" in page
    assert "空白就是不知道" in page
    assert f'href="{address}.xlsx"' in page


def test_the_project_page_leads_to_the_form(officer: Client, address: str) -> None:
    page = officer.get(address.removesuffix("declaration")).content.decode()

    assert f'href="{address}/"' in page


def test_the_workbook_has_figures_as_numbers_and_blanks_as_blanks(
    officer: Client, address: str
) -> None:
    rows = cells(officer.get(f"{address}.xlsx"))

    assert rows["计划总投资"] == (12_345.6789, None, "万元", "项目资料")
    assert rows["用地面积"] == (50.0, None, "亩", "项目资料")
    assert rows["签约"][0].date() == date(2025, 3, 1)
    assert rows["企业名称"] == (None, None, None, None)
    assert rows["专利数"] == (None, None, "件", None)
    assert rows["投资方：年产值"][1:3] == ("20,290 万元/年", "2029年12月31日")


def test_a_text_in_the_workbook_is_never_a_formula(officer: Client, address: str) -> None:
    summary = cells(officer.get(f"{address}.xlsx"))["建设内容与规模"][0]

    assert summary == "'=1+1 生产线两条\n年产十万套"


def test_names_are_covered_until_they_are_opened(officer: Client, address: str) -> None:
    page, book = officer.get(f"{address}/"), officer.get(f"{address}.xlsx")
    assert not any(word in page.content.decode() for word in (NAME, TELEPHONE))
    assert not {NAME, TELEPHONE} & set(cells(book)["项目经理"])

    opened_page, opened_book = officer.post(f"{address}/"), officer.post(f"{address}.xlsx")

    assert NAME in opened_page.content.decode()
    assert cells(opened_book)["项目经理"][:2] == (NAME, TELEPHONE)


def test_opening_names_is_recorded_each_time(
    signed_in: SignedIn, officer: Client, address: str
) -> None:
    def times() -> int:
        trail = signed_in("administrator").get("/desk/audit/").content.decode()
        return trail.count("查看完整联系方式")

    before = times()
    officer.get(f"{address}/")
    officer.get(f"{address}.xlsx")
    assert times() == before

    officer.post(f"{address}/")
    officer.post(f"{address}.xlsx")

    assert times() == before + 2


def test_three_people_see_it_differently(signed_in: SignedIn, address: str) -> None:
    assert signed_in("stranger").get(f"{address}/").status_code == 404
    assert signed_in("stranger").get(f"{address}.xlsx").status_code == 404
    leader = signed_in("leader").get(f"{address}/").content.decode()
    assert "declaration__fill" not in leader
    head = signed_in("section_head").get(f"{address}/").content.decode()
    assert "declaration__fill" in head
