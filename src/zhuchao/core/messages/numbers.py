"""The number that stands at a place of a folded text: 2,000, 三四百, 双 of 双10吨."""

from __future__ import annotations

import re

from zhuchao.core.messages.storeys import CHINESE_FLOOR, LEVELS
from zhuchao.core.text.numerals import NUMBER, PAIR, pair_of, value_of

# 二三 of 二三百, and the whole of 一千二三百.
_MAY_PAIR = frozenset("一二三四五六七八九十百千万")
# 1,250: one digit and three are hardly two numbers.
_GROUPED = re.compile(r"\d,\d{3}")
# Most numbers are figures that nothing goes on with.
_PLAIN = re.compile(r"[0-9]{1,15}(?![\d.,百千来多余把 个万亿wk])")
# 一下, 一样: no number at all.
NO_ONE = tuple("下样直般律并旦切致些点")


# 双10吨行车: two of them.
DOUBLE = re.compile(r"双(?=\d{1,3}(?:吨|t(?![a-z])))")
# 天车16吨俩, 货梯仨: two, three of them.
COUNTING = {"双": 2.0, "俩": 2.0, "仨": 3.0}
_COUNTED = re.compile(r"(?<=[吨t车梯吊台库])[俩仨]|[俩仨](?=[\s,，。;；]|$)")
# 押二付三: no figures.
_RHYTHM = frozenset("押付")
_OF_RHYTHM = re.compile(r"[一二两三四五六1-6](?![\d.,万千百十元块毛])")
# 前三年租金减半 counts years.
YEARS_COUNTED = ("前", "首", "头")
# 减半, 大半, 免半年租: no figure.
NO_HALF = tuple("减大过对多少")


def _is_no_figure(text: str, at: int) -> bool:
    before, character, behind = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    if before in _RHYTHM and _OF_RHYTHM.match(text, at):
        return True  # 押二付一
    if character == "2" and before == "m" and not text[at - 2 : at - 1].isalpha():
        return True  # the 2 of m2, where no figure has taken it
    if behind == "年" and before in YEARS_COUNTED:
        return True
    if behind == "期" and character in CHINESE_FLOOR:
        return True  # 先租一期
    return character == "半" and (
        behind == "价" or before in NO_HALF or text.startswith("半年租", at)
    )


def number_at(text: str, at: int, *, may_group: bool) -> tuple[int, str, float] | None:
    """Where the number that stands at ``at`` ends, as it is written, and its value.

    ``may_group`` tells whether commas may group thousands.
    """
    if text[at] in COUNTING:
        is_count = DOUBLE.match(text, at) or _COUNTED.match(text, at)
        return (at + 1, text[at], COUNTING[text[at]]) if is_count else None
    plain = _PLAIN.match(text, at)
    # Several digits are a figure wherever they stand, but for those of m2.
    is_long = plain is not None and plain.end() > at + 1 and text[at - 1 : at] != "m"
    if not is_long and _is_no_figure(text, at):
        return None
    if plain is not None:
        return plain.end(), plain[0], float(plain[0])
    pair = PAIR.match(text, at) if text[at + 1 : at + 2] in _MAY_PAIR else None
    bounds = pair_of(pair) if pair else None
    if pair and bounds:
        return pair.end(), pair[0], bounds[0]
    number = NUMBER.match(text, at)
    if (
        number is not None
        and "," in number[0]
        and not _is_grouped(text, at, number[0], may_group=may_group)
    ):
        number = NUMBER.match(text, at, at + number[0].index(","))
    value = value_of(number) if number is not None else None
    if number is not None and value is None and LEVELS.match(text, number.end()):
        # 两千四二楼, 十八二楼: the last numeral is that of a floor.
        number = NUMBER.match(text, at, number.end() - 1)
        value = value_of(number) if number is not None else None
    if number is None or value is None or (number[0] == "一" and _is_part(text, at + 1)):
        return None
    return number.end(), number[0], value


def _is_grouped(text: str, at: int, written: str, *, may_group: bool) -> bool:
    """2,000 is one number, and 630,500平 two; C6,300平 is no six thousand."""
    is_code = text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()
    is_group = (may_group or _GROUPED.match(written) is not None) and not is_code
    return is_group or ",0" in written


def _is_part(text: str, at: int) -> bool:
    """统一15元: no numeral runs into a figure."""
    follows = text[at : at + 1]
    return follows.isdigit() or follows in NO_ONE
