"""A seeded register of properties to match against: the same on every machine."""

from __future__ import annotations

from random import Random

from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Region, Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term, TradeRef, Value

SEED = 20261123
PROVINCE = "320000"
# Owners leave much untold: each term stands in about seven messages of ten.
SHARE_OF_TERMS_TOLD = 0.7


def properties(count: int, tables: Tables) -> list[Property]:
    """So many properties in the counties of one province."""
    random, counties = Random(SEED), counties_of(tables)
    return [some_property(random, number, counties) for number in range(count)]


def counties_of(tables: Tables) -> list[Region]:
    """The counties in which the properties lie."""
    return [
        region
        for region in tables.regions.values()
        if region.level == "county" and region.code.startswith(PROVINCE[:2])
    ]


def some_property(random: Random, number: int, counties: list[Region]) -> Property:
    """One property; of its terms about seven in ten are told."""
    county = random.choice(counties)
    values: dict[FieldKey, Value] = {
        FieldKey.INTENT: random.choice(["rent", "rent", "sale"]),
        FieldKey.KIND: random.choice(["factory", "factory", "warehouse", "office"]),
        FieldKey.LAYOUT: (random.choice(["single", "multi"]),),
        FieldKey.PLACE: (PlaceRef(county.short_name, county.code),),
        FieldKey.AREA: _exactly(random.randrange(300, 20_000, 50)),
        FieldKey.MINIMUM_LET: _exactly(random.randrange(200, 3000, 100)),
        FieldKey.HEIGHT: _exactly(random.randrange(40, 130) / 10),
        FieldKey.LOAD: _exactly(random.choice([0.5, 0.8, 1, 2, 5])),
        FieldKey.CRANE: Machines(random.randint(1, 4), random.choice([5.0, 10.0, 20.0])),
        FieldKey.POWER: _exactly(random.choice([200, 315, 630, 800, 1250])),
        FieldKey.FIRE_CLASS: random.choice(["丙一", "丙二", "丁", "戊"]),
        FieldKey.EIA: random.random() < 0.6,
        FieldKey.RENT: _exactly(random.randint(10, 45)),
        FieldKey.EXCLUDED_TRADE: (TradeRef("喷涂", "336"), TradeRef("电镀", "336")),
    }
    terms = tuple(
        Term(key, Read(value, State.GIVEN))
        for key, value in values.items()
        if random.random() < SHARE_OF_TERMS_TOLD
    )
    return Property(f"B{number:07}", f"{county.name}房源 {number}", terms)


def _exactly(number: float) -> Amount:
    return Amount(float(number), float(number))
