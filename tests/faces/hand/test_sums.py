"""Sums are read as officers write them."""

from decimal import Decimal

import pytest

from zhuchao.core.errors import Refused
from zhuchao.faces.hand.sums import read_sum, write_sum


@pytest.mark.parametrize(
    ("typed", "bare", "yuan"),
    [
        ("1.2亿", "", 120_000_000),
        ("5千万", "", 50_000_000),
        ("３百万元", "", 3_000_000),
        ("2,000 万", "", 20_000_000),
        ("12000", "", 12_000),
        ("12000", "万", 120_000_000),
        ("12000元", "万", 12_000),
        ("1.2亿", "万", 120_000_000),
        ("5千万", "万", 50_000_000),
        ("5千元", "万", 5_000),
        ("5千", "", 5_000),
    ],
)
def test_a_sum_is_read_with_its_power_or_in_the_bare_unit(typed: str, bare: str, yuan: int) -> None:
    assert read_sum(typed, bare=bare) == yuan


@pytest.mark.parametrize("typed", ["很多", "千万", "1.2.3亿", "约5千万"])
def test_what_is_no_sum_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refused, match="请写成"):
        read_sum(typed)


@pytest.mark.parametrize(
    ("typed", "one", "other"), [("5千", "5000元", "5千万"), ("1.5 百", "150元", "1.5百万")]
)
def test_a_thousand_in_a_field_of_ten_thousands_is_refused_with_both_readings(
    typed: str, one: str, other: str
) -> None:
    with pytest.raises(Refused, match=f"请写成 {one} 或 {other}$"):
        read_sum(typed, bare="万")


def test_a_sum_is_written_as_it_is_typed() -> None:
    assert write_sum(read_sum("5千万")) == "5000万"
    assert write_sum(Decimal(12_000)) == "1.2万"
