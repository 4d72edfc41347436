"""/sitemap.xml and its parts, and /robots.txt, which names it."""

from __future__ import annotations

from datetime import date

import pytest
from defusedxml import ElementTree
from django.test import Client
from tests.faces.portal.conftest import Park, Publish, PutUp
from tests.pictures import photograph

from zhuchao.apps.properties import services as properties
from zhuchao.apps.properties.models import Offer

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
SITE = "https://portal.example.cn"


@pytest.fixture(autouse=True)
def _address(settings: object) -> None:
    settings.ZHUCHAO_ADDRESS = SITE  # type: ignore[attr-defined]


def listed(client: Client, path: str) -> dict[str, str]:
    """The addresses in a part, or the parts in the index, with when they changed."""
    answer = client.get(path)
    assert answer["Content-Type"].startswith("application/xml")
    tree = ElementTree.fromstring(answer.content)
    return {
        each.findtext(f"{MAP}loc", "").removeprefix(SITE): each.findtext(f"{MAP}lastmod", "")
        for each in tree
    }


def test_every_public_page_stands_in_a_part(
    client: Client, publish: Publish, put_up: PutUp
) -> None:
    address, code = publish(), put_up()

    found: dict[str, str] = {}
    for part in listed(client, "/sitemap.xml"):
        found |= listed(client, part)

    assert {"/", "/news/", address, f"/offers/{code}/"} <= found.keys()
    assert date.fromisoformat(found[address][:10])


def test_an_offers_pictures_stand_beside_it(client: Client, park: Park, put_up: PutUp) -> None:
    offer = Offer.objects.get(code=put_up())
    picture = properties.add_picture(park.head, on=offer, content=photograph())

    tree = ElementTree.fromstring(client.get(f"/sitemap-offers-{offer.pk // 2000}.xml").content)

    found = [each.text for each in tree.iter(f"{IMAGE}loc")]
    assert found == [f"{SITE}/offers/{offer.code}/{picture.pk}-large.jpg"]


def test_a_draft_and_a_part_without_pages_are_not_there(client: Client, park: Park) -> None:
    assert client.get("/sitemap-pages-99.xml").status_code == 404
    assert client.get("/sitemap-offers-0.xml").status_code == 404
    assert "offers" not in "".join(listed(client, "/sitemap.xml"))


def test_robots_names_the_sitemap(client: Client, park: Park) -> None:
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()
