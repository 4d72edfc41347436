"""Matches ranked: what fits, then what has to be asked, then what misses by one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zhuchao.core.matching.amounts import INCLUDED
from zhuchao.core.matching.conditions import is_compared, judge
from zhuchao.core.matching.outcome import Offered, offered_of
from zhuchao.core.matching.points import points_of, shares
from zhuchao.core.vocabulary.match import Match, Reason, Standing, Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term

ORDER = {Standing.FITS: 0, Standing.ASK: 1, Standing.NEAR_MISS: 2}
MOST_HARD_FAILURES = 1


class Condition(NamedTuple):
    """A term that is compared, and what it is worth."""

    term: Term
    steps: int

    @property
    def is_hard(self) -> bool:
        return self.term.stance is not Stance.SOFT


def match(
    enquiry_terms: Sequence[Term],
    properties: Iterable[Property],
    tables: Tables,
    *,
    limit: int = 20,
) -> tuple[Match, ...]:
    """At most ``limit`` matches, best first; empty when the enquiry has nothing to compare.

    What fits comes first, then what leaves a hard condition to be asked, then what fails exactly
    one hard condition; two failures drop a property out. Inside each, the higher score; equal
    scores stand in the order of the properties' keys.
    """
    conditions = conditions_of(enquiry_terms, tables)
    if not conditions:
        return ()
    adds_fee = includes_fee(conditions)
    offers = (offered_of(one, adds_fee=adds_fee) for one in properties)
    found = (_best(conditions, offer, tables) for offer in offers)
    ranked = sorted((m for m in found if m is not None), key=_place)
    return tuple(ranked[: max(limit, 0)])


def conditions_of(terms: Sequence[Term], tables: Tables) -> tuple[Condition, ...]:
    """The terms that are compared, with what each is worth."""
    compared = [t for t in terms if is_compared(t, tables.fields[t.key])]
    steps = shares([tables.fields[t.key].weight for t in compared])
    return tuple(Condition(term, share) for term, share in zip(compared, steps, strict=True))


def includes_fee(conditions: Iterable[Condition]) -> bool:
    """Whether the rent that is asked for includes the property fee."""
    return any(
        each.term.key is FieldKey.PROPERTY_FEE and each.term.read.value == INCLUDED
        for each in conditions
    )


def _place(found: Match) -> tuple[int, float, str]:
    return ORDER[found.standing], -found.score, found.offered.key


def _best(conditions: Sequence[Condition], offer: Offered, tables: Tables) -> Match | None:
    """The property as a whole or by one of its floors, whichever answers the enquiry best."""
    floors = {t.floor for terms in offer.by_key.values() for t in terms} | {""}
    found = (_matched(conditions, offer, tables, floor) for floor in sorted(floors))
    return min((m for m in found if m is not None), key=_place, default=None)


def _matched(
    conditions: Sequence[Condition], offer: Offered, tables: Tables, floor: str
) -> Match | None:
    reasons: list[Reason] = []
    hard_failures = 0
    for condition in conditions:
        term = condition.term
        outcome = judge(term, offer, tables, floor)
        hard_failures += condition.is_hard and outcome.verdict is Verdict.FAILS
        if hard_failures > MOST_HARD_FAILURES:
            return None
        points = points_of(outcome.verdict, condition.steps)
        reasons.append(Reason(term.key, outcome.verdict, term.stance, outcome.sentence, points))
    score = sum(reason.points for reason in reasons)
    standing = _standing(hard_failures, reasons)
    return Match(offer.property, standing, score, tuple(reasons))


def _standing(hard_failures: int, reasons: Iterable[Reason]) -> Standing:
    if hard_failures:
        return Standing.NEAR_MISS
    is_open = any(r.verdict is Verdict.ASK and r.stance is not Stance.SOFT for r in reasons)
    return Standing.ASK if is_open else Standing.FITS
