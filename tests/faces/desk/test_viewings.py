"""Viewings on the desk: planned on an enquiry, due today, with outcome and calendar file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import selectors
from zhuchao.ground import audit

HOST = {"viewing-host_name": "李师傅", "viewing-host_telephone": "13800000007"}


def form(offer_id: int, hours: int = 0, **more: str) -> dict[str, object]:
    at = timezone.localtime(timezone.now() + timedelta(hours=hours))
    filled = {
        "viewing-offers": [offer_id],
        "viewing-starts_at": f"{at:%Y-%m-%dT%H:%M}",
        "viewing-minutes": "90",
        "viewing-place": "北门",
    }
    return filled | more


@pytest.fixture
def on_offer(officer: Client, offer_id: int) -> int:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    return offer_id


@pytest.fixture
def viewing_id(officer: Client, house: House, enquiry_id: int, on_offer: int) -> int:
    answer = officer.post(f"/desk/enquiries/{enquiry_id}/viewings/", form(on_offer, **HOST))
    assert answer.status_code == 302, answer.content.decode()
    return selectors.viewings(house.viewer("officer")).get().pk


def test_a_viewing_stands_on_the_enquiry_the_offer_and_today(
    officer: Client, enquiry_id: int, on_offer: int, viewing_id: int
) -> None:
    address = f"/desk/viewings/{viewing_id}/"

    for page in (
        f"/desk/enquiries/{enquiry_id}/",
        f"/desk/offers/{on_offer}/",
        "/desk/",
        "/desk/viewings/",
        "/desk/viewings/?state=planned&owner=mine",
    ):
        assert address in officer.get(page).content.decode(), page
    assert "看房中" in officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()


def test_offers_may_be_named_by_code(
    officer: Client, house: House, enquiry_id: int, on_offer: int
) -> None:
    code = officer.get(f"/desk/offers/{on_offer}/").context["offer"].code
    filled = form(on_offer, **{"viewing-codes": f"看 {code.lower()}，谢谢"})
    del filled["viewing-offers"]

    officer.post(f"/desk/enquiries/{enquiry_id}/viewings/", filled)

    assert selectors.viewings(house.viewer("officer")).get().offers.get().pk == on_offer


def test_a_form_with_faults_keeps_what_was_typed(
    officer: Client, enquiry_id: int, on_offer: int
) -> None:
    filled = form(on_offer, **{"viewing-starts_at": "明天", "viewing-minutes": "很久"})
    del filled["viewing-offers"]

    answer = officer.post(f"/desk/enquiries/{enquiry_id}/viewings/", filled)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="北门"' in page
    for sentence in ("勾选要看的房源", "时间请写成", "整数分钟"):
        assert sentence in page


def test_a_code_that_is_not_there_is_said(officer: Client, enquiry_id: int, on_offer: int) -> None:
    filled = form(on_offer, **{"viewing-codes": "F2020-99999"})
    del filled["viewing-offers"]

    answer = officer.post(f"/desk/enquiries/{enquiry_id}/viewings/", filled)

    assert answer.status_code == 409
    assert "至少选一处" in answer.content.decode()


def test_an_outcome_is_noted_and_leaves_today(officer: Client, viewing_id: int) -> None:
    answer = officer.post(
        f"/desk/viewings/{viewing_id}/outcome/",
        {"outcome-outcome": "declined", "outcome-reason": "承重不够", "outcome-next_step": "再找"},
        follow=True,
    ).content.decode()

    assert "看房结果已记为“看不中”" in answer
    assert "承重不够" in answer
    assert f"/desk/viewings/{viewing_id}/" not in officer.get("/desk/").content.decode()


def test_an_outcome_without_its_reason_is_refused_and_kept(
    officer: Client, viewing_id: int
) -> None:
    address = f"/desk/viewings/{viewing_id}/outcome/"

    refused = officer.post(
        address, {"outcome-outcome": "declined", "outcome-next_step": "再找一处"}
    )
    missing = officer.post(address, {"outcome-next_step": "再找一处"})

    assert (refused.status_code, missing.status_code) == (409, 422)
    assert "写明原因" in refused.content.decode()
    assert 'value="再找一处"' in missing.content.decode()


def test_a_viewing_is_moved(officer: Client, viewing_id: int) -> None:
    address = f"/desk/viewings/{viewing_id}/time/"

    moved = officer.post(address, {"move-starts_at": "2030-05-06T09:30"}, follow=True)
    faulty = officer.post(address, {"move-starts_at": "下周"})

    assert "5月6日 09:30" in moved.content.decode()
    assert faulty.status_code == 422


def test_the_calendar_file_names_nobody(officer: Client, viewing_id: int) -> None:
    answer = officer.get(f"/desk/viewings/{viewing_id}/calendar/")

    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "LOCATION:北门\r\n" in text
    assert "李师傅" not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_host_is_masked_until_revealed_and_that_is_recorded(
    officer: Client, viewing_id: int
) -> None:
    before = officer.get(f"/desk/viewings/{viewing_id}/").content.decode()

    after = officer.post(f"/desk/viewings/{viewing_id}/contact/").content.decode()

    assert "13800000007" not in before
    assert "13800000007" in after
    assert audit.latest(1)[0].act == "reveal_contact"


def test_who_sees_and_changes_a_viewing(
    signed_in: Callable[[str], Client], enquiry_id: int, on_offer: int, viewing_id: int
) -> None:
    address = f"/desk/viewings/{viewing_id}/"
    outcome = {"outcome-outcome": "interested"}
    people = ("section_head", "leader", "stranger")

    for page in (address, f"{address}calendar/"):
        assert [signed_in(who).get(page).status_code for who in people] == [200, 200, 404]
    for act, data in (
        (f"{address}outcome/", outcome),
        (f"{address}time/", {"move-starts_at": "2030-05-06T09:30"}),
        (f"{address}contact/", {}),
        (f"/desk/enquiries/{enquiry_id}/viewings/", form(on_offer)),
    ):
        found = [signed_in(who).post(act, data).status_code for who in ("leader", "stranger")]
        assert found in ([404, 404], [403, 404]), act
    assert signed_in("section_head").post(f"{address}outcome/", outcome).status_code == 302
    assert signed_in("editor").get("/desk/viewings/").status_code == 403
