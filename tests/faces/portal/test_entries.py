"""What people paste into a field, in its normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.faces.portal.entries import (
    area_m2_of,
    half_width,
    normal_area,
    normal_money,
    telephone_of,
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("13 800 000 001", "13800000001"),
        ("138-0000-0001", "13800000001"),
        ("１３８０００００００１", "13800000001"),
        ("+86 138 0000 0001", "13800000001"),
        ("0086-13800000001", "13800000001"),
        ("0519-8800 0001", "0519-88000001"),
        ("（010）8800 0001", "010-88000001"),
        ("400 000 0001", "400-000-0001"),
        ("8613800000001", "13800000001"),
        ("12345", ""),
        ("23800000001", ""),
        ("没有", ""),
        ("", ""),
    ],
)
def test_telephones(written: str, normal: str) -> None:
    assert telephone_of(written) == normal


@given(st.text(max_size=60))
def test_anything_typed_gives_a_normal_form_that_stays(written: str) -> None:
    for normal in (telephone_of, normal_area, normal_money, half_width):
        once = normal(written)
        assert normal(once) == once


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("２０００㎡", "2,000 ㎡"),
        ("2000平", "2,000 ㎡"),
        ("1.2万平方米", "12,000 ㎡"),
        ("３０亩", "30 亩"),
        ("2000-3000平", "2000-3000平"),
        ("越大越好", "越大越好"),
    ],
)
def test_areas(written: str, normal: str) -> None:
    assert normal_area(written) == normal


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("5千万", "5,000 万元"),
        ("300万/年", "300 万元/年"),
        ("1.2亿元", "1.2 亿元"),
        ("亩均30万", "亩均30万"),
    ],
)
def test_money(written: str, normal: str) -> None:
    assert normal_money(written) == normal


def test_square_metres_are_told_by_an_area_alone() -> None:
    assert area_m2_of("30亩") == pytest.approx(20_000)
    assert area_m2_of("2000元") is None
