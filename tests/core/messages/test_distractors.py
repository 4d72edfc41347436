"""Whatever else a message speaks of: no other field changes, and none is invented."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables

ASIDES = tomllib.loads(Path(__file__).with_name("distractors.toml").read_text("utf-8"))
MESSAGES = {
    "demand": (
        "求租昆山或太仓单层厂房,两千到两千五百平,精密CNC,层高8米起,要有10吨行车,电250kva以上,26块以内,签三年",
        "软件公司找武汉洪山办公,300到400平,精装带家具,能注册,含物业2.5以内",
        "求购独栋厂房五千平内,二类医疗器械,无锡新吴,50年产权可按揭,总价两千万封顶,集体土地不考虑",
    ),
    "offer": (
        "溧阳城北独栋单层,檐高12米,6800平,2000起分,10T行车两台,变压器800,有证能环评,6毛5,押二付三,免租两月",
        "常州武进厂房出租,一楼1200平,层高6米,22元,二楼1100平,层高4.5米,16元,3吨货梯一部,变压器400,有环评",
        "工业用地待挂牌46.8亩,容积率1.2到2.0,50年,起价24万一亩,固投每亩400万,亩税30万",
    ),
}
GROUPS = [
    (side, group, sentences)
    for side in ("any", "demand", "offer")
    for group, sentences in ASIDES[side].items()
]


def told(text: str, tables: Tables) -> tuple[str, dict[tuple[str, str], object]]:
    message = parse(text, tables)
    return type(message).__name__, {
        (term.key.value, term.floor): (term.read.value, term.read.unit, term.stance)
        for term in message.terms
    }


def with_aside(message: str, sentence: str, stop: str) -> Iterator[str]:
    """The sentence behind the first clause, in the middle and at the end."""
    clauses = message.split(",")
    for at in (1, len(clauses) // 2, len(clauses)):
        yield ",".join(clauses[:at]) + f"{stop}{sentence}{stop}" + ",".join(clauses[at:])


@pytest.mark.parametrize(
    ("side", "sentences"),
    [(side, sentences) for side, _, sentences in GROUPS],
    ids=[f"{side}-{group}" for side, group, _ in GROUPS],
)
def test_an_aside_tells_no_field_and_changes_none(
    side: str, sentences: list[str], tables: Tables
) -> None:
    sides = ("demand", "offer") if side == "any" else (side,)
    messages = [message for each in sides for message in MESSAGES[each]]

    changed = [
        text
        for message, meant in ((each, told(each, tables)) for each in messages)
        for sentence in sentences
        for text in with_aside(message, sentence, "，")
        if told(text, tables) != meant
    ]

    assert changed == []
