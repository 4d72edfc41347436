"""An offer for the public: as a line of the classified section, and as a sheet of its fields."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zhuchao import tables as reference
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.hand.figures import Shown
from zhuchao.faces.hand.terms import (
    MU_CONVENTION,
    equivalent_of,
    find_term,
    floor_of,
    label_of,
    show_term,
    show_value,
    spec_of,
)

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

LAND = "land"
# An offer is let or sold: the first of these that it tells is its price.
PRICES = ("rent", "sale_price", "total_price", "land_price")
PRICE = "price"


@dataclass(frozen=True, slots=True)
class Classified:
    """An offer in one glance; a figure that is not known is None."""

    code: str
    title: str
    kind: str
    intent: str
    place: str
    area: Shown | None
    price: Shown | None
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the sheet; ``shown`` None is 待确认, ``note`` how a figure was turned."""

    label: str
    shown: Shown | None
    floor: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading."""

    title: str
    rows: tuple[Row, ...]


def classified(offer: Offer) -> Classified:
    terms = terms_from_json(offer.terms)
    return Classified(
        code=offer.code,
        title=offer.title,
        kind=choice_name(FieldKey.KIND, offer.kind),
        intent=choice_name(FieldKey.INTENT, offer.intent),
        place=place_name(offer.region_code) or offer.address,
        area=_area(offer),
        price=_price(terms),
        confirmed_on=offer.confirmed_on,
    )


def sheet(terms: Sequence[Term], kind: str) -> list[Group]:
    """The fields of an offer in groups; a group without a row is left out."""
    known = [term for term in terms if term.read.is_known]
    groups = [
        Group(title, tuple(_rows(known, asked, told)))
        for title, kinds, asked, told in _groups()
        if not kinds or kind in kinds
    ]
    return [group for group in groups if group.rows]


def choice_name(key: FieldKey, value: str) -> str:
    return spec_of(key).choices.get(value, value)


def place_name(code: str) -> str:
    """City and county, as a reader says them."""
    regions = reference.load().regions
    region = regions.get(code)
    if region is None:
        return ""
    parent = regions.get(region.parent_code)
    is_county = region.level == "county" and parent is not None and parent.level == "city"
    return f"{parent.short_name}{region.short_name}" if is_county and parent else region.short_name


def rent_of(terms: Iterable[Term]) -> float | None:
    """The lowest rent that the offer tells; None where it tells no figure."""
    term = find_term(terms, FieldKey.RENT.value)
    value = term.read.value if term is not None else None
    return (value.low or value.high) if isinstance(value, Amount) else None


def note_of(term: Term) -> str:
    """The figure in the other usual unit, with the convention that turns one into the other."""
    shown = show_term(term)
    if term.key is FieldKey.LAND_AREA and shown.unit == "亩" and not shown.exact.endswith("亩"):
        return f"即 {shown.exact}（{MU_CONVENTION}）"
    return equivalent_of(term)


def _area(offer: Offer) -> Shown | None:
    if offer.area_m2 is None:
        return None
    key = FieldKey.LAND_AREA if offer.kind == LAND else FieldKey.AREA
    return show_value(key, Amount(offer.area_m2, offer.area_m2))


def _price(terms: Sequence[Term]) -> Shown | None:
    found = (find_term(terms, key) for key in PRICES)
    return next((show_term(term) for term in found if term is not None), None)


def _rows(known: list[Term], asked: list[str], told: list[str]) -> Iterator[Row]:
    for key in (*asked, *told):
        keys = PRICES[:2] if key == PRICE else (key,)
        found = [term for term in known if term.key.value in keys]
        for term in found:
            yield Row(label_of(term.key), show_term(term), floor_of(term), note_of(term))
        if not found and key in asked:
            yield Row("租金或售价" if key == PRICE else label_of(FieldKey(key)), None)


@cache
def _groups() -> list[tuple[str, list[str], list[str], list[str]]]:
    source = files(__package__).joinpath("offer_sheet.toml").read_text("utf-8")
    groups = tomllib.loads(source)["group"]
    return [(each["title"], each["for"], each["asked"], each["told"]) for each in groups]
