"""Prices told by another or by what is asked now: 再便宜一块, 现在24."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.tokens import Token
from zhuchao.core.vocabulary.term import Amount, FieldKey

# 再便宜一块, 降两块, 加一块: a difference, and no price.
DIFFERENCE = re.compile(r"(?:便宜|少|降|减|优惠|涨|加|贵|高|低|让|差)[个了]?$")
# What somebody asks now, in yuan for a square metre and month.
NOW = re.compile(
    r"(?:现在|如今|[我只]要|开价|喊价|叫价|报|降到|降成|松口到|现报|现价|一口价|业主说|房东说|诚意价|底价|实价|净价|直租|(?<![不来送留])给|就按|只收|实收|(?:头|首|第)一?年)[是要报只就]?$"
)
RENTS_NOW = (5.0, 60.0)
# Less than these is asked for a day. Of 230 rents told for a day in the halves of messages that are
# for tuning, 221 lie between (29 November 2026).
RENTS_A_DAY = (0.3, RENTS_NOW[0])
DEARER = re.compile(r"[涨加贵高][个了]?$")
LARGEST_DIFFERENCE = 5.0
# 0.85天含税, but 0.85天就能搬完: what is done in so many days.
_DONE = re.compile(r"(?:左右)?(?:就(?![走租签给出拿卖])|[之以]?内|完|[可能]以?[搬腾交进完做装到])")
# 原来层高4.2现在3.5: of what is told now instead of it.
_NOW_INSTEAD = re.compile(r"(?P<said>[^,，。;；!！?？\s]{2,20})(?:现在?|如今)[是要只就]?$")
_OF_HOUSE, _OF_PRICE, _FORMER = (
    re.compile(each) for each in ("[高宽深长重载电吨米]", "[租价元块毛费钱]", "[原前本]")
)


def is_difference(text: str, start: int, figure: float, *, is_rate: bool) -> bool:
    if is_rate or figure > LARGEST_DIFFERENCE:
        return False
    return DIFFERENCE.search(text[max(0, start - 3) : start]) is not None


def is_dearer(text: str, start: int) -> bool:
    return DEARER.search(text[max(0, start - 3) : start]) is not None


def are_rents_a_day(text: str, end: int, low: float, high: float) -> bool:
    """0.85天: nobody reckons in such parts of a day, so that it is so much for one."""
    least, below = RENTS_A_DAY
    is_part = low % 0.5 > 0 and least <= low <= high < below
    return is_part and _DONE.match(text, end) is None


def is_asked_now(text: str, token: Token) -> bool:
    value = token.value or 0.0
    is_rent = RENTS_NOW[0] <= value <= RENTS_NOW[1] or (
        RENTS_A_DAY[0] <= value < RENTS_A_DAY[1] and value % 1 > 0
    )
    return is_rent and NOW.search(text[max(0, token.start - 4) : token.start]) is not None


def without_changed(found: Sequence[Finding], whole: str) -> list[Finding]:
    """原来层高4.2现在3.5: what is told now of a height is no rent; ``whole`` holds its asides."""
    return [each for each in found if each.key is not FieldKey.RENT or not _is_changed(each, whole)]


def _is_changed(rent: Finding, whole: str) -> bool:
    told = _NOW_INSTEAD.search(whole, max(0, rent.start - 24), rent.start)
    if told is None or _OF_PRICE.search(told["said"]) or not _OF_HOUSE.search(told["said"]):
        return False
    value = rent.value
    is_small = isinstance(value, Amount) and (value.high or 0.0) < RENTS_NOW[0]
    return is_small or _FORMER.search(told["said"]) is not None
