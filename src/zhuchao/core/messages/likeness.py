"""How much a name looks like a town's: by the characters that it begins, goes on and ends with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

LONGEST = 4
# A character that was never met counts as half of one that was.
UNMET = 0.5


def character_weights(towns: Iterable[str], words: Iterable[str]) -> Mapping[str, float]:
    """How much each character speaks for a town's name and against a word of messages.

    Keyed by the character, with "^" in front where it begins a name and "$" where it ends one;
    natural logarithms of how much likelier it is in a name.
    """
    names, others = ([each for each in some if 1 < len(each) <= LONGEST] for some in (towns, words))
    in_towns, in_words = _counted(names), _counted(others)
    shift = math.log(max(1, len(others)) / max(1, len(names)))
    return {
        each: shift + math.log((in_towns[each] + UNMET) / (in_words[each] + UNMET))
        for each in {*in_towns, *in_words}
    }


def _counted(names: Sequence[str]) -> Counter[str]:
    """How often each feature is met; counted by place, which for many names is quicker."""
    counted = Counter(chain.from_iterable(name[1:-1] for name in names))
    for sign, at in (("^", 0), ("$", -1)):
        for character, times in Counter(name[at] for name in names).items():
            counted[sign + character] = times
    return counted


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
