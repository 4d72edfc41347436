"""An index of what is on offer, kept in columns: the best of a million without reading each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from zhuchao.core.matching.filing import Columns
from zhuchao.core.matching.question import Question
from zhuchao.core.matching.ranking import conditions_of
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Term

# Of the rows more than this share are of properties that changed since: the index is built anew.
MOST_DEAD = 0.25
FEWEST_TO_REBUILD = 10_000


class OfferIndex:
    """Properties by key; ``best`` names those that ``match`` would rank first.

    A property put again takes the place of what stood under its key.
    """

    def __init__(self, tables: Tables, properties: Iterable[Property] = ()) -> None:
        self._tables = tables
        self._columns = Columns(tables)
        self._rows: dict[str, range] = {}
        self._keys: list[str] = []  # of each row
        self._alive: NDArray[np.bool_] = np.zeros(0, bool)
        self._size = 0
        for each in properties:
            self.put(each)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    @property
    def is_worn(self) -> bool:
        """Whether so much was replaced that building the index anew pays."""
        dead = self._size - int(np.count_nonzero(self._alive[: self._size]))
        return self._size > FEWEST_TO_REBUILD and dead > MOST_DEAD * self._size

    def put(self, offered: Property) -> None:
        """Add the property, or replace what stood under its key."""
        self.drop(offered.key)
        count = self._columns.put(self._size, offered)
        rows = range(self._size, self._size + count)
        if rows.stop > len(self._alive):
            more = np.zeros(max(1024, rows.stop), bool)
            self._alive = np.concatenate([self._alive, more])
        self._alive[rows.start : rows.stop] = True
        self._keys.extend([offered.key] * count)
        self._rows[offered.key] = rows
        self._size = rows.stop

    def drop(self, key: str) -> None:
        """Take the property out; a key that is not there changes nothing."""
        rows = self._rows.pop(key, None)
        if rows is not None:
            self._alive[rows.start : rows.stop] = False

    def best(self, enquiry_terms: Sequence[Term], *, limit: int = 20) -> tuple[str, ...]:
        """The keys that ``match`` would give over all the properties, best first."""
        conditions = conditions_of(enquiry_terms, self._tables)
        if not conditions or limit <= 0:
            return ()
        question = Question(self._columns, conditions, self._alive[: self._size], self._keys)
        return question.best(limit)
