"""Quantities: a number or a range with its unit, its rate and its bound, in the folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zhuchao.core.messages.lexicon import Lexicon, longest, unit_at
from zhuchao.core.messages.rates import RATE, rate_before, rate_behind
from zhuchao.core.messages.tokens import FLOOR, RANGE, Kind, Token
from zhuchao.core.text.numerals import (
    DIGITS,
    NUMBER,
    PAIR,
    is_loose,
    pair_of,
    parse_number,
    value_of,
)

# 左右 and 约 are read as a tenth either way (DOMAIN 4.3.9).
MARGIN = 0.10
MU_PER_HECTARE = 15
BARE = "bare"
# 8米+, 2000平+: that much, or more.
AND_MORE = re.compile(r"\s*\+(?=[\s,，。;；)]|$)")
# 3t*2: two of them.
TIMES_SIGNS = frozenset("*x×✕")
PLUS = re.compile(r"\s*(?:加|\+)\s*(?=\d)")
MONEY = frozenset({"money", "jiao", "dollars"})
LARGE_ENDING = re.compile(r"[万亿wk]$")
# 1万5 and 一万五 end in the next smaller digit.
LARGE_INSIDE = re.compile(r"[万亿w][\d一二三四五六七八九]?$|k$")
# What may stand beside a figure that no word explains: 高8米, 8米高.
HARMLESS = frozenset("高约达有带")
UNREAD = re.compile(r"[\u4e00-\u9fff]")
# 2年4个月 is a length of time in months.
AND_MONTHS = re.compile(r"\s*零?(?P<months>\d{1,2}|[一二三四五六七八九十]{1,2})个月")
TRAILING_DIGIT = re.compile(r"[\d一二两三四五六七八九](?![\d.万千百十个吨tk公台部])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """``low`` and ``high`` in the dimension's base unit; a None bound is open.

    ``dimension`` is that of the unit, "bare" without one; ``area_per`` and ``time_per`` tell a
    rate; ``is_loose`` marks a unit that people also use for something else (方);
    ``is_led_by_unread`` and ``runs_into_unread`` a number that touches text which the vocabulary
    does not know; ``is_times`` a number behind a sign to multiply by; ``is_unnamed`` a large one
    that is money unless a head says otherwise (最大两万二).
    """

    low: float | None
    high: float | None
    dimension: str
    start: int
    end: int
    about: bool = False
    area_per: str = ""
    time_per: str = ""
    is_loose: bool = False
    is_led_by_unread: bool = False
    runs_into_unread: bool = False
    is_times: bool = False
    is_unnamed: bool = False

    @property
    def is_beside_unread(self) -> bool:
        return self.is_led_by_unread or self.runs_into_unread

    @property
    def figure(self) -> float:
        """The number that was written, for deciding what it can mean."""
        return self.high if self.high is not None else (self.low or 0.0)

    def scaled(self, factor: float, dimension: str) -> Quantity:
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return replace(self, low=low, high=high, dimension=dimension)


def quantity_at(text: str, token: Token, before: Token | None, lexicon: Lexicon) -> Quantity:
    """The quantity that starts with a number token; ``before`` is the token in front of it."""
    low, high, end = _range(text, token, token.value or 0.0)
    unit, end = _unit(text, end, lexicon)
    if unit.dimension == "tonnes" and PLUS.match(text, token.end):
        low = high = token.value or 0.0  # 16+5吨 is two cranes, or two hooks of one
    is_unnamed = unit.dimension == BARE and bool(LARGE_INSIDE.search(token.text.removesuffix("个")))
    unit = _Unit("money", 1.0) if is_unnamed else unit
    low, high, unit, end = _to_second(text, token, end, low, high, unit, lexicon)
    low, high, end = _with_tail(text, end, unit, low * unit.factor, high * unit.factor)
    if unit.dimension in MONEY:
        low, high, end = _up_to(text, end, unit, low, high, lexicon)
    unit, low, high, end = _in_months(text, end, unit, low, high)
    if unit.dimension == "length" and text.endswith("高", 0, token.start):
        unit = _Unit("height", 1.0)  # 高12米, as 12米高
    found = Quantity(
        low, high, unit.dimension, token.start, end,
        is_loose=unit.is_loose,
        is_led_by_unread=_is_led_by_unread(text, token, before),
        is_unnamed=is_unnamed,
        is_times=text[max(0, token.start - 2) : token.start].rstrip()[-1:] in TIMES_SIGNS,
    )  # fmt: skip
    found = _rated(text, found)
    found = replace(found, runs_into_unread=_runs_into_unread(text, found.end, lexicon))
    return _bounded(text, found, before, lexicon)


def _in_months(
    text: str, end: int, unit: _Unit, low: float, high: float
) -> tuple[_Unit, float, float, int]:
    """2年4个月 and 两年半 are a length of time in months."""
    if unit.dimension != "years" or low != high:
        return unit, low, high, end
    months = AND_MONTHS.match(text, end)
    more = parse_number(months["months"]) or 0 if months else 0
    if months is None and not low % 1:
        return unit, low, high, end
    whole = 12 * low + more
    return _Unit("months", 1.0), whole, whole, months.end() if months else end


def _rated(text: str, found: Quantity) -> Quantity:
    """The quantity with what it is told for: behind it, or in front of a price."""
    is_bare, is_price = found.dimension == BARE, found.dimension in (*MONEY, BARE)
    if not is_price and found.dimension != "tonnes":
        return _exactly(found)
    area_per, time_per, end = rate_behind(text, found.end, is_bare=is_bare or not is_price)
    if is_price and not area_per and not time_per:
        area_per, time_per = rate_before(text, found.start)
    if area_per == "hectare":
        area_per, found = "mu", found.scaled(1 / MU_PER_HECTARE, found.dimension)
    return replace(_exactly(found), end=end, area_per=area_per, time_per=time_per)


def _exactly(found: Quantity) -> Quantity:
    low = None if found.low is None else _exact(found.low)
    return replace(found, low=low, high=None if found.high is None else _exact(found.high))


def _is_unread(text: str, at: int) -> bool:
    return UNREAD.match(text, at) is not None and text[at] not in HARMLESS


def _is_led_by_unread(text: str, token: Token, before: Token | None) -> bool:
    is_led = token.start > 0 and (before is None or before.end < token.start)
    return is_led and _is_unread(text, token.start - 1)


def _runs_into_unread(text: str, end: int, lexicon: Lexicon) -> bool:
    is_floor = FLOOR.match(text, end) is not None
    return _is_unread(text, end) and not is_floor and not longest(lexicon.words, text, end)


@dataclass(frozen=True, slots=True)
class _Unit:
    dimension: str
    factor: float
    is_loose: bool = False


def _range(text: str, token: Token, low: float) -> tuple[float, float, int]:
    pair = PAIR.fullmatch(token.text)
    bounds = pair_of(pair) if pair else None
    if bounds:
        return (*bounds, token.end)
    total = _sum(text, token, low)
    if total is not None:
        return total
    gap = RANGE.match(text, token.end)
    second = NUMBER.match(text, gap.end()) if gap and gap[0].strip() else None
    value = value_of(second) if second else None
    if second is None or value is None or FLOOR.match(text, second.start()):
        return low, low, token.end
    # 5-6万: the first number shares the second's multiplier.
    shared = LARGE_ENDING.search(second[0]) and not LARGE_ENDING.search(token.text)
    if shared and low < value:
        for multiplier in (1e8, 1e4):
            if value >= multiplier and low * multiplier <= value:
                low *= multiplier
                break
    return (low, value, second.end()) if low < value else (low, low, token.end)


def _to_second(
    text: str, token: Token, end: int, low: float, high: float, unit: _Unit, lexicon: Lexicon
) -> tuple[float, float, _Unit, int]:
    """2000平到2500平: a range whose ends both carry the unit."""
    gap = RANGE.match(text, end) if low == high and unit.dimension != BARE else None
    second = NUMBER.match(text, gap.end()) if gap and gap[0].strip() else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return low, high, unit, end
    other, after = _unit(text, second.end(), lexicon)
    is_range = other == unit and low < value
    return (low, value, unit, after) if is_range else (low, high, unit, end)


def _up_to(
    text: str, at: int, unit: _Unit, low: float, high: float, lexicon: Lexicon
) -> tuple[float, float, int]:
    """3毛5到4毛: a range whose first end has a digit behind its unit."""
    gap = RANGE.match(text, at) if low == high and text[at - 1] in DIGITS else None
    second = NUMBER.match(text, gap.end()) if gap and gap[0].strip() else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return low, high, at
    other, end = _unit(text, second.end(), lexicon)
    top = value * other.factor
    if other != unit or top <= low:
        return low, high, at
    _, top, end = _with_tail(text, end, unit, top, top)
    return low, top, end


def _sum(text: str, token: Token, low: float) -> tuple[float, float, int] | None:
    """630加400 and 630+400: two transformers are one capacity."""
    gap = PLUS.match(text, token.end)
    second = NUMBER.match(text, gap.end()) if gap else None
    value = value_of(second) if second else None
    if second is None or value is None:
        return None
    return low + value, low + value, second.end()


def _unit(text: str, at: int, lexicon: Lexicon) -> tuple[_Unit, int]:
    while at < len(text) and text[at] == " ":
        at += 1
    word = unit_at(lexicon, text, at)
    if not word:
        return _Unit(BARE, 1.0), at
    lexeme = lexicon.units[word]
    factor = float(lexeme.value.rstrip("~"))
    return _Unit(lexeme.key, factor, lexeme.value.endswith("~")), at + len(word)


def _with_tail(
    text: str, at: int, unit: _Unit, low: float, high: float
) -> tuple[float, float, int]:
    """6毛5, 15块5 and 4米5: the digit behind counts the next smaller coin, or decimetres.

    两年半 is half a year more.
    """
    if unit.dimension == "years" and low == high and text.startswith("半", at):
        return low + 0.5, high + 0.5, at + 1
    if unit.dimension not in ("jiao", "money", "length") or low != high:
        return low, high, at
    if unit.dimension == "length" and low != int(low):
        return low, high, at
    tail = TRAILING_DIGIT.match(text, at)
    if tail is None or text[at - 1] not in "毛角块元米":
        return low, high, at
    is_rate = (
        text[at] == "一"
        and RATE.match(text, at + 1)
        and text[at + 1 : at + 2] in tuple("天平亩月年方")
    )
    if is_rate:
        return low, high, at
    value = low + DIGITS.get(tail[0], 0) * unit.factor / 10
    return value, value, tail.end()


def _bounded(text: str, found: Quantity, before: Token | None, lexicon: Lexicon) -> Quantity:
    bounds = (
        [each.value for each in before.lexemes if each.role == "bound"]
        if (before is not None and before.kind is Kind.WORD and found.start - before.end <= 1)
        else []
    )
    bounds = [each for each in bounds if each.startswith("before:")]
    word = longest(lexicon.words, text, found.end) if found.end < len(text) else ""
    after = [
        each.value
        for each in lexicon.lexemes.get(word, ())
        if each.role == "bound" and each.value.startswith("after:")
    ]
    if is_loose(text[found.start : found.end]):
        bounds.append("before:about")
    more = AND_MORE.match(text, found.end)
    if more:
        found = replace(found, end=more.end())
        bounds.append("after:low")
    if after:
        found = replace(found, end=found.end + len(word))
        bounds += after
    if bounds and before is not None and not after:
        found = replace(found, start=before.start)
    return _with_bounds(found, {each.partition(":")[2] for each in bounds})


def _with_bounds(found: Quantity, kinds: set[str]) -> Quantity:
    if "about" in kinds and found.low is not None and found.high is not None:
        low, high = found.low * (1 - MARGIN), found.high * (1 + MARGIN)
        return replace(found, low=_exact(low), high=_exact(high), about=True)
    if found.low == found.high:
        if "high" in kinds:
            return replace(found, low=None)
        if "low" in kinds:
            return replace(found, high=None)
    return found


def _exact(value: float) -> float:
    return round(value, 6)
