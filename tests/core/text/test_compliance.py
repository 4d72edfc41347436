"""What nobody may publish is quoted with its reason; what only sounds like it is not."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("厂房出租3000平，增值税地方留存返80%", "tax_refund", "地方留存返"),
        ("求地50亩，有没有税收返还？", "tax_refund", "税收返还"),
        ("落户企业财政全额补贴装修", "fiscal_reward", "财政全额补贴"),
        ("工业用地80亩，土地款返还一半", "land_price", "土地款返还"),
        ("独栋厂房出售，保证办证", "tenure", "保证办证"),
        ("一次性租50年，跟买的一样", "long_lease", "一次性租50年"),
        ("小产权厂房便宜卖，１２００平", "small_title", "小产权"),
        ("廠房出租，稅收先徵後返", "tax_refund", "稅收先徵後返"),
    ],
)
def test_a_promise_is_flagged_with_its_reason(
    text: str, rule: str, words: str, tables: Tables
) -> None:
    (flag,) = parse(text, tables).flags

    assert (flag.rule, flag.span.of(text)) == (rule, words)
    assert flag.reason
    assert flag.basis


@pytest.mark.parametrize(
    "text",
    [
        "求购厂房，50年产权可按揭，首付三成",
        "小产权的不要，求购2000平厂房",
        "生产型企业，出口退税正常，求租3000平",
        "工业用地50年，起价24万一亩，亩税30万",
        "厂房出租，园区没有税收要求，不承诺返税",
        "租金22，押二付三，保证金三个月",
        "整租3000平，产权清晰，剩38年",
    ],
)
def test_what_only_sounds_like_a_promise_is_none(text: str, tables: Tables) -> None:
    assert parse(text, tables).flags == ()


def test_a_flag_takes_nothing_from_the_fields(tables: Tables) -> None:
    plain, promised = "出租昆山厂房3000平，22元", "出租昆山厂房3000平，22元，税收返还五成"

    values = [
        {term.key: term.read.value for term in parse(text, tables).terms}
        for text in (plain, promised)
    ]
    assert values[0].items() <= values[1].items()
