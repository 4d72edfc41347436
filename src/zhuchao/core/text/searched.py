"""Texts as they are searched: what spellings stand for, their terms, and what was found marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from zhuchao.core.text.folding import Folded, fold, folded_plain
from zhuchao.core.vocabulary.read import Span

# Letters, figures and ideographs that stand beside one another.
_RUN = re.compile(r"[^\W_]+")
# A question of more words is cut: nobody types them, and each costs time.
MOST_WORDS = 12
LONGEST_WORD = 40
# What of the text stands before the first thing found.
LEAD_IN = 16
MOST_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an excerpt; ``is_found`` where it is what was asked for."""

    text: str
    is_found: bool = False


class Terms(NamedTuple):
    """Each pair of neighbouring characters in its order, none across a mark; each character."""

    pairs: list[str]
    characters: set[str]


class Spelling:
    """Folds script, width, case and evasive spellings, as both sides of a search are compared."""

    def __init__(
        self,
        *,
        folding: Mapping[str, str],
        traditional: Mapping[int, str],
        evasions: Mapping[str, str],
    ) -> None:
        self._folding, self._evasions = folding, evasions
        self._table = dict(traditional)
        # One mapping for good: folding keeps what it found out by the mapping itself.
        self._single = {**folding, **{chr(code): meant for code, meant in traditional.items()}}

    def folded(self, text: str) -> str:
        """The text as it is compared."""
        simplified = text.translate(self._table)
        return folded_plain(simplified, self._folding, self._evasions)

    def traced(self, text: str) -> Folded:
        """The same with the way back to the original; ten times slower."""
        return fold(text, self._single, self._evasions)

    def words(self, question: str) -> tuple[str, ...]:
        """What is asked for, each word once, in its order; empty for marks and spaces alone."""
        found = (run[:LONGEST_WORD] for run in _RUN.findall(self.folded(question)))
        return tuple(dict.fromkeys(found))[:MOST_WORDS]

    def terms(self, text: str) -> Terms:
        """By what the text is found."""
        runs = _RUN.findall(self.folded(text))
        pairs = [one + other for run in runs for one, other in pairwise(run)]
        return Terms(pairs, set("".join(runs)))


def marked(text: str, words: Sequence[str], spelling: Spelling) -> tuple[Piece, ...]:
    """The whole text with what was asked for marked."""
    return tuple(_cut(text, 0, len(text), _spans(text, words, spelling)))


def excerpt(
    text: str, words: Sequence[str], spelling: Spelling, *, length: int
) -> tuple[Piece, ...]:
    """The part of the text that holds most of the words, marked; its beginning where none does.

    Three dots stand where the text goes on.
    """
    text = " ".join(text.split())
    spans = _spans(text, words, spelling)
    start = _best_start(spans, len(text), length)
    end = min(len(text), start + length)
    pieces = list(_cut(text, start, end, spans))
    if start > 0:
        pieces.insert(0, Piece("…"))
    return (*pieces, Piece("…")) if end < len(text) else tuple(pieces)


def _spans(text: str, words: Sequence[str], spelling: Spelling) -> list[tuple[Span, str]]:
    """Where the words stand in the original, from left to right, none inside another."""
    if not words or not text:
        return []
    traced = spelling.traced(text)
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(word) for word in longest_first))
    return [
        (traced.original(Span(found.start(), found.end())), found[0])
        for found in pattern.finditer(traced.text)
    ]


def _best_start(spans: list[tuple[Span, str]], total: int, length: int) -> int:
    if not spans or total <= length:
        return 0
    starts = [span.start for span, _ in spans]

    def told(at: int) -> int:
        beyond = bisect_left(starts, starts[at] - LEAD_IN + length)
        return len({word for _, word in spans[at:beyond]})

    best = max(range(min(len(spans), MOST_LOOKED_AT)), key=lambda at: (told(at), -at))
    return max(0, min(starts[best] - LEAD_IN, total - length))


def _cut(text: str, start: int, end: int, spans: list[tuple[Span, str]]) -> Iterator[Piece]:
    at = start
    for span, _ in spans:
        if span.start < at or span.end > end:
            continue
        if span.start > at:
            yield Piece(text[at : span.start])
        yield Piece(text[span.start : span.end], is_found=True)
        at = span.end
    if at < end:
        yield Piece(text[at:end])
