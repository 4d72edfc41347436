"""The answer of matching: a property, its standing, and the reasons its score adds up from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.term import FieldKey, Stance


class Verdict(StrEnum):
    """How one condition stands against one property."""

    MEETS = "meets"
    FAILS = "fails"
    ASK = "ask"


class Standing(StrEnum):
    """Where a match ranks: all met, something to ask, or one hard line failing."""

    FITS = "fits"
    ASK = "ask"
    NEAR_MISS = "near_miss"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of a match: ``sentence`` is ready to show ("层高 7.8 m < 8 m")."""

    key: FieldKey
    verdict: Verdict
    stance: Stance
    sentence: str
    points: float


@dataclass(frozen=True, slots=True)
class Match:
    """``score`` (0–100) is the sum of the reasons' points."""

    offered: Property
    standing: Standing
    score: float
    reasons: tuple[Reason, ...]

    @property
    def unknowns(self) -> tuple[Reason, ...]:
        return tuple(r for r in self.reasons if r.verdict is Verdict.ASK)

    @property
    def failing(self) -> tuple[Reason, ...]:
        return tuple(r for r in self.reasons if r.verdict is Verdict.FAILS)
