"""A term is written as a cell that is read back as the same, and no cell is a formula."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import cell_terms
from zhuchao.core.sheets import neutral, plain_number, same_value, term_cell, unquoted
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import (
    Amount,
    FieldKey,
    Machines,
    PlaceRef,
    Term,
    TradeRef,
    Value,
)

VALUES: list[tuple[FieldKey, Value, str]] = [
    (FieldKey.AREA, Amount(2000, 2000), "㎡"),
    (FieldKey.AREA, Amount(2000, 2500), "㎡"),
    (FieldKey.AREA, Amount(500, None), "㎡"),
    (FieldKey.LAND_AREA, Amount(30, 30), "亩"),
    (FieldKey.HEIGHT, Amount(5.5, 5.5), "m"),
    (FieldKey.LOAD, Amount(1.5, 1.5), "t/㎡"),
    (FieldKey.POWER, Amount(630, 630), "kW"),
    (FieldKey.RENT, Amount(0.65, 0.65), "元/㎡/天"),
    (FieldKey.RENT, Amount(18, 22), "元/㎡/月"),
    (FieldKey.RENT, "negotiable", ""),
    (FieldKey.TOTAL_PRICE, Amount(12_345_678, 12_345_678), "元"),
    (FieldKey.LAND_PRICE, Amount(450_000, 450_000), "元/亩"),
    (FieldKey.TERM, Amount(3, None), "年"),
    (FieldKey.RENT_FREE, Amount(0, 0), "月"),
    (FieldKey.CRANE, Machines(2, 10), "t"),
    (FieldKey.CRANE, Machines(None, 16), "t"),
    (FieldKey.LIFT, Machines(0, None), "t"),
    (FieldKey.DOCK, Machines(None, None), "t"),
    (FieldKey.EIA, True, ""),
    (FieldKey.TITLE, False, ""),
    (FieldKey.KIND, "rnd", ""),
    (FieldKey.LAYOUT, ("single", "detached"), ""),
    (FieldKey.FIRE_CLASS, "丙二", ""),
    (FieldKey.PLACE, (PlaceRef("溧阳市", "320481"),), ""),
    (FieldKey.EXCLUDED_TRADE, (TradeRef("化工", "26"), TradeRef("电镀", "336")), ""),
    (FieldKey.DEPOSIT, "押二付三", ""),
]


@pytest.mark.parametrize(("key", "value", "unit"), VALUES, ids=str)
def test_what_is_written_is_read_as_the_same(
    key: FieldKey, value: Value, unit: str, tables: Tables
) -> None:
    spec = tables.fields[key]
    cell = term_cell([Term(key, Read(value, State.GIVEN, None, unit))], spec)
    written = cell if isinstance(cell, str) else plain_number(cell)

    read = cell_terms(key, written, tables, unit=spec.unit)[0].read

    assert read.value is not None
    assert same_value(read.value, value)
    assert read.unit == unit


def test_floors_are_written_and_read_one_by_one(tables: Tables) -> None:
    key, spec = FieldKey.HEIGHT, tables.fields[FieldKey.HEIGHT]
    terms = [
        Term(key, Read(Amount(8, 8), State.GIVEN, None, "m"), floor="1"),
        Term(key, Read(Amount(5, 5), State.GIVEN, None, "m"), floor="2-4"),
    ]

    read = cell_terms(key, str(term_cell(terms, spec)), tables)

    assert [(term.floor, term.read.value) for term in read] == [
        ("1", Amount(8, 8)),
        ("2-4", Amount(5, 5)),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_be_a_formula_is_text(start: str) -> None:
    written = neutral(f"{start}1+1")

    assert written == f"'{start}1+1"
    assert unquoted(written) == f"{start}1+1"


def test_an_apostrophe_of_ones_own_stays() -> None:
    assert unquoted("'26 年") == "'26 年"
    assert neutral("2000") == "2000"


@pytest.mark.parametrize(
    ("number", "seen"), [(2000.0, "2000"), (0.1 + 0.2, "0.3"), (13_800_000_001.0, "13800000001")]
)
def test_a_number_is_written_as_it_is_seen(number: float, seen: str) -> None:
    assert plain_number(number) == seen
