"""Fifty workers are killed while they send: nothing arrives twice by itself, nothing is lost."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from tests.apps.conftest import _somebody
from tests.databases import test_database as copied_database
from tests.receivers import Received, mail_server, robot

from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.reminders import services
from zhuchao.apps.reminders.models import Reminder
from zhuchao.apps.reminders.services import LEASE, ChannelForm
from zhuchao.ground import audit

KILLS = 50
MORE_A_ROUND = 4
NUMBER = re.compile(r"/desk/problems/(\d+)/")
_S = Reminder.State
Run = Callable[..., bool]


@pytest.fixture
def officer(django_db_setup: None, django_db_blocker: Any) -> Iterator[Viewer]:
    """In a database of its own, which other processes can open."""
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        with copied_database(f"reminders_{os.getpid()}"):
            park = people.create_organisation(SYSTEM, name="测试园区", kind="park")
            viewer = _somebody(park, "officer", Role.OFFICER)
            both = {
                "email": ChannelForm(is_on=True, address="shen@park.example"),
                "wecom": ChannelForm(is_on=True, address="ShenZhihe"),
            }
            services.choose_channels(viewer, channels=both, on_days_off=True)
            yield viewer
        connection.settings_dict["NAME"] = shared


@pytest.fixture
def arrived() -> Iterator[list[Received]]:
    with mail_server() as mails, robot() as group:
        mails.delay_s = group.delay_s = 0.002
        yield [mails, group]


def environment(mails: Received, group: Received) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "zhuchao.config.settings",
        "ZHUCHAO_ADDRESS": "https://park.example",
        "ZHUCHAO_QUIET_HOURS": "none",
        "ZHUCHAO_EMAIL_HOST": "127.0.0.1",
        "ZHUCHAO_EMAIL_PORT": str(mails.port),
        "ZHUCHAO_EMAIL_SECURITY": "none",
        "ZHUCHAO_EMAIL_FROM": "zhuchao@park.example",
        "ZHUCHAO_WECOM_ROBOT": f"http://127.0.0.1:{group.port}/send",
    }


@pytest.fixture
def run(officer: Viewer, arrived: list[Received]) -> Iterator[Run]:
    """Let a worker send; killed after some seconds, or not. Whether it was killed."""
    told = environment(*arrived)
    command = [
        sys.executable, str(Path(__file__).with_name("killed.py")),
        str(connection.settings_dict["NAME"]),
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=told
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        stdin, stdout = process.stdin, process.stdout

        def once(kill_after_s: float | None, order: str = "send") -> bool:
            stdin.write(f"{order}\n")
            stdin.flush()
            pid = int(stdout.readline())
            if kill_after_s is not None:
                time.sleep(kill_after_s)
                with suppress(ProcessLookupError):  # it was through already
                    os.kill(pid, signal.SIGKILL)
            return os.WIFSIGNALED(int(stdout.readline()))

        yield once
        stdin.close()


def plan(officer: Viewer, first: int, count: int) -> None:
    now = timezone.now()
    Reminder.objects.bulk_create(
        Reminder(
            organisation_id=officer.organisation_id or 0,
            owner_id=officer.person_id,
            person_id=officer.person_id or 0,
            kind="problem_overdue",
            subject_id=number,
            occasion="2026-11-27/1",
            channel="email" if number % 2 else "wecom",
            day="2026-11-27",
            title=f"问题 {number}",
            not_before=now,
        )
        for number in range(first, first + count)
    )


def counted(arrived: list[Received]) -> Counter[int]:
    time.sleep(0.3)  # the last answer may be under way
    return Counter(
        int(number)
        for received in arrived
        for text in received.texts
        for number in NUMBER.findall(text)
    )


@pytest.mark.timeout(240)
def test_nothing_arrives_twice_and_nothing_is_lost(
    officer: Viewer, arrived: list[Received], run: Run
) -> None:
    chance, kills, planned = random.Random(20261128), 0, 2 * MORE_A_ROUND
    longest_s = undisturbed(officer, run)
    while kills < KILLS:
        plan(officer, planned + 1, MORE_A_ROUND)
        planned += MORE_A_ROUND
        kills += run(chance.uniform(0, longest_s))
    services.note_interrupted(SYSTEM, now=timezone.now() + LEASE + timedelta(seconds=1))
    assert not run(None)

    came = counted(arrived)
    states = dict(Reminder.objects.values_list("subject_id", "state"))
    unknown = [number for number, state in states.items() if state == _S.UNKNOWN]
    assert max(came.values()) == 1
    assert len(states) == planned
    assert set(states.values()) <= {_S.SENT, _S.UNKNOWN}
    assert {number for number, state in states.items() if state == _S.SENT} <= set(came)
    assert 0 < len(unknown) <= kills
    assert audit.verify().is_whole

    decide(officer, run, unknown)

    again = counted(arrived)
    assert again == came + Counter(unknown[:1])


def undisturbed(officer: Viewer, run: Run) -> float:
    """How long a worker takes for a round on this machine now, so that kills fall into the work."""
    plan(officer, 1, MORE_A_ROUND)
    run(None, "warm")
    plan(officer, 1 + MORE_A_ROUND, MORE_A_ROUND)
    began = time.monotonic()
    assert not run(None)
    return time.monotonic() - began


def decide(officer: Viewer, run: Run, unknown: list[int]) -> None:
    """One is sent again, the others are left at that; the worker does nothing by itself."""
    run(None)
    for number in unknown:
        reminder = Reminder.objects.get(subject_id=number)
        act = services.send_again if number == unknown[0] else services.settle
        act(officer, reminder.pk, now=timezone.now())
    run(None)
    assert not Reminder.objects.exclude(state__in=(_S.SENT, _S.SETTLED)).exists()
