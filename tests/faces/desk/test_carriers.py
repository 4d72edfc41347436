"""Carriers on the desk: from an empty register to a building as a stack of floors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.models import Building, Floor, Offer, Park, Plot, Unit

PARK = {"name": "东区", "region_code": "溧阳", "address": "东路1号"}


def made(client: Client, address: str, told: dict[str, object]) -> str:
    answer = client.post(address, told)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


@pytest.fixture
def park_page(officer: Client) -> str:
    return made(officer, "/desk/carriers/parks/new/", PARK)


@pytest.fixture
def building_page(officer: Client, park_page: str) -> str:
    told = {"name": "1号楼", "kind": "factory", "power_kva": "６３０ kVA"}
    page = made(officer, f"{park_page}building/", told)
    made(officer, f"{page}floors/", {"numbers": "1-3", "area_m2": "２０００㎡", "height_m": "8米"})
    return page


def unit_on(officer: Client, page: str, name: str, floor: int | None, **more: object) -> Unit:
    pk = Floor.objects.get(number=floor).pk if floor else ""
    made(officer, f"{page}unit/", {"name": name, "floor": pk, "area_m2": "1.2千平"} | more)
    return Unit.objects.get(name=name)


def test_an_empty_register_says_how_the_first_record_comes_to_be(officer: Client) -> None:
    page = officer.get("/desk/carriers/").content.decode()

    assert "还没有载体" in page
    assert "/desk/carriers/parks/new/" in page
    assert 'data-go="c"' in page


def test_a_park_is_made_and_listed(officer: Client, park_page: str) -> None:
    assert Park.objects.get().region_code == "320481"
    assert park_page in officer.get("/desk/carriers/?q=东").content.decode()
    page = officer.get(park_page).content.decode()
    assert "江苏省常州市溧阳市" in page
    assert "还没有楼栋" in page


def test_nothing_typed_is_lost_on_an_error(officer: Client, park_page: str) -> None:
    told = {"name": "1号楼", "kind": "factory", "power_kva": "很多", "built_year": "1820"}

    answer = officer.post(f"{park_page}building/", told)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“很多”没有读懂" in page
    assert "建成年份应在 1900 到 2100 之间" in page
    assert 'value="很多"' in page
    assert 'value="1号楼"' in page
    assert not Building.objects.exists()


def test_a_name_that_is_taken_is_said_and_keeps_the_form(officer: Client, park_page: str) -> None:
    answer = officer.post("/desk/carriers/parks/new/", PARK | {"address": "西路"})

    assert answer.status_code == 409
    assert "已有叫“东区”的园区" in answer.content.decode()
    assert 'value="西路"' in answer.content.decode()


def test_a_building_stands_as_a_stack_with_the_state_of_each_unit(
    officer: Client, house: House, building_page: str
) -> None:
    second = unit_on(officer, building_page, "二层", 2, is_whole="on")
    unit_on(officer, building_page, "二层东", 2)
    officer.post(f"/desk/carriers/units/{second.pk}/offer/")
    offer = Offer.objects.get()
    for state in ("on", "under_offer"):
        officer.post(f"/desk/offers/{offer.pk}/state/", {"state": state})

    page = officer.get(building_page).content.decode()

    assert page.index("<strong>3 层") < page.index("<strong>2 层") < page.index("<strong>1 层")
    assert "slot--under_offer" in page
    assert "洽谈中" in page
    assert "slot--taken" in page
    assert "因“二层”" in page
    assert Building.objects.get().power_kva == 630
    assert Floor.objects.get(number=3).area_m2 == 2000
    stack = selectors.stack(house.viewer("officer"), Building.objects.get())
    assert [level.floor.number for level in stack.levels] == [3, 2, 1]


def test_letting_what_overlaps_is_refused_with_the_sentence(
    officer: Client, building_page: str
) -> None:
    whole = unit_on(officer, building_page, "整栋", None)
    part = unit_on(officer, building_page, "一层东", 1)
    offers = []
    for unit in (whole, part):
        officer.post(f"/desk/carriers/units/{unit.pk}/offer/")
        offers.append(Offer.objects.get(unit=unit))
        officer.post(f"/desk/offers/{offers[-1].pk}/state/", {"state": "on"})
    officer.post(f"/desk/offers/{offers[0].pk}/state/", {"state": "under_offer"})

    answer = officer.post(f"/desk/offers/{offers[1].pk}/state/", {"state": "under_offer"})

    assert answer.status_code == 409
    assert f"“整栋”洽谈中（{offers[0].code}），不能重复租售" in answer.content.decode()


def test_one_click_makes_a_draft_that_shows_its_carrier(
    officer: Client, building_page: str
) -> None:
    unit = unit_on(officer, building_page, "一层东", 1)

    answer = officer.post(f"/desk/carriers/units/{unit.pk}/offer/", follow=True)

    page = answer.content.decode()
    assert "已建房源草稿" in page
    assert building_page in page
    assert "1,200" in page


def test_a_plot_is_made_with_figures_as_people_write_them(officer: Client, park_page: str) -> None:
    told = {
        "number": "A-1", "area_m2": "46.8", "far": "1.2-2.0", "coverage": "35-65%",
        "green_high": "20", "start_price_yuan_mu": "24万", "tax_yuan_mu": "30",
        "auction_on": "2027-01-15",
    }  # fmt: skip

    page = made(officer, f"{park_page}plot/", told)

    plot = Plot.objects.get()
    assert plot.area_m2 == pytest.approx(31_200)
    assert (plot.far_low, plot.far_high) == (1.2, 2.0)
    assert (plot.coverage_low, plot.coverage_high, plot.green_high) == (0.35, 0.65, 0.2)
    assert (plot.start_price_yuan_mu, plot.tax_yuan_mu) == (240_000, 300_000)
    shown = officer.get(page).content.decode()
    assert "24 万元/亩" in shown
    assert "35-65 %" in shown


def test_a_saved_form_reads_its_own_echo(officer: Client, building_page: str) -> None:
    made(
        officer, f"{building_page}edit/",
        {"name": "1号楼", "kind": "factory", "power_kva": "630 kVA", "under_beam_m": "7.8米"},
    )  # fmt: skip
    form = officer.get(f"{building_page}edit/").content.decode()

    assert 'value="7.8 米"' in form
    assert "修改载体" in officer.get(building_page).content.decode()
    assert "<del>未知</del> → <ins>7.8 米</ins>" in officer.get(building_page).content.decode()


def test_a_landlord_is_masked_until_revealed(officer: Client, building_page: str) -> None:
    made(officer, f"{building_page}landlord/", {"name": "李女士", "telephone": "13800000002"})

    before = officer.get(building_page).content.decode()
    after = officer.post(f"{building_page}contact/").content.decode()

    assert "13800000002" not in before
    assert "13800000002" in after


def test_a_landlord_without_name_and_telephone_is_refused(
    officer: Client, building_page: str
) -> None:
    answer = officer.post(f"{building_page}landlord/", {"name": "", "telephone": ""})

    assert answer.status_code == 422
    assert "至少填写姓名或电话" in answer.content.decode()


def test_offers_are_found_by_park_and_freshness(
    officer: Client, house: House, building_page: str, offer_id: int
) -> None:
    unit = unit_on(officer, building_page, "一层东", 1)
    draft = services.draft_from_unit(house.viewer("officer"), unit.pk)

    def listed(query: str) -> str:
        return str(officer.get(f"/desk/offers/?{query}").content.decode())

    assert f"/desk/offers/{draft.pk}/" in listed(f"park={Park.objects.get().pk}")
    assert f"/desk/offers/{offer_id}/" not in listed(f"park={Park.objects.get().pk}")
    assert f"/desk/offers/{draft.pk}/" not in listed("freshness=fresh")
    assert f"/desk/offers/{draft.pk}/" in listed("freshness=nonsense&park=x")


def test_who_may_only_read_sees_no_forms(
    officer: Client, signed_in: Callable[[str], Client], building_page: str
) -> None:
    leader = signed_in("leader")

    page = leader.get(building_page).content.decode()

    assert "添加单元" not in page
    assert "edit/" not in page
    told = {"name": "2号楼", "kind": "factory"}
    assert leader.post(f"{building_page}edit/", told).status_code == 403
    assert leader.post("/desk/carriers/parks/new/", PARK).status_code == 403


def test_a_carrier_that_is_not_there_is_not_found(officer: Client) -> None:
    for kind in ("parks", "buildings", "units", "plots"):
        assert officer.get(f"/desk/carriers/{kind}/999999/").status_code == 404
