"""The first claim on a firm: its states, the rule that it is held by, and what a check answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ClaimState(StrEnum):
    """Where a claim stands; EXPIRING follows from the day and is never stored."""

    PENDING = "pending"
    HELD = "held"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    CONTESTED = "contested"
    RULED = "ruled"
    TRANSFERRED = "transferred"
    RELEASED = "released"


class Confirmer(StrEnum):
    """Who makes a pending claim a held one: the section head, or the rule by itself."""

    HEAD = "head"
    RULE = "rule"


class Answer(StrEnum):
    """What a blind check tells: taken by a colleague, one's own, perhaps taken, or free."""

    YES = "yes"
    YOURS = "yours"
    MAYBE = "maybe"
    NO = "no"


class SameBy(StrEnum):
    """By what two firms are held to be one, the surest first; NONE where nothing says so."""

    CODE = "code"
    NAME = "name"
    OWN_PART = "own_part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """A versioned rule pack of first claims.

    Days are calendar days. ``floor_yuan`` is the least investment that is protected, None for no
    floor; claims of ``head_from_yuan`` and more are confirmed by the head also where the rule
    confirms smaller ones. ``own_part_least`` is the fewest characters of a firm's own part of the
    name that make two names alike; 0 turns that off. ``hits`` are checks answered YES or MAYBE.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    valid_days: int
    warn_days: int
    amber_days: int
    red_days: int
    renewals: int
    renewal_days: int
    evidence_days: int
    statement_days: int
    confirm_by: Confirmer
    floor_yuan: Decimal | None
    head_from_yuan: Decimal | None
    own_part_least: int
    checks_a_day: int
    alert_after_checks: int
    alert_after_hits: int
    no_referrers: str

    def __str__(self) -> str:
        return f"{self.title}第 {self.version} 版（{self.document}）"


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a claim decides its state; ``is_disputed`` while an open contest holds it."""

    state: ClaimState
    valid_until: date | None
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm as checks compare it, by credit codes and normal names; empty is not known."""

    codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """A firm that a standing claim holds, and whether the claim is the asker's own."""

    firm: Firm
    is_own: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of a blind check and by what it came about, nothing more."""

    answer: Answer
    by: SameBy
