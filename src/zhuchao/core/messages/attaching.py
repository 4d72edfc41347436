"""What a quantity is about: the nearest head noun that takes its dimension, else its unit alone."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.guessing import (
    Memory,
    Situation,
    is_lone,
    meaning_alone,
)
from zhuchao.core.messages.heads import Head, fits, heads_of
from zhuchao.core.messages.measures import (
    AREA_LIKE,
    WHOLE_ABOVE,
    finding_of,
    is_money,
)
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.tokens import Kind
from zhuchao.core.messages.transformers import of_several
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import MACHINES, Amount, FieldKey

# A head behind its quantity stands right behind it: 10吨行车, 2000平空地.
REACH_BEHIND = 2
NEAR_SHORT = 1
# What is told floor by floor, so that a floor named once holds for the next of them, too.
TOLD_NEXT = MACHINES | {FieldKey.YARD_AREA}
FLOOR_BY_FLOOR = frozenset({FieldKey.HEIGHT, FieldKey.LOAD})
TOLD_BY_FLOOR = FLOOR_BY_FLOOR | {
    FieldKey.AREA, FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.MINIMUM_LET,
}  # fmt: skip
# 25块一楼, 7米高的是一楼: of an offer, where the clause tells nothing else.
TOLD_BEHIND = FLOOR_BY_FLOOR | {FieldKey.RENT}
LED_BY_FLOOR = TOLD_BY_FLOOR | {FieldKey.DOCK, FieldKey.CRANE}
# Heads that speak of one figure alone.
ONE_FIGURE = frozenset({FieldKey.LAND_AREA, FieldKey.YARD_AREA, FieldKey.MINIMUM_LET})
# So far behind the only floor of a demand a price, or a height, is still told of it.
NEAR_FLOOR, FAR_OF_FLOOR = 6, 12
WHOLE = frozenset({"整栋", "整租", "整幢", "整体", "一起", "打包"})
DIFFERENCES = {"cheaper": -1, "dearer": 1}
CHAINED, COUNTED = frozenset({"tonnes", "count"}), frozenset({"count"})
CARRIED = frozenset({"tonnes", "count", "count_any"})
# 承重:一层不限,二三层600公斤: what a head without a figure tells of the floors behind it.
LABELS = {FieldKey.LOAD: ("tonnes",), FieldKey.HEIGHT: ("length",)}
NO_MACHINE = frozenset({Kind.FLOOR, Kind.PLACE})


def attached(clause: Clause, situation: Situation, memory: Memory) -> list[Finding]:
    """The findings that the clause's quantities make, in order."""
    if clause.quantities:
        return list(_attached(clause, situation, memory))
    heads = heads_of(clause)
    memory.named, memory.machine = _only_named(heads, clause), None
    if len(heads) == 1 and heads[0].key in LABELS:
        memory.by_dimension |= dict.fromkeys(LABELS[heads[0].key], heads[0].key)
    return []


def _attached(clause: Clause, situation: Situation, memory: Memory) -> Iterator[Finding]:
    heads, last = heads_of(clause), memory.named
    last = last or (memory.machine if not heads and _counts_on(clause) else None)
    memory.named, memory.machine = _only_named(heads, clause), None
    for quantity in clause.quantities:
        if quantity.dimension in DIFFERENCES:
            yield from _differing(quantity, clause, memory)
            continue
        head = _nearest(quantity, heads, clause)
        is_count = last is not None and _counts_alone(quantity, clause, last)
        if last is not None and is_count and (head is None or quantity.is_times):
            key, why = last, ""
        elif head is not None:
            key, why = _priced(head.key, heads, quantity), ""
        else:
            key_or_none, why = meaning_alone(quantity, clause, situation, memory)
            if key_or_none is None:
                memory.lone += [quantity] if is_lone(quantity, clause) else []
                continue
            key = key_or_none
        if (quantity.is_one_of and key not in MACHINES) or _is_denied(quantity, clause):
            continue
        last = key if key in MACHINES else last
        memory.machine = key if key in MACHINES else None
        floor = _floor(key, quantity, clause, situation)
        whole = of_several(key, quantity, clause)
        found = finding_of(key, whole, clause, floor=floor, why=why, is_sale=situation.is_sale)
        if found is None:
            continue
        memory.keep(found, quantity.dimension, is_price=is_money(found.key))
        yield found


