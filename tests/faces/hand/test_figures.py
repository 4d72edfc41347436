"""Figures are shown the way officers write them."""

import pytest

from zhuchao.core.vocabulary.term import Amount
from zhuchao.faces.hand.figures import show, show_land, show_range


@pytest.mark.parametrize(
    ("number", "unit", "shown", "exact"),
    [
        (2000, "㎡", "2,000 ㎡", "2,000 ㎡"),
        (53_333.33, "㎡", "53,333.33 ㎡", "53,333.33 ㎡"),
        (500_000_000, "元", "5 亿元", "500,000,000 元"),
        (12_345_678, "元", "1,234.5678 万元", "12,345,678 元"),
        (9_999, "元", "9,999 元", "9,999 元"),
        (0.65, "元/㎡/天", "0.65 元/㎡/天", "0.65 元/㎡/天"),
        (0, "元", "0 元", "0 元"),
        (20_000_000, "美元", "2,000 万美元", "20,000,000 美元"),
    ],
)
def test_a_figure_is_separated_and_scaled(number: float, unit: str, shown: str, exact: str) -> None:
    figure = show(number, unit)

    assert (str(figure), figure.exact) == (shown, exact)


@pytest.mark.parametrize(
    ("amount", "unit", "shown"),
    [
        (Amount(2000, 2500), "㎡", "2,000–2,500 ㎡"),
        (Amount(8, None), "m", "≥ 8 m"),
        (Amount(None, 26), "元/㎡/月", "≤ 26 元/㎡/月"),
        (Amount(6800, 6800), "㎡", "6,800 ㎡"),
        (Amount(1350, 1650, about=True), "㎡", "约 1,350–1,650 ㎡"),
        (Amount(300_000, 300_000, per="mu"), "元", "30 万元/亩"),
        (Amount(5_000, 20_000_000), "元", "0.5–2,000 万元"),
        (Amount(540_000, 660_000, per="year"), "元", "54–66 万元/年"),
        (Amount(500, 20_000), "元", "500–20,000 元"),
        (Amount(660_000, 120_000_000), "元", "66–12,000 万元"),
        (Amount(0, 660_000), "元", "0–66 万元"),
        (Amount(0, None), "m", "≥ 0 m"),
    ],
)
def test_a_range_names_its_bounds(amount: Amount, unit: str, shown: str) -> None:
    assert str(show_range(amount, unit)) == shown


def test_land_is_shown_in_mu_with_square_metres_on_hover() -> None:
    shown = show_land(Amount(31_200, 31_200))

    assert (str(shown), shown.exact) == ("46.8 亩", "31,200 ㎡")
