"""What a signing counts for, by the rule of a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class OwnerChange(StrEnum):
    """For whom a project counts whose investor changed."""

    NEW_OWNER = "new_owner"
    STAYS = "stays"


class Counted(StrEnum):
    """What came of a signing: a project and its money, money alone, or nothing."""

    FIRST = "first"
    INCREMENT = "increment"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Tier:
    """A size of projects by total investment in yuan, from ``from_yuan`` on."""

    name: str
    from_yuan: Decimal


@dataclass(frozen=True, slots=True)
class CountRule:
    """A versioned rule pack of counting.

    ``signed_by``, ``increments_by`` and ``preliminary`` are keys of kinds of documents;
    ``not_recognised`` are kinds of projects. Without ``floor_yuan`` every size counts. Tiers stand
    largest first.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    signed_by: tuple[str, ...]
    increments_by: tuple[str, ...]
    preliminary: tuple[str, ...]
    owner_change: OwnerChange
    not_recognised: tuple[str, ...]
    floor_yuan: Decimal | None
    tiers: tuple[Tier, ...]

    def tier(self, yuan: Decimal | None) -> Tier | None:
        """The largest tier that the investment reaches; None for an unknown one."""
        if yuan is None:
            return None
        return next((each for each in self.tiers if yuan >= each.from_yuan), None)


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it is entered. ``same_as`` and ``increment_of`` are numbers of others."""

    number: int
    name: str
    kind: str
    kind_name: str
    same_as: int | None = None
    increment_of: int | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """A document that somebody signed; ``amount`` in yuan, None where nothing tells it.

    ``number`` tells signings of one day apart and rises in the order of recording.
    """

    project: int
    number: int
    kind: str
    kind_name: str
    on: date
    amount: Decimal | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What a signing counts for, for which project, and why; ``amount`` is what is counted."""

    signing: Signing
    outcome: Counted
    project: int
    amount: Decimal | None
    why: str
