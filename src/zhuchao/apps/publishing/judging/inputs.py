"""Where the inputs of a medal come from: the article's own text, its clusters, and what is counted.

Whoever counts something of articles provides it by name, once, when the app is ready:
``provide("comments", counted)``. Until somebody does, there is none of it: its count is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

# From the numbers of articles to the counts of those that have any.
Counted = Callable[[Collection[int]], Mapping[int, int]]
# As they are called in ``core.vocabulary.medal.ArticleInputs``.
COUNTS = ("comments", "useful", "readers", "shared")

_PROVIDED: dict[str, Counted] = {}


def provide(name: str, counted: Counted) -> None:
    """Let this count stand for ``name``, one of ``COUNTS``; the latest provider holds."""
    if name not in COUNTS:
        raise ValueError(name)
    _PROVIDED[name] = counted


def counts(name: str, article_ids: Collection[int]) -> dict[int, int]:
    """How many each of the articles has, 0 included."""
    found = _PROVIDED[name](article_ids) if name in _PROVIDED else {}
    return {each: found.get(each, 0) for each in article_ids}
