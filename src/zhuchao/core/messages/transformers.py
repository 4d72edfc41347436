"""What several transformers have together: 变压器2台各800, 800kVA变压器2台."""

from __future__ import annotations

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.vocabulary.term import MACHINES, FieldKey

MOST_TRANSFORMERS = 10


def of_several(key: FieldKey, power: Quantity, clause: Clause) -> Quantity:
    """变压器2台各800, 3150kVA×2: what several transformers have together."""
    if key is not FieldKey.POWER:
        return power
    for other in clause.quantities:
        is_before = (
            other.dimension == "count"
            and 0 <= power.start - other.end <= 1
            and not _counts_machine(other, clause)
        )
        is_behind = other.is_times and 0 <= other.start - power.end <= 1
        is_behind = is_behind or _counts_transformers(other, power, clause)
        if (is_before or is_behind) and 1 < other.figure <= MOST_TRANSFORMERS:
            return power.scaled(other.figure, power.dimension)
    return power


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
