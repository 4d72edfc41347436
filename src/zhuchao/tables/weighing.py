"""The weights by which lines of pages are told apart, and titles found."""

from __future__ import annotations

from zhuchao.core.vocabulary.weights import Weights
from zhuchao.tables.files import Folder

LINE_WEIGHTS = "reading/line_weights.csv"
TITLE_WEIGHTS = "reading/title_weights.csv"


def read_weights(folder: Folder, name: str) -> Weights:
    """What each trait of a line says for each class, learned from marked pages.

    A row holds a trait and its weights, apart by blanks, in the order of the classes in the header.
    """
    rows = folder.own_rows(name)
    classes = next((each for each in rows[0] if each != "trait"), "") if rows else ""
    weights = {row["trait"]: [*map(int, row[classes].split())] for row in rows}
    return Weights(classes.split(), weights)
