"""What many properties tell of one field, as columns: coded answers, and measured amounts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from zhuchao.core.vocabulary.term import Term

# Rows in rising order, or a run of them.
Rows = NDArray[np.intp] | slice
Verdicts = NDArray[np.uint8]
Floats = NDArray[np.float64]

# Verdicts as they are counted in columns; nothing told is to be asked.
FAILS, ASK, MEETS = 0, 1, 2
FIRST_CAPACITY = 1024
NOTHING = 0
# So many questions are remembered with the verdicts on all answers.
MOST_QUESTIONS = 256
SMALL = (np.uint8, np.uint16, np.int32)

T = TypeVar("T", bound=np.generic)
Judge = Callable[[tuple[Term, ...]], int]


def count_of(rows: Rows) -> int:
    return rows.stop - rows.start if isinstance(rows, slice) else len(rows)


def _end_of(rows: Rows) -> int:
    """The row behind the last."""
    if isinstance(rows, slice):
        return int(rows.stop)
    return int(rows[-1]) + 1 if len(rows) else 0


def _taken(column: NDArray[T], rows: Rows) -> NDArray[T]:
    """The rows of a column; clipping, which never happens here, is quicker than checking."""
    return column[rows] if isinstance(rows, slice) else np.take(column, rows, mode="clip")


def code_of(terms: Sequence[Term]) -> Hashable:
    """What decides a verdict: the same values told in other words are one answer."""
    return tuple((t.key, t.floor, t.read.unit, t.read.value) for t in terms)


class Coded:
    """Answers by number: each different one is kept once, and judged once for a question."""

    def __init__(self) -> None:
        self.answers: list[tuple[Term, ...]] = [()]
        self._numbers: dict[Hashable, int] = {(): NOTHING}
        self._ids: NDArray[np.unsignedinteger | np.signedinteger] = np.zeros(0, SMALL[0])
        self._judged: dict[Hashable, Verdicts] = {}  # the question asked last stands last

    def set(self, row: int, terms: tuple[Term, ...]) -> None:
        code = code_of(terms)
        number = self._numbers.get(code)
        if number is None:
            number = self._numbers[code] = len(self.answers)
            self.answers.append(terms)
        if row >= len(self._ids) or number > np.iinfo(self._ids.dtype).max:
            self._make_room(row, number)
        self._ids[row] = number

    def ids(self, rows: Rows) -> NDArray[np.unsignedinteger | np.signedinteger]:
        """The numbers of the answers in these rows; a row that was never set tells nothing."""
        if len(self._ids) < _end_of(rows):
            self._make_room(_end_of(rows), NOTHING)
        return _taken(self._ids, rows)

    def verdicts(self, rows: Rows, question: Hashable, judge: Judge) -> Verdicts:
        """The verdict on each of the rows, which stand in rising order.

        ``question`` tells what ``judge`` holds answers against: asked once more, only answers
        that are new since are judged.
        """
        ids = self.ids(rows)
        return np.take(self._table(question, judge), ids, mode="clip")

    def _table(self, question: Hashable, judge: Judge) -> Verdicts:
        known = self._judged.pop(question, np.zeros(0, np.uint8))
        new = self.answers[len(known) :]
        if new:
            more = np.fromiter((judge(terms) for terms in new), np.uint8, len(new))
            known = np.concatenate([known, more])
        self._judged[question] = known
        if len(self._judged) > MOST_QUESTIONS:
            del self._judged[next(iter(self._judged))]
        return known

    def _make_room(self, row: int, number: int) -> None:
        kind = next(each for each in SMALL if number <= np.iinfo(each).max)
        kind = max(kind, self._ids.dtype.type, key=lambda each: np.iinfo(each).max)
        size = len(self._ids) if row < len(self._ids) else max(FIRST_CAPACITY, 2 * row)
        grown = np.zeros(size, kind)
        grown[: len(self._ids)] = self._ids
        self._ids = grown


class Measured:
    """Closed ranges in the field's base unit, NaN for an open end; NaN at both is nothing told.

    What is no single amount in a known unit is told in ``odd``, and judged as an answer.
    """

    def __init__(self) -> None:
        self.odd = Coded()
        self.has_odd = False
        self._bounds: Floats = np.full((2, 0), np.nan)
        self._pers: dict[str, int] = {"": 0}
        self._per: NDArray[np.uint8] = np.zeros(0, np.uint8)

    def set(self, row: int, low: float | None, high: float | None, per: str = "") -> None:
        if row >= self._bounds.shape[1]:
            self._make_room(row)
        if per:
            self._set_per(row, per)
        self._bounds[0, row] = np.nan if low is None else low
        self._bounds[1, row] = np.nan if high is None else high

    def set_odd(self, row: int, terms: tuple[Term, ...]) -> None:
        self.odd.set(row, terms)
        self.has_odd = True

    def bounds(self, rows: Rows) -> tuple[Floats, Floats]:
        """The lower and the upper bounds of the rows."""
        if self._bounds.shape[1] < _end_of(rows):
            self._make_room(_end_of(rows))
        return _taken(self._bounds[0], rows), _taken(self._bounds[1], rows)

    def counts_for(self, rows: Rows, per: str) -> NDArray[np.bool_]:
        """Which rows count for the same ("year", "mu"), or for nothing where ``per`` is empty."""
        number = self._pers.get(per, -1)
        if not len(self._per):
            return np.full(count_of(rows), number == 0)
        return np.asarray(self._per[rows] == number)

    def _set_per(self, row: int, per: str) -> None:
        if row >= len(self._per):
            self._per = np.concatenate(
                [self._per, np.zeros(self._bounds.shape[1] - len(self._per), np.uint8)]
            )
        self._per[row] = self._pers.setdefault(per, len(self._pers))

    def _make_room(self, row: int) -> None:
        grown = np.full((2, max(FIRST_CAPACITY, 2 * row)), np.nan)
        grown[:, : self._bounds.shape[1]] = self._bounds
        self._bounds = grown
        if len(self._per):
            more = np.zeros(grown.shape[1] - len(self._per), np.uint8)
            self._per = np.concatenate([self._per, more])
