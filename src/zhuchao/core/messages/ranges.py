"""Ranges: two numbers, or two numbers each with its unit, as the ends of one figure."""

from __future__ import annotations

import re

from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.storeys import FLOOR
from zhuchao.core.messages.summing import GOING_ON, sum_of
from zhuchao.core.messages.tokens import RANGE, Token
from zhuchao.core.messages.units import BARE, Unit, unit_behind, with_tail
from zhuchao.core.text.numerals import DIGITS, NUMBER, pair_in, value_of

LARGE_ENDING = re.compile(r"[万亿千wk]$")
# SCB14-1250, C6-300: behind a letter stands a model or a code, and no range begins.
CODE = re.compile(r"[a-z]$")


def range_of(text: str, token: Token, low: float) -> tuple[float, float, int]:
    """The two bounds of what begins with the token, and where that ends; both ``low`` without."""
    bounds = None if token.text[0].isascii() else pair_in(token.text)
    if bounds:
        return (*bounds, token.end)
    is_open = text[token.end : token.end + 1] in GOING_ON
    if not is_open or CODE.search(text, max(0, token.start - 1), token.start):
        return low, low, token.end
    total = sum_of(text, token, low)
    if total is not None:
        return total
    gap = RANGE.match(text, token.end)
    second = NUMBER.match(text, gap.end()) if gap and gap[0].strip() else None
    value = value_of(second) if second else None
    if second is None or value is None or FLOOR.match(text, second.start()):
        return low, low, token.end
    # 5-6万, 5-6千: the first number shares the second's multiplier.
    shared = LARGE_ENDING.search(second[0]) and not LARGE_ENDING.search(token.text)
    if shared and low < value:
        for multiplier in (1e8, 1e4, 1e3):
            if value >= multiplier and low * multiplier <= value:
                low *= multiplier
                break
    return (low, value, second.end()) if low < value else (low, low, token.end)


def to_second(
    text: str, token: Token, end: int, low: float, high: float, unit: Unit, lexicon: Lexicon
) -> tuple[float, float, Unit, int]:
    """2000平到2500平: a range whose ends both carry the unit."""
    may_be = low == high and unit.dimension != BARE and text[end : end + 1] in GOING_ON
    gap = RANGE.match(text, end) if may_be else None
    second = NUMBER.match(text, gap.end()) if gap and gap[0].strip() else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return low, high, unit, end
    other, after = unit_behind(text, second.end(), lexicon)
    is_range = other == unit and low < value
    return (low, value, unit, after) if is_range else (low, high, unit, end)


def up_to(
    text: str, at: int, unit: Unit, low: float, high: float, lexicon: Lexicon
) -> tuple[float, float, int]:
    """3毛5到4毛: a range whose first end has a digit behind its unit."""
    gap = RANGE.match(text, at) if low == high and text[at - 1] in DIGITS else None
    second = NUMBER.match(text, gap.end()) if gap and gap[0].strip() else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return low, high, at
    other, end = unit_behind(text, second.end(), lexicon)
    top = value * other.factor
    if other != unit or top <= low:
        return low, high, at
    _, top, end = with_tail(text, end, unit, top, top)
    return low, top, end