def _differing(quantity: Quantity, clause: Clause, memory: Memory) -> Iterator[Finding]:
    """二楼再便宜一块: the rent of a floor by that of another."""
    known, floor = memory.rent, clause.floor_at(quantity.start)
    if known is None or not floor or floor == known.floor or not isinstance(known.value, Amount):
        return
    low, high = known.value.low, known.value.high
    by = quantity.figure * DIFFERENCES[quantity.dimension]
    if low is not None and low == high and low + by > 0:
        why = f"按上文 {low:g} 元{'加' if by > 0 else '减'} {abs(by):g} 元推算"
        rent = Amount(low + by, low + by)
        yield known._replace(
            value=rent, start=quantity.start, end=quantity.end, why=why, floor=floor
        )


def _is_denied(quantity: Quantity, clause: Clause) -> bool:
    """强度做不到300万: what cannot be had is no figure of the field."""
    return "denies" in clause.roles and any(
        0 <= quantity.start - token.end <= NEAR_SHORT
        for token in clause.words
        if "denies" in token.roles
    )


def _only_named(heads: list[Head], clause: Clause) -> FieldKey | None:
    """月台:双边,24个: a machine that is named here and counted in the next clause."""
    is_bare = len(heads) == 1 and not clause.quantities and heads[0].key in TOLD_NEXT
    return heads[0].key if is_bare else None


def _counts_on(clause: Clause) -> bool:
    """5吨4台 behind a clause about a machine: nothing but more of them."""
    if not clause.quantities or clause.tokens[0].start != clause.quantities[0].start:
        return False
    return (
        all(each.dimension in CARRIED for each in clause.quantities)
        and not clause.quantities[0].is_led_by_unread
        and not any(token.has("other") for token in clause.words)
        and not any(token.kind in NO_MACHINE or token.has("value") for token in clause.tokens)
    )


def _counts_alone(quantity: Quantity, clause: Clause, last: FieldKey) -> bool:
    """24个 or 5亩 at the start of a clause, or the 2 of 3t*2."""
    if quantity.is_times and quantity.dimension in (BARE, "count", "count_any"):
        return True
    is_first = clause.tokens[0].start == quantity.start and not quantity.is_led_by_unread
    if last in MACHINES and _counts_on(clause):
        return not quantity.area_per
    if last is FieldKey.YARD_AREA:
        return is_first and quantity.dimension in ("area", "mu")
    return is_first and quantity.dimension in ("count", "count_any")


def _floor(key: FieldKey, quantity: Quantity, clause: Clause, situation: Situation) -> str:
    """The floor that the figure is told for; machines, power and the like serve the whole."""
    if key is FieldKey.RENT and _is_of_whole(quantity, clause, situation):
        return ""
    if clause.led_by and key in LED_BY_FLOOR:
        return clause.led_by
    if key is FieldKey.DOCK and situation.has_floors:
        return clause.floor_at(quantity.start, reaches_on=False)
    if key not in TOLD_BY_FLOOR:
        return ""
    is_told = situation.is_demand or key not in FLOOR_BY_FLOOR
    if is_told and not situation.has_floors and _is_far(quantity, clause, key):
        return ""
    floor = clause.floor_at(quantity.start, reaches_on=key in FLOOR_BY_FLOOR)
    is_told_behind = key is FieldKey.AREA or (
        key in TOLD_BEHIND and not situation.is_demand and len(clause.quantities) == 1
    )
    return floor or (clause.floor_behind(quantity) if is_told_behind else "")


def _is_of_whole(rent: Quantity, clause: Clause, situation: Situation) -> bool:
    """整栋一万二一个月, 楼上也行,一个月预算八千: no rent of the floor that was told of before."""
    if rent.figure <= WHOLE_ABOVE or (situation.is_demand and not clause.led_by):
        return rent.figure > WHOLE_ABOVE
    told = [t.end for t in clause.words if t.text in WHOLE and t.end <= rent.start]
    floors = [token.start for token in clause.floors if token.start < rent.start]
    return bool(told) and max(told) > max(floors, default=0)


def _is_far(quantity: Quantity, clause: Clause, key: FieldKey) -> bool:
    """要一楼…租金二十: what stands far behind the only floor of a demand is meant of the whole."""
    reach = FAR_OF_FLOOR if key in FLOOR_BY_FLOOR else NEAR_FLOOR
    named = [token.end for token in clause.floors if token.end <= quantity.start]
    is_size = key in (FieldKey.AREA, FieldKey.MINIMUM_LET)
    return not is_size and bool(named) and quantity.start - named[-1] > reach


