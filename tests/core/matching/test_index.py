"""The index answers as reading every property does, whatever is on offer and asked for."""

from __future__ import annotations

from random import Random

import pytest
from tests.core.matching.cases import on_offer, term

from zhuchao import tables as reference
from zhuchao.core.matching import match
from zhuchao.core.matching.index import OfferIndex
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import (
    Amount,
    FieldKey,
    Machines,
    PlaceRef,
    Stance,
    Term,
    TradeRef,
    Value,
)

K = FieldKey
PLACES = [
    ("昆山", "320583"),
    ("太仓", "320585"),
    ("苏州", "320500"),
    ("江苏", "320000"),
    ("花桥", ""),
]
TRADES = [("喷涂", "336"), ("电镀", "3360"), ("CNC", "3484"), ("木工", ""), ("机械", "34")]
FIGURES: dict[FieldKey, tuple[list[float], list[str]]] = {
    K.AREA: ([500, 1000, 2000, 2500, 8000], ["", "㎡", "亩"]),
    K.LAND_AREA: ([20, 50, 13_333.333333], ["", "亩", "㎡"]),
    K.MINIMUM_LET: ([500, 1000, 2000], ["", "㎡"]),
    K.HEIGHT: ([4.5, 7.8, 8.0, 10], ["", "m"]),
    K.LOAD: ([0.5, 1, 3], ["", "kg/㎡"]),
    K.POWER: ([250, 400, 630], ["", "kVA", "kW", "MVA"]),
    K.RENT: ([0.6, 0.9, 18, 27, 30_000, 360_000], ["", "元/㎡/月", "元/㎡/天", "元/月", "元/年"]),
    K.PROPERTY_FEE: ([1, 2, 3], ["", "元/㎡/天"]),
    K.TOTAL_PRICE: ([1e7, 2e7], ["", "元", "美元", "万元"]),
    K.TERM: ([6, 12, 36], ["", "年", "月", "天"]),
    K.TENURE: ([20, 38, 50], ["", "年"]),
    K.FAR: ([0.8, 1.2, 2.0], [""]),
    K.TAX: ([1e5, 2e5, 3e5], ["", "元"]),
    K.RENT_FREE: ([1, 2, 3], ["", "月"]),
}
WORDS: dict[FieldKey, list[Value]] = {
    K.INTENT: ["rent", "sale", "transfer"],
    K.KIND: ["factory", "warehouse", "whole_plant", "office", "rnd"],
    K.LAYOUT: [("single",), ("multi", "detached"), ("yard",)],
    K.PLACE: [(PlaceRef(*one),) for one in PLACES] + [tuple(PlaceRef(*p) for p in PLACES[:2])],
    K.CRANE: [Machines(2, 10), Machines(None, 5), Machines(1, None), Machines(None, None)],
    K.FIRE_CLASS: ["丙一", "丙", "丙二", "丁", "甲"],
    K.EIA: [True, False],
    K.MORTGAGE: [True, False],
    K.TRADE: [(TradeRef(*one),) for one in TRADES],
    K.EXCLUDED_TRADE: [(TradeRef(*one),) for one in TRADES] + [("喷涂",)],
    K.RENT: ["negotiable"],
    K.PROPERTY_FEE: ["included", "excluded"],
    K.TAX: ["none"],
    K.RELATION: ["agent", "owner"],
    K.VAT: ["included", "excluded"],
}
FLOORS = ["", "", "", "", "1", "2", "2-4", "2+", "each"]
PERS = ["", "", "year", "mu"]


def some_term(random: Random, *, floor: bool = True) -> Term:
    key = random.choice([*FIGURES, *WORDS])
    on = random.choice(FLOORS) if floor else ""
    stance = random.choice([Stance.HARD, Stance.HARD, Stance.SOFT, Stance.EXCLUDED])
    if key in WORDS and (key not in FIGURES or random.random() < 0.3):
        return term(key, random.choice(WORDS[key]), stance=stance, floor=on)
    figures, units = FIGURES[key]
    low, high = sorted(random.choices(figures, k=2))
    bounds = random.choice([(low, low), (low, high), (low, None), (None, high), (0.0, high)])
    per = random.choice(PERS) if key is K.TAX else ""
    return term(key, Amount(*bounds, per=per), unit=random.choice(units), stance=stance, floor=on)


def some_property(random: Random, number: int) -> Property:
    floor = random.random() < 0.3
    terms = [some_term(random, floor=floor) for _ in range(random.randrange(1, 14))]
    told = {(t.key, t.floor): t for t in terms if t.stance is not Stance.EXCLUDED}
    several = terms[:1] if random.random() < 0.1 else []
    return on_offer(*told.values(), *several, key=f"{random.randrange(10**6):06}-{number}")


def some_enquiry(random: Random) -> list[Term]:
    terms = [some_term(random, floor=random.random() < 0.2) for _ in range(random.randrange(1, 8))]
    return list({(t.key, t.floor): t for t in terms}.values())


def expected(enquiry: list[Term], properties: list[Property], limit: int) -> tuple[str, ...]:
    found = match(enquiry, properties, reference.load(), limit=limit)
    return tuple(each.offered.key for each in found)


@pytest.mark.parametrize("seed", range(12))
def test_the_index_answers_as_reading_every_property_does(seed: int, tables: Tables) -> None:
    random = Random(seed)
    properties = [some_property(random, number) for number in range(300)]
    index = OfferIndex(tables, properties)

    for _ in range(40):
        enquiry, limit = some_enquiry(random), random.choice([1, 5, 20, 400])
        assert index.best(enquiry, limit=limit) == expected(enquiry, properties, limit), enquiry


def test_what_was_put_again_or_dropped_counts_no_more(tables: Tables) -> None:
    random = Random(99)
    properties = {each.key: each for each in (some_property(random, n) for n in range(200))}
    index = OfferIndex(tables, properties.values())
    for key in random.sample(sorted(properties), 120):
        index.drop(key)
        del properties[key]
    for key in random.sample(sorted(properties), 40):
        changed = some_property(random, 0)
        properties[key] = Property(key, changed.title, changed.terms)
        index.put(properties[key])

    assert len(index) == len(properties)
    for _ in range(30):
        enquiry = some_enquiry(random)
        assert index.best(enquiry) == expected(enquiry, list(properties.values()), 20)


def test_an_enquiry_without_conditions_finds_nothing(tables: Tables) -> None:
    index = OfferIndex(tables, [on_offer(term(K.KIND, "factory"))])

    assert index.best([]) == ()
    assert index.best([term(K.TELEPHONE, "13800000000")]) == ()
    assert OfferIndex(tables).best([term(K.KIND, "factory")]) == ()
