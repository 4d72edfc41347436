"""Which figures of one thing contradict each other."""

from __future__ import annotations

import pytest

from zhuchao.core.facts.agreeing import agree
from zhuchao.core.vocabulary.fact import Bound


@pytest.mark.parametrize(
    ("value", "bound", "other", "other_bound", "is_one"),
    [
        (80.0, None, 80.0, None, True),
        (80.0, None, 82.0, None, False),
        (80.0, Bound.OVER, 82.3, None, True),
        (80.0, Bound.OVER, 79.0, None, False),
        (80.0, Bound.OVER, 100.0, Bound.OVER, True),
        (80.0, Bound.NEAR, 78.5, None, True),
        (80.0, Bound.NEAR, 90.0, None, False),
        (80.0, Bound.UNDER, 60.0, None, True),
        (80.0, Bound.UNDER, 90.0, Bound.OVER, False),
    ],
)
def test_figures_agree_where_one_value_fits_both(
    value: float, bound: Bound | None, other: float, other_bound: Bound | None, is_one: bool
) -> None:
    assert agree(value, bound, other, other_bound) is is_one
    assert agree(other, other_bound, value, bound) is is_one
