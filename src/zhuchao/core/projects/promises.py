"""Where a promise stands on a day, and which promises of the park a lawyer must look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zhuchao.core.compliance import flags
from zhuchao.core.text.folding import Folded
from zhuchao.core.vocabulary.promise import Promised, PromiseMeasure, PromiseState, Review
from zhuchao.core.vocabulary.tables import FlagRule

_S = PromiseState
DECIDED = frozenset({_S.KEPT, _S.PART, _S.MISSED, _S.WAIVED})


def state_on(promise: Promised, on: date) -> PromiseState:
    """What a person decided holds; a promise that waits for legal review is not performed."""
    if promise.outcome in DECIDED:
        return PromiseState(promise.outcome)
    if promise.needs_review and promise.reviewed_on is None:
        return _S.IN_REVIEW
    if promise.due_on is None:
        return _S.UNDATED
    if promise.due_on > on:
        return _S.NOT_DUE
    return _S.DUE if promise.due_on == on else _S.OVERDUE


def days_late(promise: Promised, on: date, fulfilled_on: date | None = None) -> int:
    """Whole days after the day that was promised, until it was fulfilled or until ``on``."""
    if promise.due_on is None or promise.outcome == _S.WAIVED:
        return 0
    return max(((fulfilled_on or on) - promise.due_on).days, 0)


def review_of(
    words: Folded, measure: PromiseMeasure, *, is_of_park: bool, rules: Iterable[FlagRule]
) -> Review | None:
    """Why a promise to one firm must be reviewed; None where nothing speaks against it.

    What its words say goes before what it is about. Promises of the investor are never flagged.
    """
    if not is_of_park:
        return None
    rules = tuple(rules)
    told = next(iter(flags(words, rules)), None)
    if told is not None:
        return Review(told.reason, told.basis)
    about = next((rule for rule in rules if rule.name == measure.flag), None)
    return None if about is None else Review(about.reason, about.basis)
