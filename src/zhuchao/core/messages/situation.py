"""What a whole message is, and what its last clauses were about."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import FieldKey


@dataclass
class Memory:
    """What the last clauses were about, for a clause that only names a floor and a number.

    ``named`` is a machine of which nothing else was told, ``machine`` the one told of last.
    """

    by_dimension: dict[str, FieldKey] = field(default_factory=dict)
    named: FieldKey | None = None
    machine: FieldKey | None = None
    rent: Finding | None = None
    told: set[tuple[FieldKey, str]] = field(default_factory=set)
    lone: list[Quantity] = field(default_factory=list)

    def keep(self, found: Finding, dimension: str, *, is_price: bool) -> None:
        """一楼租十八二楼十块: prices are told with a unit and without."""
        key = found.key
        self.told.add((key, found.floor))
        self.rent = found if key is FieldKey.RENT else self.rent
        self.by_dimension[dimension] = key
        if is_price:
            self.by_dimension[BARE] = key
        if key is FieldKey.RENT:
            self.by_dimension.setdefault("money", key)


@dataclass(frozen=True, slots=True)
class Situation:
    """What the whole message is: it decides what a lone number can mean."""

    is_demand: bool
    is_sale: bool
    is_land: bool
    has_kind: bool
    has_floors: bool = False
