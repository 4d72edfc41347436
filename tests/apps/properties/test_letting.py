"""Nothing is let twice: not a unit, not ground that units share, not by many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from tests.databases import test_database as database_of

from zhuchao.apps.people import services as people
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.properties import services
from zhuchao.apps.properties.models import Building, Floor, Offer, Plot, Unit
from zhuchao.core.errors import Refused

TODAY = date(2026, 11, 28)
WRITERS = 8


class House:
    """A building of three floors, with the units that tests ask for."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.park = services.create_park(viewer, name="东区", region_code="320481")
        self.building = services.create_building(
            viewer, park=self.park, name="1号楼", kind="factory"
        )
        self.floors = [
            services.create_floor(viewer, building=self.building, number=number)
            for number in (1, 2, 3)
        ]

    def unit(self, name: str, floor: int | None = None, **columns: Any) -> Unit:
        return services.create_unit(
            self.viewer, building=self.building, name=name, area_m2=1000,
            floor=self.floors[floor - 1] if floor else None, **columns,
        )  # fmt: skip

    def shown(self, carrier: Unit | Plot) -> Offer:
        offer = services.confirm_supply(
            self.viewer, intake_id=None, title="房", terms=[], text="", carrier=carrier
        )
        return services.put_on(self.viewer, offer.pk, today=TODAY)

    def let(self, offer: Offer, state: str = "under_offer") -> Offer:
        return services.move_offer(self.viewer, offer.pk, state=state, today=TODAY)


@pytest.fixture
def house(section_head: Viewer) -> House:
    return House(section_head)


def units_of(house: House) -> dict[str, Unit]:
    return {
        "building": house.unit("整栋"),
        "second": house.unit("二层", 2, is_whole=True),
        "upper": house.unit("二三层", 2, top_floor=3, is_whole=True),
        "part": house.unit("二层东", 2),
        "beside": house.unit("二层西", 2),
        "ground": house.unit("一层东", 1),
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("building", "part"), ("part", "building"), ("building", "second"),
        ("second", "part"), ("part", "second"), ("upper", "second"), ("upper", "beside"),
        ("second", "second"),
    ],
)  # fmt: skip
def test_ground_that_is_taken_is_refused_by_name(house: House, first: str, second: str) -> None:
    units = units_of(house)
    taken, wanted = house.shown(units[first]), house.shown(units[second])
    house.let(taken)

    with pytest.raises(Refused, match=f"“{units[first].name}”洽谈中（{taken.code}），不能重复租售"):
        house.let(wanted)

    wanted.refresh_from_db()
    assert wanted.state == "on"


@pytest.mark.parametrize(("first", "second"), [("part", "beside"), ("upper", "ground")])
def test_what_lies_beside_is_let_beside(house: House, first: str, second: str) -> None:
    units = units_of(house)

    house.let(house.shown(units[first]))

    assert house.let(house.shown(units[second])).state == "under_offer"


def test_what_is_given_back_can_be_let(house: House) -> None:
    units = units_of(house)
    part, whole = house.shown(units["part"]), house.shown(units["building"])
    house.let(part)

    house.let(part, "off")

    assert house.let(whole).state == "under_offer"
    assert house.let(whole, "done").state == "done"
    with pytest.raises(Refused, match="已成交"):
        house.let(house.shown(units["ground"]))


def test_a_plot_is_not_sold_twice(house: House) -> None:
    plot = services.create_plot(house.viewer, park=house.park, number="A-1", area_m2=1000)
    first, second = house.shown(plot), house.shown(plot)
    house.let(first)

    with pytest.raises(Refused, match="不能重复租售"):
        house.let(second)


def test_a_let_unit_does_not_grow_into_another(house: House) -> None:
    units = units_of(house)
    house.let(house.shown(units["part"]))
    house.let(house.shown(units["beside"]))

    with pytest.raises(Refused, match="不能重复租售"):
        services.change_unit(house.viewer, units["part"].pk, is_whole=True)

    units["part"].refresh_from_db()
    assert not units["part"].is_whole


@pytest.mark.parametrize("model", [Building, Floor])
def test_the_database_itself_refuses_whole_and_part(house: House, model: Any) -> None:
    for counts in ({"whole_let": 1, "parts_let": 1}, {"whole_let": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(**counts)


def test_the_database_itself_refuses_a_unit_let_twice(house: House) -> None:
    unit = house.unit("整栋")
    house.shown(unit)
    house.shown(unit)

    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.update(state="under_offer")


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """A house in a database of its own, where many connections see what is committed."""
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), database_of("letting"):
        office = people.create_organisation(SYSTEM, name="测试园区", kind="park")
        person = people.create_person(
            SYSTEM, sign_in="head", display_name="测试", password="a-long-one-for-tests"
        )
        people.assign_role(
            SYSTEM, person_id=person.pk, organisation_id=office.pk, role=Role.SECTION_HEAD
        )
        yield House(viewer_of(person))
    connection.close()
    connection.settings_dict["NAME"] = name


def at_once(acts: list[Callable[[], object]]) -> list[str]:
    """Do all acts at one moment, each with a connection of its own; what each was told."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        ready.wait()
        try:
            act()
        except Refused as refused:
            return refused.sentence
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_many_who_let_one_unit_exactly_one_wins(committed: House) -> None:
    unit = committed.unit("整栋")
    offers = [committed.shown(unit) for _ in range(WRITERS)]

    told = at_once([lambda offer=offer: committed.let(offer) for offer in offers])

    assert told.count("") == 1
    assert all("不能重复租售" in sentence for sentence in told if sentence)
    assert Offer.objects.filter(state="under_offer").count() == 1


def test_of_many_who_let_the_whole_or_a_part_one_side_wins(committed: House) -> None:
    whole, parts = committed.unit("整栋"), [committed.unit(f"东{n}", 1 + n % 3) for n in range(4)]
    floor = committed.unit("二层", 2, is_whole=True)
    offers = [committed.shown(each) for each in (whole, whole, floor, floor, *parts)]

    told = at_once([lambda offer=offer: committed.let(offer) for offer in offers])

    let = list(Offer.objects.filter(state="under_offer").values_list("unit__name", flat=True))
    assert told.count("") == len(let) >= 1
    assert len(let) == 1 if "整栋" in let else let.count("二层") <= 1
    assert not {"二层", "东1"} <= set(let)
    assert all("不能重复租售" in sentence for sentence in told if sentence)


def test_letting_and_changing_the_building_do_not_wait_for_each_other(committed: House) -> None:
    offers = [committed.shown(committed.unit(f"东{n}", 1)) for n in range(4)]
    viewer, pk = committed.viewer, committed.building.pk

    told = at_once(
        [lambda offer=offer: committed.let(offer) for offer in offers]
        + [lambda n=n: services.change_building(viewer, pk, power_kva=float(n)) for n in range(4)]
        + [lambda: services.change_park(viewer, committed.park.pk, rail_km=3.0)]
    )

    assert told == [""] * 9
    assert Building.objects.get().parts_let == 4
