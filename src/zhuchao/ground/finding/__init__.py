"""Texts found by their words: what is near a text, and a search; ``house`` is the house's own."""

from zhuchao.ground.finding.findable import (
    PUBLIC,
    Findable,
    Hits,
    Question,
    Register,
    Seen,
    Sort,
    mark_of,
    noon,
)
from zhuchao.ground.finding.index import Entry, Found, TextIndex
from zhuchao.ground.finding.searching import SearchIndex

__all__ = [
    "PUBLIC",
    "Entry",
    "Findable",
    "Found",
    "Hits",
    "Question",
    "Register",
    "SearchIndex",
    "Seen",
    "Sort",
    "TextIndex",
    "mark_of",
    "noon",
]
