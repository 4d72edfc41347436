"""Figures: their unit, bound and range, and what is no figure."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of

from zhuchao.core.vocabulary.fact import Bound, Dimension, Figure

LIYANG_CODE = "320481"


def only(body: str) -> Figure:
    (figure,) = facts_of(body).figures
    return figure


@pytest.mark.parametrize(
    ("written", "dimension", "value", "unit"),
    [
        ("80.7亿元", Dimension.MONEY, 8.07e9, "元"),
        ("千亿元", Dimension.MONEY, 1e11, "元"),
        ("1.2个亿", Dimension.MONEY, 1.2e8, "元"),
        ("9,800万元", Dimension.MONEY, 9.8e7, "元"),
        ("2000万美元", Dimension.MONEY, 2e7, "美元"),
        ("13.8万元/亩", Dimension.MONEY, 138_000, "元/亩"),
        ("3平方公里", Dimension.AREA, 3e6, "㎡"),
        ("1.35万亩", Dimension.AREA, 9e6, "㎡"),
        ("35.1%", Dimension.PERCENT, 0.351, ""),
        ("百分之三十五", Dimension.PERCENT, 0.35, ""),
        ("三成", Dimension.PERCENT, 0.3, ""),
        ("10.1个百分点", Dimension.POINTS, 10.1, "个百分点"),
    ],
)
def test_a_figure_is_given_in_the_base_unit(
    written: str, dimension: Dimension, value: float, unit: str
) -> None:
    figure = only(f"规模{written}。")

    assert figure.dimension is dimension
    assert figure.value.value == pytest.approx(value)
    assert figure.value.unit == unit


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("超过50亿元", Bound.OVER),
        ("近50亿元", Bound.NEAR),
        ("突破50亿元大关", Bound.OVER),
        ("50余亿元", Bound.OVER),
        ("50亿元左右", Bound.NEAR),
        ("不超过50亿元", Bound.UNDER),
        ("50亿元", None),
    ],
)
def test_a_bound_is_kept_beside_the_figure(written: str, bound: Bound | None) -> None:
    assert only(f"总投资{written}。").bound is bound


def test_a_range_keeps_both_ends() -> None:
    figure = only("用地60-90亩。")

    assert (figure.value.value, figure.high) == (pytest.approx(40_000), pytest.approx(60_000))


@pytest.mark.parametrize(
    "body", ["三元前驱体项目", "数十亿元", "第一成员", "2个百亿级产业", "5G网络"]
)
def test_what_is_no_sum_is_none(body: str) -> None:
    assert not [f for f in facts_of(body).figures if f.dimension is not Dimension.COUNT]


def test_a_truncated_sum_is_unknown_and_never_guessed() -> None:
    figure = only("项目总投资10...")

    assert not figure.value.is_known
    assert figure.value.why == "金额没有写完"
