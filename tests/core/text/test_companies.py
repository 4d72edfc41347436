"""Names and codes of firms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.text.companies import (
    CODE_CHARACTERS,
    credit_code,
    may_be_one,
    name_key,
    normal_name,
    own_name,
)
from zhuchao.tables import company_words

WORDS = company_words()
CODES = st.text(CODE_CHARACTERS, min_size=17, max_size=17)


@pytest.mark.parametrize(
    ("name", "own", "key"),
    [
        ("枢衡精密制造（江苏）有限公司", "枢衡精密制造", "枢衡"),
        ("江苏枢衡精密制造有限公司", "枢衡精密制造", "枢衡"),
        ("江苏省溧阳市枢衡精密制造有限责任公司", "枢衡精密制造", "枢衡"),
        ("枢衡精密", "枢衡精密", "枢衡"),
        ("枢衡", "枢衡", "枢衡"),
        ("枢衡控股集团股份有限公司", "枢衡", "枢衡"),
        ("Norden Tools (China) Co.", "nordentoolschinaco.", "nordentoolschinaco."),
        ("中国枢衡(常州)汽车零部件有限公司", "枢衡汽车零部件", "枢衡"),
        ("科技有限公司", "科技", "科技"),
        ("", "", ""),
    ],
)
def test_what_of_a_name_is_the_firms_own(name: str, own: str, key: str) -> None:
    assert own_name(name, WORDS) == own
    assert name_key(name, WORDS) == key


def test_spellings_of_one_name_are_one() -> None:
    assert normal_name("枢衡 精密（江苏）有限公司") == normal_name("枢衡精密(江苏)有限公司")


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [
        ("枢衡精密", "枢衡精密制造(江苏)有限公司", True),
        ("枢衡精密制造（江苏）有限公司", "江苏枢衡精密制造有限公司", True),
        ("枢衡", "枢衡精密科技有限公司", True),
        ("枢衡精密", "枢衡物流有限公司", False),
        ("枢衡精密", "枢衡星精密有限公司", False),
        ("枢衡精密", "岚驱精密", False),
    ],
)
def test_which_names_may_be_one_firms(name: str, other: str, is_one: bool) -> None:
    assert may_be_one(name, other, WORDS) is is_one
    assert may_be_one(other, name, WORDS) is is_one


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_may_be_one_bears_one_key_or_begins_the_other(name: str, other: str) -> None:
    assert may_be_one(name, name, WORDS)
    assert may_be_one(name, other, WORDS) is may_be_one(other, name, WORDS)
    assert name_key(name, WORDS) in own_name(name, WORDS)


@pytest.mark.parametrize("code", ["91320481MA1XYWAB3N", "  91350100m000100y43 "])
def test_a_code_is_proved_by_its_check_character(code: str) -> None:
    if code.startswith(" "):
        assert credit_code(code) == "91350100M000100Y43"
    else:
        with pytest.raises(Refused, match="校验位"):
            credit_code(code)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("9135010", "应为 18 位"), ("91350100M000100O43", "O"), ("91350100M000100Y44", "校验位")],
)
def test_a_wrong_code_is_told(code: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        credit_code(code)


def test_no_code_is_none() -> None:
    assert credit_code("  ") == ""


@given(CODES, st.integers(0, 17), st.sampled_from(CODE_CHARACTERS))
def test_one_wrong_character_never_passes(body: str, place: int, other: str) -> None:
    code = next(body + last for last in CODE_CHARACTERS if _holds(body + last))
    wrong = code[:place] + other + code[place + 1 :]

    assert _holds(wrong) is (wrong == code)


def _holds(code: str) -> bool:
    try:
        return credit_code(code) == code
    except Refused:
        return False
