"""What a quantity is about: the nearest head noun that takes its dimension, else its unit alone."""

from __future__ import annotations

from collections.abc import Iterator

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.guessing import meaning_alone
from zhuchao.core.messages.heads import Head, heads_of
from zhuchao.core.messages.measures import (
    DEAR_MU,
    WHOLE_ABOVE,
    WHOLE_LAND_FROM,
    finding_of,
    is_money,
)
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.reaching import NEAR_SHORT, nearest
from zhuchao.core.messages.situation import Memory, Situation
from zhuchao.core.messages.tokens import Kind
from zhuchao.core.messages.transformers import of_several
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import MACHINES, Amount, FieldKey

POWER = FieldKey.POWER
# What is told floor by floor, so that a floor named once holds for the next of them, too.
TOLD_NEXT = MACHINES | {FieldKey.YARD_AREA}
FLOOR_BY_FLOOR = frozenset({FieldKey.HEIGHT, FieldKey.LOAD})
TOLD_BY_FLOOR = FLOOR_BY_FLOOR | {
    FieldKey.AREA, FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.MINIMUM_LET,
}  # fmt: skip
# 25块一楼, 7米高的是一楼: of an offer, where the clause tells nothing else.
TOLD_BEHIND = FLOOR_BY_FLOOR | {FieldKey.RENT}
LED_BY_FLOOR = TOLD_BY_FLOOR | {FieldKey.DOCK, FieldKey.CRANE}
# So far behind the only floor of a demand a price, or a height, is still told of it.
NEAR_FLOOR, FAR_OF_FLOOR = 6, 12
WHOLE = frozenset({"整栋", "整租", "整幢", "整体", "一起", "打包"})
WHOLE_UNITS = frozenset({"元/年", "元/月"})
DIFFERENCES = {"cheaper": -1, "dearer": 1}
CARRIED = frozenset({"tonnes", "count", "count_any"})
# 承重:一层不限,二三层600公斤: what a head without a figure tells of the floors behind it.
LABELS = {FieldKey.LOAD: ("tonnes",), FieldKey.HEIGHT: ("length",)}
NO_MACHINE = frozenset({Kind.FLOOR, Kind.PLACE, Kind.TOWN})


def attached(clause: Clause, situation: Situation, memory: Memory) -> list[Finding]:
    """The findings that the clause's quantities make, in order."""
    if clause.quantities:
        return list(_attached(clause, situation, memory))
    heads = heads_of(clause)
    memory.named, memory.machine = _only_named(heads), None
    if len(heads) == 1 and heads[0].key in LABELS:
        memory.by_dimension |= dict.fromkeys(LABELS[heads[0].key], heads[0].key)
    return []


def _attached(clause: Clause, situation: Situation, memory: Memory) -> Iterator[Finding]:
    heads, last = heads_of(clause), memory.named
    last = last or (memory.machine if not heads and _counts_on(clause) else None)
    memory.named, memory.machine = None, None
    for quantity in clause.quantities:
        if quantity.dimension in DIFFERENCES:
            yield from _differing(quantity, clause, memory)
            continue
        head = nearest(quantity, heads, clause) if heads else None
        is_count = last is not None and _counts_alone(quantity, clause, last)
        if last is not None and is_count and (head is None or quantity.is_times):
            key, why = last, ""
        elif head is not None:
            key, why = _priced(head.key, heads, quantity, situation), ""
        else:
            key_or_none, why = meaning_alone(quantity, clause, situation, memory)
            if key_or_none is None:
                continue
            key = key_or_none
        if _is_denied(key, quantity, clause):
            continue
        last = key if key in MACHINES else last
        memory.machine = key if key in MACHINES else None
        floor = _floor(key, quantity, clause, situation)
        whole = of_several(quantity, clause) if key is POWER else quantity
        found = finding_of(key, whole, clause, floor=floor, why=why, is_sale=situation.is_sale)
        if found is not None:
            found = _in_same_time(found, memory)
            memory.keep(found, quantity.dimension, is_price=is_money(found.key))
            yield found


def _in_same_time(found: Finding, memory: Memory) -> Finding:
    """打包34万一年,一楼21万: for the time that the rent before was told for."""
    last = memory.rent
    if last is None or last.unit not in WHOLE_UNITS:
        return found
    if found.key is not FieldKey.RENT or found.unit != "元":
        return found
    return found._replace(unit=last.unit, why="按上文整体租金的周期理解")


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


def _is_denied(key: FieldKey, quantity: Quantity, clause: Clause) -> bool:
    """强度做不到300万, 18/14元: what cannot be had, or is left open, is no figure of the field."""
    if quantity.is_one_of and key not in MACHINES:
        return True
    return "denies" in clause.roles and any(
        0 <= quantity.start - token.end <= NEAR_SHORT
        for token in clause.words
        if "denies" in token.roles
    )


def _only_named(heads: list[Head]) -> FieldKey | None:
    """月台:双边,24个: a machine that is named here and counted in the next clause."""
    is_bare = len(heads) == 1 and heads[0].key in TOLD_NEXT
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
    has_floor = clause.floors or clause.led_by
    if not has_floor or (key is FieldKey.RENT and _is_of_whole(quantity, clause, situation)):
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


def _priced(key: FieldKey, heads: list[Head], quantity: Quantity, situation: Situation) -> FieldKey:
    """租金总价, 打包28万一年: a rent for the whole and no price to buy at; of land, by the mu."""
    is_of_land = situation.is_land and situation.is_demand and not quantity.time_per
    if key is FieldKey.RENT and is_of_land and DEAR_MU <= quantity.figure < WHOLE_LAND_FROM:
        return FieldKey.LAND_PRICE  # 拿地30亩,15万以内能接受
    is_rent = key is FieldKey.TOTAL_PRICE and (
        bool(quantity.time_per) or any(head.key is FieldKey.RENT for head in heads)
    )
    return FieldKey.RENT if is_rent else key
