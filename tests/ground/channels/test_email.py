"""Mail: what surely did not go is tried again, what may have gone is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.ground.channels.conftest import MESSAGE
from tests.receivers import CUT, Received

from zhuchao.ground import channels
from zhuchao.ground.channels import Outcome, Result


def send() -> Outcome:
    return channels.send("email", MESSAGE, "shen@park.example")


def test_a_mail_arrives_once_with_all_that_it_says(mail: Received) -> None:
    assert send().result is Result.SENT

    (text,) = mail.texts
    assert text.startswith("问题超期：雨水管网没有接通\nshen@park.example")
    assert "已过 2 个工作日\n市政公司\nhttps://park.example/p/7/" in text


@pytest.mark.parametrize(
    ("step", "answer", "result", "arrived"),
    [
        ("EHLO", CUT, Result.NOT_SENT, 0),
        ("MAIL", CUT, Result.NOT_SENT, 0),
        ("MAIL", "451 later", Result.NOT_SENT, 0),
        ("RCPT", "450 greylisted", Result.NOT_SENT, 0),
        ("RCPT", "550 nobody", Result.REFUSED, 0),
        ("DATA", CUT, Result.NOT_SENT, 0),
        ("DATA", "554 no", Result.REFUSED, 0),
        ("MAIL-END", "452 full", Result.NOT_SENT, 0),
        ("MAIL-END", "554 spam", Result.REFUSED, 0),
        ("MAIL-END", CUT, Result.UNKNOWN, 1),
    ],
)
def test_each_step_tells_what_is_known(
    mail: Received, step: str, answer: str, result: Result, arrived: int
) -> None:
    mail.answers[step] = answer

    outcome = send()

    assert outcome.result is result
    assert outcome.reason
    assert len(mail.texts) == arrived


def test_where_nobody_listens_nothing_was_sent(settings: Any, mail: Received) -> None:
    told = settings.ZHUCHAO_CHANNELS["email"] | {"port": 1}
    settings.ZHUCHAO_CHANNELS = {"email": told}

    assert send().result is Result.NOT_SENT


def test_a_line_that_is_to_be_secured_and_is_not_carries_nothing(
    settings: Any, mail: Received
) -> None:
    told = settings.ZHUCHAO_CHANNELS["email"] | {"security": "starttls"}
    settings.ZHUCHAO_CHANNELS = {"email": told}

    assert send().result is Result.NOT_SENT
    assert not mail.texts


def test_a_title_of_two_lines_makes_no_other_header(mail: Received) -> None:
    outcome = channels.send(
        "email", replace(MESSAGE, title="管网\r\nBcc: all@park.example"), "shen@park.example"
    )

    assert outcome.result is Result.SENT
    assert mail.texts[0].startswith("问题超期：管网 Bcc: all@park.example\n")
