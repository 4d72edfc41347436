"""Offers on the desk: listed, put on by who may, taken off, and masked."""

import re
from collections.abc import Callable
from datetime import date

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.properties import selectors
from zhuchao.apps.properties.models import Offer


def _plain(answer: HttpResponse) -> str:
    """The page without its key hints."""
    return re.sub(r"\s*<kbd[^>]*>.*?</kbd>", "", answer.content.decode())


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


def test_an_offer_that_is_on_is_confirmed_again_in_one_act(
    officer: Client, house: House, offer_id: int
) -> None:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    Offer.objects.filter(pk=offer_id).update(confirmed_on=date(2020, 1, 1))
    assert "再次核实</button>" in _plain(officer.get(f"/desk/offers/{offer_id}/"))

    answer = officer.post(f"/desk/offers/{offer_id}/confirm/", follow=True)

    offer = selectors.offer(house.viewer("officer"), offer_id)
    assert (offer.state, offer.confirmed_on) == ("on", timezone.localdate())
    assert f"房源 {offer.code} 已于" in answer.content.decode()


def test_a_draft_is_not_confirmed_again(officer: Client, offer_id: int) -> None:
    assert "再次核实" not in _plain(officer.get(f"/desk/offers/{offer_id}/"))

    answer = officer.post(f"/desk/offers/{offer_id}/confirm/")

    assert answer.status_code == 409
    assert "不用复核" in answer.content.decode()


def test_who_may_not_change_an_offer_does_not_confirm_it(
    officer: Client, signed_in: Callable[[str], Client], offer_id: int
) -> None:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})

    for who in ("leader", "supervisor"):
        client = signed_in(who)
        assert "再次核实" not in _plain(client.get(f"/desk/offers/{offer_id}/"))
        assert client.post(f"/desk/offers/{offer_id}/confirm/").status_code == 403


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


def test_an_offer_is_handed_out_as_pdf_as_text_and_as_a_code(
    officer: Client, offer_id: int
) -> None:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})

    page = officer.get(f"/desk/offers/{offer_id}/").content.decode()
    pdf = officer.get(f"/desk/offers/{offer_id}/sheet.pdf")

    assert f'href="/desk/offers/{offer_id}/sheet.pdf" download data-key="p"' in page
    assert 'data-copy="chat-text" data-key="c"' in page
    assert 'data-key="q"' in page
    assert pdf.content.startswith(b"%PDF")


def test_a_draft_is_printed_for_the_signed_in_alone_and_without_a_code(
    officer: Client, client: Client, signed_in: Callable[[str], Client], offer_id: int
) -> None:
    address = f"/desk/offers/{offer_id}/sheet.pdf"

    assert officer.get(address).content.startswith(b"%PDF")
    assert 'data-key="q"' not in officer.get(f"/desk/offers/{offer_id}/").content.decode()
    assert client.get(address).status_code == 302
    assert signed_in("auditor").get(address).status_code == 404
