"""An enquiry asked of the columns: what fits first, then what is open, then what misses by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from zhuchao.core.matching.columns import ASK, FAILS, MEETS, Rows, count_of
from zhuchao.core.matching.filing import Columns
from zhuchao.core.matching.holding import Holder
from zhuchao.core.matching.points import STEP, points_of
from zhuchao.core.matching.ranking import MOST_HARD_FAILURES, Condition, includes_fee
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.term import FieldKey

# Asked first where they are asked: they leave the fewest rows to look at.
SELECTIVE = (FieldKey.PLACE, FieldKey.KIND, FieldKey.INTENT, FieldKey.AREA, FieldKey.LAND_AREA)
IN_ORDER = (Verdict.FAILS, Verdict.ASK, Verdict.MEETS)

Scores = NDArray[np.int16]


class Question:
    """The conditions of one enquiry over the rows that are alive; ``keys`` names each row."""

    def __init__(
        self,
        columns: Columns,
        conditions: Sequence[Condition],
        alive: NDArray[np.bool_],
        keys: Sequence[str],
    ) -> None:
        adds_fee = includes_fee(conditions)
        asked = sorted(conditions, key=_selectivity)
        held = [(Holder(columns, each.term, adds_fee=adds_fee), _points(each)) for each in asked]
        self._hard = [pair for pair, each in zip(held, asked, strict=True) if each.is_hard]
        self._soft = [pair for pair, each in zip(held, asked, strict=True) if not each.is_hard]
        self._alive, self._keys = alive, keys

    def best(self, limit: int) -> tuple[str, ...]:
        """The keys of the best properties; a property counts by the best of its rows."""
        found: dict[str, None] = {}
        for tier in (self._fitting, self._open, self._near):
            if len(found) < limit:
                rows, scores = tier()
                for key in self._ranked(rows, self._with_soft(rows, scores), limit, found):
                    found[key] = None
        return tuple(found)

    def _ranked(
        self, rows: Rows, scores: Scores, limit: int, known: dict[str, None]
    ) -> Iterator[str]:
        """New keys by score, equal scores in the order of the keys, until ``limit`` are known."""
        for score in np.unique(scores)[::-1]:
            level = np.flatnonzero(scores == score)
            numbers = level if isinstance(rows, slice) else rows[level]
            keys = {self._keys[number] for number in numbers.tolist()} - known.keys()
            yield from nsmallest(limit - len(known), keys)
            if len(known) >= limit:
                return

    def _fitting(self) -> tuple[Rows, Scores]:
        """The rows that meet every hard condition; all score alike on those."""
        rows: Rows = slice(0, len(self._alive))
        for holder, _ in self._hard:
            meets = holder.verdicts(rows) == MEETS
            if isinstance(rows, slice):
                rows = np.flatnonzero(meets & self._alive)
            else:
                rows = rows[np.flatnonzero(meets)]
        if isinstance(rows, slice):
            rows = np.flatnonzero(self._alive)
        return rows, np.full(len(rows), sum(points[MEETS] for _, points in self._hard), np.int16)

    def _open(self) -> tuple[Rows, Scores]:
        """The rows that fail no hard condition, and leave one at least to be asked."""
        rows, scores, opened = self._kept()
        return rows[opened], scores[opened]

    def _kept(self) -> tuple[NDArray[np.intp], Scores, NDArray[np.bool_]]:
        """Rows that fail no hard condition, their scores, and whether one is open."""
        if not self._hard:
            rows = np.flatnonzero(self._alive)
            return rows, np.zeros(len(rows), np.int16), np.zeros(len(rows), bool)
        (holder, points), *others = self._hard
        verdicts = holder.verdicts(slice(0, len(self._alive)))
        rows = np.flatnonzero((verdicts >= ASK) & self._alive)
        verdicts = verdicts[rows]
        scores, opened = points[verdicts], verdicts == ASK
        for holder, points in others:
            verdicts = holder.verdicts(rows)
            kept = np.flatnonzero(verdicts >= ASK)
            verdicts, rows = verdicts[kept], rows[kept]
            scores = scores[kept] + points[verdicts]
            opened = opened[kept] | (verdicts == ASK)
        return rows, scores, opened

    def _near(self) -> tuple[Rows, Scores]:
        """The rows that fail exactly one hard condition."""
        rows: Rows = slice(0, len(self._alive))
        scores = np.zeros(len(self._alive), np.int16)
        failures = np.where(self._alive, 0, MOST_HARD_FAILURES + 1).astype(np.uint8)
        for holder, points in self._hard:
            verdicts = holder.verdicts(rows)
            failures = failures + (verdicts == FAILS)
            scores = scores + points[verdicts]
            kept = np.flatnonzero(failures <= MOST_HARD_FAILURES)
            if len(kept) < count_of(rows):
                rows = kept if isinstance(rows, slice) else rows[kept]
                scores, failures = scores[kept], failures[kept]
        near = np.flatnonzero(failures == MOST_HARD_FAILURES)
        return (near if isinstance(rows, slice) else rows[near]), scores[near]

    def _with_soft(self, rows: Rows, scores: Scores) -> Scores:
        for holder, points in self._soft:
            scores = scores + np.take(points, holder.verdicts(rows), mode="clip")
        return scores


def _selectivity(condition: Condition) -> int:
    key = condition.term.key
    return SELECTIVE.index(key) if key in SELECTIVE else len(SELECTIVE)


def _points(condition: Condition) -> Scores:
    """The steps that each verdict is worth, by its number."""
    return np.array(
        [round(points_of(verdict, condition.steps) / STEP) for verdict in IN_ORDER], np.int16
    )
