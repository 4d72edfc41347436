"""Carriers are set right; the chain keeps what was; offers over them follow."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.mapping import exactly
from zhuchao.apps.properties.models import Building, Floor, Park
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Value


@pytest.fixture
def ground(section_head: Viewer) -> Park:
    return services.create_park(section_head, name="东区", region_code="320481", address="东路1号")


@pytest.fixture
def building(section_head: Viewer, ground: Park) -> Building:
    return services.create_building(section_head, park=ground, name="1号楼", kind="factory")


@pytest.fixture
def floor(section_head: Viewer, building: Building) -> Floor:
    return services.create_floor(section_head, building=building, number=1)


def told(viewer: Viewer, offer_id: int) -> dict[FieldKey, Value | None]:
    found = selectors.property_of(viewer, selectors.offer(viewer, offer_id))
    return {term.key: term.read.value for term in found.terms}


def test_a_change_is_kept_with_what_was(officer_a: Viewer, building: Building) -> None:
    services.change_building(officer_a, building.pk, power_kva=630.0, structure="steel")
    services.change_building(officer_a, building.pk, power_kva=800.0, structure="steel")

    last, first, made = selectors.changes(officer_a, building)
    assert last.changed == {"power_kva": (630.0, 800.0)}
    assert first.changed == {"power_kva": (None, 630.0), "structure": ("", "steel")}
    assert made.act == "create_building"


def test_the_history_of_a_building_is_not_that_of_its_park(
    officer_a: Viewer, ground: Park, building: Building
) -> None:
    services.change_park(officer_a, ground.pk, rail_km=3.5)

    assert [each.act for each in selectors.changes(officer_a, building)] == ["create_building"]
    assert len(selectors.changes(officer_a, ground)) == 2


def test_what_changes_nothing_leaves_no_trace(officer_a: Viewer, building: Building) -> None:
    services.change_building(officer_a, building.pk, name="1号楼")

    assert len(selectors.changes(officer_a, building)) == 1


def test_an_offer_follows_its_carrier(officer_a: Viewer, building: Building, floor: Floor) -> None:
    unit = services.create_unit(
        officer_a, building=building, name="东半", area_m2=2000, floor=floor, minimum_let_m2=500
    )
    offer = services.draft_from_unit(officer_a, unit.pk)
    before = offer.tick

    services.change_floor(officer_a, floor.pk, height_m=9.0)
    services.change_building(
        officer_a, building.pk, is_dual_fed=True, has_gas=False, land_ownership="state",
        lift_count=2, lift_tonnes=3.0, source="owner", is_mortgaged=False, tenure_years=38,
    )  # fmt: skip

    known = told(officer_a, offer.pk)
    assert known[FieldKey.HEIGHT] == exactly(9.0)
    assert known[FieldKey.MINIMUM_LET] == exactly(500)
    assert (known[FieldKey.DUAL_FEED], known[FieldKey.GAS]) == (True, False)
    assert known[FieldKey.LIFT] == Machines(2, 3.0)
    assert known[FieldKey.RELATION] == "owner"
    assert known[FieldKey.TENURE] == exactly(38)
    assert selectors.offer(officer_a, offer.pk).tick > before


def test_a_plot_tells_what_it_asks(officer_a: Viewer, ground: Park) -> None:
    plot = services.create_plot(
        officer_a, park=ground, number="A-1", area_m2=31200, intensity_yuan_mu=4_000_000.0,
        tax_yuan_mu=300_000.0, start_price_yuan_mu=240_000.0, auction_on=date(2027, 1, 15),
    )  # fmt: skip

    known = told(officer_a, services.draft_from_plot(officer_a, plot.pk).pk)

    assert known[FieldKey.INTENSITY] == exactly(4_000_000)
    assert known[FieldKey.TAX] == Amount(300_000, 300_000, per="mu")
    assert known[FieldKey.LAND_PRICE] == exactly(240_000)
    assert (known[FieldKey.KIND], known[FieldKey.INTENT]) == ("land", "sale")


def test_housing_around_a_park_is_a_dormitory(officer_a: Viewer, ground: Park) -> None:
    building = services.create_building(officer_a, park=ground, name="1号楼", kind="factory")
    unit = services.create_unit(officer_a, building=building, name="整栋", area_m2=1)
    offer = services.draft_from_unit(officer_a, unit.pk)

    services.change_park(officer_a, ground.pk, amenities=["housing", "bus"])

    assert told(officer_a, offer.pk)[FieldKey.DORMITORY] is True


def test_one_click_makes_one_draft(officer_a: Viewer, building: Building) -> None:
    unit = services.create_unit(officer_a, building=building, name="整栋", area_m2=6800)

    first, second = (services.draft_from_unit(officer_a, unit.pk) for _ in range(2))

    assert first == second
    assert (first.title, first.address) == ("东区 1号楼 整栋 6800㎡", "东路1号")
    assert (first.kind, first.intent, first.region_code) == ("factory", "rent", "320481")


def test_a_landlord_is_sealed_and_stands_behind_the_offer(
    officer_a: Viewer, building: Building
) -> None:
    services.name_landlord(officer_a, building, name="李女士", telephone="13800000002")
    unit = services.create_unit(officer_a, building=building, name="整栋", area_m2=1)

    offer = services.draft_from_unit(officer_a, unit.pk)

    assert offer.contact == building.landlord
    assert "李女士" not in everything_stored()


def test_who_offers_it_is_noted(officer_a: Viewer, building: Building) -> None:
    unit = services.create_unit(officer_a, building=building, name="整栋", area_m2=1)
    offer = services.draft_from_unit(officer_a, unit.pk)

    services.name_offerer(officer_a, offer.pk, source="agent", telephone="13800000003")

    offer = selectors.offer(officer_a, offer.pk)
    assert offer.contact is not None
    assert told(officer_a, offer.pk)[FieldKey.RELATION] == "agent"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"built_year": 19}, "建成年份应在 1900 到 2100 之间"),
        ({"under_beam_m": 0.5}, "梁下净高应在 1 到 100 米 之间"),
        ({"power_kva": -1.0}, "配电"),
    ],
)
def test_a_slip_of_the_hand_is_refused(
    officer_a: Viewer, building: Building, columns: dict[str, Any], expected: str
) -> None:
    with pytest.raises(Refused, match=expected):
        services.change_building(officer_a, building.pk, **columns)


def test_a_low_end_above_the_high_one_is_refused(officer_a: Viewer, ground: Park) -> None:
    with pytest.raises(Refused, match="容积率的下限 2 大于上限 1"):
        services.create_plot(
            officer_a, park=ground, number="A-1", area_m2=1, far_low=2.0, far_high=1.0
        )


def test_a_name_is_taken_once(officer_a: Viewer, ground: Park, building: Building) -> None:
    with pytest.raises(Refused, match="已有叫“1号楼”的楼栋"):
        services.create_building(officer_a, park=ground, name="1号楼", kind="factory")
    with pytest.raises(Refused, match="已有叫“东区”的园区"):
        services.create_park(officer_a, name="东区", region_code="320481")


def test_a_unit_stands_on_floors_that_are_there(
    officer_a: Viewer, building: Building, floor: Floor
) -> None:
    with pytest.raises(Refused, match="还没有登记 2 层"):
        services.create_unit(
            officer_a, building=building, name="一二层", area_m2=1, floor=floor, top_floor=2
        )


def test_who_may_not_change_or_see_it(
    officer_a: Viewer, leader: Viewer, agent: Viewer, building: Building
) -> None:
    with pytest.raises(NotAllowed):
        services.change_building(leader, building.pk, name="2号楼")
    with pytest.raises(NotFound):
        services.change_building(agent, building.pk, name="2号楼")
    with pytest.raises(NotFound):
        selectors.building(agent, building.pk)
