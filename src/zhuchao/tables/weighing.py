"""The weights by which lines of pages are told apart."""

from __future__ import annotations

from zhuchao.core.vocabulary.weights import Weights
from zhuchao.tables.files import Folder

LINE_WEIGHTS = "reading/line_weights.csv"


def read_line_weights(folder: Folder) -> Weights:
    """What each trait of a line says for each kind, learned from marked pages.

    A row holds a trait and its weights, apart by blanks, in the order of the kinds in the header.
    """
    rows = folder.own_rows(LINE_WEIGHTS)
    kinds = next((name for name in rows[0] if name != "trait"), "") if rows else ""
    return Weights(kinds.split(), {row["trait"]: [*map(int, row[kinds].split())] for row in rows})
