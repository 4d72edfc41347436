"""What makes a reading right: folded comparison, 4-gram F1, and the kind at each marked line."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from zhuchao.core.vocabulary.page import Page, Zone

GRAM = 4
_NOISE = re.compile(r"[\W_]+")


def folded(text: str | None) -> str:
    """Compatible form without punctuation and space."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text or ""))


def gram_f1(found: str, gold: str) -> float:
    """The character 4-gram F1 of two texts, folded; 1 for two empty ones."""
    one, other = (
        Counter(text[i : i + GRAM] for i in range(max(1, len(text) - GRAM + 1)))
        for text in (folded(found), folded(gold))
    )
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values()))


@dataclass
class Tally:
    """Counts of one field: values marked, values found, and found as marked."""

    gold: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, where: str, found: object, gold: object) -> None:
        has_gold, has_found = gold not in (None, "", ()), found not in (None, "", ())
        self.gold += has_gold
        self.found += has_found
        if has_gold and found == gold:
            self.right += 1
        elif has_gold or has_found:
            self.wrong.append(f"{where}: {found!r} for {gold!r}")

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def kinds_found(page: Page, marked: Iterable[Sequence[str]]) -> list[str]:
    """For each marked line the kind that the reader gave to its text; "" where it has none."""
    whole = _Folded(page)
    return [whole.kind_of(folded(text)) for _, text in marked]


class _Folded:
    """A page's zones as one folded text, looked through from top to bottom."""

    def __init__(self, page: Page) -> None:
        self._zones: list[Zone] = sorted((*page.body, *page.cut), key=lambda zone: zone.span)
        self._starts: list[int] = []
        parts, at = [], 0
        for zone in self._zones:
            key = folded(zone.text)
            self._starts.append(at)
            parts.append(key)
            at += len(key)
        self._text, self._at = "".join(parts), 0

    def kind_of(self, key: str) -> str:
        if not key:
            return ""
        begin = self._text.find(key, self._at)
        begin = begin if begin >= 0 else self._text.find(key)
        if begin < 0:
            return ""
        self._at = begin + len(key)
        middle = begin + len(key) // 2
        return self._zones[bisect_right(self._starts, middle) - 1].kind.value
