"""Sheets: what a column of a spreadsheet tells, and where its header stands."""

from __future__ import annotations

from dataclasses import dataclass

# What the cells of a sheet hold once they are read: numbers and days keep their kind.
Cell = str | float


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A heading as people write it, and what stands under it.

    ``role`` is "term" (``key`` is a field), "record" (``key`` is a column of the register) or
    "shown" (written for people and never read). ``unit`` is that of a bare figure where the
    heading names none; empty where the figure alone must say it.
    """

    role: str
    key: str
    heading: str
    unit: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of one sheet; ``spec`` is None where the heading is not known."""

    at: int
    heading: str
    spec: ColumnSpec | None
    unit: str = ""

    @property
    def name(self) -> str:
        """Role and key in one word; empty for what is not known."""
        return f"{self.spec.role}:{self.spec.key}" if self.spec else ""


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a sheet: the place of its row, and the columns with a heading, in order."""

    row: int
    columns: tuple[Column, ...]
