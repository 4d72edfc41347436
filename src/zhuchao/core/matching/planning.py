"""What a demand tells of a planned project, as the figures that admission is worked out of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhuchao.core.matching.units import in_base
from zhuchao.core.matching.wording import span_of
from zhuchao.core.vocabulary.admission import Figure, Measure, PlannedProject
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term, TradeRef

YEAR, MU = "year", "mu"
# A field, what its amount counts for, and the figure or the measure that it gives.
FIGURES_TOLD: Mapping[tuple[FieldKey, str], tuple[Figure, str]] = {
    (FieldKey.LAND_AREA, ""): (Figure.LAND, "㎡"),
    (FieldKey.OUTPUT, YEAR): (Figure.OUTPUT, "元"),
    (FieldKey.TAX, YEAR): (Figure.TAX, "元"),
    (FieldKey.ENERGY, ""): (Figure.ENERGY, "吨标煤"),
    (FieldKey.ENERGY, YEAR): (Figure.ENERGY, "吨标煤"),
}
MEASURES_TOLD: Mapping[tuple[FieldKey, str], tuple[Measure, str]] = {
    (FieldKey.INTENSITY, ""): (Measure.INTENSITY, "元/亩"),
    (FieldKey.INTENSITY, MU): (Measure.INTENSITY, "元/亩"),
    (FieldKey.TAX, MU): (Measure.TAX_PER_MU, "元"),
    (FieldKey.OUTPUT, MU): (Measure.OUTPUT_PER_MU, "元"),
    (FieldKey.FAR, ""): (Measure.FAR, ""),
}


def planned_of(terms: Sequence[Term]) -> PlannedProject:
    """The figures, measures and trades that the terms tell; the first of each.

    A total investment bounds the fixed investment from above and tells nothing else of it. An
    amount in another measure (dollars, kWh) or of another rhythm gives no figure.
    """
    figures: dict[Figure, Amount] = {}
    measures: dict[Measure, Amount] = {}
    trades: tuple[TradeRef, ...] = ()
    for term in terms:
        value = term.read.value
        if term.key is FieldKey.TRADE and isinstance(value, tuple) and not trades:
            trades = tuple(each for each in value if isinstance(each, TradeRef))
        if isinstance(value, Amount):
            _note(term, value, figures, measures)
    return PlannedProject(figures, measures, trades=trades, why=_bound(terms, figures))


def _note(
    term: Term, value: Amount, figures: dict[Figure, Amount], measures: dict[Measure, Amount]
) -> None:
    told = (term.key, value.per)
    if told in FIGURES_TOLD:
        figure, unit = FIGURES_TOLD[told]
        amount = _in(value, term.read.unit, unit)
        if amount is not None:
            figures.setdefault(figure, amount)
    elif told in MEASURES_TOLD:
        measure, unit = MEASURES_TOLD[told]
        amount = _in(value, term.read.unit, unit)
        if amount is not None:
            measures.setdefault(measure, amount)


def _in(value: Amount, unit: str, base: str) -> Amount | None:
    converted = in_base(value, unit, base)
    return None if converted is None else Amount(converted.amount.low, converted.amount.high)


def _bound(terms: Sequence[Term], figures: dict[Figure, Amount]) -> dict[Figure, str]:
    for term in terms:
        value = term.read.value
        if term.key is not FieldKey.INVESTMENT or not isinstance(value, Amount):
            continue
        total = _in(value, term.read.unit, "元")
        if total is not None and total.high is not None:
            figures[Figure.FIXED_INVESTMENT] = Amount(None, total.high)
            return {Figure.FIXED_INVESTMENT: f"只知总投资 {span_of(total, '元')}"}
    return {}
