"""Weights add up for each class as if each were added alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.vocabulary.weights import RAISED, Weights

CLASSES = ("meta", "share", "contact")
ROWS = st.dictionaries(
    st.text(max_size=3),
    st.lists(st.integers(1 - RAISED, RAISED - 1), min_size=3, max_size=3),
    max_size=20,
)


@given(ROWS, st.lists(st.text(max_size=3), max_size=40))
def test_the_sums_stand_to_each_other_as_the_weights_added(
    rows: dict[str, list[int]], unknown: list[str]
) -> None:
    weights = Weights(CLASSES, rows)
    traits = [*rows, *unknown]

    sums = weights.sums(traits)

    added = [sum(rows[trait][at] for trait in traits if trait in rows) for at in range(3)]
    assert [one - sums[0] for one in sums] == [one - added[0] for one in added]
