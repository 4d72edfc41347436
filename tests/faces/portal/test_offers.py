"""/offers/: the classified section."""

from typing import Any

import pytest
from django.test import Client
from tests.faces.portal.conftest import TODAY, Park, PutUp

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.properties import selectors, services


def listed(client: Client, query: str = "") -> str:
    return client.get(f"/offers/{query}").content.decode()


def test_without_offers_the_visitor_is_asked_for_the_need(client: Client, park: Park) -> None:
    assert "没有符合条件的房源" in listed(client)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"小厂房", "大厂房", "仓库"}),
        ("?kind=warehouse", {"仓库"}),
        ("?area_from=１０００㎡&area_to=3,000", {"大厂房"}),
        ("?rent_to=15", {"小厂房"}),
        ("?place=320481&kind=factory", {"小厂房", "大厂房"}),
        ("?area_from=9000", set()),
    ],
)
def test_filters_stand_in_the_address(
    client: Client, put_up: PutUp, query: str, shown: set[str]
) -> None:
    put_up("小厂房", area=800, rent=12)
    put_up("大厂房", area=2500, rent=22)
    put_up("仓库", area=5000, rent=None, kind="warehouse")

    page = listed(client, query)

    assert {name for name in ("小厂房", "大厂房", "仓库") if f">{name}</a>" in page} == shown
    assert f'<strong class="figure">{len(shown)}</strong>' in page


def test_those_without_a_rent_are_counted_when_rent_is_asked_for(
    client: Client, put_up: PutUp
) -> None:
    put_up("面议厂房", rent=None)

    assert "另有 1 处没有写明租金" in listed(client, "?rent_to=15")


def test_a_figure_that_cannot_be_read_is_said_beside_its_field(
    client: Client, put_up: PutUp
) -> None:
    put_up("厂房")

    page = listed(client, "?area_from=很大&kind=castle")

    assert "请填写数字" in page
    assert 'value="很大"' in page
    assert ">厂房</a>" in page


def test_the_next_page_keeps_the_filters(client: Client, put_up: PutUp) -> None:
    for number in range(21):
        put_up(f"厂房{number}")

    page = listed(client, "?kind=factory")

    assert 'href="?kind=factory&amp;page=2"' in page


def test_queries_do_not_grow_with_the_list(
    client: Client, put_up: PutUp, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        put_up(f"厂房{number}")

    listed(client)  # what changed is taken up by whoever asks first

    with django_assert_max_num_queries(11):
        listed(client, "?rent_to=30")


def test_what_was_taken_off_is_not_listed(client: Client, park: Park, put_up: PutUp) -> None:
    code = put_up("撤下的厂房")
    offer = selectors.offer_by_code(SYSTEM, code)
    services.take_off(park.head, offer.pk, today=TODAY)

    assert "撤下的厂房" not in listed(client)
    assert client.get(f"/offers/{code}/").status_code == 404
