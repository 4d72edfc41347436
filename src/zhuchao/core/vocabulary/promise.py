"""What investor and park promise each other, and where a promise stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PromiseState(StrEnum):
    """Where a promise stands on a day."""

    NOT_DUE = "not_due"
    DUE = "due"
    OVERDUE = "overdue"
    UNDATED = "undated"
    IN_REVIEW = "in_review"
    KEPT = "kept"
    PART = "part"
    MISSED = "missed"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class PromiseMeasure:
    """What may be promised.

    ``side`` is "investor", "park" or "both"; ``form`` is "amount" (in ``unit``), "date" or
    "words". ``flag`` names the rule of ``tables/messages/compliance.toml`` by which a promise of
    the park to one firm needs legal review whatever its words; empty for none.
    """

    key: str
    name: str
    side: str
    form: str
    unit: str
    flag: str


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as its state follows from it; ``outcome`` is "open" while nobody decided."""

    due_on: date | None
    outcome: str = "open"
    needs_review: bool = False
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Why a promise must be looked at by a lawyer, and by which law."""

    reason: str
    basis: str
