"""Reads of the library."""

from zhuchao.apps.library.selectors.facts import Stated, fact, stated
from zhuchao.apps.library.selectors.intakes import intake, intakes, open_intakes, raw_of
from zhuchao.apps.library.selectors.pages import (
    Example,
    cluster_pages,
    corrections,
    examples,
    read_page,
    read_pages,
)
from zhuchao.apps.library.selectors.watching import (
    addresses,
    due_address,
    due_source,
    next_turn,
    source,
    sources,
)

__all__ = [
    "Example",
    "Stated",
    "addresses",
    "cluster_pages",
    "corrections",
    "due_address",
    "due_source",
    "examples",
    "fact",
    "intake",
    "intakes",
    "next_turn",
    "open_intakes",
    "raw_of",
    "read_page",
    "read_pages",
    "source",
    "sources",
    "stated",
]
