"""The comparator of floor space and land: what is asked for against what can be let."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from zhuchao.core.matching.outcome import Case, Outcome, asks, fails, meets
from zhuchao.core.matching.units import in_base
from zhuchao.core.matching.wording import figure, plain, span_of
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term

# A demand for "500 ㎡" means about that: 10% more is still what was asked for, as 左右 is read.
SLACK_OF_A_BARE_FIGURE = 1.1
# Land is spoken of in mu, to the second decimal.
DECIMALS_OF_A_MU = 2


class Wanted(NamedTuple):
    """The bounds of a demand, open ones made explicit."""

    low: float
    high: float
    text: str
    most: str


def lettable(case: Case) -> Outcome:
    """The area must hold the demand, and a larger one must be divisible down to it.

    A property whose area is a range is let in parts of any size in it. Whether a larger one can
    be divided is asked, unless its minimum let is known.
    """
    offered = in_m2(case.offered, case.spec.unit)
    wanted = wanted_of(case)
    if offered is None or wanted is None:
        return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")
    largest = inf if offered.high is None else offered.high
    if largest < wanted.low:
        return fails(f"{case.label} {_figure(largest, case)} < {_figure(wanted.low, case)}")
    if (offered.low or 0) <= wanted.high:
        return meets(f"{case.label} {_range(offered, case)}，合 {wanted.text}")
    return _divided(case, offered, wanted)


def _divided(case: Case, offered: Amount, wanted: Wanted) -> Outcome:
    least = minimum_let(case)
    if least is None:
        return asks(f"{case.label} {_range(offered, case)}，大于 {wanted.most}，能否分割待问")
    if least > wanted.high:
        return fails(f"起租面积 {figure(least, '㎡')} > {wanted.most}")
    return meets(
        f"{case.label} {_range(offered, case)}，{figure(least, '㎡')} 起分，合 {wanted.text}"
    )


def minimum_let(case: Case) -> float | None:
    """The smallest part that is let, in ㎡; None where that is not told."""
    if case.spec.key is not FieldKey.AREA:
        return None
    for term in case.offer.about(FieldKey.MINIMUM_LET, ""):
        amount = in_m2(term, "㎡")
        if amount is not None:
            return amount.high if amount.low is None else amount.low
    return None


def wanted_of(case: Case) -> Wanted | None:
    """What the demand asks for, with the slack of a bare figure; None where it is no area."""
    amount = in_m2(case.wanted, case.spec.unit)
    if amount is None:
        return None
    high = inf if amount.high is None else amount.high
    if amount.low == amount.high:
        high *= SLACK_OF_A_BARE_FIGURE
    most = "" if amount.high is None else _figure(amount.high, case)
    return Wanted(amount.low or 0, high, _range(amount, case), most)


def _range(amount: Amount, case: Case) -> str:
    if case.spec.key is not FieldKey.LAND_AREA:
        return span_of(amount, "㎡")
    low, high = (None if m2 is None else _mu(m2) for m2 in (amount.low, amount.high))
    return span_of(Amount(low, high), "亩")


def _figure(m2: float, case: Case) -> str:
    return f"{plain(_mu(m2))} 亩" if case.spec.key is FieldKey.LAND_AREA else figure(m2, "㎡")


def _mu(m2: float) -> float:
    return round(m2 / M2_OF_A_MU, DECIMALS_OF_A_MU)


def in_m2(term: Term, base: str) -> Amount | None:
    """The term's amount in square metres; None where it is none."""
    value = term.read.value
    converted = in_base(value, term.read.unit, base) if isinstance(value, Amount) else None
    return None if converted is None else converted.amount
