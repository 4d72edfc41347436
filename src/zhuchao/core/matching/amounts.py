"""Comparators of amounts: at least, at most, overlapping, covering a threshold."""

from __future__ import annotations

from dataclasses import dataclass

from zhuchao.core.matching.outcome import Case, Outcome, asks, fails, meets
from zhuchao.core.matching.units import Converted, in_base
from zhuchao.core.matching.wording import figure, span_of
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term

NEGOTIABLE = "negotiable"
NO_THRESHOLD = "none"
INCLUDED = "included"


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides in the base unit, with the words that show them as they were given."""

    wanted: Converted
    offered: Converted


def at_least(case: Case) -> Outcome:
    """The property must reach the lower bound (a demand with only a cap is held to its cap)."""
    pair = _pair(case)
    if pair is None:
        return _in_words_only(case)
    wanted = pair.wanted.amount
    if wanted.low is None:
        return _capped(case, pair, wanted.high or 0)
    return _reaching(case, pair, wanted.low)


def at_most(case: Case) -> Outcome:
    """The property must stay within the cap (a demand with only a floor is held to its floor)."""
    pair = _pair(case)
    if pair is None:
        return _in_words_only(case)
    wanted = pair.wanted.amount
    if wanted.high is None:
        return _reaching(case, pair, wanted.low or 0)
    return _capped(case, pair, wanted.high)


def overlap(case: Case) -> Outcome:
    """The two ranges must share a point."""
    pair = _pair(case)
    if pair is None:
        return _in_words_only(case)
    offered, wanted = _text(case, case.offered, pair.offered), _text(case, case.wanted, pair.wanted)
    if intersects(pair.wanted.amount, pair.offered.amount):
        return meets(f"{case.label} {offered}，在 {wanted} 之内")
    return fails(f"{case.label} {offered}，不在 {wanted} 之内")


def covers(case: Case) -> Outcome:
    """What the enterprise brings must reach the threshold that the property sets."""
    if case.offered.read.value == NO_THRESHOLD:
        return meets(f"{case.label}：{case.offered_text}")
    pair = _pair(case)
    if pair is None or pair.wanted.amount.per != pair.offered.amount.per:
        return asks(f"{case.label}口径待问（要求 {case.offered_text}，企业 {case.wanted_text}）")
    brought = pair.wanted.amount.high or pair.wanted.amount.low or 0
    asked = pair.offered.amount.low or pair.offered.amount.high or 0
    sign, outcome = ("≥", meets) if brought >= asked else ("<", fails)
    return outcome(f"{case.label} {case.wanted_text} {sign} 要求 {case.offered_text}")


def intersects(one: Amount, other: Amount) -> bool:
    """Whether two closed ranges share a point; an open bound reaches everywhere."""
    starts = [bound for bound in (one.low, other.low) if bound is not None]
    ends = [bound for bound in (one.high, other.high) if bound is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _reaching(case: Case, pair: Pair, least: float) -> Outcome:
    low, high = pair.offered.amount.low, pair.offered.amount.high
    line = _line(case, pair)
    if low is not None and low >= least:
        return meets(line.format(sign="≥"))
    if high is not None and high < least:
        return fails(line.format(sign="<"))
    return asks(
        f"{case.label}待核（{_text(case, case.offered, pair.offered)}，需要 {case.wanted_text}）"
    )


def _capped(case: Case, pair: Pair, most: float) -> Outcome:
    low, high = pair.offered.amount.low, pair.offered.amount.high
    line = _line(case, pair)
    if high is not None and high <= most:
        return meets(line.format(sign="≤"))
    if low is not None and low > most:
        return fails(line.format(sign=">"))
    return asks(
        f"{case.label}待核（{_text(case, case.offered, pair.offered)}，需要 {case.wanted_text}）"
    )


def _line(case: Case, pair: Pair) -> str:
    offered = _text(case, case.offered, pair.offered)
    return f"{case.label} {offered} {{sign}} {_bound_text(case, pair.wanted)}"


def _pair(case: Case) -> Pair | None:
    wanted = base_amount(case, case.wanted)
    offered = base_amount(case, case.offered)
    if wanted is None or offered is None:
        return None
    return Pair(wanted, with_fee(case, offered))


def base_amount(case: Case, term: Term) -> Converted | None:
    """The term's amount in the field's base unit; None where it is none or cannot be turned."""
    value = term.read.value
    if not isinstance(value, Amount):
        return None
    unit, month = term.read.unit, case.tables.month
    return in_base(value, unit, case.spec.unit, area_of(case), month)


def with_fee(case: Case, rent: Converted) -> Converted:
    """The rent with the property fee added, where the demand's figure includes it."""
    if case.spec.key is not FieldKey.RENT or not case.offer.adds_fee:
        return rent
    for term in case.offer.about(FieldKey.PROPERTY_FEE, case.offered.floor):
        value = term.read.value
        if not isinstance(value, Amount):
            continue
        fee = in_base(value, term.read.unit, case.spec.unit, month=case.tables.month)
        if fee is not None:
            return Converted(_sum(rent.amount, fee.amount), "加物业费" + rent.note)
    return rent


def _sum(one: Amount, other: Amount) -> Amount:
    low = None if one.low is None else one.low + (other.low or other.high or 0)
    high = None if one.high is None else one.high + (other.high or other.low or 0)
    return Amount(low, high, one.about, one.per)


def area_of(case: Case) -> float | None:
    """The upper bound of what the property tells of its area, by which a whole rent is divided."""
    for term in case.offer.about(FieldKey.AREA, case.offered.floor):
        if isinstance(term.read.value, Amount):
            return term.read.value.high
    return None


def _in_words_only(case: Case) -> Outcome:
    """One side is told in words (面议, 含物业费) or in a unit of another measure."""
    wanted, offered = case.wanted.read.value, case.offered.read.value
    # The same figure in another measure (20m dollars, 630 kW) is not the same.
    is_word = isinstance(offered, str) and offered in (wanted, INCLUDED)
    if wanted == NEGOTIABLE or is_word:
        return meets(f"{case.label} {case.offered_text}")
    if wanted == INCLUDED and case.offer.adds_fee and isinstance(offered, Amount):
        return meets(f"{case.label} {case.offered_text} 另收，已并入租金比较")
    if isinstance(wanted, str) and offered not in {NEGOTIABLE, None}:
        return fails(f"{case.label} {case.offered_text}，不是 {case.wanted_text}")
    return asks(f"{case.label}待问（{case.offered_text}，需要 {case.wanted_text}）")


def _text(case: Case, term: Term, converted: Converted) -> str:
    """The amount as given, with its value in the base unit where it had to be converted."""
    value = term.read.value
    given = span_of(value, term.read.unit or case.spec.unit) if isinstance(value, Amount) else ""
    if not converted.note:
        return given
    return f"{given}（{converted.note}为 {span_of(converted.amount, case.spec.unit)}）"


def _bound_text(case: Case, wanted: Converted) -> str:
    """The bound that decides, without 起 or 以内, which the sign already says."""
    amount = wanted.amount
    decides_low = case.spec.compare == "at_least"
    bound = amount.low if decides_low else amount.high
    if bound is None:
        bound = amount.high if decides_low else amount.low
    text = figure(bound or 0, case.spec.unit)
    return f"{text}（{wanted.note}）" if wanted.note else text
