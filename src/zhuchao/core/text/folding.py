"""Evasive, full-width and radical spellings restored for reading, with the way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from zhuchao.core.text.remembered import built_once
from zhuchao.core.vocabulary.read import Span

# Nothing is seen of these: zero-width spaces and joiners, soft hyphen, byte order mark, fillers.
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\u00ad\ufeff\u180e\u200e\u200f\u2063")
# NFKC would turn a numbered bullet into a figure that belongs to nothing, and a Chinese comma into
# one that seems to group thousands.
KEPT = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳，")
# The blocks of what texts mostly hold: ASCII, and Chinese with its punctuation.
COMMON = (range(0x80), range(0x2010, 0x2027), range(0x3000, 0x3020), range(0x4E00, 0xA000))

# What NFKC changes in texts of the trade: full-width forms, blanks, units.
USUAL_WIDE = (*map(chr, range(0xFF01, 0xFF5F)), *"\u3000\u00a0…㎡㎥")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with, for each of its characters, the range of the original it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """A span of the folded text as a span of the original; an empty one stays empty."""
        return Span(*self.range_of(span.start, span.end))

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The same for a range that is no span yet."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self._end
            return at, at
        first, last = self.starts[start], self.ends[end - 1]
        if last <= first:  # Cells of a table that stand in another order
            return min(self.starts[start:end]), max(self.ends[start:end])
        return first, last

    @property
    def _end(self) -> int:
        return self.ends[-1] if self.ends else 0


def fold(text: str, folding: Mapping[str, str], evasions: Mapping[str, str]) -> Folded:
    """Fold width, radicals, letter case and evasive spellings.

    ``folding`` maps single characters, ``evasions`` spellings of any length to what is meant.
    Source of the radicals: Unicode EquivalentUnifiedIdeograph.
    """
    known = _pieces(folding)
    # Most characters stay as they are; a pattern passes by them in a tenth of the time of a loop.
    changing = set(known.changing.findall(text))
    folded = known.changing.sub(lambda found: known[found[0]], text) if changing else text
    if known.uneven.isdisjoint(changing):
        starts, ends = _one_by_one(len(text))
    else:
        starts = tuple(at for at, character in enumerate(text) for _ in known[character])
        ends = tuple(at + 1 for at in starts)
    return _restored(Folded(folded, starts, ends), evasions)


@lru_cache(maxsize=1024)
def _one_by_one(size: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where each character of a text starts and ends that folds one by one, as most do."""
    return tuple(range(size)), tuple(range(1, size + 1))


def simplified(text: str, traditional: Mapping[int, str]) -> str:
    """The text in simplified characters; ``traditional`` has them by code point."""
    return text.translate(traditional) if _traditional(traditional).search(text) else text


_TRADITIONAL: list[tuple[Mapping[int, str], re.Pattern[str]]] = []


def _traditional(table: Mapping[int, str]) -> re.Pattern[str]:
    """What tells whether a text holds any of the table's characters: few do."""
    for known, pattern in _TRADITIONAL:
        if known is table:
            return pattern
    written = re.escape("".join(map(chr, table)))
    pattern = re.compile(f"[{written}]" if written else r"(?!)")
    _TRADITIONAL[:] = [(table, pattern), *_TRADITIONAL[:3]]
    return pattern


def folded_plain(text: str, folding: Mapping[str, str], evasions: Mapping[str, str]) -> str:
    """The same folding where no way back is needed: a tenth of the time of ``fold``."""
    shown = unicodedata.normalize("NFKC", _plainly(folding).of(text)).lower()
    if not evasions:
        return shown
    return _spellings(tuple(evasions)).sub(lambda found: evasions[found[0]], shown)


