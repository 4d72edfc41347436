"""Figures of which the text leaves open which one holds: 18/14元, 120平、260平可选."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import BARE
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
    heads = {token.end for token in tokens if token.has("head")}
    found: list[Quantity] = []
    for quantity in _measured_alike(text, quantities):
        before = found[-1] if found else None
        if before is not None and _closes(text, before, quantity):
            found[-1] = _range_of(before, quantity)
        elif before is None or not _are_in_row(text, before, quantity, heads):
            found.append(quantity)
        elif _are_transformers(text, before, quantity):
            found[-1] = quantity._replace(
                low=before.figure + quantity.figure, high=before.figure + quantity.figure,
                start=before.start,
            )  # fmt: skip
        elif quantity.dimension == "area" or _is_either(text, before, quantity, tokens):
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


def _are_transformers(text: str, one: Quantity, other: Quantity) -> bool:
    """2000kVA、1600kVA: capacities that are told beside each other are had together."""
    are_alike = one.dimension == other.dimension and one.dimension.startswith("power")
    return are_alike and text[one.end : other.start].strip() in TOGETHER


def _is_either(text: str, one: Quantity, other: Quantity, tokens: Sequence[Token]) -> bool:
    """10吨或16吨行车: either will do, and so the lighter."""
    are_carried = other.dimension == "tonnes" and not other.area_per
    return (
        are_carried
        and text[one.end : other.start].strip() in EITHER
        and any(token.has("head", key) for token in tokens for key in MACHINES)
        and not any(token.has("head", FieldKey.LOAD) for token in tokens)
    )


def _closes(text: str, one: Quantity, other: Quantity) -> bool:
    """1500平以上2500平以内: both ends of one range."""
    if one.high is not None or other.low is not None or one.dimension != other.dimension:
        return False
    is_beside = not text[one.end : other.start].strip()
    return is_beside and (one.low or 0) < (other.high or 0)


def _are_in_row(text: str, one: Quantity, other: Quantity, heads: set[int]) -> bool:
    gap = text[one.end : other.start].strip()
    is_led = one.dimension == BARE and one.start in heads and gap != SLASH
    are_alike = one.dimension == other.dimension or (one.dimension == BARE and not is_led)
    is_number = one.dimension == BARE and one.figure < LEAST  # the 1、 of a list
    are_rated = bool(one.area_per or one.time_per)
    is_open = are_alike and (gap == SLASH or other.dimension != BARE)
    return gap in SIGNS and is_open and not (are_rated or is_number)


def _range_of(one: Quantity, other: Quantity) -> Quantity:
    bounds = [each for each in (one.low, one.high, other.low, other.high) if each is not None]
    return other._replace(low=min(bounds), high=max(bounds), start=one.start)
