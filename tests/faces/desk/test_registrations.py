"""Registered clients on the desk: protected, contested without a trace, ruled, extended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.services import Plan, Result
from zhuchao.apps.properties import selectors as offers
from zhuchao.ground import audit

NEW = "/desk/registrations/new/"
CLIENT = {"company": "甲精密公司", "name": "王小明", "telephone": "138 0000 0001"}

SignedIn = Callable[[str], Client]


@pytest.fixture
def code(officer: Client, house: House, offer_id: int) -> str:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    return offers.offer(house.viewer("officer"), offer_id).code


@pytest.fixture
def held_id(signed_in: SignedIn, code: str) -> int:
    answer = signed_in("agent").post(NEW, CLIENT | {"offer_code": code})
    assert answer.status_code == 302, answer.content.decode()
    return int(answer["Location"].split("/")[-2])


@pytest.fixture
def contested_id(signed_in: SignedIn, code: str, held_id: int) -> int:
    told = {"company": "甲精密公司", "name": "老王", "telephone": "13800000001"}
    answer = signed_in("stranger").post(NEW, told | {"offer_code": code})
    assert answer.status_code == 302, answer.content.decode()
    return int(answer["Location"].split("/")[-2])


def test_an_agent_registers_from_the_offer(
    signed_in: SignedIn, offer_id: int, code: str, held_id: int
) -> None:
    agent = signed_in("agent")

    offer = agent.get(f"/desk/offers/{offer_id}/").content.decode()
    form = agent.get(f"{NEW}?offer_code={code}").content.decode()
    page = agent.get(f"/desk/registrations/{held_id}/").content.decode()

    assert f"{NEW}?offer_code={code}" in offer
    assert f'value="{code}"' in form
    assert "保护中" in page
    assert "报备保护期 30 天" in page
    assert "13800000001" not in page
    assert "甲精密公司" in agent.get("/desk/registrations/?q=甲精密").content.decode()


def test_a_contest_says_so_and_shows_nothing_of_the_other(
    signed_in: SignedIn, held_id: int, contested_id: int
) -> None:
    stranger = signed_in("stranger")

    page = stranger.get(f"/desk/registrations/{contested_id}/").content.decode()
    listed = stranger.get("/desk/registrations/").content.decode()

    assert "已有同事报备" in page
    assert "由科长裁定" in page
    for text in ("测试agent", "王**", f"/desk/registrations/{held_id}/"):
        assert text not in page + listed, text
    assert stranger.get(f"/desk/registrations/{held_id}/").status_code == 404


def test_a_form_with_faults_keeps_what_was_typed(signed_in: SignedIn, code: str) -> None:
    agent = signed_in("agent")

    def answer(**told: str) -> tuple[int, str]:
        found = agent.post(NEW, told)
        return found.status_code, found.content.decode()

    for told, status, sentence in (
        ({"name": "王", "telephone": "暂无", "offer_code": code}, 409, "至少一项"),
        ({"company": "甲公司"}, 409, "只选其一"),
        ({"company": "甲公司", "offer_code": "随便"}, 422, "房源编号请写成"),
        ({"company": "甲公司", "offer_code": "F2020-99999"}, 404, "没有这条房源"),
        ({"company": "甲公司", "park_id": "99"}, 422, "从列表里选择园区"),
    ):
        found, page = answer(**told)
        assert (found, sentence in page) == (status, True), told
        assert f'value="{next(iter(told.values()))}"' in page


def test_the_head_sees_contests_today_and_rules(
    signed_in: SignedIn, held_id: int, contested_id: int
) -> None:
    head, address = signed_in("section_head"), f"/desk/registrations/{contested_id}/"
    today = head.get("/desk/").content.decode()

    page = head.get(address).content.decode()
    missing = head.post(f"{address}ruling/", {"decision": "uphold"})
    ruled = head.post(
        f"{address}ruling/", {"decision": "uphold", "ruling-reason": "先有带看"}, follow=True
    ).content.decode()
    again = head.post(f"{address}ruling/", {"decision": "dismiss", "ruling-reason": "再看"})

    assert "待裁定的报备" in today
    assert f"/desk/registrations/{held_id}/" in page
    assert missing.status_code == 422
    assert "已裁定归本条报备人" in ruled
    assert "先有带看" in ruled
    assert again.status_code == 409
    assert "已释放" in signed_in("agent").get(f"/desk/registrations/{held_id}/").content.decode()


def test_what_runs_out_soon_is_said_today_and_extended_by_a_viewing(
    signed_in: SignedIn, house: House, code: str, offer_id: int, held_id: int, settings: object
) -> None:
    agent, viewer = signed_in("agent"), house.viewer("agent")
    address, now = f"/desk/registrations/{held_id}/", timezone.now()
    intake = agent.post("/desk/", {"text": "求租溧阳厂房两千平，王先生 13800000001"})
    number = intake["Location"].split("/")[-2]
    made = agent.post(f"/desk/intakes/{number}/confirm/", {"as": "message", "save_as": "demand"})
    enquiry_id = int(made["Location"].split("/")[-2])
    none = agent.post(f"{address}extend/", {"extend-viewing_id": "1"})
    viewing = services.plan_viewing(viewer, enquiry_id, offer_ids=[offer_id], plan=Plan(now))
    services.note_outcome(viewer, viewing.pk, result=Result("interested"), now=now)

    extended = agent.post(
        f"{address}extend/", {"extend-viewing_id": viewing.pk}, follow=True
    ).content.decode()

    until = selectors.registration(viewer, held_id).until
    assert none.status_code == 422
    assert "报备已延长一次" in extended
    assert until == timezone.localdate() + timedelta(days=60)
    assert list(selectors.expiring(viewer, until - timedelta(days=2)))


def test_an_expiring_registration_stands_in_today(
    signed_in: SignedIn, code: str, settings: object
) -> None:
    settings.ZHUCHAO_PROTECTION_DAYS = 4  # type: ignore[attr-defined]
    agent = signed_in("agent")
    agent.post(NEW, CLIENT | {"offer_code": code})

    page = agent.get("/desk/").content.decode()

    assert "快到期的报备" in page
    assert "可凭看房延长一次" in page


def test_releasing_frees_the_client(signed_in: SignedIn, code: str, held_id: int) -> None:
    agent = signed_in("agent")

    agent.post(f"/desk/registrations/{held_id}/release/")
    again = agent.post(f"/desk/registrations/{held_id}/release/")

    assert again.status_code == 409
    other = signed_in("stranger").post(NEW, CLIENT | {"offer_code": code}, follow=True)
    assert "已报备。" in other.content.decode()


def test_a_client_is_masked_until_revealed_and_that_is_recorded(
    signed_in: SignedIn, held_id: int
) -> None:
    agent, address = signed_in("agent"), f"/desk/registrations/{held_id}/contact/"

    page = agent.post(address).content.decode()

    assert "138 0000 0001" in page
    assert audit.latest(1)[0].act == "reveal_contact"
    assert signed_in("leader").post(address).status_code == 403
    assert signed_in("stranger").post(address).status_code == 404


def test_who_sees_and_acts(signed_in: SignedIn, code: str, held_id: int) -> None:
    address = f"/desk/registrations/{held_id}/"

    def statuses(path: str, *people: str, data: dict[str, str] | None = None) -> list[int]:
        return [
            (
                signed_in(who).get(path) if data is None else signed_in(who).post(path, data)
            ).status_code
            for who in people
        ]

    assert statuses(address, "section_head", "leader", "stranger", "editor") == [
        200, 200, 404, 404,
    ]  # fmt: skip
    assert statuses("/desk/registrations/", "leader", "editor") == [200, 403]
    assert statuses(NEW, "officer", "leader") == [200, 403]
    for act in ("release", "extend", "ruling"):
        data = {"extend-viewing_id": "1", "ruling-reason": "再看"}
        found = statuses(f"{address}{act}/", "leader", "stranger", data=data)
        assert found in ([404, 404], [422, 404]), act
