"""A message is judged by its outline: the words between what is named and measured."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.outlines import outline
from zhuchao.core.messages.topics import Mention
from zhuchao.core.messages.wordings import FIRST_MARK, plain, runs_of
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey


def test_what_is_told_is_one_sign_whatever_it_is() -> None:
    text = "昆山找2000平的仓库"
    found = [
        Finding(FieldKey.PLACE, "昆山", 0, 2),
        Finding(FieldKey.AREA, Amount(2000, 2000), 3, 8),
        Finding(FieldKey.INTENT, "rent", 2, 3),
    ]

    drawn = outline(text, found, [Mention(9, 11, "premises")], [])

    assert drawn == "P找A的K"


def test_of_signs_at_one_place_the_longest_counts() -> None:
    spoken = [Mention(0, 2, "machine"), Mention(0, 4, "premises")]

    assert outline("行车厂房", [], spoken, []) == "K"


def test_what_a_message_begins_with_counts_apart() -> None:
    runs = runs_of(plain("谁家有空的仓库可以放几个月的货"))

    assert {"谁家有", FIRST_MARK + "谁家有", "个月的"} <= runs
    assert FIRST_MARK + "个月的" not in runs


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("合同第三版发您：面积按产证2716平，首年17元，次年起涨4%，押二付三，请过目盖章", Chatter),
        ("第七条 多层厂房首层层高不低于7米，荷载不低于1.2吨，分割转让不小于1500平方米", Chatter),
        ("交接清单：5号楼三层，面积1430平，货梯正常，电表底数8812，钥匙6把，双方签字", Chatter),
        ("那块51亩的上周摘牌了，17万一亩，做五金件的拿的", Chatter),
        ("寻长期合作的镀锌厂，每月12吨左右，扬州附近", Chatter),
        ("哎，房东涨得太凶。换个地方，金坛或者溧阳，1100平，做滤芯，十二三块", Enquiry),
        ("有没有用得着仓库的老板，我手里有个在东台的，2300平，一楼，月底空", Offer),
        ("感谢拉我进群，我家里有个1700平的厂房在如皋，租客走了，想租出去", Offer),
    ],
)
def test_a_paper_with_many_figures_is_neither_and_talk_around_a_wish_hides_none(
    text: str, side: type, tables: Tables
) -> None:
    assert isinstance(parse(text, tables), side)
