"""How near two titles are: the character bigrams that they share."""

from __future__ import annotations

import re

# Marks and spaces tell nothing; digits and letters do.
NOT_A_WORD = re.compile(r"[\W_]+")
# Sharing a channel counts as much as one title in five being the same.
SAME_CHANNEL = 0.2


def bigrams(title: str) -> frozenset[str]:
    """The pairs of neighbouring characters; a single character stands for itself."""
    text = NOT_A_WORD.sub("", title).casefold()
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)) if text)


def nearness(one: frozenset[str], other: frozenset[str], *, shares_channel: bool) -> float:
    """From 0 to 1 for the titles (Dice), and the channel's share on top."""
    total = len(one) + len(other)
    overlap = 2 * len(one & other) / total if total else 0.0
    return overlap + (SAME_CHANNEL if shares_channel else 0.0)
