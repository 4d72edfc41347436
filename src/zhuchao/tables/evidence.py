"""What tells demands, offers and the rest apart: cues in the text, and what each feature weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from zhuchao.core.errors import BrokenTable
from zhuchao.tables.files import Folder, refuse_repeated

CUES, WEIGHTS = "messages/cues.toml", "messages/side_weights.csv"


def read_cues(folder: Folder) -> Mapping[str, re.Pattern[str]]:
    """Patterns by the name of their cue. Raises: BrokenTable, for one that is malformed."""
    found = {}
    for name, patterns in folder.toml(CUES).items():
        try:
            found[name] = re.compile("|".join(patterns))
        except re.error as error:
            raise BrokenTable(f"{CUES} 中 {name} 的写法有误：{error}") from error
    return found


def read_side_weights(folder: Folder) -> Mapping[str, tuple[float, float, float]]:
    """What each feature weighs for a demand, an offer and neither. Raises: BrokenTable."""
    rows = folder.own_rows(WEIGHTS)
    refuse_repeated((row["feature"] for row in rows), WEIGHTS)
    return {
        row["feature"]: (float(row["demand"]), float(row["supply"]), float(row["neither"]))
        for row in rows
    }
