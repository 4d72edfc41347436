"""Chinese text in columns, safe to show on a terminal whatever it was read from."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.read import State

MARKS = {State.GIVEN: "●", State.INFERRED: "◐", State.UNKNOWN: "○"}
SIGNS = {Verdict.MEETS: "✓", Verdict.ASK: "?", Verdict.FAILS: "✕"}
LEGEND = "● 写明  ◐ 推断  ○ 未知"
WIDE = frozenset("WF")


def clean(text: str) -> str:
    """The text without control characters, which could steer the terminal; newlines stay."""
    return "".join(
        char for char in text if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cf"}
    )


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def shortened(text: str, columns: int) -> str:
    """One line of at most so many columns, with an ellipsis where it was cut."""
    line = one_line(text)
    if width(line) <= columns:
        return line
    while line and width(line) > columns - 1:
        line = line[:-1]
    return line + "…"


def width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in WIDE else 1 for char in text)


def padded(text: str, columns: int) -> str:
    return text + " " * max(columns - width(text), 0)


def table(rows: list[tuple[str, ...]]) -> str:
    """The rows with their columns aligned, the last one free."""
    if not rows:
        return ""
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    lines = [
        "  ".join([*(padded(cell, size) for cell, size in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
