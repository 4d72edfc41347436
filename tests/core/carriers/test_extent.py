"""Which units take the same ground, and that the counts say the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from zhuchao.core.carriers import Extent, counts, overlap
from zhuchao.core.carriers.extent import Counts

BUILDING = Extent()
SECOND = Extent(2, None, is_whole=True)
PART = Extent(2)
TWO_TO_FOUR = Extent(2, 4, is_whole=True)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BUILDING, PART, True),
        (BUILDING, BUILDING, True),
        (SECOND, PART, True),
        (SECOND, SECOND, True),
        (PART, PART, False),
        (TWO_TO_FOUR, Extent(4), True),
        (TWO_TO_FOUR, Extent(5), False),
        (TWO_TO_FOUR, Extent(4, 5, is_whole=True), True),
        (Extent(2, 4), Extent(3), False),
        (Extent(2, 4), Extent(3, None, is_whole=True), True),
    ],
)
def test_what_takes_the_same_ground(one: Extent, other: Extent, *, expected: bool) -> None:
    assert overlap(one, other) is expected
    assert overlap(other, one) is expected


def test_a_unit_of_several_floors_counts_on_each() -> None:
    building, floors = counts([TWO_TO_FOUR, Extent(1), Extent(1)])

    assert building == Counts(0, 3)
    assert floors == {1: Counts(0, 2), 2: Counts(1), 3: Counts(1), 4: Counts(1)}


extents = some.one_of(
    some.just(BUILDING),
    some.builds(
        Extent,
        some.integers(-2, 5),
        some.one_of(some.none(), some.integers(-2, 6)),
        is_whole=some.booleans(),
    ),
)


@given(some.lists(extents, max_size=6))
def test_the_counts_can_be_kept_just_where_nothing_overlaps(let: list[Extent]) -> None:
    building, floors = counts(let)

    can_be_kept = all(
        each.whole <= 1 and (each.whole == 0 or each.parts == 0)
        for each in (building, *floors.values())
    )

    assert can_be_kept is not any(overlap(one, other) for one, other in combinations(let, 2))
