"""The owner's page: three answers, by a link that opens nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.portal.conftest import Park, PutUp
from tests.pictures import photograph

from zhuchao.apps.properties import services
from zhuchao.apps.properties.models import Offer, OwnerAsk, Picture


@pytest.fixture
def ask(park: Park, put_up: PutUp) -> OwnerAsk:
    offer = Offer.objects.get(code=put_up())
    return services.ask_owner(park.head, offer.pk, today=timezone.localdate())


def answered(client: Client, ask: OwnerAsk, **told: str) -> tuple[int, str]:
    response = client.post(f"/owner/{ask.token}/", told, follow=True)
    return response.status_code, response.content.decode()


def test_the_page_names_the_offer_and_no_person(client: Client, ask: OwnerAsk) -> None:
    response = client.get(f"/owner/{ask.token}/")

    page = response.content.decode()
    assert ask.offer.title in page
    assert "noindex" in page
    assert "no-store" in response["Cache-Control"]


def test_still_there_confirms_the_offer(client: Client, ask: OwnerAsk) -> None:
    status, page = answered(client, ask, answer="stands")

    assert status == 200
    assert "重新核实" in page
    assert Offer.objects.get().confirmed_on == timezone.localdate()


def test_a_change_takes_it_off_the_portal(client: Client, ask: OwnerAsk) -> None:
    answered(client, ask, answer="changed", remark="租金改为 22 元")

    assert Offer.objects.get().state == "checking"
    assert client.get(f"/offers/{ask.offer.code}/").status_code == 404


@pytest.mark.parametrize(
    ("told", "expected"),
    [({}, "请选一个答案"), ({"answer": "changed", "remark": ""}, "有什么变化")],
)
def test_an_incomplete_answer_is_told_what_is_missing(
    client: Client, ask: OwnerAsk, told: dict[str, str], expected: str
) -> None:
    status, page = answered(client, ask, **told)

    assert status == 422
    assert expected in page
    assert Offer.objects.get().state == "on"


def test_a_link_out_of_date_says_so(client: Client, ask: OwnerAsk) -> None:
    OwnerAsk.objects.update(expires_on=timezone.localdate() - timedelta(days=1))

    page = client.get(f"/owner/{ask.token}/").content.decode()

    assert "已过有效期" in page
    assert answered(client, ask, answer="stands")[0] == 422


def test_a_token_that_is_none_is_not_found(client: Client, park: Park) -> None:
    assert client.get("/owner/guessed/").status_code == 404


def test_pictures_are_shown_while_the_offer_is(client: Client, park: Park, ask: OwnerAsk) -> None:
    picture = services.add_picture(
        park.head, on=ask.offer, content=photograph(), kind="plan", caption="一层"
    )
    address = f"/offers/{ask.offer.code}/{picture.pk}-small.jpg"

    assert 'alt="一层"' in client.get(f"/offers/{ask.offer.code}/").content.decode()
    assert client.get(address)["Content-Type"] == "image/jpeg"
    services.take_off(park.head, ask.offer_id, today=timezone.localdate())
    assert client.get(address).status_code == 404
    assert Picture.objects.count() == 1
