"""Admission: the thresholds that a park sets, a planned project's figures, and how they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.term import Amount, TradeRef


class Figure(StrEnum):
    """What a planned project tells of itself; areas in ㎡, money in yuan, flows a year."""

    LAND = "land"
    FIXED_INVESTMENT = "fixed_investment"
    OUTPUT = "output"
    TAX = "tax"
    RESEARCH = "research"
    ENERGY = "energy"
    FOOTPRINT = "footprint"
    GREEN = "green"
    ADMIN_LAND = "admin_land"
    ADMIN_FLOOR = "admin_floor"


class Measure(StrEnum):
    """What a threshold is set on: a figure by itself or the ratio of two."""

    FIXED_INVESTMENT = "fixed_investment"
    INTENSITY = "intensity"
    OUTPUT_PER_MU = "output_per_mu"
    TAX_PER_MU = "tax_per_mu"
    FAR = "far"
    BUILDING_FACTOR = "building_factor"
    GREEN_SHARE = "green_share"
    ADMIN_LAND_SHARE = "admin_land_share"
    ADMIN_FLOOR_SHARE = "admin_floor_share"
    ENERGY_PER_OUTPUT = "energy_per_output"
    RESEARCH_SHARE = "research_share"


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least and the most that a measure may be, in its own unit; None where not bounded.

    Shares are 0–1. ``note`` is what the document says besides (by trade, by phase).
    """

    measure: Measure
    least: float | None
    most: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdmissionPack:
    """A versioned rule pack of thresholds; ``excluded`` are the trades that are not admitted."""

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    thresholds: tuple[Threshold, ...]
    excluded: tuple[TradeRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Storey:
    """``count`` floors alike; ``area_m2`` is that of one, ``height_m`` None where not told."""

    area_m2: float
    height_m: float | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class PlannedProject:
    """What is known of a project before it is admitted; what is absent is unknown, never nought.

    ``measures`` holds what is told as a ratio already (亩均税收 30 万), in the measure's unit.
    ``why`` explains a figure that is a conclusion.
    """

    figures: Mapping[Figure, Amount] = field(default_factory=dict)
    measures: Mapping[Measure, Amount] = field(default_factory=dict)
    storeys: tuple[Storey, ...] = ()
    trades: tuple[TradeRef, ...] = ()
    why: Mapping[Figure, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AdmissionLine:
    """One threshold against one project.

    ``sentence`` is ready to show with both numbers; ``working`` shows how the figure came about,
    empty where it was told or is missing.
    """

    label: str
    verdict: Verdict
    sentence: str
    working: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A project held against a pack, a line a threshold in the pack's order."""

    pack: AdmissionPack
    lines: tuple[AdmissionLine, ...]

    @property
    def verdict(self) -> Verdict:
        """FAILS where one line does, else ASK where one is open."""
        told = {line.verdict for line in self.lines}
        return next((v for v in (Verdict.FAILS, Verdict.ASK) if v in told), Verdict.MEETS)

    def by(self, verdict: Verdict) -> tuple[AdmissionLine, ...]:
        return tuple(line for line in self.lines if line.verdict is verdict)
