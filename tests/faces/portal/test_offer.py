"""/offers/<code>/: one offer."""

from typing import Any

from django.test import Client
from tests.faces.portal.conftest import TODAY, Park, PutUp, given

from zhuchao.apps.properties import services
from zhuchao.core.vocabulary.term import Amount, FieldKey


def test_known_fields_are_shown_and_unknown_ones_stay_open(client: Client, put_up: PutUp) -> None:
    code = put_up("沿河单层厂房", area=2000, rent=20)

    page = client.get(f"/offers/{code}/").content.decode()

    assert "2,000" in page
    assert "元/㎡/月" in page
    assert "江苏省常州市溧阳市" in page
    load = page[page.index("承重") :]
    assert load.index("待确认") < load.index("</tr>")
    assert f"/enquire/?offer={code}" in page


def test_the_owner_is_named_nowhere(client: Client, park: Park) -> None:
    terms = [
        given(FieldKey.KIND, "factory"),
        given(FieldKey.AREA, Amount(900, 900), "㎡"),
        given(FieldKey.PERSON, "柳先生"),
        given(FieldKey.TELEPHONE, "13800000001"),
    ]
    text = "出租厂房900平 柳先生13800000001"
    offer = services.confirm_supply(
        park.head, intake_id=None, title="出租厂房", terms=terms, text=text
    )
    services.put_on(park.head, offer.pk, today=TODAY)

    for address in (f"/offers/{offer.code}/", "/offers/", "/"):
        page = client.get(address).content.decode()
        assert "13800000001" not in page
        assert "柳先生" not in page


def test_queries_are_bounded(
    client: Client, put_up: PutUp, django_assert_max_num_queries: Any
) -> None:
    codes = [put_up(f"厂房{number}") for number in range(5)]

    with django_assert_max_num_queries(9):
        client.get(f"/offers/{codes[0]}/")


def test_no_such_offer_is_a_page_in_chinese(client: Client, park: Park) -> None:
    response = client.get("/offers/F2026-99999/")

    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()
