"""Inspections: templates of marks and weights, the period of one, and what was marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Every(StrEnum):
    """How often the rule wants an inspection; a tour is called by hand."""

    MONTH = "month"
    QUARTER = "quarter"
    TOUR = "tour"


class InspectionState(StrEnum):
    """How far an inspection is."""

    PLANNED = "planned"
    ON_SITE = "on_site"
    SIGNED = "signed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Item:
    """What is marked: from 0 to ``full``; ``weight`` is its share of the whole, 0–1."""

    key: str
    title: str
    full: float
    weight: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    """How a quarter's mark is made: each of its three months, and the mark of the leaders."""

    month_weight: float
    leaders_weight: float


@dataclass(frozen=True, slots=True)
class Template:
    """A versioned rule pack of an inspection; ``gaps`` says what its document leaves open.

    ``milestone`` is that from which a project is inspected, empty for every project. In a
    tour a stop takes at most ``minutes``, 0 where that is not bounded.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    every: Every
    items: tuple[Item, ...]
    quarter: Quarter | None = None
    milestone: str = ""
    minutes: int = 0
    gaps: str = ""

    def item(self, key: str) -> Item | None:
        return next((item for item in self.items if item.key == key), None)


@dataclass(frozen=True, slots=True)
class Period:
    """What an inspection is of: from the first day to the last, and until when it is to be made."""

    title: str
    first: date
    last: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of a mark: how it was reached; ``points`` of 100, None while it is not marked."""

    title: str
    weight: float
    points: float | None
    told: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of 100 with its summands and the formula as it is printed; None while one lacks."""

    points: float | None
    parts: tuple[Part, ...]
    formula: str
