"""Baselines and lights: where a plan should stand on a day, and what another place means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CurveKind(StrEnum):
    """How a baseline rises over the year."""

    LINEAR_MONTHS = "linear_months"
    DAYS = "days"
    TWELVE = "twelve"


@dataclass(frozen=True, slots=True)
class BaselineCurve:
    """A named, versioned curve of one year: the share of the plan that is due by a day.

    ``shares`` are the twelve cumulative shares 0–1 at month ends, the last one 1; empty for the
    other kinds.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    kind: CurveKind
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What is done of a year's plan beside what a curve holds due; shares 0–1, above 1 as they are.

    ``points`` is done less due, in percentage points (序时差); ``ratio`` is done over due (序时比),
    None where nothing is due yet.
    """

    done: float
    due: float
    points: float
    ratio: float | None
    curve: BaselineCurve


class Colour(StrEnum):
    """What a light shows; what has no data is never green."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NONE = "none"
    NO_DATA = "no_data"


class Test(StrEnum):
    """What a band of a light is about.

    ``points``: points behind the baseline, above nought where behind. ``ratio``: done over due.
    ``months_late``: whole months since a step was planned. ``growth``: this year's growth as a
    share. ``growth_gap``: the growth less the greater of two references.
    """

    POINTS = "points"
    RATIO = "ratio"
    MONTHS_LATE = "months_late"
    GROWTH = "growth"
    GROWTH_GAP = "growth_gap"


@dataclass(frozen=True, slots=True)
class Band:
    """A colour for a range of a test; ends are part of it where ``low_in`` / ``high_in`` say so.

    None is no end. ``says`` is the rule in the words of its document.
    """

    colour: Colour
    low: float | None
    high: float | None
    low_in: bool
    high_in: bool
    says: str


@dataclass(frozen=True, slots=True)
class LightRule:
    """One test of a pack with its bands; what lies in none of them has no colour."""

    key: str
    title: str
    test: Test
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class LightPack:
    """A versioned rule pack of lights; ``gaps`` says which ranges its document leaves open.

    The rules of a chain are asked one after another, and the first colour is the light; else each
    rule gives a light of its own.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    rules: tuple[LightRule, ...]
    gaps: str = ""
    is_chain: bool = False

    def rule(self, key: str) -> LightRule | None:
        return next((rule for rule in self.rules if rule.key == key), None)


@dataclass(frozen=True, slots=True)
class Light:
    """A colour with the rule, the number that was tested and the sentence that tells why."""

    colour: Colour
    rule: LightRule
    value: float | None
    sentence: str
