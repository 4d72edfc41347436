"""The traps of units and names: one message each, and the one value that must come of it."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Enquiry
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Value


def read(text: str, key: FieldKey, tables: Tables) -> Read[Value] | None:
    return next((term.read for term in parse(text, tables).terms if term.key is key), None)


@pytest.mark.parametrize(
    ("text", "key", "value", "unit"),
    [
        ("找厂房三四百平", FieldKey.AREA, Amount(300, 400), "㎡"),
        ("求租仓库2000平到2500平", FieldKey.AREA, Amount(2000, 2500), "㎡"),
        ("求租1,500平厂房", FieldKey.AREA, Amount(1500, 1500), "㎡"),
        ("出租厂房,变压器630,500平起分", FieldKey.POWER, Amount(630, 630), "kVA"),
        ("变压器250，500平起分，厂房出租", FieldKey.POWER, Amount(250, 250), "kVA"),
        ("出租厂房，4米5高", FieldKey.HEIGHT, Amount(4.5, 4.5), "m"),
        ("求租厂房，行车10吨，楼板2吨", FieldKey.CRANE, Machines(None, 10), "t"),
        ("求租厂房，行车10吨，楼板2吨", FieldKey.LOAD, Amount(2, 2), "t/㎡"),
        ("求租仓库，月租金3万以内", FieldKey.RENT, Amount(None, 30_000), "元/月"),
        ("拿地30亩，投资5kw", FieldKey.INVESTMENT, Amount(5e7, 5e7), "元"),
        ("转租1800平剩14个月", FieldKey.TERM, Amount(14, 14), "月"),
    ],
)
def test_a_figure_has_its_value_and_unit(
    text: str, key: FieldKey, value: Value, unit: str, tables: Tables
) -> None:
    found = read(text, key, tables)

    assert found is not None
    assert (found.value, found.unit) == (value, unit)


def test_electricity_of_an_unnamed_unit_is_not_taken_for_kva(tables: Tables) -> None:
    found = read("求租厂房要200个电", FieldKey.POWER, tables)

    assert found is not None
    assert found.state is State.INFERRED
    assert found.unit == "kW或kVA"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("求租厂房，朝阳区", (PlaceRef("朝阳区", ""),)),
        ("求租厂房，北京朝阳区", (PlaceRef("朝阳区", "110105"),)),
        ("需求区域：常州武进", (PlaceRef("武进", "320412"),)),
        ("求租苏南厂房", (PlaceRef("苏南", ""),)),
    ],
)
def test_a_place_has_a_code_only_where_it_is_one(text: str, places: Value, tables: Tables) -> None:
    found = read(text, FieldKey.PLACE, tables)

    assert found is not None
    assert found.value == places


@pytest.mark.parametrize(
    "text",
    [
        "昆山路厂房出租",
        "合作共赢，出租和平仓库",
        "厂房出租，三台行车",
        "昆山某某精密有限公司求租厂房",
    ],
)
def test_no_place_is_read_out_of_other_words(text: str, tables: Tables) -> None:
    assert read(text, FieldKey.PLACE, tables) is None


def test_a_chemistry_is_no_sum_of_money(tables: Tables) -> None:
    assert read("三元前驱体项目求购土地50亩", FieldKey.RENT, tables) is None


def test_a_company_is_named_without_what_leads_to_it(tables: Tables) -> None:
    message = parse("我们是某某精密机械有限公司，想在溧阳租厂房2000平", tables)

    company = next(t.read.value for t in message.terms if t.key is FieldKey.COMPANY)
    assert isinstance(message, Enquiry)
    assert company == "某某精密机械有限公司"


def test_a_clause_of_excluded_places_alone_is_read(tables: Tables) -> None:
    place = read("求租仓库3000平，嘉定、青浦首选，奉贤金山不要。", FieldKey.PLACE, tables)

    assert place is not None
