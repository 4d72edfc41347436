"""Prices told by another or by what is asked now: 再便宜一块, 现在24."""

from __future__ import annotations

import re

from zhuchao.core.messages.tokens import Token

# 再便宜一块, 降两块, 加一块: a difference, and no price.
DIFFERENCE = re.compile(r"(?:便宜|少|降|减|优惠|涨|加|贵|高|低|让|差)[个了]?$")
# What somebody asks now, in yuan for a square metre and month.
NOW = re.compile(
    r"(?:现在|如今|[我只]要|开价|喊价|叫价|报|降到|降成|松口到|现报|现价|一口价|业主说|房东说|诚意价|底价|实价|净价|直租|(?<![不来送留])给|就按|只收|实收|(?:头|首|第)一?年)[是要报只就]?$"
)
RENTS_NOW = (5.0, 60.0)
# 现在3.5: less than these is asked for a day, and told in parts of a yuan.
RENTS_A_DAY = (0.3, RENTS_NOW[0])
DEARER = re.compile(r"[涨加贵高][个了]?$")
LARGEST_DIFFERENCE = 5.0


def is_difference(text: str, start: int, figure: float, *, is_rate: bool) -> bool:
    if is_rate or figure > LARGEST_DIFFERENCE:
        return False
    return DIFFERENCE.search(text[max(0, start - 3) : start]) is not None


def is_dearer(text: str, start: int) -> bool:
    return DEARER.search(text[max(0, start - 3) : start]) is not None


def is_asked_now(text: str, token: Token) -> bool:
    value = token.value or 0.0
    is_rent = RENTS_NOW[0] <= value <= RENTS_NOW[1] or (
        RENTS_A_DAY[0] <= value < RENTS_A_DAY[1] and value % 1 > 0
    )
    return is_rent and NOW.search(text[max(0, token.start - 4) : token.start]) is not None
