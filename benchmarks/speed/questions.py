"""Enquiries asked of many offers, as terms and as the same question in SQL."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from benchmarks.speed.supply import SEED, counties_of
from zhuchao.core.matching.areas import SLACK_OF_A_BARE_FIGURE
from zhuchao.core.matching.points import STEP, points_of
from zhuchao.core.matching.ranking import Condition, conditions_of
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Stance, Term, Value

COLUMNS = (
    "intent TEXT", "kind TEXT", "layout TEXT", "place TEXT", "area DOUBLE PRECISION",
    "minimum_let DOUBLE PRECISION", "height DOUBLE PRECISION", "load DOUBLE PRECISION",
    "crane_count INTEGER", "crane_tonnes DOUBLE PRECISION", "power DOUBLE PRECISION",
    "fire_class INTEGER", "eia INTEGER", "rent DOUBLE PRECISION",
)  # fmt: skip
FIRE = ("甲", "乙", "丙一", "丙", "丙二", "丁", "戊")
MEETS, ASK, FAILS = 2, 1, 0


class Asked(NamedTuple):
    """An enquiry's terms, and what they are worth."""

    terms: tuple[Term, ...]
    conditions: tuple[Condition, ...]


def asked(count: int, tables: Tables) -> list[Asked]:
    """So many enquiries, each of four to nine conditions."""
    random = Random(SEED + 1)
    counties = [region.code for region in counties_of(tables)]
    return [_asked(random, counties, tables) for _ in range(count)]


def _asked(random: Random, counties: list[str], tables: Tables) -> Asked:
    low = random.randrange(500, 12_000, 100)
    chosen: dict[FieldKey, Value] = {
        FieldKey.INTENT: random.choice(["rent", "sale"]),
        FieldKey.KIND: random.choice(["factory", "warehouse", "office"]),
        FieldKey.PLACE: tuple(PlaceRef(code, code) for code in random.sample(counties, 2)),
        FieldKey.AREA: Amount(float(low), float(low + 500)),
    }
    more: dict[FieldKey, Value] = {
        FieldKey.LAYOUT: ("single",),
        FieldKey.HEIGHT: Amount(random.choice([6.0, 8.0, 9.5]), None),
        FieldKey.LOAD: Amount(random.choice([0.8, 1.0, 2.0]), None),
        FieldKey.CRANE: Machines(random.choice([None, 2]), random.choice([5.0, 10.0])),
        FieldKey.POWER: Amount(random.choice([250.0, 400.0, 630.0]), None),
        FieldKey.FIRE_CLASS: random.choice(["丙二", "丁"]),
        FieldKey.EIA: True,
        FieldKey.RENT: Amount(None, float(random.randint(15, 40))),
    }
    keys = random.sample(sorted(more), random.randint(0, 5))
    stances = [Stance.HARD, Stance.HARD, Stance.SOFT]
    terms = tuple(
        Term(key, Read(value, State.GIVEN), random.choice(stances))
        for key, value in {**chosen, **{key: more[key] for key in keys}}.items()
    )
    return Asked(terms, conditions_of(terms, tables))


def row_of(offered: Property) -> tuple[object, ...]:
    """The property as a row of the table."""
    told = {term.key: term.read.value for term in offered.terms}
    machines = told.get(FieldKey.CRANE)
    crane = (machines.count, machines.tonnes) if isinstance(machines, Machines) else (None, None)
    fire = told.get(FieldKey.FIRE_CLASS)
    eia = told.get(FieldKey.EIA)
    layout, place = told.get(FieldKey.LAYOUT), told.get(FieldKey.PLACE)
    return (
        offered.key, told.get(FieldKey.INTENT), told.get(FieldKey.KIND),
        layout[0] if isinstance(layout, tuple) else None,
        place[0].code if isinstance(place, tuple) and isinstance(place[0], PlaceRef) else None,
        *(_figure(told.get(key)) for key in (
            FieldKey.AREA, FieldKey.MINIMUM_LET, FieldKey.HEIGHT, FieldKey.LOAD,
        )),
        *crane, _figure(told.get(FieldKey.POWER)),
        FIRE.index(fire) if isinstance(fire, str) else None,
        int(eia) if isinstance(eia, bool) else None,
        _figure(told.get(FieldKey.RENT)),
    )  # fmt: skip


