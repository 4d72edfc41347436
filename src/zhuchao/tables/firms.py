"""The words of firms' names that are no firm's own."""

from __future__ import annotations

from functools import cache

from zhuchao.core.text.companies import CompanyWords
from zhuchao.tables.files import Folder
from zhuchao.tables.loading import load


@cache
def company_words() -> CompanyWords:
    """Legal forms and trades, and every division of GB/T 2260 by its names.

    Raises: BrokenTable, when the table is missing.
    """
    rows = Folder().own_rows("parties/company_words.csv")
    kinds: dict[str, set[str]] = {"form": set(), "place": set(), "trade": set()}
    for row in rows:
        kinds[row["kind"]].add(row["word"])
    for region in load().regions.values():
        kinds["place"] |= {region.name, region.short_name}
    return CompanyWords(*(frozenset(kinds[kind]) for kind in ("form", "place", "trade")))
