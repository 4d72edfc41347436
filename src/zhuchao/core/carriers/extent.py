"""How much of its building a unit takes, and which units cannot both be let."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """The floors of a unit, lowest to top; the whole building where ``lowest`` is None.

    ``is_whole`` says that it takes those floors entirely, else it is a part of them.
    """

    lowest: int | None = None
    top: int | None = None
    is_whole: bool = False

    @property
    def is_building(self) -> bool:
        return self.lowest is None

    @property
    def floors(self) -> range:
        """Empty for the whole building. There is no floor 0."""
        if self.lowest is None:
            return range(0)
        return range(self.lowest, max(self.lowest, self.top or self.lowest) + 1)


def overlap(one: Extent, other: Extent) -> bool:
    """Whether two units of a building take the same ground; two parts of a floor do not."""
    if one.is_building or other.is_building:
        return True
    if not (one.is_whole or other.is_whole):
        return False
    return one.floors.start < other.floors.stop and other.floors.start < one.floors.stop


@dataclass(frozen=True, slots=True)
class Counts:
    """How often the building or a floor is let as a whole, and how often in part."""

    whole: int = 0
    parts: int = 0


def counts(extents: Iterable[Extent]) -> tuple[Counts, dict[int, Counts]]:
    """The building's counts and those of each floor that is let.

    They can be kept under ``whole <= 1 and (whole == 0 or parts == 0)`` just where no two of
    ``extents`` overlap.
    """
    let = list(extents)
    building = Counts(
        sum(each.is_building for each in let), sum(not each.is_building for each in let)
    )
    whole = Counter(floor for each in let if each.is_whole for floor in each.floors)
    parts = Counter(floor for each in let if not each.is_whole for floor in each.floors)
    return building, {
        floor: Counts(whole[floor], parts[floor]) for floor in sorted(whole.keys() | parts.keys())
    }
