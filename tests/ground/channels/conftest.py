"""Both channels, set to receivers on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.receivers import Received, mail_server, robot

from zhuchao.ground.channels import Message

MESSAGE = Message(
    "reminder-7-1",
    "问题超期",
    "已过 2 个工作日",
    "雨水管网没有接通",
    "市政公司",
    "https://park.example/p/7/",
)


@pytest.fixture
def mail(settings: Any) -> Iterator[Received]:
    with mail_server() as received:
        settings.ZHUCHAO_CHANNELS = {
            "email": {
                "host": "127.0.0.1",
                "port": received.port,
                "security": "none",
                "user": "",
                "password": "",
                "sender": "zhuchao@park.example",
            }
        }
        yield received


@pytest.fixture
def group(settings: Any) -> Iterator[Received]:
    with robot() as received:
        settings.ZHUCHAO_CHANNELS = {
            "wecom": {"robot": f"http://127.0.0.1:{received.port}/send?key=a-secret"}
        }
        yield received
