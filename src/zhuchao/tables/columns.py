"""The headings of offer sheets as agents write them."""

from __future__ import annotations

from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.sheet import ColumnSpec
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.tables.files import Folder, refuse_repeated

NAME = "sheets/offer_columns.csv"
ROLES = frozenset({"record", "term", "shown"})


@cache
def offer_columns() -> tuple[ColumnSpec, ...]:
    """Every heading in the order of the table; the first of a key is the one that is exported.

    Raises: BrokenTable, when a heading stands twice or a term's key is no field.
    """
    specs = tuple(ColumnSpec(**row) for row in Folder().own_rows(NAME))
    refuse_repeated((spec.heading for spec in specs), NAME)
    fields = {key.value for key in FieldKey}
    for spec in specs:
        if spec.role not in ROLES or (spec.role == "term" and spec.key not in fields):
            raise BrokenTable(f"{NAME} 中“{spec.heading}”的归属不存在")
    return specs
