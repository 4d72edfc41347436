"""Rates of projects, as rule packs define them: two sets, and what is counted of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from zhuchao.core.vocabulary.stage import Milestone


class Window(StrEnum):
    """When something must have happened: at any time until the day, or in the year of the day."""

    EVER = "ever"
    YEAR = "year"


class Sum(StrEnum):
    """What money of a project is summed: by its signed agreements, or of its months."""

    AGREED = "agreed"
    PLAN = "plan"
    DONE = "done"
    ARRIVED = "arrived"
    IN_STATISTICS = "in_statistics"


@dataclass(frozen=True, slots=True)
class SetSpec:
    """A set of projects, and what is counted of it.

    A project belongs to it that reached any of ``reached`` in ``window`` and, where ``promised``
    names a measure, whose investor promised that for a day in ``promised_in``; ``is_live`` leaves
    out what was ended. Without ``sum`` its projects are counted, else their money in ``sum_in``.
    """

    label: str
    reached: tuple[Milestone, ...] = ()
    window: Window = Window.EVER
    promised: str = ""
    promised_in: Window = Window.EVER
    is_live: bool = False
    sum: Sum | None = None
    sum_in: Window = Window.EVER


@dataclass(frozen=True, slots=True)
class RateSpec:
    """A rate. ``is_within`` counts in the numerator only projects of the denominator's set."""

    key: str
    name: str
    numerator: SetSpec
    denominator: SetSpec
    is_within: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class RatePack:
    """A versioned rule pack of rates, in the order in which they are told."""

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    rates: tuple[RateSpec, ...]

    def rate(self, key: str) -> RateSpec | None:
        return next((each for each in self.rates if each.key == key), None)


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project as rates see it on a day. Sums are in yuan; what is missing in them is nought.

    An increment adds money to another project and is no project of its own.
    """

    number: int
    reached: tuple[tuple[Milestone, date], ...] = ()
    promised: tuple[tuple[str, date], ...] = ()
    sums: tuple[tuple[Sum, Window, Decimal], ...] = ()
    is_live: bool = True
    is_increment: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a rate: how much, and of which projects, by their numbers in rising order."""

    amount: Decimal
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate on a day; ``value`` is None where nothing stands below the line, and never capped."""

    spec: RateSpec
    as_of: date
    value: Decimal | None
    numerator: Side
    denominator: Side
