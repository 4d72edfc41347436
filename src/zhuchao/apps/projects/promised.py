"""Promises with where each stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhuchao import tables as reference
from zhuchao.apps.projects.models import Promise
from zhuchao.core.projects.promises import days_late, state_on
from zhuchao.core.vocabulary.promise import Promised, PromiseMeasure, PromiseState


@dataclass(frozen=True, slots=True)
class PromiseSeen:
    """A promise with its state on a day; ``late`` in whole days."""

    promise: Promise
    measure: PromiseMeasure
    state: PromiseState
    late: int


def seen_on(found: Iterable[Promise], today: date) -> list[PromiseSeen]:
    """Each with its measure and state."""
    measures = {each.key: each for each in reference.promise_measures()}
    return [_seen(each, measures, today) for each in found]


def _seen(promise: Promise, measures: dict[str, PromiseMeasure], on: date) -> PromiseSeen:
    told = Promised(
        promise.due_on, promise.outcome, promise.needs_legal_review, promise.reviewed_on
    )
    unknown = PromiseMeasure(promise.measure, promise.measure, "both", "words", "", "")
    late = days_late(told, on, promise.actual_on)
    return PromiseSeen(promise, measures.get(promise.measure, unknown), state_on(told, on), late)
