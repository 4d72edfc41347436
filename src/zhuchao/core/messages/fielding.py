"""Which fields a message tells, and how, as features by which its side is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.vocabulary.term import Amount, FieldKey

# What is told of these says more than that it is told.
CHOICES = frozenset(
    {FieldKey.INTENT, FieldKey.KIND, FieldKey.LAYOUT, FieldKey.RELATION, FieldKey.FIRE_CLASS}
)


def fields_shown(found: Iterable[Finding]) -> dict[str, float]:
    """Each field and how it is told, what is told first and last, and whether of several floors.

    As ``area:told``, ``area:exact``, ``place:several``, ``rent:floor``; the strength is always 1.
    """
    return dict.fromkeys(_names(sorted(found, key=lambda each: each.start)), 1.0)


def _names(found: Sequence[Finding]) -> Iterator[str]:
    for each in found:
        yield from _ways(each)
    if found:
        yield f"first:{found[0].key}"
        yield f"last:{found[-1].key}"
    floors = {each.floor for each in found if each.floor}
    if floors:
        yield "a_floor"
    if len(floors) > 1:
        yield "several_floors"


def _ways(each: Finding) -> Iterator[str]:
    key, value = each.key, each.value
    yield f"{key}:told"
    if isinstance(value, Amount):
        yield f"{key}:{_bounds(value.low, value.high)}"
    elif isinstance(value, str) and each.key in CHOICES:
        yield f"{key}:{value}"
    elif isinstance(value, tuple) and len(value) > 1:
        yield f"{key}:several"
    if each.floor:
        yield f"{key}:floor"
    if each.stance:
        yield f"{key}:{each.stance}"


def _bounds(low: float | None, high: float | None) -> str:
    if low is None:
        return "most"
    if high is None:
        return "least"
    return "exact" if low == high else "range"
