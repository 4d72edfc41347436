"""Whether two demands are likely one and the same: place, kind and size agree."""

from __future__ import annotations

from collections.abc import Iterable

from zhuchao.core.matching.units import in_base
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, PlaceRef, Term

# Sizes that differ by no more than a tenth are one size, told by two people.
MOST_APART = 0.10
SIZES = (FieldKey.AREA, FieldKey.LAND_AREA)


def are_alike(one: Iterable[Term], other: Iterable[Term], tables: Tables) -> bool:
    """Whether both ask for the same kind, share a place, and differ in size by a tenth at most.

    What one of them leaves open agrees with nothing.
    """
    one, other = tuple(one), tuple(other)
    kinds = {_value(one, FieldKey.KIND), _value(other, FieldKey.KIND)}
    is_one_kind = len(kinds) == 1 and None not in kinds
    return is_one_kind and bool(_places(one) & _places(other)) and _is_one_size(one, other, tables)


def _value(terms: Iterable[Term], key: FieldKey) -> object:
    term = first(terms, key)
    return term.read.value if term is not None else None


def _places(terms: Iterable[Term]) -> set[str]:
    value = _value(terms, FieldKey.PLACE)
    items = value if isinstance(value, tuple) else ()
    return {item.code or item.name for item in items if isinstance(item, PlaceRef)}


def _is_one_size(one: Iterable[Term], other: Iterable[Term], tables: Tables) -> bool:
    pairs = ((_size(one, key, tables), _size(other, key, tables)) for key in SIZES)
    return any(a and b and abs(a - b) <= MOST_APART * max(a, b) for a, b in pairs)


def _size(terms: Iterable[Term], key: FieldKey, tables: Tables) -> float | None:
    """The middle of what was said, in ㎡; a range open at one end is its other end."""
    sizes = [term for term in terms if term.key is key and isinstance(term.read.value, Amount)]
    term = next((each for each in sizes if not each.floor), sizes[0] if sizes else None)
    if term is None or not isinstance(term.read.value, Amount):
        return None
    turned = in_base(term.read.value, term.read.unit, tables.fields[key].unit)
    bounds = (turned.amount.low, turned.amount.high) if turned else ()
    told = [bound for bound in bounds if bound is not None]
    return sum(told) / len(told) if told else None
