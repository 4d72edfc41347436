"""Cooperation on the desk: proposed on a registration, answered without seeing the client."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.properties import selectors as offers
from zhuchao.ground import audit

SignedIn = Callable[[str], Client]


@pytest.fixture
def held_id(signed_in: SignedIn, officer: Client, house: House, offer_id: int) -> int:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    code = offers.offer(house.viewer("officer"), offer_id).code
    told = {"company": "甲精密公司", "telephone": "13800000001", "offer_code": code}
    answer = signed_in("agent").post("/desk/registrations/new/", told)
    return int(answer["Location"].split("/")[-2])


def split(house: House, mine: int = 60, theirs: int = 40) -> dict[str, object]:
    return {
        "split-partner_id": house.people["stranger"].pk,
        "split-share": mine,
        "split-partner_share": theirs,
        "split-note": "我带看",
    }


@pytest.fixture
def made_id(signed_in: SignedIn, house: House, held_id: int) -> int:
    address = f"/desk/registrations/{held_id}/cooperation/"
    assert signed_in("agent").post(address, split(house)).status_code == 302
    return selectors.cooperations(house.viewer("agent")).get().pk


def test_the_partner_is_asked_today_and_never_sees_the_client(
    signed_in: SignedIn, made_id: int
) -> None:
    stranger, address = signed_in("stranger"), f"/desk/cooperations/{made_id}/"

    today, page = (stranger.get(each).content.decode() for each in ("/desk/", address))

    assert "等您答复的合作" in today
    assert "40" in page
    assert "甲精密公司" not in today + page


def test_consent_is_recorded_with_the_split(
    signed_in: SignedIn, held_id: int, made_id: int
) -> None:
    answer = signed_in("stranger").post(
        f"/desk/cooperations/{made_id}/answer/", {"answer": "accept"}, follow=True
    )

    entry = audit.latest(1)[0]
    assert "合作已约定" in answer.content.decode()
    assert (entry.act, entry.detail["partner_share"]) == ("accept_cooperation", 40)
    page = signed_in("agent").get(f"/desk/registrations/{held_id}/").content.decode()
    assert "已约定" in page
    assert "与同事合作分成" not in page


def test_a_refusal_leaves_room_for_another(
    signed_in: SignedIn, house: House, held_id: int, made_id: int
) -> None:
    address = f"/desk/registrations/{held_id}/cooperation/"
    standing = signed_in("agent").post(address, split(house))

    signed_in("stranger").post(f"/desk/cooperations/{made_id}/answer/", {"answer": "decline"})

    assert standing.status_code == 409
    assert signed_in("agent").post(address, split(house)).status_code == 302


def test_shares_that_do_not_add_up_are_kept_and_explained(
    signed_in: SignedIn, house: House, held_id: int
) -> None:
    address = f"/desk/registrations/{held_id}/cooperation/"

    wrong = signed_in("agent").post(address, split(house, 60, 50))
    faulty = signed_in("agent").post(address, split(house, 0, 100))

    assert wrong.status_code == 409
    assert "加起来等于 100%" in wrong.content.decode()
    assert 'value="50"' in wrong.content.decode()
    assert faulty.status_code == 422
    assert "分成要大于 0" in faulty.content.decode()


def test_who_sees_and_answers(
    signed_in: SignedIn, house: House, held_id: int, made_id: int
) -> None:
    address = f"/desk/cooperations/{made_id}/"
    people = ("agent", "section_head", "leader", "editor")

    seen = [signed_in(who).get(address).status_code for who in people]
    answered = [
        signed_in(who).post(f"{address}answer/", {"answer": "accept"}).status_code for who in people
    ]
    proposed = [
        signed_in(who).post(f"/desk/registrations/{held_id}/cooperation/", split(house)).status_code
        for who in ("leader", "stranger")
    ]

    assert (seen, answered, proposed) == ([200, 200, 200, 404], [404] * 4, [404, 404])
