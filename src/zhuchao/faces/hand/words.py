"""The Chinese word, tone and shape of every state, from ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Word(NamedTuple):
    """How a state is shown; ``tone`` is "accent", "good", "slow", "late" or empty."""

    text: str
    tone: str
    shape: str


@cache
def _words() -> dict[str, dict[str, Word]]:
    source = files(__package__).joinpath("words.toml").read_text("utf-8")
    return {
        kind: {key: Word(*word) for key, word in entries.items()}
        for kind, entries in tomllib.loads(source).items()
    }


def word(kind: str, key: object) -> Word:
    """The word for ``key``; a key that has none is shown as it stands."""
    return _words().get(kind, {}).get(str(key), Word(str(key), "", ""))


def choices(kind: str) -> list[tuple[str, str]]:
    """The keys and words of one kind, in the order of the file."""
    return [(key, entry.text) for key, entry in _words().get(kind, {}).items()]
