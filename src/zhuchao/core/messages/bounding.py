"""Bounds of a quantity: 以上, 别超, 左右, ±10%, and what is refused above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhuchao.core.messages.lexicon import Lexicon, longest
from zhuchao.core.messages.rates import rate_behind
from zhuchao.core.messages.summing import GOING_ON
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import BARE, PRICED, unit_behind
from zhuchao.core.text.numerals import is_loose

if TYPE_CHECKING:
    from zhuchao.core.messages.quantities import Quantity

NOTHING: frozenset[str] = frozenset()
# 左右 and 约 are read as a tenth either way (DOMAIN 4.3.9).
MARGIN = 0.10
# 两百多个 is that much or more; 三千来平 about that much.
MORE_THAN = re.compile("[多余]")
# 8米+, 2000平+: that much, or more.
AND_MORE = re.compile(r"\s*[+↑](?=[\s,，。;；)]|$)")
# 三亩来地, 五米来高: about that much.
ABOUT_SO_MUCH = re.compile(r"(?<=[亩米平方吨])来(?=[地高宽长深大的左]|$|[\s,，。;；])")
WITH_ALL = re.compile(r"(?:不?含(?:税|票|专票|物业费?|管理费|物管费?))+")
# 超过十一块就不谈, 高于20的别发: what is refused above bounds from above.
ABOVE = frozenset({"超过", "大于", ">"})
REFUSED_ABOVE = re.compile(
    r"(?:的话?|了)?[,，]?(?:我们?|咱)?(?:就|都|的)?(?:不[^低少]|别|免|莫|甭|算了|没法|唔)"
)
FIGURE_ENDS = re.compile(r"(?:\d|[\d千百万](?:平|方|亩|吨|米|㎡)|m2|㎡)$")
# 5000±10%: a margin of its own.
EITHER_WAY = re.compile(r"\s*±\s*(?:(?P<share>\d{1,2})\s*%|(?P<by>\d{1,6}))")
# 60亩 左右: a blank may stand before what says how much more or less it is.
PARTED_BOUND = re.compile(r"[ ,](?=(?:左右|上下)(?:[\s,，。;；]|$))")
RATED_BETWEEN = re.compile(r"每?(?:天|日|个?月|年|平米?|方|亩|每)+")


def bounded(text: str, found: Quantity, before: Token | None, lexicon: Lexicon) -> Quantity:
    """The quantity with what stands in front of it or behind it to say how exact it is."""
    margin = EITHER_WAY.match(text, found.end) if "±" in text else None
    if margin is not None:
        return _with_margin(text, found, margin, lexicon)
    bounds, start = _before(text, found, before), found.start
    start = before.start if bounds and before is not None else start
    if is_loose(text[found.start : found.end]):
        is_more = MORE_THAN.search(text, found.start, found.end) is not None
        bounds = bounds | {"low" if is_more else "about"}
    follows = text[found.end : found.end + 1]
    more = AND_MORE.match(text, found.end) if follows in GOING_ON else None
    if more:
        found = found._replace(end=more.end())
        bounds = bounds | {"low"}
    elif follows == "来" and ABOUT_SO_MUCH.match(text, found.end):
        found = found._replace(end=found.end + 1)
        bounds = bounds | {"about"}
    after, end = _behind(text, found, lexicon)
    if after:
        found, start = _rated_behind(text, found._replace(end=end)), found.start
        bounds = bounds | after
    return _with_bounds(found, bounds, start) if bounds else found


def _before(text: str, found: Quantity, before: Token | None) -> frozenset[str]:
    """What the token in front says: an upper bound, a lower one, or about so much."""
    if before is None or "bound" not in before.roles or _ends_another(text, before):
        return NOTHING
    if not _stands_before(text, before, found):
        return NOTHING
    if before.text in ABOVE and REFUSED_ABOVE.match(text, found.end):
        return frozenset({"high"})
    return frozenset(each.value[7:] for each in before.lexemes if each.value.startswith("before:"))


def _behind(text: str, found: Quantity, lexicon: Lexicon) -> tuple[frozenset[str], int]:
    """What the word behind says, and where that ends; nothing where none stands there."""
    is_priced = found.dimension in PRICED and text.startswith(("不", "含"), found.end)
    said = WITH_ALL.match(text, found.end) if is_priced else None
    at = said.end() if said else found.end  # 0.75/天含税含管理费以内
    if text[at : at + 1] in (" ", ","):
        at += PARTED_BOUND.match(text, at) is not None
    word = longest(lexicon.words, text, at)
    if not word or "bound" not in lexicon.roles[word]:
        return NOTHING, at
    told = [each.value for each in lexicon.lexemes[word] if each.value.startswith("after:")]
    return frozenset([each[6:] for each in told]), at + len(word)


def _ends_another(text: str, bound: Token) -> bool:
    """3500起租 9m净高: a bound behind another figure speaks of that."""
    is_behind = any(each.value.startswith("after:") for each in bound.lexemes)
    return is_behind and FIGURE_ENDS.search(text, max(0, bound.start - 2), bound.start) is not None


def _with_margin(text: str, found: Quantity, margin: re.Match[str], lexicon: Lexicon) -> Quantity:
    """5000±10%, 7000±500平."""
    if margin["share"]:
        return _within(found, int(margin["share"]) / 100)._replace(end=margin.end())
    unit, end = unit_behind(text, margin.end(), lexicon)
    dimension = unit.dimension if found.dimension == BARE else found.dimension
    by = float(margin["by"]) * unit.factor
    return found._replace(
        low=found.figure - by, high=found.figure + by, dimension=dimension, end=end, about=True
    )


def _stands_before(text: str, bound: Token, found: Quantity) -> bool:
    """别超四毛, 别超每天四毛: right in front, or with what a price is for between."""
    gap = text[bound.end : found.start]
    return len(gap) <= 1 or (found.dimension in PRICED and RATED_BETWEEN.fullmatch(gap) is not None)


def _rated_behind(text: str, found: Quantity) -> Quantity:
    """5块5以内/平/天: what a price is for may stand behind its bound."""
    is_price = found.dimension in PRICED and not (found.area_per or found.time_per)
    if not is_price or text[found.end : found.end + 1] not in tuple("/每一"):
        return found
    area_per, time_per, end = rate_behind(text, found.end, is_bare=True)
    return found._replace(area_per=area_per, time_per=time_per, end=end)


def _with_bounds(found: Quantity, kinds: frozenset[str], start: int) -> Quantity:
    if found.low == found.high:
        if "about" in kinds and found.low is not None:
            return _within(found, MARGIN)._replace(start=start)
        if "high" in kinds:
            return found._replace(low=None, start=start)
        if "low" in kinds:
            return found._replace(high=None, start=start)
    return found if start == found.start else found._replace(start=start)


def _within(found: Quantity, share: float) -> Quantity:
    """The figure with so much to either side."""
    low, high = found.figure * (1 - share), found.figure * (1 + share)
    return found._replace(low=exact(low), high=exact(high), about=True)


def exact(value: float) -> float:
    """Without the last digits that only reckoning makes."""
    return value if value.is_integer() else round(value, 6)
