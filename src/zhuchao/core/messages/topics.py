"""What a message speaks of: premises, other things, and the words of other business."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import add
from typing import NamedTuple

from zhuchao.core.messages.lexicon import Lexicon, longest

PREMISES = "premises"
THING, MACHINE = "thing", "machine"
# Of one topic the words count so much together: a page about wages is one topic still.
MOST_OF_TOPIC = 8
# 注塑机的厂房: a thing names the house that stands behind it.
GAP = 2


class Mention(NamedTuple):
    """Where something is spoken of; ``weight`` is what that says against a property."""

    start: int
    end: int
    topic: str
    weight: int = 0


def mentions(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """The words of all topics in the text, in order."""
    index, end = lexicon.topic_words, 0
    are_known = map(index.__contains__, map(add, text, text[1:]))
    for at in compress(count(), are_known):
        word = longest(index, text, at) if at >= end else ""
        if word:
            end = at + len(word)
            found = lexicon.topics[word]
            if found.topic:
                yield Mention(at, end, found.topic, found.weight)


def weights_of(found: Iterable[Mention], text: str) -> dict[str, int]:
    """What they say against a property, by topic: each word once, no topic without end."""
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for each in found:
        if each.weight:
            told[each.topic][text[each.start : each.end]] = each.weight
    return {topic: min(MOST_OF_TOPIC, sum(words.values())) for topic, words in told.items()}


def weight_of(found: Iterable[Mention], text: str) -> int:
    """What they say together against a property."""
    return sum(weights_of(found, text).values())


def nearest(found: Sequence[Mention], at: int, low: int, high: int) -> Mention | None:
    """What is named next behind a place, or else the last before it, between two others."""
    here = found[bisect_left(found, (low,)) : bisect_left(found, (high,))]
    behind = [each for each in here if each.end > at][:2]
    if len(behind) > 1 and behind[1].topic == PREMISES and behind[1].start - behind[0].end <= GAP:
        return behind[1]  # 钢材仓库 is a house
    return behind[0] if behind else here[-1] if here else None
