"""What follows from what was said: intent from prices, kind from land, totals from parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhuchao.core.messages.findings import Finding
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount, FieldKey

# Floor-area ratios outside this range come from a misread figure.
PLAUSIBLE_FAR = (0.1, 10.0)
HOUSES = frozenset({"factory", "warehouse", "whole_plant"})
# What is mostly let; who wants to buy one says so.
LET = frozenset({"factory", "warehouse", "office", "rnd"})
PROJECT = frozenset({FieldKey.INVESTMENT, FieldKey.OUTPUT, FieldKey.INTENSITY})
# Who tells one of these of himself invests, or buys.
BOUGHT = frozenset(
    {
        FieldKey.INVESTMENT,
        FieldKey.TOTAL_PRICE,
        FieldKey.SALE_PRICE,
        FieldKey.LAND_PRICE,
        FieldKey.TENURE,
    }
)
# What only a lease has.
OF_LEASE = (FieldKey.TERM, FieldKey.RENT_FREE, FieldKey.DEPOSIT)
SALE_PRICES = (FieldKey.SALE_PRICE, FieldKey.LAND_PRICE, FieldKey.TOTAL_PRICE)
# Asked of each finding again and again; Python 3.11 takes long to reach a member of an Enum.
KIND, INTENT, LAYOUT = FieldKey.KIND, FieldKey.INTENT, FieldKey.LAYOUT
AREA, LAND_AREA, FAR = FieldKey.AREA, FieldKey.LAND_AREA, FieldKey.FAR
LAND_PRICE, TOTAL_PRICE = FieldKey.LAND_PRICE, FieldKey.TOTAL_PRICE


@dataclass(frozen=True, slots=True)
class Built:
    """What the text shows beside its fields: storeys, a price a mu, a plant that seeks one."""

    storeys: int | None
    is_asked_by_mu: bool
    is_measured: bool
    seeking: re.Match[str] | None


def derived(findings: Sequence[Finding], built: Built, *, is_demand: bool) -> Iterator[Finding]:
    """Inferred findings for fields that nothing was said of; each with its why."""
    known = {each.key: each for each in findings if not each.floor}
    if INTENT not in known:
        yield from _intent({each.key: each for each in reversed(findings)}, is_demand=is_demand)
    is_land = LAND_AREA in known and (is_demand or AREA not in known)
    if KIND not in known and is_land:
        land = known[LAND_AREA]
        yield Finding(KIND, "land", land.start, land.end, "", "按亩说的是土地")
    elif KIND not in known and is_demand and built.seeking:
        place = built.seeking
        yield Finding(KIND, "factory", place.start(), place.end(), "", "工厂求租")
    elif KIND not in known and not is_demand and _is_plant(known):
        yield from _plant(known[INTENT])
    yield from _many_storeys(findings, known, built.storeys, is_demand=is_demand)
    if FAR not in known and not is_demand and built.is_measured:
        yield from _far(known)
    if TOTAL_PRICE not in known and built.is_asked_by_mu:
        yield from _land_total(known)


def _is_project(known: dict[FieldKey, Finding]) -> bool:
    """Who invests and tells so many mu takes land, and rents none."""
    return LAND_AREA in known and not PROJECT.isdisjoint(known)


def usual_intent(findings: Sequence[Finding], *, is_demand: bool) -> Iterator[Finding]:
    """That a house or an open yard, of which nothing tells that it is sold, is to be rented."""
    told = {each.key: each for each in reversed(findings)}
    if INTENT in told:
        return
    why = "未说购买，按求租理解" if is_demand else "未说出售，按出租理解"
    kind, area = told.get(KIND), told.get(AREA)
    is_project = LAND_AREA in told or not BOUGHT.isdisjoint(told)
    if not is_demand and is_project:
        return
    if kind is not None and (kind.value in LET or (kind.value == "land" and not is_project)):
        yield Finding(INTENT, "rent", kind.start, kind.end, "", why)
    elif kind is None and area is not None and not is_project:
        yield Finding(INTENT, "rent", area.start, area.end, "", why)
    elif is_demand and kind is not None and area is None and LAND_AREA in told:
        yield Finding(INTENT, "sale", kind.start, kind.end, "", "要的是土地，按购地理解")


def _is_plant(known: dict[FieldKey, Finding]) -> bool:
    """Land and house that are handed over together are a whole plant."""
    intent = known.get(INTENT)
    is_handed_over = intent is not None and intent.value == "transfer"
    return is_handed_over and {AREA, LAND_AREA} <= known.keys()


def _plant(intent: Finding) -> Iterator[Finding]:
    yield Finding(KIND, "whole_plant", intent.start, intent.end, "", "土地和房屋一并转让")


def _intent(known: dict[FieldKey, Finding], *, is_demand: bool) -> Iterator[Finding]:
    rent = known.get(FieldKey.RENT)
    sale = next((known[key] for key in SALE_PRICES if key in known), None)
    if rent is not None and isinstance(rent.value, Amount):
        yield Finding(INTENT, "rent", rent.start, rent.end, "", "按租金报价")
    elif sale is not None:
        yield Finding(INTENT, "sale", sale.start, sale.end, "", "按售价报价")
    elif is_demand and _is_project(known):
        land = known[LAND_AREA]
        yield Finding(INTENT, "sale", land.start, land.end, "", "投资项目要的是工业用地")
    else:
        told = next((known[key] for key in OF_LEASE if key in known), None)
        if told is not None:
            why = "说了租期、押付或免租"
            yield Finding(INTENT, "rent", told.start, told.end, "", why)


def _many_storeys(
    findings: Sequence[Finding],
    known: dict[FieldKey, Finding],
    storeys: int | None,
    *,
    is_demand: bool,
) -> Iterator[Finding]:
    kind, layout = known.get(KIND), known.get(LAYOUT)
    # Heights of floors alone may be those of a store with ramps, or of several houses.
    told = (each for each in findings if layout is not None or each.key is AREA)
    floors = {each.floor for each in told} - {""}
    are_told = not is_demand and "1" in floors and len(floors) > 1
    is_house = kind is not None and kind.value in HOUSES
    is_single = layout is not None and layout.value == ("single",)
    is_ground = kind is not None and kind.value == "land"
    if kind is not None and not (is_single or is_ground) and (storeys or (are_told and is_house)):
        why = "" if storeys else "分楼层说明"
        yield Finding(LAYOUT, ("multi",), kind.start, kind.end, "", why)
    if AREA not in known and storeys:
        yield from _total_area(findings, storeys)


def _total_area(findings: Sequence[Finding], storeys: int) -> Iterator[Finding]:
    every = ("each", f"1-{storeys}")
    each = next((f for f in findings if f.key is AREA and f.floor in every), None)
    if each is None or not isinstance(each.value, Amount) or each.value.low != each.value.high:
        return
    total = round((each.value.low or 0) * storeys, 2)
    why = f"{storeys} 层 × 每层 {each.value.low:g} ㎡"
    yield Finding(AREA, Amount(total, total), each.start, each.end, "㎡", why)


def _exact(known: dict[FieldKey, Finding], key: FieldKey) -> float | None:
    found = known.get(key)
    value = found.value if found is not None else None
    if not isinstance(value, Amount) or value.low is None or value.low != value.high:
        return None
    return value.low


def _far(known: dict[FieldKey, Finding]) -> Iterator[Finding]:
    """The ratio of a whole plant that is taken over; beside a house other things may stand.

    Source: DOMAIN 4.5, S8.
    """
    kind, intent = known.get(KIND), known.get(INTENT)
    is_whole = kind is not None and kind.value == "whole_plant"
    if not is_whole or intent is None or intent.value != "transfer":
        return
    area, mu = _exact(known, AREA), _exact(known, LAND_AREA)
    if not area or not mu or known[LAND_AREA].unit != "亩":
        return
    ratio = round(area / (mu * M2_OF_A_MU), 3)
    if PLAUSIBLE_FAR[0] <= ratio <= PLAUSIBLE_FAR[1]:
        place = known[AREA]
        why = f"{area:g} ㎡ ÷ {mu:g} 亩（1 亩 = 10000/15 ㎡）"
        yield Finding(FAR, Amount(ratio, ratio), place.start, place.end, "", why)


def _land_total(known: dict[FieldKey, Finding]) -> Iterator[Finding]:
    price, mu = _exact(known, LAND_PRICE), _exact(known, LAND_AREA)
    if price and mu and known[LAND_AREA].unit == "亩":
        total = round(price * mu, 2)
        place = known[LAND_PRICE]
        why = f"{mu:g} 亩 × {price:g} 元/亩"
        yield Finding(TOTAL_PRICE, Amount(total, total), place.start, place.end, "元", why)
