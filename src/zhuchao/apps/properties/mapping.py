"""An offer as matching sees it: its carrier's columns as terms, and its own terms over them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from zhuchao import tables as reference
from zhuchao.apps.properties import carrying
from zhuchao.apps.properties.carrying import exactly, given
from zhuchao.apps.properties.models import Offer, Unit
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.term import Amount, FieldKey, PlaceRef, Term
from zhuchao.core.vocabulary.wire import terms_from_json

__all__ = ["columns_of", "exactly", "given", "place_of", "to_property"]


def to_property(offer: Offer) -> Property:
    """The offer as a value; its unit, plot, building, floor and park should be selected with it."""
    own = terms_from_json(offer.terms)
    told = {(term.key, term.floor) for term in own}
    derived = tuple(t for t in _carrier_terms(offer) if (t.key, t.floor) not in told)
    return Property(offer.code, offer.title, own + derived, offer.confirmed_on)


def columns_of(terms: tuple[Term, ...]) -> dict[str, object]:
    """The columns that lists filter by, from an offer's terms."""
    intent, kind = first(terms, FieldKey.INTENT), first(terms, FieldKey.KIND)
    place = first(terms, FieldKey.PLACE)
    area = first(terms, FieldKey.AREA) or first(terms, FieldKey.LAND_AREA)
    refs = place.read.value if place is not None else ()
    coded = [ref.code for ref in refs if isinstance(ref, PlaceRef)] if refs else []  # type: ignore[union-attr]
    amount = area.read.value if area is not None else None
    return {
        "intent": _choice(intent),
        "kind": _choice(kind),
        "region_code": next((code for code in coded if code), ""),
        "area_m2": (amount.high or amount.low) if isinstance(amount, Amount) else None,
        "source": _choice(first(terms, FieldKey.RELATION)),
    }


def _choice(term: Term | None) -> str:
    value = term.read.value if term is not None else ""
    return value if isinstance(value, str) else ""


@lru_cache(maxsize=512)
def place_of(region_code: str) -> tuple[PlaceRef, ...]:
    """The region with that code; empty when there is none."""
    region = reference.load().regions.get(region_code)
    return (PlaceRef(region.full_name, region.code),) if region else ()


def _carrier_terms(offer: Offer) -> Iterator[Term]:
    place = place_of(offer.region_code)
    if place:
        yield given(FieldKey.PLACE, place)
    for column, key in (("intent", FieldKey.INTENT), ("kind", FieldKey.KIND)):
        if told := getattr(offer, column):
            yield given(key, told)
    source = offer.source
    if offer.unit is not None:
        yield from _unit_terms(offer.unit)
        source = source or offer.unit.building.source
    if offer.plot is not None:
        yield from carrying.plot_terms(offer.plot)
        source = source or offer.plot.source
    if source:
        yield given(FieldKey.RELATION, source)


def _unit_terms(unit: Unit) -> Iterator[Term]:
    """What the unit tells of itself stands before what its building tells of the whole."""
    own = {term.key: term for term in carrying.unit_terms(unit)}
    yield from own.values()
    park = unit.building.park
    for term in (*carrying.building_terms(unit.building), *carrying.park_terms(park)):
        if term.key not in own:
            yield term
