"""Words of tables found in a text in one pass: by their first two characters, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import add
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Starts = Sequence[tuple[int, str]]
# By the numbers of lists what each has of a word.
Told = tuple[tuple[int, str], ...]
# One pattern tries its branches in turn; with more first characters, a look-up is faster.
MOST_BRANCHES = 150
# Of so many texts the words are kept; several rules ask for the same words of a page's sentences.
KEPT_TEXTS = 128
# Stands behind the last character where pairs are looked up; begins no word.
END = "\0"


class Wordlist(Generic[T]):
    """Words and what each stands for."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = dict(meanings)
        self._starting = _by_start(self._meanings)
        self._single = frozenset(word for word in meanings if len(word) == 1)
        self._first = _first_characters(meanings)
        self._first_letters = {word[0] for word in meanings if word}
        self._ending = {
            end[::-1]: sizes for end, sizes in _by_start(word[::-1] for word in meanings).items()
        }
        self._kept: dict[str, Starts] = {}

    @cached_property
    def _branches(self) -> re.Pattern[str]:
        """All words as one pattern that shares their beginnings; the longest one matches."""
        return re.compile(_branched(self._meanings) or r"(?!)")

    def __iter__(self) -> Iterator[str]:
        return iter(self._meanings)

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
        for size in self._ending.get(text[end - 2 : end], ()) if end > 1 else ():
            if size <= longest and size <= end and text[end - size : end] in self._meanings:
                return text[end - size : end]
        single = text[end - 1 : end] if end else ""
        return single if single in self._single else ""

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

    def found(self, text: str) -> Starts:
        """Every longest word with its place, none inside another, from left to right."""
        starts = self.starts(text)
        if len(starts) < 2:  # Most texts hold no word of most lists.
            return starts
        kept: list[tuple[int, str]] = []
        reached = 0
        for at, word in starts:
            if at >= reached:
                kept.append((at, word))
                reached = at + len(word)
        return kept

    def starts(self, text: str) -> Starts:
        """The longest word at every place where one begins, also inside another, in order."""
        known = self._kept.get(text)
        if known is None:
            known = tuple(self._starts(text))
            self.keep(text, known)
        return known

    def keep(self, text: str, starts: Starts) -> None:
        """Keep what ``starts`` gives for a text, where a sweep has told it."""
        if len(self._kept) >= KEPT_TEXTS:
            self._kept.clear()
        self._kept[text] = starts

    def _starts(self, text: str) -> Iterator[tuple[int, str]]:
        if len(self._first_letters) <= MOST_BRANCHES:
            at = 0
            while (branch := self._branches.search(text, at)) is not None:
                at = branch.start() + 1
                yield branch.start(), branch[0]
            return
        for start in self._first.finditer(text):
            word = self.at(text, start.start())
            if word:
                yield start.start(), word


class Sweep:
    """Several lists whose words are found in one pass of a text, and kept by each."""

    def __init__(self, lists: Sequence[Wordlist[Any]]) -> None:
        self._lists = tuple(lists)
        # By each word the longest beginning of it that each list has: itself, where it is listed.
        told: dict[str, Told] = {}
        for word in sorted({word for words in self._lists for word in words if word}, key=len):
            inside = (told.get(word[:size]) for size in range(len(word) - 1, 0, -1))
            shorter = dict(next((each for each in inside if each), ()))
            own = {number: word for number, words in enumerate(self._lists) if word in words}
            told[word] = tuple((shorter | own).items())
        self._single = {word: each for word, each in told.items() if len(word) == 1}
        self._starting = _tree({word: each for word, each in told.items() if len(word) > 1})

    def over(self, text: str) -> None:
        """Let each list know which of its words begin where in the text.

        Every character of every page comes by here: the loop does little else than look-ups.
        """
        found: dict[int, list[tuple[int, str]]] = {}
        begins, single, size = self._starting.get, self._single.get, len(text)
        pairs = map(add, text, text[1:] + END)
        for at, (character, pair) in enumerate(zip(text, pairs, strict=True)):
            node, end, told = begins(pair), at + 2, None
            while node is not None:
                if node.__class__ is tuple:
                    told = node
                    break
                if END in node:
                    told = node[END]
                node = node.get(text[end]) if end < size else None
                end += 1
            for number, word in told or single(character, ()):
                found.setdefault(number, []).append((at, word))
        for number, words in enumerate(self._lists):
            words.keep(text, found.get(number, ()))


def _tree(told: Mapping[str, Told]) -> dict[str, Any]:
    """What words tell by their first two characters, then by each further one; under END what a
    word tells that goes on, without END one that does not."""
    root: dict[str, Any] = {}
    for word in sorted(told, key=len, reverse=True):  # the longer ones make the branches
        *path, last = word[:2], *word[2:]
        node = root
        for character in path:
            node = node.setdefault(character, {})
        if last in node:
            node[last][END] = told[word]
        else:
            node[last] = told[word]
    return root


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
    # Each branch begins with a plain character, so that a search skips all that begin none.
    parts = [
        re.escape(first) + (_branched(rests) if any(rests) else "")
        for first, rests in nexts.items()
    ]
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
