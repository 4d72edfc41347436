"""What pages tell machines: JSON-LD, Open Graph and their own addresses."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.faces.portal.conftest import Publish, PutUp

SITE = "https://portal.example.cn"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(autouse=True)
def _address(settings: object) -> None:
    settings.ZHUCHAO_ADDRESS = SITE  # type: ignore[attr-defined]


def told(page: str) -> dict[str, Any]:
    things = [json.loads(each) for each in DATA.findall(page)]
    return {each["@type"]: each for each in things}


def test_an_article_tells_of_itself_and_the_way_to_it(client: Client, publish: Publish) -> None:
    address = publish(
        "开园 </script><script>alert(1)</script> & 庆典",
        source="澄湖日报",
        source_address="https://news.example.com/1",
        author_name="江述白",
        event_on=date(2026, 3, 1),
    )

    page = client.get(address).content.decode()
    found = told(page)

    article, way = found["NewsArticle"], found["BreadcrumbList"]["itemListElement"]
    assert article["headline"] == "开园 </script><script>alert(1)</script> & 庆典"
    assert article["url"] == SITE + address
    assert article["author"] == {"@type": "Person", "name": "江述白"}
    assert article["isBasedOn"] == "https://news.example.com/1"
    assert article["datePublished"] <= article["dateModified"]
    assert [each["item"] for each in way] == [f"{SITE}/", f"{SITE}/news/", SITE + address]
    assert "<script>alert" not in page
    assert f'property="og:url" content="{SITE}{address}"' in page
    assert f'rel="canonical" href="{SITE}{address}"' in page


def test_the_first_page_tells_who_publishes(client: Client, publish: Publish) -> None:
    publish()

    found = told(client.get("/").content.decode())

    assert found["Organization"]["url"] == f"{SITE}/"


def test_an_offer_tells_its_area_and_rent(client: Client, put_up: PutUp) -> None:
    code = put_up("沿河单层厂房", area=2400, rent=18)

    found = told(client.get(f"/offers/{code}/").content.decode())

    listing = found["RealEstateListing"]
    assert listing["about"]["additionalProperty"]["value"] == 2400
    assert listing["offers"]["priceSpecification"]["price"] == 18
    assert listing["offers"]["priceSpecification"]["unitText"] == "元/㎡/月"
    assert listing["url"] == f"{SITE}/offers/{code}/"


def test_what_is_not_known_is_not_told(client: Client, put_up: PutUp) -> None:
    code = put_up("待询厂房", rent=None)

    listing = told(client.get(f"/offers/{code}/").content.decode())["RealEstateListing"]

    assert "offers" not in listing
    assert "image" not in listing
