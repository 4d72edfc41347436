"""A park's plan on the desk and on the portal: laid from GeoJSON, in step with the list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.models import Offer, Park


@pytest.fixture
def park(house: House) -> Park:
    """Two buildings, one of them with two parts on offer, a plot, and an offer beside the plan."""
    head = house.viewer("section_head")
    made = services.create_park(head, name="东区", region_code="320481")
    for name in ("1号楼", "2号楼"):
        building = services.create_building(head, park=made, name=name, kind="factory")
        floor = services.create_floor(head, building=building, number=1, area_m2=2000)
        for part in ("东", "西"):
            services.create_unit(head, building=building, floor=floor, name=part, area_m2=1000)
    services.create_plot(head, park=made, number="DK-01", area_m2=20_000)
    return made


@pytest.fixture
def offers(house: House, park: Park) -> dict[str, str]:
    """Codes by carrier; the last is a draft."""
    head, today, codes = house.viewer("section_head"), timezone.localdate(), {}
    for building, part, is_on in (("1号楼", "东", 1), ("1号楼", "西", 1), ("2号楼", "东", 0)):
        unit = park.buildings.get(name=building).units.get(name=part)
        offer = services.draft_from_unit(head, unit.pk)
        if is_on:
            services.put_on(head, offer.pk, today=today)
        codes[building + part] = offer.code
    offer = services.draft_from_plot(head, park.plots.get().pk)
    services.put_on(head, offer.pk, today=today)
    return codes | {"plot": offer.code}


def square(west: float, **properties: str) -> dict[str, Any]:
    ring = [[west, 0], [west + 200, 0], [west + 200, 300], [west, 300]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


PLAN = collection(
    square(0, name="1号 楼"),
    square(300, name="2号楼东"),
    square(600, name="2号楼西"),
    square(900, kind="road"),
)


def lay(client: Client, park: Park, content: bytes) -> Any:
    file = SimpleUploadedFile("plan.geojson", content)
    return client.post(f"/desk/carriers/parks/{park.pk}/plan/", {"file": file})


def shapes_of(page: str) -> dict[str, tuple[str, str]]:
    """By the name told: the state's class, and where it leads."""
    found = re.findall(
        r'<(?:a href="([^"]*)"|g) class="plan__spot plan__spot--(\w+)"'
        r'[^>]*aria-label="\d+ 号 ([^：]*)',
        page,
    )
    return {name: (state, address) for address, state, name in found}


def test_a_plan_is_laid_and_shows_states_and_offers(
    signed_in: Callable[[str], Client], park: Park, offers: dict[str, str]
) -> None:
    head = signed_in("section_head")
    assert "还没有平面图" in head.get(f"/desk/carriers/parks/{park.pk}/plan/").content.decode()

    answer = lay(head, park, PLAN)

    page = head.get(answer["Location"]).content.decode()
    shapes = shapes_of(page)
    draft = Offer.objects.get(code=offers["2号楼东"])
    assert "已导入平面图，共 4 个图形" in page
    assert shapes["1号 楼"] == ("on", "#spot-1")
    assert shapes["2号楼东"] == ("draft", f"/desk/offers/{draft.pk}/")
    assert shapes["2号楼西"][0] == "free"
    assert "导入园区平面图" in head.get(f"/desk/carriers/parks/{park.pk}/").content.decode()


def test_visitors_see_what_is_on_alone_and_list_and_plan_agree(
    client: Client, house: House, park: Park, offers: dict[str, str]
) -> None:
    services.lay_plan(house.viewer("section_head"), park.pk, PLAN)

    page = client.get(f"/parks/{park.pk}/").content.decode()
    listed = client.get(f"/offers/?park={park.pk}").content.decode()

    codes = set(re.findall(r'href="/offers/([^/"?]+)/"', page.partition("图上的房源")[2]))
    assert codes == set(re.findall(r'href="/offers/([^/"?]+)/"', listed))
    assert codes == {offers["1号楼东"], offers["1号楼西"], offers["plot"]}
    assert {name: state for name, (state, _) in shapes_of(page).items()} == {
        "1号 楼": "on",
        "2号楼东": "none",
        "2号楼西": "none",
    }
    assert page.count("未画在图上") == 1
    assert "园区：东区" in listed


def test_the_plan_follows_the_offers(
    client: Client, house: House, park: Park, offers: dict[str, str]
) -> None:
    head = house.viewer("section_head")
    services.lay_plan(head, park.pk, PLAN)
    for part in ("东", "西"):
        offer = selectors.offer_by_code(SYSTEM, offers[f"1号楼{part}"])
        if part == "东":
            services.move_offer(head, offer.pk, state="under_offer", today=timezone.localdate())

    shapes = shapes_of(client.get(f"/parks/{park.pk}/").content.decode())

    assert shapes["1号 楼"] == ("on", f"/offers/{offers['1号楼西']}/")


def test_an_offers_page_leads_to_the_plan(
    client: Client, house: House, park: Park, offers: dict[str, str]
) -> None:
    address = f"/offers/{offers['plot']}/"
    assert "平面图上看" not in client.get(address).content.decode()

    services.lay_plan(house.viewer("section_head"), park.pk, PLAN)

    assert f'href="/parks/{park.pk}/"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "文件是空的"),
        (b"{", "读不出来"),
        (b"[" * 100_000, "读不出来"),
        ("名称".encode("gbk"), "读不出来"),
        (collection(square(0, name="9号楼")), "“9号楼”在“东区”里没有同名"),
        (collection(square(0, name="1号楼"), square(300, name="1号 楼")), "画了两次"),
        (collection(square(0)), "没有名称"),
        (b" " * 2_000_001, "文件太大"),
    ],
)
def test_a_wrong_file_changes_nothing_and_says_why(
    signed_in: Callable[[str], Client], house: House, park: Park, content: bytes, sentence: str
) -> None:
    services.lay_plan(house.viewer("section_head"), park.pk, PLAN)

    answer = lay(signed_in("section_head"), park, content)

    assert answer.status_code in (409, 422)
    assert sentence in answer.content.decode()
    assert len(selectors.planned(SYSTEM, park.pk).spots) == 3


def test_a_plan_is_lifted_and_the_portal_has_none(
    signed_in: Callable[[str], Client], client: Client, house: House, park: Park
) -> None:
    services.lay_plan(house.viewer("section_head"), park.pk, PLAN)

    answer = signed_in("section_head").post(f"/desk/carriers/parks/{park.pk}/plan/lift/")

    assert answer.status_code == 302
    assert client.get(f"/parks/{park.pk}/").status_code == 404


def test_who_may_not_change_carriers_lays_no_plan(
    signed_in: Callable[[str], Client], park: Park
) -> None:
    leader = signed_in("leader")

    assert 'name="file"' not in leader.get(f"/desk/carriers/parks/{park.pk}/plan/").content.decode()
    assert lay(leader, park, PLAN).status_code == 403
    assert client_of_nobody(park) == 302


def client_of_nobody(park: Park) -> int:
    return Client().get(f"/desk/carriers/parks/{park.pk}/plan/").status_code
