"""Talk among agents, news, jobs, machines: words of the trade that offer and seek no property."""

from __future__ import annotations

import tomllib

import pytest
from benchmarks.quality.messages.marks import FOLDER

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Chatter
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey

PERSONAL = {FieldKey.PERSON, FieldKey.TELEPHONE}
TALK = [
    each["text"]
    for each in tomllib.loads((FOLDER / "ninth_talk.toml").read_text("utf-8"))["message"]
]


@pytest.mark.parametrize("text", TALK)
def test_talk_of_the_trade_tells_no_field(text: str, tables: Tables) -> None:
    message = parse(text, tables)

    assert isinstance(message, Chatter)
    assert {term.key for term in message.terms} <= PERSONAL
