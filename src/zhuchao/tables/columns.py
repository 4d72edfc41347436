"""The headings of sheets as people write them: of offers, and of ledgers of projects."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.sheet import ColumnSpec
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.tables.files import Folder, refuse_repeated

OFFERS, LEDGERS = "sheets/offer_columns.csv", "sheets/ledger_columns.csv"
ROLES = frozenset({"record", "term", "shown"})


@cache
def offer_columns() -> tuple[ColumnSpec, ...]:
    """Every heading in the order of the table; the first of a key is the one that is exported.

    Raises: BrokenTable, when a heading stands twice or a term's key is no field.
    """
    return _columns(OFFERS, {key.value for key in FieldKey})


@cache
def ledger_columns() -> tuple[ColumnSpec, ...]:
    """The headings of ledgers of projects, ordered and refused likewise; they hold no terms."""
    return _columns(LEDGERS, ())


def _columns(name: str, fields: Collection[str]) -> tuple[ColumnSpec, ...]:
    specs = tuple(ColumnSpec(**row) for row in Folder().own_rows(name))
    refuse_repeated((spec.heading for spec in specs), name)
    for spec in specs:
        if spec.role not in ROLES or (spec.role == "term" and spec.key not in fields):
            raise BrokenTable(f"{name} 中“{spec.heading}”的归属不存在")
    return specs
