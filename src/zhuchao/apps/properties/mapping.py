"""An offer as matching sees it: its carrier's columns as terms, and its own terms over them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from zhuchao import tables as reference
from zhuchao.apps.properties.models import Building, Offer, Plot, Unit
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term, Value
from zhuchao.core.vocabulary.wire import terms_from_json


def to_property(offer: Offer) -> Property:
    """The offer as a value; its unit, plot, building, floor and park should be selected with it."""
    own = terms_from_json(offer.terms)
    told = {(term.key, term.floor) for term in own}
    derived = tuple(t for t in _carrier_terms(offer) if (t.key, t.floor) not in told)
    return Property(offer.code, offer.title, own + derived, offer.confirmed_on)


def given(key: FieldKey, value: Value, *, floor: str = "") -> Term:
    """A term as a register states it: with the unit of the field table, without a span."""
    spec = reference.load().fields[key]
    return Term(key, Read(value, State.GIVEN, None, spec.unit), floor=floor)


def exactly(number: float) -> Amount:
    return Amount(number, number)


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
    if offer.intent:
        yield given(FieldKey.INTENT, offer.intent)
    if offer.kind:
        yield given(FieldKey.KIND, offer.kind)
    place = place_of(offer.region_code)
    if place:
        yield given(FieldKey.PLACE, place)
    if offer.unit is not None:
        yield from _unit_terms(offer.unit)
        yield from _building_terms(offer.unit.building)
    if offer.plot is not None:
        yield from _plot_terms(offer.plot)


def _unit_terms(unit: Unit) -> Iterator[Term]:
    yield given(FieldKey.AREA, exactly(unit.area_m2))
    if unit.crane_count or unit.crane_tonnes:
        yield given(FieldKey.CRANE, Machines(unit.crane_count, unit.crane_tonnes))
    if unit.floor is not None:
        if unit.floor.height_m is not None:
            yield given(FieldKey.HEIGHT, exactly(unit.floor.height_m))
        if unit.floor.load_t_m2 is not None:
            yield given(FieldKey.LOAD, exactly(unit.floor.load_t_m2))


def _building_terms(building: Building) -> Iterator[Term]:
    if building.layout:
        yield given(FieldKey.LAYOUT, (building.layout,))
    if building.fire_class:
        yield given(FieldKey.FIRE_CLASS, building.fire_class)
    if building.power_kva is not None:
        yield given(FieldKey.POWER, exactly(building.power_kva))
    if building.is_titled is not None:
        yield given(FieldKey.TITLE, building.is_titled)
    if building.allows_eia is not None:
        yield given(FieldKey.EIA, building.allows_eia)


def _plot_terms(plot: Plot) -> Iterator[Term]:
    yield given(FieldKey.LAND_AREA, exactly(plot.area_m2))
    if plot.far_low is not None or plot.far_high is not None:
        yield given(FieldKey.FAR, Amount(plot.far_low, plot.far_high))
    if plot.tenure_years is not None:
        yield given(FieldKey.TENURE, exactly(float(plot.tenure_years)))
    if plot.is_cleared is not None:
        yield given(FieldKey.CLEARED_SITE, plot.is_cleared)
