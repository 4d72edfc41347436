"""Figures of which the text leaves open which one holds: 18/14元, 120平、260平可选."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import BARE, POWERS
from zhuchao.core.vocabulary.term import MACHINES, FieldKey

SIGNS = frozenset({"/", "、", "和", "或", "或者"})
SLASH = "/"
TOGETHER = frozenset({"、", "和"})
EITHER = frozenset({"/", "或", "或者"})
LEAST = 4.0


def one_of_several(
    text: str, quantities: Sequence[Quantity], tokens: Sequence[Token]
) -> list[Quantity]:
    """The quantities with areas in a row as one range, and others in a row marked as open."""
    if len(quantities) < 2:
        return list(quantities)
    first, *others = _measured_alike(text, quantities)
    found = [first]
    for quantity in others:
        before = found[-1]
        gap = text[before.end : quantity.start].strip()
        if not gap and _closes(before, quantity):
            found[-1] = _range_of(before, quantity)
        elif gap not in SIGNS or not _are_in_row(gap, before, quantity, tokens):
            found.append(quantity)
        elif gap in TOGETHER and _are_powers(before, quantity):
            found[-1] = quantity._replace(
                low=before.figure + quantity.figure, high=before.figure + quantity.figure,
                start=before.start,
            )  # fmt: skip
        elif quantity.dimension == "area" or _is_either(gap, quantity, tokens):
            found[-1] = _range_of(before, quantity)
        else:
            found[-1] = before._replace(is_one_of=True)
            found.append(quantity._replace(is_one_of=True))
    return found


def _measured_alike(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """1900/2600/3300㎡: in a row with strokes the last one's unit is that of all."""
    found = list(quantities)
    for at in range(len(found) - 1, 0, -1):
        one, other = found[at - 1], found[at]
        is_row = one.dimension == BARE and text[one.end : other.start].strip() == SLASH
        if is_row and other.dimension == "area" and one.figure >= LEAST:
            found[at - 1] = one._replace(dimension="area", is_loose=other.is_loose)
    return found


def _are_powers(one: Quantity, other: Quantity) -> bool:
    """2000kVA、1600kVA: capacities that are told beside each other are had together."""
    return one.dimension == other.dimension and one.dimension in POWERS


def _is_either(gap: str, other: Quantity, tokens: Sequence[Token]) -> bool:
    """10吨或16吨行车: either will do, and so the lighter."""
    are_carried = other.dimension == "tonnes" and not other.area_per
    return (
        are_carried
        and gap in EITHER
        and any(token.has("head", key) for token in tokens for key in MACHINES)
        and not any(token.has("head", FieldKey.LOAD) for token in tokens)
    )


def _closes(one: Quantity, other: Quantity) -> bool:
    """1500平以上2500平以内: both ends of one range."""
    if one.high is not None or other.low is not None or one.dimension != other.dimension:
        return False
    return (one.low or 0) < (other.high or 0)


def _are_in_row(gap: str, one: Quantity, other: Quantity, tokens: Sequence[Token]) -> bool:
    is_bare = one.dimension == BARE
    if one.area_per or one.time_per or (is_bare and one.figure < LEAST):
        return False  # the 1、 of a list
    is_led = is_bare and gap != SLASH and _has_head(one, tokens)
    are_alike = one.dimension == other.dimension or (is_bare and not is_led)
    return are_alike and (gap == SLASH or other.dimension != BARE)


def _has_head(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    return any("head" in token.roles and token.end == quantity.start for token in tokens)


def _range_of(one: Quantity, other: Quantity) -> Quantity:
    bounds = [each for each in (one.low, one.high, other.low, other.high) if each is not None]
    return other._replace(low=min(bounds), high=max(bounds), start=one.start)
