"""One condition of an enquiry against one property: the comparator is the field's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from zhuchao.core.errors import BrokenTable
from zhuchao.core.matching.amounts import (
    NEGOTIABLE,
    NO_THRESHOLD,
    at_least,
    at_most,
    covers,
    overlap,
)
from zhuchao.core.matching.areas import lettable
from zhuchao.core.matching.choices import any_of, flag, ranked, traits
from zhuchao.core.matching.installations import enough_machines
from zhuchao.core.matching.outcome import Case, Offered, Outcome, asks_for, fails, meets
from zhuchao.core.matching.places import within
from zhuchao.core.matching.trades import accepted_trade
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import Stance, Term

COMPARATORS: Mapping[str, Callable[[Case], Outcome]] = {
    "at_least": at_least,
    "at_most": at_most,
    "overlap": overlap,
    "covers": covers,
    "lettable": lettable,
    "within": within,
    "any_of": any_of,
    "traits": traits,
    "ranked": ranked,
    "flag": flag,
    "avoids": any_of,
}
NOT_COMPARED = "none"
TRADE = "trade"
MACHINES = "machines"
ONLY_WHERE_EXCLUDED = "avoids"
# 面议 and 不要求 leave the field open: there is nothing to hold a property against.
NO_CONDITIONS = (NEGOTIABLE, NO_THRESHOLD)
WORST_FIRST = (Verdict.FAILS, Verdict.ASK, Verdict.MEETS)


def is_compared(term: Term, spec: FieldSpec) -> bool:
    """Whether the term is a condition. Raises: BrokenTable, for a comparator without a rule."""
    if spec.compare not in COMPARATORS and spec.compare not in {NOT_COMPARED, TRADE}:
        raise BrokenTable(f"字段 {spec.label} 的比较方式 {spec.compare} 没有对应的规则")
    if spec.compare == ONLY_WHERE_EXCLUDED and term.stance is not Stance.EXCLUDED:
        return False
    is_open = not term.read.is_known or term.read.value in NO_CONDITIONS
    return not is_open and spec.weight > 0 and spec.compare != NOT_COMPARED


def judge(wanted: Term, offer: Offered, tables: Tables, floor: str) -> Outcome:
    """The verdict on one condition, by what the property tells for that floor."""
    spec = tables.fields[wanted.key]
    if spec.compare == TRADE:
        return accepted_trade(wanted, spec, offer, tables)
    answers = offer.about(wanted.key, wanted.floor or floor)
    if not answers:
        return asks_for(wanted, spec)
    if len(answers) == 1:
        return _compared(Case(wanted, answers[0], spec, offer, tables))
    return _worst_floor(Case(wanted, answer, spec, offer, tables) for answer in answers)


def _worst_floor(cases: Iterable[Case]) -> Outcome:
    """Of several terms on one floor the best answers; of several floors the worst."""
    outcomes: dict[str, Outcome] = {}
    for case in cases:
        outcome = _compared(case)
        known = outcomes.get(case.offered.floor)
        if known is None or _rank(outcome) > _rank(known):
            outcomes[case.offered.floor] = outcome
    return min(outcomes.values(), key=_rank)


def _rank(outcome: Outcome) -> int:
    return WORST_FIRST.index(outcome.verdict)


def _compared(case: Case) -> Outcome:
    if case.spec.form == MACHINES:
        outcome = enough_machines(case)
    else:
        outcome = COMPARATORS[case.spec.compare](case)
    return outcome if case.wanted.stance is not Stance.EXCLUDED else _excluded(case, outcome)


def _excluded(case: Case, outcome: Outcome) -> Outcome:
    """The condition turned round: what would meet it is what the demand will not have."""
    if outcome.verdict is Verdict.MEETS:
        return fails(f"{case.label} {case.offered_text}，需求明确不考虑")
    if outcome.verdict is Verdict.FAILS:
        return meets(f"{case.label} {case.offered_text}，不在排除之列")
    return outcome
