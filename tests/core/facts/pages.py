"""Pages for the tests of facts: a headline and lines of text, and the marked texts."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.quality.facts.marks import page_of

from zhuchao import tables as reference
from zhuchao.core.facts import find
from zhuchao.core.vocabulary.fact import Facts

TEXTS = tomllib.loads(Path(__file__).with_name("texts.toml").read_text("utf-8"))["text"]
PUBLISHED = date(2026, 5, 8)


def facts_of(body: str, published: date | None = PUBLISHED, title: str = "") -> Facts:
    """What a text of one or more lines states."""
    return find(page_of(title, body, published), reference.load())


def texts() -> list[Any]:
    """The marked texts with their names as identifiers."""
    return list(TEXTS)
