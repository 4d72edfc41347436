"""Rounds of one piece of work, by the processor's clock."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time
from typing import NamedTuple

ROUNDS = 5
SHORTEST_ROUND_SECONDS = 0.4


class Rate(NamedTuple):
    """The median of what was done in a second of processor time, and the slowest round's."""

    per_second: float
    slowest: float


def measure(work: Callable[[], int]) -> Rate:
    """How much ``work`` gets done; it gives the number of things that one call went through.

    The first call warms caches up and is not counted.
    """
    work()
    rates = sorted(_round(work) for _ in range(ROUNDS))
    return Rate(median(rates), rates[0])


def _round(work: Callable[[], int]) -> float:
    done = 0
    started = process_time()
    while (spent := process_time() - started) < SHORTEST_ROUND_SECONDS:
        done += work()
    return done / spent
