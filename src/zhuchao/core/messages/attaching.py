"""What a quantity is about: the nearest head noun that takes its dimension, else its unit alone."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.measures import AREA_LIKE, MACHINES, finding_of, is_money
from zhuchao.core.messages.quantities import BARE, Quantity
from zhuchao.core.vocabulary.term import FieldKey

# A head behind its quantity stands right behind it: 10吨行车, 2000平空地.
REACH_BEHIND = 2
NEAR_SHORT = 1
COUNTED_IN_MU = frozenset({FieldKey.LAND_AREA, FieldKey.YARD_AREA})
# Which dimensions a head of each family takes; "bare" is a number without a unit.
TAKES: dict[str, frozenset[str]] = {
    "area": frozenset({"area", "mu", BARE}),
    "length": frozenset({"length"}),
    "tonnes": frozenset({"tonnes"}),
    "count": frozenset({"count", "count_any"}),
    "power": frozenset({"power", "power_kw", "power_any"}),
    "money": frozenset({"money", "jiao", "dollars", "power_kw"}),
    "period": frozenset({"years", "months", "days"}),
    "time": frozenset({"hours"}),
    "people": frozenset({"people"}),
    "energy": frozenset({"energy", "tonnes"}),
    BARE: frozenset({BARE}),
}
ALONE: dict[str, FieldKey] = {
    "area": FieldKey.AREA,
    "mu": FieldKey.LAND_AREA,
    "length": FieldKey.HEIGHT,
    "power": FieldKey.POWER,
    "power_kw": FieldKey.POWER,
    "power_any": FieldKey.POWER,
}
# Heights of halls lie in this range; other lengths stay what they are.
HEIGHTS_M = (2.5, 30.0)
# How long land is granted for, by use: 40, 50 or 70 years.
GRANT_YEARS = frozenset({20.0, 30.0, 40.0, 50.0, 70.0})
# Floor space that somebody names without a unit.
BARE_AREAS_M2 = (100.0, 200_000.0)
# Rents that somebody names without a unit, per ㎡ and day or month.
BARE_RENTS = (0.1, 200.0)
# What is told floor by floor, so that a floor named once holds for the next of them, too.
FLOOR_BY_FLOOR = frozenset({FieldKey.HEIGHT, FieldKey.LOAD})
# Supplies that somebody names without a unit, kVA.
BARE_POWERS = (10.0, 100_000.0)
# Rents of a whole house, per month or year.
WHOLE_RENTS = (500.0, 100_000_000.0)


@dataclass(frozen=True, slots=True)
class Head:
    """A word that names a field, and the dimensions that it takes."""

    key: FieldKey
    takes: frozenset[str]
    start: int
    end: int


@dataclass
class Memory:
    """What the last clauses were about, for a clause that only names a floor and a number."""

    by_dimension: dict[str, FieldKey] = field(default_factory=dict)
    head: FieldKey | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What the whole message is: it decides what a lone number can mean."""

    is_demand: bool
    is_sale: bool
    is_land: bool
    has_kind: bool


def attached(clause: Clause, situation: Situation, memory: Memory) -> list[Finding]:
    """The findings that the clause's quantities make, in order."""
    return list(_attached(clause, situation, memory))


def _attached(clause: Clause, situation: Situation, memory: Memory) -> Iterator[Finding]:
    heads = heads_of(clause)
    for quantity in clause.quantities:
        head = _nearest(quantity, heads, clause)
        if head is not None:
            key, why = _priced(head.key, heads), ""
        else:
            key_or_none, why = _alone(quantity, clause, situation, memory)
            if key_or_none is None:
                continue
            key = key_or_none
        floor = clause.floor_at(quantity.start, reaches_on=key in FLOOR_BY_FLOOR)
        found = finding_of(key, quantity, clause, floor=floor, why=why, is_sale=situation.is_sale)
        if found is None:
            continue
        memory.by_dimension[quantity.dimension] = found.key
        if is_money(found.key):
            memory.by_dimension[BARE] = found.key
        yield found


def _priced(key: FieldKey, heads: list[Head]) -> FieldKey:
    """租金总价, 年租总价: a rent for the whole and no price to buy at."""
    is_rent = key is FieldKey.TOTAL_PRICE and any(head.key is FieldKey.RENT for head in heads)
    return FieldKey.RENT if is_rent else key


def heads_of(clause: Clause) -> list[Head]:
    return [
        Head(FieldKey(each.key), frozenset().union(*(TAKES[d] for d in each.value.split())),
             token.start, token.end)
        for token in clause.words
        for each in token.lexemes
        if each.role == "head"
    ]  # fmt: skip


def _nearest(quantity: Quantity, heads: list[Head], clause: Clause) -> Head | None:
    """The head that stands nearest of those that speak of it; of two as near, the first."""
    here = bisect_left(heads, quantity.start, key=lambda head: head.start)
    nearest: Head | None = None
    best = math.inf
    for head in heads[here:]:
        if 2 * (head.start - quantity.end) >= best:
            break
        distance = _distance(quantity, head, clause)
        if distance is not None and distance < best:
            nearest, best = head, distance
    for head in reversed(heads[:here]):
        if 2 * (quantity.start - head.end) >= best:
            break
        distance = _distance(quantity, head, clause)
        if distance is not None and distance <= best:
            nearest, best = head, distance
    return nearest


