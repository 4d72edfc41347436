"""A row is about one offer: by number, by carrier, by title; never doubled, never another's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.apps.properties.importing.sheets import (
    FIRST,
    HEAD,
    applied,
    fates,
    planned,
    row,
    workbook,
)

from zhuchao.apps.people import services as people
from zhuchao.apps.people.models import Organisation
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.properties.models import Offer, Unit
from zhuchao.apps.properties.services import (
    confirm_supply,
    create_building,
    create_park,
    create_unit,
)

PW = "a-long-one-for-tests"


@pytest.fixture
def unit(section_head: Viewer) -> Unit:
    park = create_park(section_head, name="东区", region_code="320481")
    building = create_building(section_head, park=park, name="1号楼", kind="factory")
    return create_unit(section_head, building=building, name="东跨", area_m2=2400)


def test_a_carrier_is_found_by_its_names(officer_a: Viewer, unit: Unit) -> None:
    head = ("园区", "楼栋", "单元", "租金(元/㎡/月)")

    applied(officer_a, workbook(head, ("东区", "1号楼", "东跨", 18)))
    again = planned(officer_a, workbook(head, ("东区", " 1号楼", "东跨", 18)))

    offer = Offer.objects.get()
    assert (offer.unit, offer.area_m2, offer.region_code) == (unit, 2400, "320481")
    assert fates(again) == ["same"]


def test_an_unknown_carrier_is_kept_as_told_and_merged_by_its_names(officer_a: Viewer) -> None:
    head = ("园区", "楼栋", "楼层", "面积", "租金(元/㎡/月)")
    run = applied(officer_a, workbook(head, ("西区", "3幢", "2层", 900, 18)))

    again = planned(officer_a, workbook(head, ("西区", "3幢", "2楼", 900, 20)))

    offer = Offer.objects.get()
    assert "“西区 3幢 2层”未在载体库建档" in run.rows.get().notes[0]
    assert (offer.told, offer.address) == (
        {"park": "西区", "building": "3幢", "floor": "2层"},
        "西区 3幢 2层",
    )
    assert again.rows.get().offer == offer


def test_two_rows_about_one_place_are_not_two_offers(officer_a: Viewer) -> None:
    run = applied(officer_a, workbook(HEAD, FIRST, FIRST))

    assert fates(run) == ["new", "error"]
    assert "与第 2 行是同一处房源" in run.rows.get(number=3).errors[0]["why"]
    assert Offer.objects.count() == 1


def test_an_offer_of_another_organisation_is_not_merged_with(
    officer_a: Viewer, agent: Viewer
) -> None:
    applied(officer_a, workbook(HEAD, FIRST))
    applied(agent, workbook(HEAD, FIRST))

    assert Offer.objects.count() == 2


def test_an_agent_changes_no_offer_of_a_colleague(agent: Viewer, agency: Organisation) -> None:
    applied(agent, workbook(HEAD, FIRST))
    code = Offer.objects.get().code
    colleague = viewer_of(people.create_person(SYSTEM, sign_in="b", display_name="b", password=PW))
    colleague = replace(colleague, organisation_id=agency.pk, roles=frozenset({Role.AGENT}))

    run = planned(colleague, workbook(HEAD, row(编号=code, 标题="改别人的")))

    assert "由别人经办" in run.rows.get().errors[0]["why"]


def test_several_offers_of_one_place_ask_for_a_number(officer_a: Viewer, unit: Unit) -> None:
    for title in ("甲", "乙"):
        confirm_supply(officer_a, intake_id=None, title=title, terms=[], text=title, carrier=unit)

    run = planned(
        officer_a, workbook(("园区", "楼栋", "单元", "面积"), ("东区", "1号楼", "东跨", 90))
    )

    assert "请填写编号" in run.rows.get().errors[0]["why"]


def test_a_number_of_ours_that_nobody_has_is_refused(officer_a: Viewer) -> None:
    run = planned(officer_a, workbook(HEAD, row(编号="F2020-00001")))

    assert "没有编号为 F2020-00001 的房源" in run.rows.get().errors[0]["why"]
