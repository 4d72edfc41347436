"""How much a name looks like a town's: by the characters that it begins, goes on and ends with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

LONGEST = 4
# A character that was never met counts as half of one that was.
UNMET = 0.5


def character_weights(towns: Iterable[str], words: Iterable[str]) -> Mapping[str, float]:
    """How much each character speaks for a town's name and against a word of messages.

    Keyed by the character, with "^" in front where it begins a name and "$" where it ends one;
    natural logarithms of how much likelier it is in a name.
    """
    in_towns, in_words = Counter[str](), Counter[str]()
    numbers = [0, 0]
    for at, (names, counted) in enumerate(((towns, in_towns), (words, in_words))):
        for name in names:
            if 1 < len(name) <= LONGEST:
                counted.update(_features(name))
                numbers[at] += 1
    shift = math.log(max(1, numbers[1]) / max(1, numbers[0]))
    return {
        each: shift + math.log((in_towns[each] + UNMET) / (in_words[each] + UNMET))
        for each in {*in_towns, *in_words}
    }


def likeness(name: str, weights: Mapping[str, float]) -> float:
    """Above zero for what looks more like a town's name than like a word; so low for no name."""
    if not name:
        return -math.inf
    total = 0.0
    for each in _features(name):
        total += weights.get(each, 0.0)
    return total


def _features(name: str) -> list[str]:
    return [f"^{name[0]}", *name[1:-1], f"${name[-1]}"]