def _distance(quantity: Quantity, head: Head, clause: Clause) -> int | None:
    """How far apart they stand; None when the head does not speak of this quantity."""
    if quantity.dimension not in head.takes or not _fits(head.key, quantity):
        return None
    if quantity.start <= head.start and head.end <= quantity.end:
        return 0  # 2000起分: the bound is the head
    before = quantity.start - head.end
    if before < 0:
        return _distance_behind(quantity, head, clause)
    if before > NEAR_SHORT and head.end - head.start == 1:
        return None  # 电, 租, 税: so short a word speaks only of what stands beside it
    return before * 2 + 1 + 10 * clause.between(head.end, quantity.start)


def _distance_behind(quantity: Quantity, head: Head, clause: Clause) -> int | None:
    behind = head.start - quantity.end
    if _counts_before(quantity, head, clause):
        return behind * 2
    if not 0 <= behind <= REACH_BEHIND or clause.between(quantity.end, head.start):
        return None
    if head.key not in MACHINES and _starts_at(clause, head):
        return None  # 12000平可分3000: the head speaks of what follows it
    return behind * 2


def _counts_before(quantity: Quantity, head: Head, clause: Clause) -> bool:
    """两台16吨行车: the count stands before the tonnes, and these before the machine."""
    return (
        head.key in MACHINES
        and quantity.dimension == "count"
        and any(
            each.dimension == "tonnes"
            and 0 <= each.start - quantity.end <= 1
            and 0 <= head.start - each.end <= REACH_BEHIND
            for each in clause.quantities
        )
    )


def _starts_at(clause: Clause, head: Head) -> bool:
    return any(
        each.start == head.end and each.dimension in head.takes for each in clause.quantities
    )


def _fits(key: FieldKey, quantity: Quantity) -> bool:
    """Whether a number without a unit has a size that the field can have."""
    if quantity.dimension != BARE:
        return quantity.dimension != "mu" or key not in AREA_LIKE or key in COUNTED_IN_MU
    figure = quantity.figure
    if key in AREA_LIKE:
        return figure >= BARE_AREAS_M2[0]
    if key is FieldKey.RENT:
        return BARE_RENTS[0] <= figure <= BARE_RENTS[1] or _is_whole_rent(quantity)
    if key is FieldKey.POWER:
        return BARE_POWERS[0] <= figure <= BARE_POWERS[1]
    if key is FieldKey.HEIGHT:
        return HEIGHTS_M[0] <= figure <= HEIGHTS_M[1]
    return True


def _is_whole_rent(quantity: Quantity) -> bool:
    is_timed = quantity.time_per in ("month", "year") and not quantity.area_per
    return is_timed and WHOLE_RENTS[0] <= quantity.figure <= WHOLE_RENTS[1]


def _alone(
    quantity: Quantity, clause: Clause, situation: Situation, memory: Memory
) -> tuple[FieldKey | None, str]:
    dimension = quantity.dimension
    if dimension in ALONE and dimension != "length":
        return ALONE[dimension], ""
    carried = memory.by_dimension.get(dimension) if clause.has_floor else None
    if carried is not None:
        return carried, "按上文同类数字理解"
    if dimension in ("money", "jiao"):
        return _price(quantity, situation)
    if dimension == BARE:
        return _bare(quantity, clause, situation)
    return _by_size(quantity, situation)


def _by_size(quantity: Quantity, situation: Situation) -> tuple[FieldKey | None, str]:
    """A length or a time that only its size can explain."""
    low, high = HEIGHTS_M
    is_height = quantity.dimension == "length" and low <= quantity.figure <= high
    if is_height and not quantity.is_beside_unread:
        return FieldKey.HEIGHT, "未写“层高”，按米数理解"
    is_grant = situation.is_land and quantity.figure in GRANT_YEARS
    if quantity.dimension == "years" and is_grant:
        return FieldKey.TENURE, "按土地出让年限理解"
    return None, ""


def _price(quantity: Quantity, situation: Situation) -> tuple[FieldKey | None, str]:
    if quantity.area_per == "mu":
        return FieldKey.LAND_PRICE, ""
    if quantity.area_per or quantity.time_per or quantity.dimension == "jiao":
        is_sale = situation.is_sale and not quantity.time_per and quantity.dimension == "money"
        return (FieldKey.SALE_PRICE if is_sale else FieldKey.RENT), ""
    if quantity.figure <= BARE_RENTS[1]:
        return FieldKey.RENT, ""
    if situation.is_sale and quantity.figure >= 100_000:
        return FieldKey.TOTAL_PRICE, "未写“总价”，按金额大小理解"
    return None, ""


def _bare(quantity: Quantity, clause: Clause, situation: Situation) -> tuple[FieldKey | None, str]:
    figure = quantity.figure
    if quantity.time_per or quantity.area_per:
        return (FieldKey.RENT, "") if BARE_RENTS[0] <= figure <= BARE_RENTS[1] else (None, "")
    speaks_of_price = any(
        each.key in ("property_fee", "vat") and each.role == "value"
        for token in clause.words
        for each in token.lexemes
    )
    is_capped = situation.is_demand and quantity.low is None and quantity.high is not None
    if (is_capped or speaks_of_price) and BARE_RENTS[0] <= figure <= BARE_RENTS[1]:
        return FieldKey.RENT, "未写单位，按租金理解"
    low, high = BARE_AREAS_M2
    is_range = quantity.low != quantity.high
    if (situation.has_kind or clause.has_floor) and is_range and low <= figure <= high:
        return FieldKey.AREA, "未写单位，按平方米理解"
    return None, ""