class _Plainly:
    """The folding by a pattern, as few characters of a usual text are folded.

    Wide forms are folded as NFKC does it: a text that holds none is normalized at once.
    """

    def __init__(self, folding: Mapping[str, str]) -> None:
        self.folding = folding
        wide = {each: unicodedata.normalize("NFKC", each) for each in USUAL_WIDE}
        self._meant = {**wide, **folding, **dict.fromkeys(INVISIBLE, "")}
        # Of these a text has many: they are replaced all at once, unless they are folded otherwise.
        self._marks = [
            (each, wide[each]) for each in "，：；！？（）" if not {each, wide[each]} & set(folding)
        ]
        self._written = re.compile(f"[{re.escape(''.join(self._meant))}]")

    def of(self, text: str) -> str:
        for mark, meant in self._marks:
            text = text.replace(mark, meant)
        return self._written.sub(self._of_one, text)

    def _of_one(self, found: re.Match[str]) -> str:
        return self._meant[found[0]]


_PLAINLY: list[_Plainly] = []


def _plainly(folding: Mapping[str, str]) -> _Plainly:
    for known in _PLAINLY:
        if known.folding is folding:
            return known
    plainly = _Plainly(folding)
    _PLAINLY[:] = [plainly, *_PLAINLY[:3]]
    return plainly


class _Pieces(dict[str, str]):
    """What each character folds to, found out once."""

    def __init__(self, folding: Mapping[str, str]) -> None:
        super().__init__()
        self._folding = folding
        # Those that fold to no character or to several.
        self.uneven: set[str] = set()
        common = [*KEPT, *(chr(code) for block in COMMON for code in block)]
        staying = [c for c in common if _plain(c, folding) == c]
        self.changing = re.compile(f"[^{_in_runs(staying)}]")

    def __missing__(self, character: str) -> str:
        piece = self[character] = _plain(character, self._folding)
        if len(piece) != 1:
            self.uneven.add(character)
        return piece


def _in_runs(characters: Iterable[str]) -> str:
    """The inside of a class that holds them: to compile it from runs is quicker than one by one."""
    runs: list[tuple[int, int]] = []
    for code in sorted({ord(each) for each in characters}):
        if runs and runs[-1][1] + 1 == code:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return "".join(f"{re.escape(chr(low))}-{re.escape(chr(high))}" for low, high in runs)


@built_once
def _pieces(folding: Mapping[str, str]) -> _Pieces:
    return _Pieces(folding)


def _plain(character: str, folding: Mapping[str, str]) -> str:
    if character < "\x80":
        return character.lower()
    known = folding.get(character)
    if known is not None:
        return known
    if "\u4e00" <= character <= "\u9fff":
        return character
    if character in INVISIBLE:
        return ""
    return character if character in KEPT else unicodedata.normalize("NFKC", character).lower()


@lru_cache(maxsize=8)
def _spellings(variants: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(variants, key=len, reverse=True)
    return re.compile("|".join(re.escape(variant) for variant in longest_first))


_SPELT: list[tuple[Mapping[str, str], re.Pattern[str]]] = []


def _spelt(evasions: Mapping[str, str]) -> re.Pattern[str]:
    """The spellings, for the tables that were used last."""
    for known, pattern in _SPELT:
        if known is evasions:
            return pattern
    pattern = _spellings(tuple(evasions))
    _SPELT[:] = [(evasions, pattern), *_SPELT[:3]]
    return pattern


def _restored(folded: Folded, evasions: Mapping[str, str]) -> Folded:
    if not evasions:
        return folded
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in _spelt(evasions).finditer(folded.text):
        _copy(folded, done, found.start(), characters, starts, ends)
        for piece in evasions[found[0]]:
            characters.append(piece)
            starts.append(folded.starts[found.start()])
            ends.append(folded.ends[found.end() - 1])
        done = found.end()
    if not done:
        return folded
    _copy(folded, done, len(folded.text), characters, starts, ends)
    return Folded("".join(characters), tuple(starts), tuple(ends))


def _copy(
    folded: Folded, start: int, end: int, characters: list[str], starts: list[int], ends: list[int]
) -> None:
    characters.extend(folded.text[start:end])
    starts.extend(folded.starts[start:end])
    ends.extend(folded.ends[start:end])
