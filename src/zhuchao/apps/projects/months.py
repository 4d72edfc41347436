"""Months of money as selectors hand them over, and their sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Month:
    """An amount of a month in yuan, with the fact that tells it."""

    phase: int
    month: date
    measure: str
    amount: Decimal
    fact_id: int
    source: str


def money_sums(months: Iterable[Month], year: int | None = None) -> dict[str, Decimal]:
    """Yuan by measure, of all months or of one year; a measure that nobody told is not in it."""
    sums: dict[str, Decimal] = {}
    for each in months:
        if year is None or each.month.year == year:
            sums[each.measure] = sums.get(each.measure, Decimal(0)) + each.amount
    return sums
