"""Telephones in figures and in spoken numerals: 138 0000 1234, 幺三八零零零零一二三四."""

from __future__ import annotations

import re

TELEPHONE = re.compile(
    r"(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d){8}|0\d{2,3}[- ]?[2-9]\d{6,7}"
    r"|0\d{2,3}-\d{3,4}[- ]?\d{4}|[48]00[- ]?\d{3,4}[- ]?\d{3,4})(?![\d.])"
)
# 幺三八零零零零一二三四, also in groups.
SPOKEN = str.maketrans("零〇幺一二两三四五六七八九", "0011223456789")
_SPOKEN_DIGIT = "[零〇幺一二两三四五六七八九]"
SPOKEN_TELEPHONE = re.compile(
    rf"(?<!{_SPOKEN_DIGIT})[幺一][ -]?[三四五六七八九](?:[ -]?{_SPOKEN_DIGIT}){{9}}"
    rf"(?!{_SPOKEN_DIGIT}|[十百千万])"
)

# No other character begins one.
DIALLED = frozenset("+0148幺一")


def telephone_at(text: str, at: int) -> tuple[int, str] | None:
    """Where the telephone that stands at ``at`` ends, with how it is dialled; None for none."""
    if text[at] in "+0148":
        found = TELEPHONE.match(text, at)
        return (found.end(), found[0]) if found else None
    spoken = SPOKEN_TELEPHONE.match(text, at) if text[at] in "幺一" else None
    return (spoken.end(), spoken[0].translate(SPOKEN)) if spoken else None
