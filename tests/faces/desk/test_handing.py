"""Hand-overs on the desk: given, seen today until taken, taken back before that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import selectors


def to(house: House, who: str, note: str = "") -> dict[str, object]:
    return {"hand-to_person_id": house.people[who].pk, "hand-note": note}


@pytest.fixture
def handed_id(officer: Client, house: House, enquiry_id: int) -> int:
    answer = officer.post(
        f"/desk/enquiries/{enquiry_id}/hand-over/", to(house, "stranger", "周四看房")
    )
    assert answer.status_code == 302, answer.content.decode()
    return int(answer["Location"].split("/")[-2])


def test_the_receiver_sees_it_today_until_it_is_taken(
    signed_in: Callable[[str], Client], enquiry_id: int, handed_id: int
) -> None:
    stranger, address = signed_in("stranger"), f"/desk/hand-overs/{handed_id}/"
    before = stranger.get("/desk/").content.decode()
    page = stranger.get(address).content.decode()

    stranger.post(f"{address}take/")

    assert address in before
    assert "周四看房" in before
    assert f"/desk/enquiries/{enquiry_id}/" in page
    assert address not in stranger.get("/desk/").content.decode()
    assert stranger.get(f"/desk/enquiries/{enquiry_id}/").status_code == 200


def test_the_giver_sees_it_too_and_can_take_it_back(
    officer: Client, enquiry_id: int, handed_id: int
) -> None:
    address = f"/desk/hand-overs/{handed_id}/"
    page = officer.get(address).content.decode()
    gone = officer.get(f"/desk/enquiries/{enquiry_id}/").status_code

    after = officer.post(f"{address}undo/").content.decode()

    assert "撤回交接" in page
    assert "不在您的范围内" in page
    assert gone == 404
    assert "已撤回" in after
    assert officer.get(f"/desk/enquiries/{enquiry_id}/").status_code == 200


def test_what_was_taken_is_not_taken_back(
    officer: Client, signed_in: Callable[[str], Client], handed_id: int
) -> None:
    signed_in("stranger").post(f"/desk/hand-overs/{handed_id}/take/")

    answer = officer.post(f"/desk/hand-overs/{handed_id}/undo/")

    assert answer.status_code == 409
    assert "已经接手" in answer.content.decode()


def test_without_a_colleague_nothing_is_lost(officer: Client, enquiry_id: int) -> None:
    answer = officer.post(f"/desk/enquiries/{enquiry_id}/hand-over/", {"hand-note": "周四看房"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请选择同事" in page
    assert "周四看房</textarea>" in page


def test_all_of_ones_work_goes_at_once(
    officer: Client, house: House, enquiry_id: int, signed_in: Callable[[str], Client]
) -> None:
    filled = to(house, "stranger") | {"hand-from_person_id": house.people["officer"].pk}

    first = officer.post("/desk/hand-overs/", filled)
    second = officer.post("/desk/hand-overs/", filled)

    assert first.status_code == 302
    assert second.status_code == 409
    assert "没有未了结" in second.content.decode()
    taken = selectors.enquiry(house.viewer("stranger"), enquiry_id)
    assert taken.owner == house.people["stranger"]


def test_only_a_head_gives_another_persons_work(
    signed_in: Callable[[str], Client], house: House, enquiry_id: int
) -> None:
    filled = to(house, "agent") | {"hand-from_person_id": house.people["officer"].pk}

    assert signed_in("stranger").post("/desk/hand-overs/", filled).status_code == 422
    assert signed_in("section_head").post("/desk/hand-overs/", filled).status_code == 302


def test_who_sees_and_acts(
    signed_in: Callable[[str], Client], house: House, enquiry_id: int, handed_id: int
) -> None:
    address = f"/desk/hand-overs/{handed_id}/"

    seen = [signed_in(who).get(address).status_code for who in ("section_head", "agent")]
    taken = [
        signed_in(who).post(f"{address}take/").status_code for who in ("section_head", "agent")
    ]
    given = [
        signed_in(who)
        .post(f"/desk/enquiries/{enquiry_id}/hand-over/", to(house, "agent"))
        .status_code
        for who in ("leader", "officer")
    ]
    lists = [
        signed_in(who).get("/desk/hand-overs/").status_code for who in ("agent", "leader", "editor")
    ]

    assert (seen, taken, given, lists) == ([200, 404], [404, 404], [403, 404], [200, 200, 403])
    assert signed_in("agent").post(f"{address}undo/").status_code == 404
    assert signed_in("section_head").post(f"{address}undo/").status_code == 200
