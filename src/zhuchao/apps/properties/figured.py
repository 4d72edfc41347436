"""By what a list of offers is narrowed and sorted: facets with steps, and figures in one unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhuchao import tables as reference
from zhuchao.apps.properties.models import Offer
from zhuchao.core.matching.units import in_base
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Term

# What people ask for in whole steps: at least so much, in the field's own unit.
STEPS: Mapping[str, tuple[float, ...]] = {
    "height": (5, 6, 8, 10, 12),
    "load": (1, 2, 3, 5),
    "crane": (3, 5, 10, 20, 32),
    "power": (200, 400, 630, 1000, 2000),
}
# What an offer does not tell.
UNKNOWN = "?"
NO_THRESHOLD = "none"
A_TEN_THOUSAND = 10_000.0


def facets_of(offer: Offer, whole: Property) -> Iterator[str]:
    """ "kind=factory", each region around the offer, each step that it reaches, or "height=?"."""
    yield f"kind={offer.kind}"
    yield f"intent={offer.intent}"
    yield from (f"place={code}" for code in _regions(offer.region_code))
    park_id = _park_id(offer)
    if park_id is not None:
        yield f"park={park_id}"
    for name, steps in STEPS.items():
        reached = _most(whole, FieldKey(name))
        if reached is None:
            yield f"{name}={UNKNOWN}"
        else:
            yield from (f"{name}={step:g}" for step in steps if reached >= step)
    yield from (f"fire={each}" for each in _fire_classes(whole))


def amounts_of(offer: Offer, whole: Property) -> dict[str, float]:
    """Area in ㎡, rent in 元/㎡/月, the whole price and the tax asked for a year in 万元."""
    area = offer.area_m2
    told = {
        "area": area,
        "rent": _least(whole, FieldKey.RENT, area),
        "total": _total(whole, area),
        "tax": _tax(whole, area),
    }
    return {name: figure for name, figure in told.items() if figure is not None}


def _regions(code: str) -> list[str]:
    """The codes of the county, its city and its province, as far as they are known."""
    regions, found = reference.load().regions, []
    while code in regions:
        found.append(code)
        code = regions[code].parent_code
    return found


def _park_id(offer: Offer) -> int | None:
    if offer.unit is not None:
        return offer.unit.building.park_id
    return None if offer.plot is None else offer.plot.park_id


def _most(whole: Property, key: FieldKey) -> float | None:
    """The most that any part of the offer reaches; of cranes the strongest."""
    figures = [_reached(term) for term in _about(whole, key)]
    return max((each for each in figures if each is not None), default=None)


def _reached(term: Term) -> float | None:
    value = term.read.value
    if isinstance(value, Machines):
        return max((each.tonnes or 0.0 for each in value.kinds), default=0.0)
    found = _in_base(term, None)
    return None if found is None else (found.low if found.low is not None else found.high)


def _least(whole: Property, key: FieldKey, area: float | None) -> float | None:
    found = [_in_base(term, area) for term in _about(whole, key)]
    lows = [each.low if each.low is not None else each.high for each in found if each is not None]
    return min((each for each in lows if each is not None), default=None)


def _total(whole: Property, area: float | None) -> float | None:
    """The price of the whole: told as such, or by ㎡ or 亩 and the area."""
    total = _least(whole, FieldKey.TOTAL_PRICE, area)
    if total is None and area is not None:
        by_m2 = _least(whole, FieldKey.SALE_PRICE, area)
        by_mu = _least(whole, FieldKey.LAND_PRICE, area)
        if by_m2 is not None:
            total = by_m2 * area
        elif by_mu is not None:
            total = by_mu * area / M2_OF_A_MU
    return None if total is None else total / A_TEN_THOUSAND


def _tax(whole: Property, area: float | None) -> float | None:
    """What must be paid in taxes a year for the whole; 0 where nothing is asked."""
    for term in _about(whole, FieldKey.TAX):
        if term.read.value == NO_THRESHOLD:
            return 0.0
        found = _in_base(term, area)
        asked = None if found is None else (found.low or found.high)
        if found is None or asked is None:
            continue
        if found.per in ("", "year"):
            return asked / A_TEN_THOUSAND
        unit = {"mu": M2_OF_A_MU, "1000m2": 1000.0}.get(found.per)
        if unit is not None and area is not None:
            return asked * area / unit / A_TEN_THOUSAND
    return None


def _in_base(term: Term, area: float | None) -> Amount | None:
    value, tables = term.read.value, reference.load()
    if not isinstance(value, Amount):
        return None
    spec = tables.fields[term.key]
    turned = in_base(value, term.read.unit, spec.unit, area, tables.month)
    return None if turned is None else turned.amount


def _fire_classes(whole: Property) -> list[str]:
    """Every class that the strongest told allows; "?" where none is told."""
    order = list(reference.load().fields[FieldKey.FIRE_CLASS].choices)
    told = [str(term.read.value) for term in _about(whole, FieldKey.FIRE_CLASS)]
    known = [order.index(each) for each in told if each in order]
    if not known:
        return [UNKNOWN]
    best = order[min(known)]
    return [each for at, each in enumerate(order) if at >= min(known) or best.startswith(each)]


def _about(whole: Property, key: FieldKey) -> list[Term]:
    return [term for term in whole.terms if term.key is key and term.read.is_known]
