"""Numbers as people write them."""

from __future__ import annotations

import pytest

from zhuchao.core.text.numerals import parse_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("两千五百", 2500), ("两千五", 2500), ("两千零五", 2005), ("十二", 12), ("一百二十", 120),
        ("一万五", 15_000), ("1万5", 15_000), ("1.2个亿", 1.2e8), ("5千万", 5e7), ("3.5w", 35_000),
        ("5个亿", 5e8), ("2,000", 2000), ("半", 0.5), ("三点五", 3.5), ("46.8", 46.8),
    ],
)  # fmt: skip
def test_a_number_has_its_value(written: str, value: float) -> None:
    assert parse_number(written) == value


@pytest.mark.parametrize("written", ["", "二三", "元", "1-2", "三四百", "一一"])
def test_what_is_no_single_number_has_none(written: str) -> None:
    assert parse_number(written) is None
