"""/offers/: narrowed by what the buildings are, with counts, and a link to keep."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from tests.faces.portal.conftest import TODAY, Park, given

from zhuchao.apps.properties import services
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term

LIYANG = (PlaceRef("江苏省常州市溧阳市", "320481"),)
KUNSHAN = (PlaceRef("江苏省苏州市昆山市", "320583"),)


def put(park: Park, title: str, *terms: Term, area: float = 2000, place: Any = LIYANG) -> None:
    told = [
        given(FieldKey.INTENT, "rent"),
        given(FieldKey.KIND, "factory"),
        given(FieldKey.PLACE, place),
        given(FieldKey.AREA, Amount(area, area), "㎡"),
        *terms,
    ]
    offer = services.confirm_supply(park.head, intake_id=None, title=title, terms=told, text=title)
    services.put_on(park.head, offer.pk, today=TODAY)


@pytest.fixture
def three(park: Park) -> None:
    put(
        park, "重型厂房",
        given(FieldKey.HEIGHT, Amount(12.5, 12.5), "m"),
        given(FieldKey.LOAD, Amount(5000, 5000), "kg/㎡"),
        given(FieldKey.CRANE, Machines(2, 32)),
        given(FieldKey.POWER, Amount(1, 1), "MVA"),
        given(FieldKey.FIRE_CLASS, "丙二"),
        given(FieldKey.RENT, Amount(1, 1), "元/㎡/天"),
        given(FieldKey.TAX, Amount(100_000, None, per="mu"), "元"),
        area=10_000 / 15 * 3,
    )  # fmt: skip
    put(
        park, "普通厂房",
        given(FieldKey.HEIGHT, Amount(6, 6), "m"),
        given(FieldKey.FIRE_CLASS, "丁"),
        given(FieldKey.TAX, "none"),
        given(FieldKey.SALE_PRICE, Amount(3000, 3000), "元/㎡"),
        area=1000,
    )  # fmt: skip
    put(park, "没写清的厂房", place=KUNSHAN)


def listed(client: Client, query: str) -> tuple[set[str], str]:
    page = client.get(f"/offers/{query}").content.decode()
    names = ("重型厂房", "普通厂房", "没写清的厂房")
    plain = page.replace("<mark>", "").replace("</mark>", "")
    return {name for name in names if f">{name}</a>" in plain}, page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?height=8", {"重型厂房"}),
        ("?height=6", {"重型厂房", "普通厂房"}),
        ("?load=5", {"重型厂房"}),
        ("?crane=20", {"重型厂房"}),
        ("?power=1000", {"重型厂房"}),
        ("?fire=丁", {"重型厂房", "普通厂房"}),
        ("?fire=丙", {"重型厂房"}),
        ("?fire=乙", set()),
        ("?rent_to=30", {"重型厂房"}),
        ("?rent_to=29", set()),
        ("?total_to=300", {"普通厂房"}),
        ("?tax_to=0", {"普通厂房"}),
        ("?tax_to=30", {"重型厂房", "普通厂房"}),
        ("?place=320500", {"没写清的厂房"}),
        ("?place=320000&q=重型", {"重型厂房"}),
        ("?q=廠房&intent=rent&kind=factory", {"重型厂房", "普通厂房", "没写清的厂房"}),
    ],
)
def test_each_condition_narrows(client: Client, three: None, query: str, shown: set[str]) -> None:
    assert listed(client, query)[0] == shown


def test_choices_are_counted_with_everything_else_that_was_chosen(
    client: Client, three: None
) -> None:
    _, page = listed(client, "?height=8&fire=丁")

    assert '<option value="6">6 m 以上（2）</option>' in page
    assert '<option value="8" selected>8 m 以上（1）</option>' in page
    assert "另有 1 处没有写明" not in page
    assert "丁类（1）" in page


def test_what_does_not_tell_is_counted_apart(client: Client, three: None) -> None:
    _, page = listed(client, "?height=8")

    assert "另有 1 处没有写明层高" in page


def test_an_empty_list_says_which_condition_to_drop(client: Client, three: None) -> None:
    found, page = listed(client, "?height=8&fire=乙")

    assert not found
    assert '<a href="/offers/?height=8">不限“消防等级（及以上）：乙类”</a>：1 处' in page


def test_the_link_keeps_what_was_chosen_and_nothing_else(client: Client, three: None) -> None:
    _, page = listed(client, "?q=&kind=&height=8&area_from=很大&sort=-area&page=1")

    assert 'href="/offers/?height=8&amp;sort=-area"' in page
    assert listed(client, "?height=8&sort=-area")[0] == {"重型厂房"}


@pytest.mark.parametrize(
    ("query", "first"), [("?sort=area", "普通厂房"), ("?sort=rent", "重型厂房")]
)
def test_the_order_is_as_asked(client: Client, three: None, query: str, first: str) -> None:
    _, page = listed(client, query)

    rows = page.split('class="offers__title"')[1:]
    assert f">{first}</a>" in rows[0]
