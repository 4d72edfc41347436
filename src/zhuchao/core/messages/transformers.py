"""What several transformers have together: 变压器2台各800, 800kVA变压器2台."""

from __future__ import annotations

from itertools import pairwise

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import MACHINES, FieldKey

MOST_TRANSFORMERS = 10
POWERS = frozenset({"power", "power_kw", "power_any", BARE})


def of_several(power: Quantity, clause: Clause) -> Quantity:
    """变压器2台各800, 3150kVA×2: what several transformers have together."""
    counted = _counted(clause)
    if len(counted) > 1 and power == counted[0][0]:
        total = sum(each.figure * count.figure for each, count in counted)
        return power._replace(low=total, high=total)
    if power.low != power.high or power.is_sum:
        return power  # 变压器2台400+630: both are told
    for other in clause.quantities:
        is_multiplied = other.dimension == BARE and power.is_times
        is_before = (
            (other.dimension == "count" or is_multiplied)
            and 0 <= power.start - other.end <= 1
            and not _counts_machine(other, clause)
        )
        is_behind = other.is_times and 0 <= other.start - power.end <= 1
        is_behind = is_behind or _counts_transformers(other, power, clause)
        is_behind = is_behind or (other.dimension == "count" and other.start == power.end)
        if (is_before or is_behind) and 1 < other.figure <= MOST_TRANSFORMERS:
            return power.scaled(other.figure, power.dimension)
    return power


def _counted(clause: Clause) -> list[tuple[Quantity, Quantity]]:
    """800kVA一台400kVA两台: each capacity that has its own count right behind it."""
    return [
        (power, count)
        for power, count in pairwise(clause.quantities)
        if power.dimension in POWERS and count.dimension == "count" and count.start == power.end
    ]


def _counts_transformers(count: Quantity, power: Quantity, clause: Clause) -> bool:
    """800kVA变压器2台: the count stands right behind what is counted."""
    return count.dimension == "count" and any(
        power.end <= token.start <= power.end + 1 and token.end == count.start
        for token in clause.words
        if token.has("head", FieldKey.POWER)
    )


def _counts_machine(count: Quantity, clause: Clause) -> bool:
    """货梯2台 630变压器: the two are lifts."""
    return any(
        token.end == count.start and any(token.has("head", key) for key in MACHINES)
        for token in clause.words
    )
