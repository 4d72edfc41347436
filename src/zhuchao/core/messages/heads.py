"""Head nouns: words that name a field, and the quantities that they can speak of."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.guessing import BARE_AREAS_M2, BARE_LOADS, BARE_RENTS, HEIGHTS_M
from zhuchao.core.messages.measures import AREA_LIKE, SUMS
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import FieldKey

COUNTED_IN_MU = frozenset({FieldKey.LAND_AREA, FieldKey.YARD_AREA, FieldKey.MINIMUM_LET})
# Which dimensions a head of each family takes; "bare" is a number without a unit.
TAKES: dict[str, frozenset[str]] = {
    "area": frozenset({"area", "mu", BARE}),
    "length": frozenset({"length", "height"}),
    "tonnes": frozenset({"tonnes"}),
    "count": frozenset({"count", "count_any"}),
    "power": frozenset({"power", "power_kw", "power_any", "count_any"}),
    "money": frozenset({"money", "jiao", "dollars", "power_kw"}),
    "period": frozenset({"years", "months", "days"}),
    "time": frozenset({"hours"}),
    "people": frozenset({"people", "count_any"}),
    "energy": frozenset({"energy", "tonnes", "degrees"}),
    BARE: frozenset({BARE}),
}
# Sums of money that somebody names without a unit, in yuan: 5000 may well be 万元.
BARE_SUMS = 100_000.0
# Supplies that somebody names without a unit, kVA.
BARE_POWERS = (10.0, 100_000.0)
# And prices of the whole in ten thousands: 总价3000以内.
BARE_TOTALS = (100.0, 50_000.0)
BARE_SIZES = {
    FieldKey.LOAD: BARE_LOADS,
    FieldKey.RENT: BARE_RENTS,
    FieldKey.POWER: BARE_POWERS,
    FieldKey.HEIGHT: HEIGHTS_M,
}
# Rents of a whole house, per month or year.
WHOLE_RENTS = (500.0, 100_000_000.0)


# Looked up in a dict, as a key is found by its name for each head of each clause.
KEYS = {key.value: key for key in FieldKey}
TIMED = ("月租", "年租", "月房租")
# 亩均税收给到35万: a verb behind a head speaks of what that names.
VERBS = frozenset({"给到", "能接受", "可接受", "承受", "承受力"})


class Head(NamedTuple):
    """A word that names a field, and the dimensions that it takes.

    ``is_timed`` marks a rent of the whole, for a month or a year.
    """

    key: FieldKey
    takes: frozenset[str]
    start: int
    end: int
    is_timed: bool = False


def heads_of(clause: Clause) -> list[Head]:
    if "head" not in clause.roles:
        return []
    return [
        Head(KEYS[each.key], _taken(each.value),
             token.start, token.end, token.text.startswith(TIMED))
        for token in clause.words
        if "head" in token.roles and not (token.text in VERBS and _is_verb(token, clause))
        for each in token.lexemes
        if each.role == "head"
    ]  # fmt: skip


def _is_verb(token: Token, clause: Clause) -> bool:
    return any(each.has("head") and 0 <= token.start - each.end <= 1 for each in clause.words)


@cache
def _taken(families: str) -> frozenset[str]:
    return frozenset().union(*(TAKES[family] for family in families.split()))


def fits(head: Head, quantity: Quantity) -> bool:
    """Whether a number without a unit has a size that the field can have."""
    key = head.key
    if quantity.dimension != BARE:
        return quantity.dimension != "mu" or key not in AREA_LIKE or key in COUNTED_IN_MU
    figure = quantity.figure
    if key in AREA_LIKE:
        return figure >= BARE_AREAS_M2[0]
    if key is FieldKey.RENT and quantity.area_per == "mu":
        return True
    if key is FieldKey.RENT and _is_whole_rent(quantity, is_timed=head.is_timed):
        return True
    if key is FieldKey.TOTAL_PRICE and BARE_TOTALS[0] <= figure <= BARE_TOTALS[1]:
        return True
    low, high = (BARE_SUMS, math.inf) if key in SUMS else BARE_SIZES.get(key, (0.0, math.inf))
    return low <= figure <= high


def _is_whole_rent(quantity: Quantity, *, is_timed: bool) -> bool:
    is_timed = (is_timed or quantity.time_per in ("month", "year")) and not quantity.area_per
    return is_timed and WHOLE_RENTS[0] <= quantity.figure <= WHOLE_RENTS[1]
