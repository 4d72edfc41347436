"""The comparators of amounts over whole columns: the same verdicts as one by one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from zhuchao.core.matching.areas import Wanted
from zhuchao.core.matching.columns import ASK, Floats, Verdicts
from zhuchao.core.vocabulary.term import Amount

Bound = float | Floats | None


def _verdicts(is_met: NDArray[np.bool_], has_failed: NDArray[np.bool_]) -> Verdicts:
    """ASK, one more where it is met, one less where it failed; it never does both."""
    return ASK + is_met.view(np.uint8) - has_failed.view(np.uint8)


def _reaching(low: Floats, high: Floats, least: float | Floats) -> Verdicts:
    return _verdicts(low >= least, high < least)


def _capped(low: Floats, high: Floats, most: float | Floats) -> Verdicts:
    return _verdicts(high <= most, low > most)


def at_least(low: Floats, high: Floats, wanted: tuple[Bound, Bound]) -> Verdicts:
    """As ``amounts.at_least``."""
    if wanted[0] is None:
        return _capped(low, high, 0 if wanted[1] is None else wanted[1])
    return _reaching(low, high, wanted[0])


def at_most(low: Floats, high: Floats, wanted: tuple[Bound, Bound]) -> Verdicts:
    """As ``amounts.at_most``."""
    if wanted[1] is None:
        return _reaching(low, high, 0 if wanted[0] is None else wanted[0])
    return _capped(low, high, wanted[1])


def overlap(low: Floats, high: Floats, wanted: tuple[Bound, Bound]) -> Verdicts:
    """As ``amounts.overlap``: two closed ranges share a point, an open end reaches everywhere."""
    is_told = ~(np.isnan(low) & np.isnan(high))
    misses = np.zeros(len(low), bool)
    for before, after in ((wanted[1], low), (high, wanted[0])):
        if before is not None and after is not None:
            misses |= np.asarray(before < after)
    return _verdicts(is_told & ~misses, is_told & misses)


def covers(low: Floats, high: Floats, wanted: Amount) -> Verdicts:
    """As ``amounts.covers``, where both count for the same (a year, a mu)."""
    brought = wanted.high or wanted.low or 0
    asked = np.where(np.isnan(low) | (low == 0), high, low)
    asked = np.where(np.isnan(asked), 0, asked)
    is_told = ~(np.isnan(low) & np.isnan(high))
    return _verdicts(is_told & (brought >= asked), is_told & (brought < asked))


def lettable(low: Floats, high: Floats, least: Floats, wanted: Wanted) -> Verdicts:
    """As ``areas.lettable``; ``least`` is the minimum let, NaN where it is not told."""
    # What is not told compares as False, either way.
    is_small = high < wanted.low
    is_larger = (low > wanted.high) & ~is_small
    is_unknown = np.isnan(low) & np.isnan(high)
    fits = ~(is_small | is_larger | is_unknown)
    return _verdicts(
        fits | (is_larger & (least <= wanted.high)), is_small | (is_larger & (least > wanted.high))
    )
