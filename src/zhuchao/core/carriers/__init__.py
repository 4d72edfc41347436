"""What holds of parks, buildings and offers whatever keeps them: extents and freshness."""

from zhuchao.core.carriers.extent import Extent, counts, overlap
from zhuchao.core.carriers.freshness import (
    FADING_AFTER_DAYS,
    STALE_AFTER_DAYS,
    Freshness,
    confirmed_between,
    freshness,
)

__all__ = [
    "FADING_AFTER_DAYS",
    "STALE_AFTER_DAYS",
    "Extent",
    "Freshness",
    "confirmed_between",
    "counts",
    "freshness",
    "overlap",
]
