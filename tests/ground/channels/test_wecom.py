"""The group robot: a clear answer is believed, a line that broke after the message is not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ground.channels.conftest import MESSAGE
from tests.receivers import CUT, Received

from zhuchao.ground import channels
from zhuchao.ground.channels import Outcome, Result


def send() -> Outcome:
    return channels.send("wecom", MESSAGE, "ShenZhihe")


def test_the_group_is_told_what_it_is_about_and_not_of_whom(group: Received) -> None:
    assert send().result is Result.SENT

    (text,) = group.texts
    assert text == (
        "**问题超期** <@ShenZhihe>\n已过 2 个工作日\n[登录查看](https://park.example/p/7/)"
    )


@pytest.mark.parametrize(
    ("answer", "result", "is_limited", "arrived"),
    [
        ("200 45009", Result.NOT_SENT, True, 0),
        ("429 slow", Result.NOT_SENT, True, 0),
        ("200 -1", Result.NOT_SENT, False, 0),
        ("200 93000", Result.REFUSED, False, 0),
        ("404 none", Result.REFUSED, False, 0),
        ("502 gateway", Result.UNKNOWN, False, 0),
        ("200 words", Result.UNKNOWN, False, 0),
        (CUT, Result.UNKNOWN, False, 1),
    ],
)
def test_each_answer_tells_what_is_known(
    group: Received, answer: str, result: Result, is_limited: bool, arrived: int
) -> None:
    group.answers["POST"] = answer

    outcome = send()

    assert (outcome.result, outcome.is_limited) == (result, is_limited)
    assert outcome.reason
    assert "a-secret" not in outcome.reason
    assert len(group.texts) == arrived


def test_where_nobody_listens_nothing_was_sent(settings: Any) -> None:
    settings.ZHUCHAO_CHANNELS = {"wecom": {"robot": "http://127.0.0.1:1/send"}}

    assert send().result is Result.NOT_SENT
