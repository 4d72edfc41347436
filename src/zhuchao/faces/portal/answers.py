"""What the index finds, as a list that is read page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from django.core.paginator import Page, Paginator

from zhuchao.ground.finding import Question, SearchIndex

PAGE_SIZE = 20
# Nobody turns so many pages; whoever does is a machine.
MOST_PAGES = 500

Key = tuple[str, int]


class Answers(Sequence[Key]):
    """Registers and ids in the order of the answer; each part is asked for when it is read."""

    def __init__(self, index: SearchIndex, question: Question) -> None:
        self._index, self._question = index, question
        self._total: int | None = None

    def __len__(self) -> int:
        return min(self.total, MOST_PAGES * PAGE_SIZE)

    @property
    def total(self) -> int:
        if self._total is None:
            self._total = self._index.count(self._question)
        return self._total

    @overload
    def __getitem__(self, part: int) -> Key: ...
    @overload
    def __getitem__(self, part: slice) -> Sequence[Key]: ...
    def __getitem__(self, part: int | slice) -> Key | Sequence[Key]:
        if isinstance(part, int):
            return self[part : part + 1][0]
        start = part.start or 0
        limit = max(1, (part.stop or len(self)) - start)
        return self._index.find(self._question, limit=limit, offset=start).found

    def page(self, number: str | None) -> Page[Any]:
        return Paginator(self, PAGE_SIZE).get_page(number)
