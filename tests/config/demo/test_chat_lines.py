from __future__ import annotations

import pytest

from zhuchao.config.demo.content import Entry, document
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Enquiry
from zhuchao.core.vocabulary.tables import Tables

LINES = [
    pytest.param(entry, id=f"line {number}")
    for number, entry in enumerate(document("enquiries")["enquiry"], start=1)
]


@pytest.mark.parametrize("entry", LINES)
def test_every_chat_line_is_understood_as_a_demand(entry: Entry, tables: Tables) -> None:
    message = parse(entry["text"], tables)

    assert isinstance(message, Enquiry)
    assert len([term for term in message.terms if term.read.is_known]) >= 3
