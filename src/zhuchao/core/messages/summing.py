"""Figures that stand for one: 630+400, 630KVA+400KVA, 20/5吨."""

from __future__ import annotations

import re

from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import BLANKS, Unit, unit_behind
from zhuchao.core.text.numerals import NUMBER, value_of

# 20/5吨: the main hook and a smaller one.
HOOKS = re.compile(r"\s*/\s*(?=\d)")
SLASHED = BLANKS | {"/"}
PLUS = re.compile(r"\s*(?:加|\+)\s*(?=\d)")
# The first characters of a range, a sum or a plus; behind most figures stands another.
GOING_ON = BLANKS | frozenset("-~—–至到加+↑")


def of_main_hook(
    text: str, token: Token, unit: Unit, end: int, lexicon: Lexicon
) -> tuple[Unit, int]:
    """20/5吨: a crane of twenty tonnes, with a smaller hook beside the main one."""
    slash = HOOKS.match(text, token.end) if text[token.end : token.end + 1] in SLASHED else None
    second = NUMBER.match(text, slash.end()) if slash else None
    value = value_of(second) if second else None
    if second is None or value is None or value >= (token.value or 0.0):
        return unit, end
    other, after = unit_behind(text, second.end(), lexicon)
    return (other, after) if other.dimension == "tonnes" else (unit, end)


def added(text: str, at: int, unit: Unit, low: float, lexicon: Lexicon) -> tuple[float, float, int]:
    """630KVA+400KVA: two transformers, each with its unit."""
    gap = PLUS.match(text, at)
    second = NUMBER.match(text, gap.end()) if gap else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return low, low, at
    other, end = unit_behind(text, second.end(), lexicon)
    total = low + value * other.factor
    return (total, total, end) if other.dimension == unit.dimension else (low, low, at)


def sum_of(text: str, token: Token, low: float) -> tuple[float, float, int] | None:
    """630加400 and 630+400: two transformers are one capacity."""
    gap = PLUS.match(text, token.end)
    second = NUMBER.match(text, gap.end()) if gap else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return None
    return low + value, low + value, second.end()