def _priced(key: FieldKey, heads: list[Head], quantity: Quantity) -> FieldKey:
    """租金总价, 打包28万一年: a rent for the whole and no price to buy at."""
    is_rent = key is FieldKey.TOTAL_PRICE and (
        bool(quantity.time_per) or any(head.key is FieldKey.RENT for head in heads)
    )
    return FieldKey.RENT if is_rent else key


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
    is_size = quantity.is_unnamed and head.key in AREA_LIKE
    if not is_size and (quantity.dimension not in head.takes or not fits(head, quantity)):
        return None
    if quantity.start <= head.start and head.end <= quantity.end:
        return 0  # 2000起分: the bound is the head
    before = quantity.start - head.end
    if before < 0:
        return _distance_behind(quantity, head, clause)
    if head.key in MACHINES and any(
        head.end <= floor.start < quantity.start for floor in clause.floors
    ):
        return None  # 天车 楼上4米5 800公斤
    if before and head.key in ONE_FIGURE and _is_spent(quantity, head, clause):
        return None
    is_of_floor = head.key is FieldKey.POWER and clause.floor_ends_at(quantity.start)
    if is_of_floor or (before > NEAR_SHORT and head.end - head.start == 1):
        return None  # 配电800 1楼27; 电, 租, 税: so short a word speaks only of what is beside it
    between = clause.between(head.end, quantity.start)
    is_bare = quantity.dimension == BARE and head.key is not FieldKey.POWER
    is_taken = is_bare or head.key in ONE_FIGURE
    if between and is_taken and clause.between(head.end, head.end + 2):
        return None  # 层高4.8 二楼13, 占地15亩车间4600平: the head has its figure
    return before * 2 + 1 + 10 * between


def _is_spent(quantity: Quantity, head: Head, clause: Clause) -> bool:
    """3000平空地带200平库房, 带后院的老厂房760平: whether the head speaks of another figure."""
    if any(each.end == head.start for each in clause.quantities):
        return True
    return head.key is FieldKey.YARD_AREA and any(
        head.end <= token.start < quantity.start and token.has("value", FieldKey.KIND)
        for token in clause.words
    )


def _distance_behind(quantity: Quantity, head: Head, clause: Clause) -> int | None:
    behind = head.start - quantity.end
    if any(is_led(quantity, head, clause) for is_led in (_counts_before, _is_in_row, _is_in_chain)):
        return behind * 2
    is_given = head.key is FieldKey.RENT_FREE and head.end - head.start == 1
    is_parted = behind > 0 and is_money(head.key)  # 三楼420 单价一样11块
    if is_given or (quantity.dimension == BARE and (quantity.runs_into_unread or is_parted)):
        return None  # 交两年送两月; 36V电瓶, 上一任租客: a number of what nobody knows
    if not 0 <= behind <= REACH_BEHIND or clause.between(quantity.end, head.start):
        return None
    if head.key is FieldKey.MINIMUM_LET or (head.key not in MACHINES and _starts_at(clause, head)):
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


def _is_in_row(quantity: Quantity, head: Head, clause: Clause) -> bool:
    """10吨、5吨行车: both speak of the machine behind the row."""
    if not (quantity.is_one_of and head.key in MACHINES and head.start >= quantity.end):
        return False
    row = [each for each in clause.quantities if quantity.start <= each.start < head.start]
    are_alike = all(each.is_one_of and each.dimension == "tonnes" for each in row)
    return are_alike and head.start - row[-1].end <= REACH_BEHIND


def _is_in_chain(quantity: Quantity, head: Head, clause: Clause) -> bool:
    """两台10吨一台20吨行车, 630加315两台变压器: one behind the other up to the head."""
    links = CHAINED if head.key in MACHINES else COUNTED if head.key is FieldKey.POWER else ()
    chain = [each for each in clause.quantities if quantity.start <= each.start < head.start]
    return (
        len(chain) > 1
        and all(each.dimension in links for each in chain[1:])
        and (head.key is FieldKey.POWER or quantity.dimension in links)
        and all(0 <= other.start - one.end <= 1 for one, other in pairwise(chain))
        and 0 <= head.start - chain[-1].end <= REACH_BEHIND
    )


def _starts_at(clause: Clause, head: Head) -> bool:
    return any(
        each.start == head.end and each.dimension in head.takes for each in clause.quantities
    )
