"""What tells demands, offers and the rest apart: cues in the text, and what each feature weighs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from zhuchao.core.errors import BrokenTable
from zhuchao.core.text.openings import opened
from zhuchao.core.vocabulary.tables import CueWord
from zhuchao.tables.files import Folder, refuse_repeated

ASIDES = "messages/asides.toml"
CUES, CUE_WORDS = "messages/cues.toml", "messages/cue_words.csv"
# What is named and seen of a message, and runs of its characters.
WEIGHTS, RUNS = "messages/side_weights.csv", "messages/side_runs.csv"


def read_cues(folder: Folder) -> Mapping[str, re.Pattern[str]]:
    """Patterns by the name of their cue, for asking whether it shows.

    Raises: BrokenTable, for one that is malformed.
    """
    found = {}
    for name, patterns in folder.toml(CUES).items():
        try:
            found[name] = opened("|".join(patterns))
        except re.error as error:
            raise BrokenTable(f"{CUES} 中 {name} 的写法有误：{error}") from error
    return found


def read_cue_words(folder: Folder) -> Mapping[str, tuple[CueWord, ...]]:
    """Words that show a cue, by their first two characters. Raises: BrokenTable, for one twice."""
    rows = folder.own_rows(CUE_WORDS)
    refuse_repeated((row["word"] for row in rows), CUE_WORDS)
    found: dict[str, list[CueWord]] = defaultdict(list)
    for row in rows:
        found[row["word"][:2]].append(CueWord(row["word"], row["cue"], row["side"]))
    return {start: tuple(words) for start, words in found.items()}


def read_asides(folder: Folder) -> Mapping[str, str]:
    """What begins and ends an aside, by the name of its group. Raises: BrokenTable."""
    table = folder.toml(ASIDES)
    found = {}
    for name, patterns in table["words"].items():
        joined = "|".join(patterns)
        for part, pattern in table["parts"].items():
            joined = joined.replace(f"{{{part}}}", pattern)
        found[name] = joined
    return found


def read_side_weights(folder: Folder) -> Mapping[str, tuple[float, float, float]]:
    """What each feature weighs for a demand, an offer and neither. Raises: BrokenTable."""
    return _weights(folder, WEIGHTS)


def read_run_weights(folder: Folder) -> Mapping[str, tuple[float, float, float]]:
    """What each run of characters weighs for them. Raises: BrokenTable."""
    return _weights(folder, RUNS)


def _weights(folder: Folder, table: str) -> Mapping[str, tuple[float, float, float]]:
    rows = folder.own_rows(table)
    refuse_repeated((row["feature"] for row in rows), table)
    return {
        row["feature"]: (float(row["demand"]), float(row["supply"]), float(row["neither"]))
        for row in rows
    }
