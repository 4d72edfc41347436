"""A property filed into columns: one row for the whole, and one for each floor it tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from zhuchao.core.matching.amounts import area_of, base_amount, with_fee
from zhuchao.core.matching.areas import in_m2, minimum_let
from zhuchao.core.matching.columns import Coded, Measured
from zhuchao.core.matching.outcome import Case, Offered, offered_of
from zhuchao.core.matching.units import Converted
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term

MEASURED = frozenset({"at_least", "at_most", "overlap", "covers", "lettable"})
# What the verdict on a field rests on besides what is told of it.
BESIDE: Mapping[FieldKey, tuple[FieldKey, ...]] = {
    FieldKey.RENT: (FieldKey.AREA, FieldKey.PROPERTY_FEE),
    FieldKey.AREA: (FieldKey.MINIMUM_LET,),
    FieldKey.TRADE: (FieldKey.EXCLUDED_TRADE,),
}


def is_measured(spec: FieldSpec) -> bool:
    """Whether a field's answers are ranges that a column can compare."""
    return spec.form == "amount" and spec.compare in MEASURED


class Columns:
    """The answers of many rows, field by field; what a row does not tell is unknown."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.coded: defaultdict[FieldKey, Coded] = defaultdict(Coded)
        self.measured: defaultdict[FieldKey, Measured] = defaultdict(Measured)
        # Rents with the property fee, areas by which whole rents are divided, minimum lets.
        self.with_fee, self.divisors, self.least = Measured(), Measured(), Measured()
        # All that is told of a field where some is told floor by floor.
        self.by_floor: defaultdict[FieldKey, Coded] = defaultdict(Coded)

    def put(self, first: int, offered: Property) -> int:
        """File the property from row ``first`` on; how many rows it takes."""
        offer = offered_of(offered)
        floors = {term.floor for terms in offer.by_key.values() for term in terms} | {""}
        for row, floor in enumerate(sorted(floors), start=first):
            self._put_row(row, offer, floor, has_floors=len(floors) > 1)
        return len(floors)

    def _put_row(self, row: int, offer: Offered, floor: str, *, has_floors: bool) -> None:
        for key in offer.by_key:
            spec = self.tables.fields[key]
            if spec.compare == "none" or spec.weight <= 0:
                continue
            answer = offer.about(key, floor)
            if not answer:
                pass  # told of other floors alone
            elif is_measured(spec):
                self._measure(row, key, spec, answer, offer)
            elif key is not FieldKey.TRADE:
                self.coded[key].set(row, answer)
            if has_floors and any(term.floor for term in offer.by_key[key]):
                self.by_floor[key].set(row, self.told(offer, key))
        trades = self.told(offer, FieldKey.TRADE)
        if trades:
            self.coded[FieldKey.TRADE].set(row, trades)

    def told(self, offer: Offered, key: FieldKey) -> tuple[Term, ...]:
        """All that a property tells of a field, and of what its verdict rests on besides."""
        keys = (key, *BESIDE.get(key, ()))
        return tuple(term for each in keys for term in offer.by_key.get(each, ()))

    def _measure(
        self, row: int, key: FieldKey, spec: FieldSpec, answer: tuple[Term, ...], offer: Offered
    ) -> None:
        column = self.measured[key]
        case = Case(answer[0], answer[0], spec, offer, self.tables)
        found = self._base(case) if len(answer) == 1 else None
        if found is None:
            beside = (t for each in BESIDE.get(key, ()) for t in offer.by_key.get(each, ()))
            column.set_odd(row, (*answer, *beside))
            return
        column.set(row, found.amount.low, found.amount.high, found.amount.per)
        if key is FieldKey.AREA:
            self.least.set(row, minimum_let(case), None)
        elif key is FieldKey.RENT:
            dearer = with_fee(_with_fees(case), found)
            self.with_fee.set(row, dearer.amount.low, dearer.amount.high)
            self.divisors.set(row, area_of(case), None)

    def _base(self, case: Case) -> Converted | None:
        if case.spec.compare == "lettable":
            amount = in_m2(case.offered, case.spec.unit)
            return Converted(amount, "") if amount is not None else None
        found = base_amount(case, case.offered)
        value = case.offered.read.value
        if found is not None and isinstance(value, Amount):
            return Converted(Amount(found.amount.low, found.amount.high, per=value.per), "")
        return None


def _with_fees(case: Case) -> Case:
    offer = Offered(case.offer.property, case.offer.by_key, adds_fee=True)
    return Case(case.wanted, case.offered, case.spec, offer, case.tables)
