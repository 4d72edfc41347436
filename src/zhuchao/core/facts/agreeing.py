"""Whether two figures of one thing can both be true."""

from __future__ import annotations

from zhuchao.core.vocabulary.fact import Bound

# How far a figure told as 近 or 约 may be from the true one.
NEARLY = 0.05


def agree(value: float, bound: Bound | None, other: float, other_bound: Bound | None) -> bool:
    """Whether one true value fits both as they are told: 超过80 and 82.3 do, 近80 and 90 do not."""
    low, high = _range(value, bound)
    other_low, other_high = _range(other, other_bound)
    return low <= other_high and other_low <= high


def _range(value: float, bound: Bound | None) -> tuple[float, float]:
    match bound:
        case Bound.OVER:
            return value, float("inf")
        case Bound.UNDER:
            return float("-inf"), value
        case Bound.NEAR:
            margin = abs(value) * NEARLY
            return value - margin, value + margin
    return value, value
