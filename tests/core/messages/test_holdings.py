"""What the writer of a demand has already is no wish, up to the end of its sentence."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.messages.holdings import holdings
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey

WISH = "求租厂房，滁州或来安，3000平，租金15元以内。"


@pytest.mark.parametrize(
    "held",
    [
        "现租厂房2200㎡在浦口，租金28元，9月到期",
        "目前在六合租用1050平，每平19元，偏高",
        "我司南京基地现有厂房4.2万平方米",
        "企业在江宁另有一处8000㎡的老车间",
        "浦口老厂5500平年底前腾退",
        "去年在全椒看过一处2600平，每平9元，没有产证",
        "现在江宁800平不够了",
    ],
)
def test_what_is_held_changes_nothing_of_the_wish(held: str, tables: Tables) -> None:
    told = {
        term.key: term.read.value
        for term in parse(WISH + held, tables).terms
        if term.key in (FieldKey.PLACE, FieldKey.AREA, FieldKey.RENT)
    }

    assert told == {
        term.key: term.read.value for term in parse(WISH, tables).terms if term.key in told
    }
    assert len(told) == 3


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("现在北京大兴500平要搬到燕郊", ["现在北京大兴500平"]),
        ("目前需要昆山厂房2000平", []),
        ("现征集三地标准厂房", []),
        ("面积嘛现在1100平，租金20", []),
    ],
)
def test_a_wish_ends_it_and_begins_none(text: str, held: list[str]) -> None:
    assert [text[start:end] for start, end in holdings(text)] == held
