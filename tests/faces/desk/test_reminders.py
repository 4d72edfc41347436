"""Reminders on the desk: the unknown on top with two decisions, and how one is reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.reminders.models import ChannelChoice, Reminder, ReminderHabit
from zhuchao.tables import reminder_kinds

TITLE = "雨水管网没有接通"


@pytest.fixture(autouse=True)
def channels(settings: Any) -> None:
    settings.ZHUCHAO_CHANNELS = {"email": {"host": "mail.example", "sender": "z@park.example"}}


def made(house: House, who: str, number: int, **told: Any) -> Reminder:
    person, now = house.people[who], timezone.now()
    usual = {
        "organisation_id": house.organisation_id,
        "owner": person,
        "person": person,
        "kind": "problem_overdue",
        "subject_id": number,
        "occasion": "2026-11-27/1",
        "channel": "email",
        "day": timezone.localdate() - timedelta(days=3),
        "title": f"{TITLE} {number}",
        "not_before": now,
        "began_at": now,
        "state": "sent",
    }
    return Reminder.objects.create(**usual | told)


@pytest.fixture
def unknown(house: House) -> Reminder:
    first = made(house, "officer", 1, state="unknown", reason="没有收到回执")
    for number in range(2, 6):
        made(house, "officer", number)
    return first


def test_what_nobody_knows_stands_on_top_with_its_two_decisions(
    officer: Client, unknown: Reminder
) -> None:
    page = officer.get("/desk/reminders/").content.decode()
    today = officer.get("/desk/").content.decode()

    assert page.index(f"{TITLE} 1") < page.index(f"{TITLE} 5") < page.index(f"{TITLE} 2")
    assert page.count("再发一次") == page.count("不用再发") == 1
    assert "没有收到回执" in page
    assert "/desk/problems/1/" in page
    assert "没有收到回执" in today


@pytest.mark.parametrize(
    ("act", "state", "said"), [("again", "planned", "已安排再发"), ("settle", "settled", "已了结")]
)
def test_a_person_decides_once(
    officer: Client, unknown: Reminder, act: str, state: str, said: str
) -> None:
    address = f"/desk/reminders/{unknown.pk}/{act}/"

    first = officer.post(address, follow=True)
    second = officer.post(address)

    unknown.refresh_from_db()
    assert (unknown.state, unknown.decided_by_id) == (state, unknown.owner_id)
    assert said in first.content.decode()
    assert second.status_code == 409
    assert "不需要处理" in second.content.decode()


def test_an_officer_sees_own_ones_and_the_supervisor_all(
    signed_in: Callable[[str], Client], house: House, unknown: Reminder
) -> None:
    made(house, "stranger", 77)

    pages = {
        who: signed_in(who).get("/desk/reminders/").content.decode()
        for who in ("officer", "stranger", "supervisor", "leader")
    }

    assert (f"{TITLE} 1" in pages["officer"], f"{TITLE} 77" in pages["officer"]) == (True, False)
    assert (f"{TITLE} 1" in pages["stranger"], f"{TITLE} 77" in pages["stranger"]) == (False, True)
    assert (f"{TITLE} 1" in pages["supervisor"], f"{TITLE} 77" in pages["supervisor"]) == (
        True, True,
    )  # fmt: skip
    assert "还没有提醒" in pages["leader"]
    assert signed_in("stranger").post(f"/desk/reminders/{unknown.pk}/again/").status_code == 404
    assert signed_in("editor").get("/desk/reminders/").status_code == 403


def test_each_kind_opens_at_a_page_of_the_desk() -> None:
    for kind in reminder_kinds().values():
        try:
            resolve(kind.path.format(number=1))
        except Resolver404:
            pytest.fail(kind.path)


def test_a_person_chooses_channels_and_days(officer: Client, house: House) -> None:
    address = "/desk/reminders/settings/"
    told = {"email-is_on": "1", "email-address": "shen@park.example", "wecom-address": ""}

    page = officer.get(address).content.decode()
    answer = officer.post(address, told | {"on_days_off": "1"}, follow=True)

    assert "每天 21:00 到 08:00 不发" in page
    assert "还没有接通" in page  # the robot
    assert "提醒设置已保存" in answer.content.decode()
    chosen = dict(ChannelChoice.objects.values_list("channel", "is_on"))
    assert chosen == {"email": True, "wecom": False}
    assert ReminderHabit.objects.get().on_days_off


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"email-is_on": "1", "email-address": "no address"}, "请填一个邮箱地址"),
        ({"wecom-is_on": "1", "wecom-address": ""}, "开启企业微信群要填企业微信账号"),
        ({"wecom-is_on": "1", "wecom-address": "沈知禾"}, "请填企业微信账号"),
    ],
)
def test_an_address_that_is_none_is_said_beside_its_field(
    officer: Client, told: dict[str, str], said: str
) -> None:
    answer = officer.post("/desk/reminders/settings/", told)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not ChannelChoice.objects.exists()


def test_who_supervises_may_have_it_planned_now(
    signed_in: Callable[[str], Client], house: House
) -> None:
    address = "/desk/reminders/plan/"

    said = signed_in("supervisor").post(address, follow=True).content.decode()

    assert "新排定 0 条提醒" in said
    assert "核一遍提醒" in said
    assert signed_in("officer").post(address).status_code == 403
    assert "核一遍提醒" not in signed_in("officer").get("/desk/reminders/").content.decode()


def test_the_list_asks_as_often_for_five_as_for_twenty(
    signed_in: Callable[[str], Client], house: House, unknown: Reminder
) -> None:
    supervisor, counts = signed_in("supervisor"), []
    for more in (range(0), range(100, 115)):
        for number in more:
            made(house, "officer", number, state="unknown")
        with CaptureQueriesContext(connection) as queries:
            supervisor.get("/desk/reminders/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
