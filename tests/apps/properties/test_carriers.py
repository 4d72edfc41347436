"""Carriers, and what an offer tells of its carrier and of itself."""

from datetime import date

import pytest

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.mapping import exactly, given
from zhuchao.apps.properties.models import Building, Park
from zhuchao.core.errors import NotAllowed, Refused
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Value


@pytest.fixture
def ground(section_head: Viewer) -> Park:
    return services.create_park(section_head, name="东区", region_code="320481")


@pytest.fixture
def building(section_head: Viewer, ground: Park) -> Building:
    return services.create_building(
        section_head, park=ground, name="1号楼", kind="factory", layout="single",
        fire_class="丙二", power_kva=630.0, is_titled=True, allows_eia=False,
    )  # fmt: skip


def values(viewer: Viewer, offer_id: int) -> dict[FieldKey, Value | None]:
    found = selectors.property_of(viewer, selectors.offer(viewer, offer_id))
    return {term.key: term.read.value for term in found.terms}


def test_an_offer_tells_what_its_carrier_tells(officer_a: Viewer, building: Building) -> None:
    floor = services.create_floor(
        officer_a, building=building, number=1, height_m=8.5, load_t_m2=2.0
    )
    unit = services.create_unit(
        officer_a, building=building, name="东半", area_m2=2000, floor=floor,
        crane_count=2, crane_tonnes=10.0,
    )  # fmt: skip

    offer = services.confirm_supply(
        officer_a, intake_id=None, title="东半", terms=[], text="", carrier=unit
    )

    told = values(officer_a, offer.pk)
    assert told[FieldKey.AREA] == exactly(2000)
    assert told[FieldKey.HEIGHT] == exactly(8.5)
    assert told[FieldKey.CRANE] == Machines(2, 10.0)
    assert told[FieldKey.TITLE] is True
    assert told[FieldKey.EIA] is False
    assert told[FieldKey.PLACE] == (PlaceRef("江苏省常州市溧阳市", "320481"),)
    assert (offer.region_code, offer.area_m2) == ("320481", 2000)


def test_what_the_offer_says_itself_wins(officer_a: Viewer, building: Building) -> None:
    unit = services.create_unit(officer_a, building=building, name="整栋", area_m2=2000)

    offer = services.confirm_supply(
        officer_a, intake_id=None, title="整栋", text="", carrier=unit,
        terms=[given(FieldKey.AREA, exactly(1900)), given(FieldKey.POWER, exactly(800))],
    )  # fmt: skip

    told = values(officer_a, offer.pk)
    assert (told[FieldKey.AREA], told[FieldKey.POWER]) == (exactly(1900), exactly(800))
    assert FieldKey.HEIGHT not in told


def test_a_plot_tells_its_land(officer_a: Viewer, ground: Park) -> None:
    plot = services.create_plot(
        officer_a, park=ground, number="A-1", area_m2=31200, far_low=1.2, far_high=2.0,
        tenure_years=50, is_cleared=True,
    )  # fmt: skip

    offer = services.confirm_supply(
        officer_a, intake_id=None, title="A-1", terms=[], text="", carrier=plot,
        confirmed_on=date(2026, 11, 1),
    )  # fmt: skip

    told = values(officer_a, offer.pk)
    assert told[FieldKey.FAR] == Amount(1.2, 2.0)
    assert told[FieldKey.TENURE] == exactly(50)
    assert told[FieldKey.CLEARED_SITE] is True
    assert offer.plot == plot


def test_nobody_builds_in_the_park_of_another_organisation(
    agent: Viewer, officer_a: Viewer, ground: Park, building: Building
) -> None:
    unit = services.create_unit(officer_a, building=building, name="整栋", area_m2=2000)

    with pytest.raises(NotAllowed):
        services.create_building(agent, park=ground, name="2号楼", kind="factory")
    with pytest.raises(NotAllowed):
        services.create_unit(agent, building=building, name="西半", area_m2=1)
    with pytest.raises(NotAllowed):
        services.create_plot(agent, park=ground, number="A-2", area_m2=1)
    with pytest.raises(NotAllowed):
        services.confirm_supply(
            agent, intake_id=None, title="整栋", terms=[], text="", carrier=unit
        )
    assert not selectors.parks(agent)


def test_a_floor_of_another_building_is_refused(
    officer_a: Viewer, ground: Park, building: Building
) -> None:
    other = services.create_building(officer_a, park=ground, name="2号楼", kind="factory")
    floor = services.create_floor(officer_a, building=other, number=1)

    with pytest.raises(Refused, match="不属于"):
        services.create_unit(officer_a, building=building, name="东半", area_m2=1, floor=floor)


def test_a_leader_reads_only(leader: Viewer, ground: Park) -> None:
    assert list(selectors.parks(leader)) == [ground]
    with pytest.raises(NotAllowed):
        services.create_park(leader, name="西区", region_code="320481")
