"""One condition of an enquiry held against whole columns: the verdicts that ``judge`` gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from zhuchao.core.matching import sweeping
from zhuchao.core.matching.amounts import base_amount
from zhuchao.core.matching.areas import wanted_of
from zhuchao.core.matching.columns import (
    ASK,
    FAILS,
    MEETS,
    Floats,
    Measured,
    Rows,
    Verdicts,
    count_of,
)
from zhuchao.core.matching.conditions import judge
from zhuchao.core.matching.filing import Columns, is_measured
from zhuchao.core.matching.outcome import Case, Offered, offered_of
from zhuchao.core.matching.units import WHOLE_RENTS
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, Stance, Term

COUNTED = {Verdict.MEETS: MEETS, Verdict.ASK: ASK, Verdict.FAILS: FAILS}
# An amount like any other: what a demand says in words is the same to all of them.
ANY = Amount(1.0, 1.0)
SWEEPS: Mapping[str, Callable[..., Verdicts]] = {
    "at_least": sweeping.at_least,
    "at_most": sweeping.at_most,
    "overlap": sweeping.overlap,
}


class Holder:
    """Holds one condition against the columns; ``adds_fee`` as in ``Offered``."""

    def __init__(self, columns: Columns, wanted: Term, *, adds_fee: bool) -> None:
        self._columns, self._wanted, self._adds_fee = columns, wanted, adds_fee
        self._spec = columns.tables.fields[wanted.key]
        read, is_excluded = wanted.read, wanted.stance is Stance.EXCLUDED
        self._question = (read.value, read.unit, wanted.floor, is_excluded, adds_fee)

    def verdicts(self, rows: Rows) -> Verdicts:
        """The verdict on each of the rows, which stand in rising order."""
        key = self._wanted.key
        if is_measured(self._spec):
            found = self._measured(self._columns.measured[key], rows)
        else:
            found = self._columns.coded[key].verdicts(rows, self._question, self._judge)
        if self._wanted.floor and key in self._columns.by_floor:
            told = self._columns.by_floor[key]
            is_told = told.ids(rows) > 0
            found = np.where(is_told, told.verdicts(rows, self._question, self._judge), found)
        return found

    def _judge(self, terms: tuple[Term, ...]) -> int:
        offer = offered_of(Property("", "", terms), adds_fee=self._adds_fee)
        return COUNTED[judge(self._wanted, offer, self._columns.tables, "").verdict]

    def _measured(self, column: Measured, rows: Rows) -> Verdicts:
        low, high = self._bounds(column, rows)
        found = self._swept(low, high, rows)
        if self._wanted.stance is Stance.EXCLUDED:
            found = (MEETS - found).astype(np.uint8)
        if column.has_odd:
            is_odd = column.odd.ids(rows) > 0
            found = np.where(is_odd, column.odd.verdicts(rows, self._question, self._judge), found)
        return found

    def _bounds(self, column: Measured, rows: Rows) -> tuple[Floats, Floats]:
        is_dearer = self._wanted.key is FieldKey.RENT and self._adds_fee
        return (self._columns.with_fee if is_dearer else column).bounds(rows)

    def _swept(self, low: Floats, high: Floats, rows: Rows) -> Verdicts:
        case = self._case()
        value = self._wanted.read.value
        if self._spec.compare == "lettable":
            area = wanted_of(case)
            least = self._least(rows)
            return (
                self._in_words(low, high)
                if area is None
                else sweeping.lettable(low, high, least, area)
            )
        if self._spec.compare == "covers":
            return self._covered(low, high, rows)
        if isinstance(value, Amount) and self._is_whole_rent():
            return SWEEPS[self._spec.compare](low, high, self._whole_rent(value, rows))
        turned = base_amount(case, self._wanted)
        if turned is None:
            return self._in_words(low, high)
        return SWEEPS[self._spec.compare](low, high, (turned.amount.low, turned.amount.high))

    def _covered(self, low: Floats, high: Floats, rows: Rows) -> Verdicts:
        turned = base_amount(self._case(), self._wanted)
        if turned is None:
            return self._in_words(low, high)
        column = self._columns.measured[self._wanted.key]
        found = sweeping.covers(low, high, turned.amount)
        found[~column.counts_for(rows, turned.amount.per)] = ASK
        return found

    def _in_words(self, low: Floats, high: Floats) -> Verdicts:
        """What the demand says is no amount of this measure: one verdict on all that is told."""
        term = Term(self._wanted.key, Read(ANY, State.GIVEN, unit=self._spec.unit))
        plain = replace(self._wanted, stance=Stance.HARD)
        offer = offered_of(Property("", "", (term,)), adds_fee=self._adds_fee)
        verdict = COUNTED[judge(plain, offer, self._columns.tables, "").verdict]
        return np.where(np.isnan(low) & np.isnan(high), ASK, verdict).astype(np.uint8)

    def _least(self, rows: Rows) -> Floats:
        if self._wanted.key is FieldKey.AREA:
            return self._columns.least.bounds(rows)[0]
        return np.full(count_of(rows), np.nan)

    def _is_whole_rent(self) -> bool:
        return self._wanted.key is FieldKey.RENT and self._wanted.read.unit in WHOLE_RENTS

    def _whole_rent(self, value: Amount, rows: Rows) -> tuple[Floats | None, Floats | None]:
        """A rent for the whole, a square metre of each of the rows; NaN where no area is told."""
        area = self._columns.divisors.bounds(rows)[0]
        factor = WHOLE_RENTS[self._wanted.read.unit]
        area = np.where(area > 0, area, np.nan)
        low, high = (
            None if bound is None else np.round(bound * (factor / area), 6)
            for bound in (value.low, value.high)
        )
        return low, high

    def _case(self) -> Case:
        offer = Offered(Property("", "", ()), {}, adds_fee=self._adds_fee)
        return Case(self._wanted, self._wanted, self._spec, offer, self._columns.tables)
