"""The number that stands at a place of a folded text: 2,000, 三四百, 双 of 双10吨."""

from __future__ import annotations

import re

from zhuchao.core.messages.storeys import CHINESE_FLOOR, LEVELS
from zhuchao.core.text.numerals import NUMBER, PAIR, pair_of, value_of

# 二三 of 二三百, and the whole of 一千二三百.
_MAY_PAIR = frozenset("二三四五六七八九十百千万")
# 1,250: one digit and three are hardly two numbers.
_GROUPED = re.compile(r"\d,\d{3}")
# 一下, 一样: no number at all.
NO_ONE = tuple("下样直般律并旦切致些点")


# 双10吨行车: two of them.
DOUBLE = re.compile(r"双(?=\d{1,3}(?:吨|t(?![a-z])))")
# 前三年租金减半 counts years.
YEARS_COUNTED = ("前", "首", "头")
# 减半, 大半, 免半年租: no figure.
NO_HALF = tuple("减大过对多少")


def _is_no_figure(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    if text.startswith("年", at + 1) and before in YEARS_COUNTED:
        return True
    if text.startswith("期", at + 1) and text[at] in CHINESE_FLOOR:
        return True  # 先租一期
    return text[at] == "半" and (before in NO_HALF or text.startswith("半年租", at))


def number_at(text: str, at: int, *, may_group: bool) -> tuple[int, str, float] | None:
    """Where the number that stands at ``at`` ends, as it is written, and its value.

    ``may_group`` tells whether commas may group thousands.
    """
    if text[at] == "双":
        return (at + 1, text[at], 2.0) if DOUBLE.match(text, at) else None
    if _is_no_figure(text, at):
        return None
    pair = PAIR.match(text, at) if text[at + 1 : at + 2] in _MAY_PAIR else None
    bounds = pair_of(pair) if pair else None
    if pair and bounds:
        return pair.end(), pair[0], bounds[0]
    number = NUMBER.match(text, at)
    # C6,300平 is no six thousand.
    is_code = text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()
    is_group = number is not None and (may_group or _GROUPED.match(number[0]) is not None)
    is_group = is_group and not is_code
    if number and not is_group and "," in number[0] and ",0" not in number[0]:
        number = NUMBER.match(text, at, at + number[0].index(","))
    value = value_of(number) if number else None
    if number and value is None and LEVELS.match(text, number.end()):
        # 两千四二楼, 十八二楼: the last numeral is that of a floor.
        number = NUMBER.match(text, at, number.end() - 1)
        value = value_of(number) if number else None
    # 统一15元: no numeral runs into a figure.
    follows = text[number.end() : number.end() + 1] if number is not None else ""
    is_part = number is not None and number[0] == "一" and (follows.isdigit() or follows in NO_ONE)
    if number is None or value is None or is_part:
        return None
    return number.end(), number[0], value
