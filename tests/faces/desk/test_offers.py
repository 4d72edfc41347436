"""Offers on the desk: listed, put on by who may, taken off, and masked."""

from collections.abc import Callable

from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.properties import selectors


def test_an_offer_is_listed_with_its_figures(officer: Client, offer_id: int) -> None:
    page = officer.get("/desk/offers/?state=draft").content.decode()

    assert f"/desk/offers/{offer_id}/" in page
    assert "6,800" in page
    assert f"/desk/offers/{offer_id}/" not in officer.get("/desk/offers/?state=on").content.decode()


def test_putting_on_confirms_it_and_taking_off_names_it(
    officer: Client, house: House, offer_id: int
) -> None:
    on = officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"}, follow=True)

    offer = selectors.offer(house.viewer("officer"), offer_id)
    assert offer.state == "on"
    assert offer.confirmed_on is not None
    assert f"下架 {offer.code}" in on.content.decode()


def test_a_state_that_does_not_follow_is_refused(officer: Client, offer_id: int) -> None:
    answer = officer.post(f"/desk/offers/{offer_id}/state/", {"state": "done"})

    assert answer.status_code == 409
    assert "不能这样变更" in answer.content.decode()


def test_who_may_not_publish_is_told_so(signed_in: Callable[[str], Client], offer_id: int) -> None:
    for who in ("leader", "supervisor", "stranger"):
        client = signed_in(who)

        page = client.get(f"/desk/offers/{offer_id}/").content.decode()

        assert "上架</button>" not in page
        assert client.post(f"/desk/offers/{offer_id}/state/", {"state": "on"}).status_code == 403


def test_a_telephone_is_masked_until_revealed(officer: Client, offer_id: int) -> None:
    before = officer.get(f"/desk/offers/{offer_id}/").content.decode()

    after = officer.post(f"/desk/offers/{offer_id}/contact/").content.decode()

    assert "13800000002" not in before
    assert "13800000002" in after


def test_an_unknown_offer_is_not_found_in_chinese(officer: Client) -> None:
    answer = officer.get("/desk/offers/999999/")

    assert answer.status_code == 404
    assert "没有这条房源" in answer.content.decode()
