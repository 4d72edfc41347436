"""Sums of money as people type them."""

from decimal import Decimal

import pytest

from zhuchao.core.errors import Refused
from zhuchao.core.text.money import yuan_of


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("1,200.5 万元", "12005000"),
        ("1.2亿", "120000000"),
        ("１２００", "12000000"),
        ("500元", "500"),
        ("-3", "-30000"),
        ("0", "0"),
    ],
)
def test_a_sum_is_read_in_yuan(typed: str, yuan: str) -> None:
    assert yuan_of(typed, "万元") == Decimal(yuan)


@pytest.mark.parametrize("typed", ["", " ", "—", "/"])
def test_an_empty_cell_is_none(typed: str) -> None:
    assert yuan_of(typed) is None


@pytest.mark.parametrize("typed", ["很多", "12,34", "1.2.3亿", "99999999亿"])
def test_what_is_no_sum_says_how_to_write_it(typed: str) -> None:
    with pytest.raises(Refused, match="请"):
        yuan_of(typed)
