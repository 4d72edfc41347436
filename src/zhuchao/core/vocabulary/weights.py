"""Weights of traits for several classes, added up in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from struct import Struct

# A weight of one says that a class is so many times likelier: e. Weights are whole parts of it.
PARTS = 32
# All weights of a trait stand side by side in one integer, each moved up by so much that none is
# negative: what moves all classes alike chooses none. So many traits may be added without overflow.
BITS = 32
RAISED = 1 << 20
# So many groups of traits are kept added up.
MAX_LOOKS = 20_000
MAX_TRAITS = (1 << BITS) // (2 * RAISED)


class Weights:
    """How much each trait speaks for each of the ``classes``, in whole numbers.

    Each weight is less than ``RAISED`` in size; a trait that is not known speaks for none.
    """

    def __init__(self, classes: Sequence[str], rows: Mapping[str, Sequence[int]]) -> None:
        self.classes = tuple(classes)
        self._packed = {trait: _packed(row) for trait, row in rows.items()}
        self._layout = Struct(f"<{len(classes)}I")
        self._looks: dict[tuple[str, ...], int] = {}

    def __bool__(self) -> bool:
        return bool(self._packed)

    def sums(self, traits: Iterable[str], looks: Iterable[tuple[str, ...]] = ()) -> tuple[int, ...]:
        """How much the traits speak for each class, beside the others; the zero is anywhere.

        ``looks`` are further traits that are often seen together: each group is added up once.
        At most ``MAX_TRAITS`` of the traits are known.
        """
        total = sum(map(self._packed.get, traits, repeat(0)))
        for look in looks:
            known = self._looks.get(look)
            total += self._together(look) if known is None else known
        return self._layout.unpack(total.to_bytes(self._layout.size, "little"))

    def _together(self, look: tuple[str, ...]) -> int:
        if len(self._looks) >= MAX_LOOKS:
            self._looks.clear()
        found = self._looks[look] = sum(map(self._packed.get, look, repeat(0)))
        return found


def _packed(row: Sequence[int]) -> int:
    return sum((weight + RAISED) << (BITS * at) for at, weight in enumerate(row))


NO_WEIGHTS = Weights((), {})
