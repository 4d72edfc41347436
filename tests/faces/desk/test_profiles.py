"""Rows of a profile come from measures of pages, with year and source."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from tests.faces.desk.conftest import House
from tests.faces.desk.test_facts import file_page

from zhuchao.apps.library.models import Fact, ProfileRow, ReadPage
from zhuchao.core.vocabulary.tables import Tables

SHOWN = "/desk/profiles/?about=溧阳市"


def gdp_of(page: ReadPage) -> Fact:
    return next(each for each in page.facts.filter(kind="measure") if each.amount)


def note(client: Client, page: ReadPage, **told: object) -> str:
    form = {"about": "溧阳市", "metric": "地区生产总值", "year": 2025, "period": ""} | told
    address = f"/desk/facts/{gdp_of(page).pk}/profile/"
    return client.post(address, form, follow=True).content.decode()


def test_a_measure_becomes_a_row_with_year_and_source(
    officer: Client, house: House, tables: Tables
) -> None:
    page = file_page(house, tables)
    form = officer.get(f"/desk/facts/{gdp_of(page).pk}/profile/").content.decode()

    assert 'value="2025"' in form
    assert "已记入概况" in note(officer, page)
    shown = officer.get(SHOWN).content.decode()
    assert "1500亿元" in shown
    assert "2025 年" in shown
    assert f'href="/desk/pages/{page.pk}/"' in shown
    assert "溧阳市" in officer.get("/desk/profiles/").content.decode()
    assert ReadPage.objects.get(pk=page.pk).state == "used"


def test_confirmed_twice_it_is_one_row(officer: Client, house: House, tables: Tables) -> None:
    page = file_page(house, tables)

    note(officer, page)
    note(officer, page)

    assert ProfileRow.objects.count() == 1


def test_pages_that_differ_stand_side_by_side(
    officer: Client, house: House, tables: Tables
) -> None:
    note(officer, file_page(house, tables))
    note(officer, file_page(house, tables, gdp="1620", source="另一报", title="另一篇报道的标题"))

    shown = officer.get(SHOWN).content.decode()
    assert shown.count("说法不一</span>") == 2
    assert "1500亿元" in shown
    assert "1620亿元" in shown


def test_what_lacks_is_told_and_a_row_goes_again(
    officer: Client, house: House, tables: Tables, signed_in: Callable[[str], Client]
) -> None:
    page = file_page(house, tables)

    assert "请填写此项" in note(officer, page, about=" ")
    assert "四位数" in note(officer, page, year=26)
    note(officer, page)
    row = ProfileRow.objects.get()
    drop = f"/desk/profiles/{row.pk}/drop/"
    assert signed_in("leader").post(drop).status_code == 403
    assert "已从概况移除" in officer.post(drop, {"about": "溧阳市"}, follow=True).content.decode()
    assert not ProfileRow.objects.exists()
