"""Which head noun a quantity belongs to: the nearest of those that can speak of it."""

from __future__ import annotations

import math
from itertools import pairwise

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.heads import Head, fits
from zhuchao.core.messages.measures import AREA_LIKE, is_money
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import MACHINES, FieldKey

# A head behind its quantity stands right behind it: 10吨行车, 2000平空地.
REACH_BEHIND = 2
# Heads that speak of one figure alone.
ONE_FIGURE = frozenset({FieldKey.LAND_AREA, FieldKey.YARD_AREA, FieldKey.MINIMUM_LET})
OF_FLOOR = frozenset({FieldKey.LOAD, FieldKey.HEIGHT})
# What several figures in front may speak of.
LED = MACHINES | {FieldKey.POWER}
CHAINED, COUNTED = frozenset({"tonnes", "count"}), frozenset({"count"})
NEAR_SHORT = 1
# 固投合计5亿: no area is so large.
LARGEST_M2 = 10_000_000.0


def nearest(quantity: Quantity, heads: list[Head], clause: Clause) -> Head | None:
    """The head that stands nearest of those that speak of it; of two as near, the first."""
    here, found, best = len(heads), None, math.inf
    while here and heads[here - 1].start >= quantity.start:
        here -= 1
    for head in heads[here:]:
        if 2 * (head.start - quantity.end) >= best:
            break
        distance = _distance(quantity, head, clause)
        if distance is not None and distance < best:
            found, best = head, distance
    for head in heads[:here][::-1]:
        if 2 * (quantity.start - head.end) >= best:
            break
        distance = _distance(quantity, head, clause)
        if distance is not None and distance <= best:
            found, best = head, distance
    return found


def _distance(quantity: Quantity, head: Head, clause: Clause) -> int | None:
    """How far apart they stand; None when the head does not speak of this quantity."""
    is_size = quantity.is_unnamed and head.key in AREA_LIKE and quantity.figure <= LARGEST_M2
    if not is_size and (quantity.dimension not in head.takes or not fits(head, quantity)):
        return None
    if quantity.start <= head.start and head.end <= quantity.end:
        return 0  # 2000起分: the bound is the head
    before = quantity.start - head.end
    if before < 0:
        return _distance_behind(quantity, head, clause)
    if _is_cut_off(quantity, head, clause) or (before and _is_spent(quantity, head, clause)):
        return None
    between = clause.between(head.end, quantity.start)
    is_bare = quantity.dimension == BARE and head.key is not FieldKey.POWER
    is_taken = is_bare or head.key in ONE_FIGURE
    if between and is_taken and clause.between(head.end, head.end + 2):
        return None  # 层高4.8 二楼13, 占地15亩车间4600平: the head has its figure
    return before * 2 + 1 + 10 * between


def _is_cut_off(quantity: Quantity, head: Head, clause: Clause) -> bool:
    """Whether the head reaches no further than what stands before the quantity.

    天车 楼上4米5 800公斤; 配电800 1楼27; 地坪有两处坑; 电, 租, 税: so short a word speaks of
    what is beside it.
    """
    if head.key in OF_FLOOR and quantity.dimension == BARE and quantity.runs_into_unread:
        return True
    if head.key in MACHINES:
        return any(head.end <= floor.start < quantity.start for floor in clause.floors)
    is_of_floor = head.key is FieldKey.POWER and clause.floor_ends_at(quantity.start)
    is_short = head.end - head.start == 1
    return is_of_floor or (is_short and quantity.start - head.end > NEAR_SHORT)


def _is_spent(quantity: Quantity, head: Head, clause: Clause) -> bool:
    """3000平空地带200平库房, 带后院的老厂房760平: whether the head speaks of another figure."""
    if head.key not in ONE_FIGURE:
        return False
    if any(each.end == head.start for each in clause.quantities):
        return True
    return head.key is FieldKey.YARD_AREA and any(
        head.end <= token.start < quantity.start and token.has("value", FieldKey.KIND)
        for token in clause.words
    )


def _distance_behind(quantity: Quantity, head: Head, clause: Clause) -> int | None:
    behind = head.start - quantity.end
    if head.key in LED and _is_led_to(quantity, head, clause):
        return behind * 2
    is_given = head.key is FieldKey.RENT_FREE and head.end - head.start == 1
    is_parted = behind > 0 and is_money(head.key)  # 三楼420 单价一样11块
    if is_given or (quantity.dimension == BARE and (quantity.runs_into_unread or is_parted)):
        return None  # 交两年送两月; 36V电瓶, 上一任租客: a number of what nobody knows
    if not 0 <= behind <= REACH_BEHIND or clause.between(quantity.end, head.start):
        return None
    if any(quantity.end <= word.start and word.end <= head.start for word in clause.words):
        return None  # 八百平就行院子得能停车
    if head.key is FieldKey.MINIMUM_LET or (
        (head.key not in MACHINES or _bears(clause, quantity)) and _starts_at(clause, head)
    ):
        return None  # 12000平可分3000, 承重1吨货梯3吨: the head speaks of what follows it
    return behind * 2


def _is_led_to(quantity: Quantity, head: Head, clause: Clause) -> bool:
    is_led = _counts_before(quantity, head, clause) or _is_in_row(quantity, head, clause)
    return is_led or _is_in_chain(quantity, head, clause)


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


def _bears(clause: Clause, quantity: Quantity) -> bool:
    """承重1吨: a load is named right in front."""
    return any(
        token.end == quantity.start and token.has("head", FieldKey.LOAD) for token in clause.words
    )


def _starts_at(clause: Clause, head: Head) -> bool:
    return any(
        each.start == head.end and each.dimension in head.takes for each in clause.quantities
    )
