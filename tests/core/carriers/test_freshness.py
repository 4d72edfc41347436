"""How an owner's word fades."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from zhuchao.core.carriers import Freshness, confirmed_between, freshness

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "fresh"), (45, "fresh"), (46, "fading"), (60, "fading"), (61, "stale")],
)
def test_it_fades_and_then_is_stale(days: int, expected: str) -> None:
    assert freshness(TODAY - timedelta(days), TODAY) == expected


def test_what_was_never_confirmed_is_stale() -> None:
    assert freshness(None, TODAY) is Freshness.STALE


@given(some.integers(0, 400), some.sampled_from(Freshness))
def test_the_days_of_a_freshness_are_those_that_have_it(days: int, wanted: Freshness) -> None:
    confirmed_on = TODAY - timedelta(days)
    since, until = confirmed_between(wanted, TODAY)

    is_between = (since is None or since <= confirmed_on) and (
        until is None or confirmed_on <= until
    )

    assert is_between is (freshness(confirmed_on, TODAY) is wanted)
