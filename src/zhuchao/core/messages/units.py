"""Units behind a number, and the digit that counts the next smaller one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zhuchao.core.messages.lexicon import Lexicon, unit_at
from zhuchao.core.messages.rates import RATE
from zhuchao.core.text.numerals import DIGITS

BARE = "bare"
# What patterns take for a blank.
BLANKS = frozenset(each for each in map(chr, range(0x3001)) if each.isspace())
MONEY = frozenset({"money", "jiao", "dollars"})
PRICED = MONEY | {BARE}
POWERS = frozenset({"power", "power_kw", "power_any"})
HALVED = frozenset({"years", "tonnes", "mu", "length"})
COUNTED_ON = frozenset({"jiao", "money", "length", "mu"})
# 一块20亩的, 一块工业地: pieces of land, and no coins.
OF_LAND = re.compile(r"\d+(?:[-~.]\d+)?亩|[地工土空净国熟]")
# 求购工业用地一块
LAND_BEFORE = re.compile(r"地[一二两三]$")
# 分租一块也行: a piece, or together.
TOGETHER = re.compile(r"[^\d.零〇一二两三四五六七八九十百千万]一块[也儿都租]")
# 18元三楼 and 28元二三楼: a floor that is told next is no digit of the price.
TRAILING_DIGIT = re.compile(
    r"[\d一二两三四五六七八九](?![\d.万千百十个吨tk公台部楼层号栋期]|[二三四五六七八九][楼层]|[至到~-][\d二三四五六七八九十]{1,2}[楼层])"
)
# 8亩6 ends there, or at a stop.
WHOLE_TAIL = re.compile(r"[1-9二两三四五六七八九](?=$|[,，。;；、\s])")
# 1块05一天: fen behind a coin.
TRAILING_FEN = re.compile(
    r"(?:0[1-9]|[1-9][1-9])(?![\d.万千百十个吨tk公台部楼层号栋期平方亩㎡米月年])"
)


# 220电, 380要自己拉: what all are supplied with.
VOLTAGES = frozenset({220.0, 380.0})
_OF_MAINS = re.compile("电(?!柜)|的?(?:工业|动力|三相)电|要?自己拉")
_MAINS = re.compile("(?:民用|照明|三相|动力|工业)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """``factor`` turns it into the base unit; ``is_loose`` marks 方, said of other things, too."""

    dimension: str
    factor: float
    is_loose: bool = False


NO_UNIT = Unit(BARE, 1.0)
PLOTS, COIN = Unit("plots", 1.0), Unit("money", 1.0)


@cache
def _unit_of(dimension: str, value: str) -> Unit:
    """The unit that the tables tell so: made once, for a message has many."""
    return Unit(dimension, float(value.rstrip("~")), value.endswith("~"))


def unit_behind(text: str, at: int, lexicon: Lexicon) -> tuple[Unit, int]:
    while text.startswith(" ", at):
        at += 1
    word = unit_at(lexicon, text, at)
    if not word:
        return NO_UNIT, at
    if word == "块" and (
        OF_LAND.match(text, at + 1)
        or TOGETHER.match(text, at - 2)
        or LAND_BEFORE.search(text, max(0, at - 2), at)
    ):
        return PLOTS, at + len(word)
    lexeme = lexicon.units[word]
    return _unit_of(lexeme.key, lexeme.value), at + len(word)


def is_voltage(text: str, start: int, end: int) -> bool:
    """Whether what stands around one of the voltages tells it to be such."""
    before = _MAINS.search(text, max(0, start - 2), start)
    return before is not None or _OF_MAINS.match(text, end) is not None


def with_tail(text: str, at: int, unit: Unit, low: float, high: float) -> tuple[float, float, int]:
    """6毛5, 15块5, 4米5 and 8亩6: the digit behind counts tenths.

    两年半 is half a year more, 一吨半 half a tonne.
    """
    if low == high and unit.dimension in HALVED and text.startswith("半", at):
        return low + unit.factor / 2, high + unit.factor / 2, at + 1
    is_counted = low == high and unit.dimension in COUNTED_ON
    if not is_counted or (unit.dimension in ("length", "mu") and low != int(low)):
        return low, high, at
    fen = TRAILING_FEN.match(text, at) if text[at - 1] == "块" else None
    if fen is not None:
        return low + int(fen[0]) / 100, low + int(fen[0]) / 100, fen.end()
    tail = (WHOLE_TAIL if unit.dimension == "mu" else TRAILING_DIGIT).match(text, at)
    if tail is None or text[at - 1] not in "毛角块元米亩":
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
