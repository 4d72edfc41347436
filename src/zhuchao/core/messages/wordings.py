"""Runs of characters, by which the wording of a message speaks for a side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt

LONGEST = 3
# What all runs together may say, beside cues and fields; set by messages left out of the fit.
STRENGTH = 2.5
# Before a run, so that none is called as another feature is.
MARK = "="
START = "^"
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_BLANKS = re.compile(r"\s+")


def runs_of(text: str) -> Iterator[tuple[str, float]]:
    """Each run of one to three characters once, as a feature with its strength.

    All figures are alike, and so are all blanks; ``^`` stands before the first character. The more
    runs there are the less each says, so that long texts are not judged by their length.
    """
    plain = START + _BLANKS.sub(" ", _FIGURE.sub("0", text)).strip()
    sizes = range(1, LONGEST + 1)
    runs = dict.fromkeys(
        plain[at : at + size] for size in sizes for at in range(len(plain) - size + 1)
    )
    strength = STRENGTH / sqrt(len(runs))
    for run in runs:
        yield MARK + run, strength
