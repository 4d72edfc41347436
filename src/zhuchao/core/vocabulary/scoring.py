"""Score schemes: what goes in, within what limits, and a result that explains itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Item = Mapping[str, Decimal | None]
# A number (a flag is 0 or 1), the marks of a jury, or items with inputs of their own; None where
# it is not known.
Value = Decimal | tuple[Decimal, ...] | tuple[Item, ...] | None


class Kind(StrEnum):
    """What an input is; a flag is a number that is 0 or 1."""

    NUMBER = "number"
    FLAG = "flag"
    MARKS = "marks"
    ITEMS = "items"


class Better(StrEnum):
    """In which direction an input raises the score, where it can be changed at all."""

    MORE = "more"
    LESS = "less"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Input:
    """What a scheme asks for, in ``unit``, from ``least`` to ``most`` (None: without that end).

    ``missing`` is the number that the scheme takes where the input is not known; None leaves what
    rests on it unknown. ``step`` is by how much it changes at a time, ``hint`` how one does that;
    empty where it lies with others. ``fields`` are the inputs of each item, for items only.
    """

    key: str
    title: str
    unit: str = ""
    kind: Kind = Kind.NUMBER
    least: Decimal | None = None
    most: Decimal | None = None
    missing: Decimal | None = None
    better: Better = Better.FIXED
    step: Decimal = Decimal(1)
    hint: str = ""
    fields: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The range in which a number can lie at all; None is no end."""

    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers between two ends, which belong to it where ``_in`` says so; None is no end."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_in: bool = True
    high_in: bool = False

    def holds(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (self.low_in and value == self.low)
        below = self.high is None or value < self.high or (self.high_in and value == self.high)
        return above and below


@dataclass(frozen=True, slots=True)
class Level:
    """What a score from ``at_least`` on is called."""

    key: str
    title: str
    at_least: Decimal


@dataclass(frozen=True, slots=True)
class Taken:
    """An input as it was taken; ``is_assumed`` where the scheme's ``missing`` stood in for it."""

    input: Input
    value: Value
    is_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A node's number with all that it rests on.

    ``primitive`` names the rule's form, ``rule`` is the rule in words, ``working`` the sum as one
    writes it on paper, or why there is no number. ``terms`` are what each of ``parts`` brings to
    the number, where it is their sum; else empty. ``source`` is the wording of the document.
    """

    key: str
    title: str
    primitive: str
    rule: str
    number: Decimal | None
    limits: Limits
    working: str
    parts: tuple[Scored, ...] = ()
    terms: tuple[Decimal | None, ...] = ()
    taken: tuple[Taken, ...] = ()
    source: str = ""