def _figure(value: Value | None) -> float | None:
    return value.low if isinstance(value, Amount) else None


def sql_of(question: Asked, limit: int) -> str:
    """The question as one statement: a verdict a condition, then standing, score and key."""
    named = [(f"v{number}", each) for number, each in enumerate(question.conditions)]
    verdicts = ", ".join(f"({_verdict(each.term)}) AS {name}" for name, each in named)
    hard = [name for name, each in named if each.is_hard]
    failures = " + ".join(f"CASE WHEN {name} = {FAILS} THEN 1 ELSE 0 END" for name in hard) or "0"
    opened = " + ".join(f"CASE WHEN {name} = {ASK} THEN 1 ELSE 0 END" for name in hard) or "0"
    score = " + ".join(_score(name, each) for name, each in named)
    return (
        f"SELECT key FROM (SELECT key, {failures} AS failures, {opened} AS opened, {score} AS score"
        f" FROM (SELECT key, {verdicts} FROM offered) AS judged) AS ranked WHERE failures <= 1"
        " ORDER BY CASE WHEN failures = 1 THEN 2 WHEN opened > 0 THEN 1 ELSE 0 END, score DESC, key"
        f" LIMIT {limit}"
    )


def _score(name: str, condition: Condition) -> str:
    meets, asks = (
        round(points_of(verdict, condition.steps) / STEP)
        for verdict in (Verdict.MEETS, Verdict.ASK)
    )
    return f"CASE {name} WHEN {MEETS} THEN {meets} WHEN {ASK} THEN {asks} ELSE 0 END"


def _case(known: str, is_met: str) -> str:
    return f"CASE WHEN {known} IS NULL THEN {ASK} WHEN {is_met} THEN {MEETS} ELSE {FAILS} END"


def _crane(value: Machines) -> str:
    needed = max(value.count or 1, 1)
    untold = f"crane_tonnes IS NULL OR ({needed} > 1 AND crane_count IS NULL)"
    return (
        f"CASE WHEN crane_count < {needed} OR crane_tonnes < {value.tonnes} THEN {FAILS}"
        f" WHEN {untold} THEN {ASK} ELSE {MEETS} END"
    )


def _area(value: Amount) -> str:
    high = (value.high or 0) * (SLACK_OF_A_BARE_FIGURE if value.low == value.high else 1)
    return (
        f"CASE WHEN area IS NULL THEN {ASK} WHEN area < {value.low} THEN {FAILS}"
        f" WHEN area <= {high} THEN {MEETS} WHEN minimum_let IS NULL THEN {ASK}"
        f" WHEN minimum_let > {high} THEN {FAILS} ELSE {MEETS} END"
    )


def _verdict(term: Term) -> str:
    value, name = term.read.value, term.key.value
    if isinstance(value, Machines):
        return _crane(value)
    if isinstance(value, Amount) and term.key is FieldKey.AREA:
        return _area(value)
    return _case(name, f"{name} {_met(value, term.key)}")


def _met(value: Value | None, key: FieldKey) -> str:
    if isinstance(value, Amount):
        return f"<= {value.high}" if value.low is None else f">= {value.low}"
    if isinstance(value, tuple):
        names = (each.code if isinstance(each, PlaceRef) else each for each in value)
        return f"IN ({', '.join(repr(name) for name in names)})"
    if isinstance(value, bool):
        return f"= {int(value)}"
    return f"<= {FIRE.index(value)}" if key is FieldKey.FIRE_CLASS else f"= '{value}'"
