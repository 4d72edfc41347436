"""Words of a table found in a text in one pass: by their first two characters, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")
# One pattern tries its branches in turn; with more first characters, a look-up is faster.
MOST_BRANCHES = 150


class Wordlist(Generic[T]):
    """Words and what each stands for."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = dict(meanings)
        self._starting = _by_start(self._meanings)
        self._single = frozenset(word for word in meanings if len(word) == 1)
        self._first = _first_characters(meanings)
        self._first_letters = {word[0] for word in meanings if word}
        self._last_letters = {word[-1] for word in meanings if word}
        # What was found in the last text; several rules ask for the same words of a sentence.
        self._last: tuple[str, tuple[tuple[int, str], ...]] = ("", ())

    @cached_property
    def _branches(self) -> re.Pattern[str]:
        """All words as one pattern that shares their beginnings; the longest one matches."""
        return re.compile(_branched(self._meanings) or r"(?!)")

    def __contains__(self, word: object) -> bool:
        return word in self._meanings

    def __getitem__(self, word: str) -> T:
        return self._meanings[word]

    def get(self, word: str) -> T | None:
        return self._meanings.get(word)

    def at(self, text: str, start: int) -> str:
        """The longest word that stands at ``start``; empty when none does."""
        sizes = self._starting.get(text[start : start + 2])
        if sizes is not None:
            for size in sizes:
                word = text[start : start + size]
                if word in self._meanings:
                    return word
        single = text[start : start + 1]
        return single if single in self._single else ""

    def before(self, text: str, end: int, longest: int = 8) -> str:
        """The longest word that ends at ``end``; empty when none does."""
        if text[end - 1 : end] not in self._last_letters:
            return ""
        for size in range(min(longest, end), 0, -1):
            if text[end - size : end] in self._meanings:
                return text[end - size : end]
        return ""

    def is_made_of(self, text: str) -> bool:
        """Whether the text is nothing but words of the list, one behind the other."""
        reached = {0}
        for at in range(len(text)):
            if at in reached:
                sizes = self._starting.get(text[at : at + 2], ())
                ends = (at + size for size in sizes if text[at : at + size] in self._meanings)
                reached.update(end for end in ends if end <= len(text))
                reached.update([at + 1] if text[at] in self._single else [])
        return len(text) in reached

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Every longest word with its place, none inside another, from left to right."""
        known, found = self._last
        if known is not text:
            found = tuple(self._found(text))
            self._last = (text, found)
        return iter(found)

    def next_start(self, text: str, at: int) -> int:
        """The first place from ``at`` on where a word may begin; the text's end where none may."""
        start = self._first.search(text, at)
        return len(text) if start is None else start.start()

    def _found(self, text: str) -> Iterator[tuple[int, str]]:
        if len(self._first_letters) <= MOST_BRANCHES:
            yield from ((each.start(), each[0]) for each in self._branches.finditer(text))
            return
        at = 0
        while (start := self._first.search(text, at)) is not None:
            at = start.start()
            word = self.at(text, at)
            if word:
                yield at, word
            at += len(word) or 1


def _first_characters(words: Iterable[str]) -> re.Pattern[str]:
    """Where a word may begin, so that a search jumps from one such place to the next."""
    pairs = {re.escape(word[0]) for word in words if word}
    return re.compile(f"[{''.join(sorted(pairs))}]" if pairs else r"(?!)")


def _branched(words: Iterable[str]) -> str:
    """A pattern of the words, each beginning written once: 上(?:半年|月)."""
    nexts: dict[str, list[str]] = defaultdict(list)
    is_end = False
    for word in words:
        if word:
            nexts[word[0]].append(word[1:])
        else:
            is_end = True
    single = [first for first, rests in nexts.items() if not any(rests)]
    several = [re.escape(first) + _branched(rests) for first, rests in nexts.items() if any(rests)]
    parts = [*several, *([f"[{re.escape(''.join(single))}]"] if single else [])]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)})" + ("?" if is_end else "")


def _by_start(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words by their first two characters, longest first."""
    starting: dict[str, set[int]] = defaultdict(set)
    for word in words:
        if len(word) > 1:
            starting[word[:2]].add(len(word))
    return {start: tuple(sorted(found, reverse=True)) for start, found in starting.items()}
