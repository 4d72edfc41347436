"""Texts as the terms by which they are found: pairs of neighbouring characters, and words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?|[^\W_a-z0-9]+")
_LATIN = re.compile(r"[a-z0-9]")


def bigrams(text: str) -> Iterator[str]:
    """The terms of a text in their order.

    Width and case are folded. Chinese gives each pair of neighbouring characters, so that a
    sub-word (经开, 风电) is found; a lone character stands for itself, and Latin words and figures
    are one term each. Empty for a text without letters and figures.
    """
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if _LATIN.match(run) or len(run) == 1:
            yield run
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))
