"""Texts found by their words: what is near a text, and the house's search."""

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
from zhuchao.ground.finding.house import (
    Differences,
    by_audit,
    differences,
    follow,
    fresh_index,
    mend,
    rebuild,
    register,
    spelling,
    take_up,
)
from zhuchao.ground.finding.index import Entry, Found, TextIndex
from zhuchao.ground.finding.searching import SearchIndex

__all__ = [
    "PUBLIC",
    "Differences",
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
    "by_audit",
    "differences",
    "follow",
    "fresh_index",
    "mark_of",
    "mend",
    "noon",
    "rebuild",
    "register",
    "spelling",
    "take_up",
]
