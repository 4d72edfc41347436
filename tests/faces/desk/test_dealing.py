"""A deal on the desk: read forgivingly, once, and never of a unit that is let."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.properties import selectors as offers
from zhuchao.apps.properties import services as properties


def deal(offer_id: int, **told: str) -> dict[str, object]:
    filled = {
        "offer_id": offer_id,
        "area": "２０００平",
        "price_key": "rent",
        "price": "18块",
        "term": "3年",
        "signed_on": timezone.localdate().isoformat(),
    }
    return {f"deal-{name}": value for name, value in (filled | told).items()}


@pytest.fixture
def on_offer(officer: Client, offer_id: int) -> int:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    return offer_id


def test_a_deal_is_read_as_people_write_it(
    officer: Client, house: House, enquiry_id: int, on_offer: int
) -> None:
    answer = officer.post(f"/desk/enquiries/{enquiry_id}/deal/", deal(on_offer), follow=True)

    page, viewer = answer.content.decode(), house.viewer("officer")
    made = selectors.deal_of(viewer, enquiry_id)
    assert made is not None
    assert (made.area_m2, made.term_months, made.kind) == (2000, 36, "rent")
    assert "已落单" in page
    assert "18" in page
    assert offers.offer(viewer, on_offer).state == "done"


def test_a_sale_of_land_is_kept_in_square_metres(
    officer: Client, house: House, enquiry_id: int, on_offer: int
) -> None:
    told = {"area": "30亩", "price_key": "total_price", "price": "900万", "term": ""}

    officer.post(f"/desk/enquiries/{enquiry_id}/deal/", deal(on_offer, **told))

    made = selectors.deal_of(house.viewer("officer"), enquiry_id)
    assert made is not None
    assert (round(made.area_m2), made.kind, made.term_months) == (20_000, "sale", None)


def test_what_cannot_be_read_is_kept_and_explained(
    officer: Client, enquiry_id: int, on_offer: int
) -> None:
    told = {"area": "很大", "price": "面议", "signed_on": "2999-01-01"}

    answer = officer.post(f"/desk/enquiries/{enquiry_id}/deal/", deal(on_offer, **told))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("没有读懂") >= 2
    assert "不能晚于今天" in page
    assert 'value="很大"' in page


def test_a_unit_that_is_let_is_refused_with_its_sentence(
    officer: Client, house: House, enquiry_id: int, on_offer: int
) -> None:
    viewer = house.viewer("officer")
    for state in ("under_offer", "done"):
        properties.move_offer(viewer, on_offer, state=state, today=date(2026, 11, 23))

    answer = officer.post(f"/desk/enquiries/{enquiry_id}/deal/", deal(on_offer))

    assert answer.status_code in (409, 422)
    assert selectors.deal_of(viewer, enquiry_id) is None


def test_who_may_record_a_deal(
    signed_in: Callable[[str], Client], enquiry_id: int, on_offer: int
) -> None:
    address = f"/desk/enquiries/{enquiry_id}/deal/"

    found = [
        signed_in(who).post(address, deal(on_offer)).status_code
        for who in ("leader", "stranger", "section_head")
    ]

    assert found == [403, 404, 302]
