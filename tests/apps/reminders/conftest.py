"""A project with a problem that is late, an officer with a mail box, and what is sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import services as projects
from zhuchao.apps.projects.models import Problem, Project
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.apps.projects.services import AssignForm
from zhuchao.apps.reminders import services
from zhuchao.apps.reminders.services import ChannelForm
from zhuchao.core.vocabulary.reminder import QuietHours
from zhuchao.ground import channels
from zhuchao.ground.channels import Message, Outcome
from zhuchao.ground.channels.outcome import SENT

HERE = ZoneInfo("Asia/Shanghai")
# A Monday; the problem below is due on the Friday after.
TODAY = date(2026, 11, 23)
DUE = date(2026, 11, 27)


def at(day: int, hour: int = 9, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=HERE)


class Post:
    """Stands in for the channels: what was sent, and what comes of the next."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, Message]] = []
        self.outcomes: list[Outcome] = []

    def send(self, key: str, message: Message, recipient: str) -> Outcome:
        self.sent.append((key, recipient, message))
        return self.outcomes.pop(0) if self.outcomes else SENT


@pytest.fixture
def post(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Post:
    settings.ZHUCHAO_CHANNELS = {
        "email": {"host": "mail.park.example", "sender": "zhuchao@park.example"},
        "wecom": {"robot": "https://robot.park.example/send"},
    }
    settings.ZHUCHAO_QUIET_HOURS = QuietHours(at(1, 21).time(), at(1, 8).time())
    settings.ZHUCHAO_ADDRESS = "https://park.example"
    made = Post()
    monkeypatch.setattr(channels, "send", made.send)
    return made


@pytest.fixture
def project(park: Any, officer_a: Viewer) -> Project:
    return opened(officer_a)


@pytest.fixture
def problem(project: Project, officer_a: Viewer, section_head: Viewer) -> Problem:
    form = ProblemForm("land", "用地指标未落实，摘牌推迟", TODAY)
    made = projects.raise_problem(officer_a, project.pk, form=form, today=TODAY)
    told = AssignForm("自然资源局", officer_a.person_id, DUE)
    return projects.assign_problem(section_head, made.pk, form=told, today=TODAY)


@pytest.fixture
def mailbox(post: Post, officer_a: Viewer) -> Viewer:
    """The officer, who is reminded by mail alone."""
    choose(officer_a, email="shen@park.example")
    return officer_a


def choose(viewer: Viewer, *, on_days_off: bool = False, **addresses: str) -> None:
    told = {key: ChannelForm(is_on=True, address=address) for key, address in addresses.items()}
    services.choose_channels(viewer, channels=told, on_days_off=on_days_off)
