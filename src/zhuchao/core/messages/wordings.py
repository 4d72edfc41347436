"""The wording of a message: runs of characters, and words that people of one side use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from math import sqrt
from operator import add

from zhuchao.core.vocabulary.tables import CueWord

# What all runs together may say, beside cues and fields; set by messages left out of the fit.
STRENGTH = 6.0
# Each run of a few words says no more than one of so many.
FEWEST = 80
START = "^"
# What is said first counts apart: it mostly tells who wants what.
FIRST, FIRST_MARK = 8, "⊢"
# So many more words of one side than one leave no doubt.
MANY_MORE = 4
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
# 🙏🙏, stops and blanks in front of the first word say nothing.
_BEFORE = re.compile(r"[^\w]*")
# How somebody writes his stops tells who he is, not what he wants.
_STOPS = tuple(zip("，；！？：", ",;!?:", strict=True))


def plain(text: str) -> str:
    """From the first word on, ``^`` in front; figures, blanks, and either width of stops alike."""
    begun = text[first_word(text) :]
    for wide, narrow in _STOPS:
        begun = begun.replace(wide, narrow)
    return START + " ".join(_FIGURE.sub("0", begun).split())


def first_word(text: str) -> int:
    """Where the first word, figure or sign for a name stands."""
    before = _BEFORE.match(text)
    return before.end() if before else 0


def runs_of(text: str) -> set[str]:
    """The runs of one to three characters of a plain text, and again those that it begins with."""
    return {*_runs(text), *(FIRST_MARK + run for run in _runs(text[:FIRST]))}


def _runs(text: str) -> Iterator[str]:
    pairs = list(map(add, text, text[1:]))
    return chain(text, pairs, map(add, pairs, text[2:]))


def strength_of(runs: Collection[str]) -> float:
    """What each run says: the more there are the less, so that no text is judged by its length."""
    return STRENGTH / sqrt(max(FEWEST, len(runs)))


def words_of(text: str, index: Mapping[str, tuple[CueWord, ...]]) -> Iterator[tuple[str, float]]:
    """The cues whose words a plain text holds, and for each side whether, how many and which share.

    ``index`` gives the words by their first two characters.
    """
    held = _held(text, index)
    for cue in {each.cue for each in held}:
        yield cue, 1.0
    sides = Counter([each.side for each in held])
    for side, number in sides.items():
        yield f"words_{side}", 1.0
        yield f"many_words_{side}", min(1.0, (number - 1) / MANY_MORE)
        yield f"share_words_{side}", number / len(held)


def _held(text: str, index: Mapping[str, tuple[CueWord, ...]]) -> list[CueWord]:
    begun = index.keys() & set(map(add, text, text[1:]))
    return [each for start in begun for each in index[start] if each.word in text]
