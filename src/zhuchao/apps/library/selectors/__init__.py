"""Reads of the library."""

from zhuchao.apps.library.selectors.facts import Stated, fact, stated
from zhuchao.apps.library.selectors.intakes import intake, intakes, open_intakes, raw_of
from zhuchao.apps.library.selectors.noticing import company_watches, named_lately
from zhuchao.apps.library.selectors.pages import (
    Example,
    cluster_pages,
    cluster_sizes,
    corrections,
    examples,
    read_page,
    read_pages,
    titles_by_intake,
)
from zhuchao.apps.library.selectors.profiles import Line, profile, profiles
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
    "Line",
    "Stated",
    "addresses",
    "cluster_pages",
    "cluster_sizes",
    "company_watches",
    "corrections",
    "due_address",
    "due_source",
    "examples",
    "fact",
    "intake",
    "intakes",
    "named_lately",
    "next_turn",
    "open_intakes",
    "profile",
    "profiles",
    "raw_of",
    "read_page",
    "read_pages",
    "source",
    "sources",
    "stated",
    "titles_by_intake",
]
