"""A cell is read by the grammar of messages; what cannot be read is refused by its field."""

from __future__ import annotations

import pytest

from zhuchao.core.errors import Refused
from zhuchao.core.messages import cell_terms, example_of
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Value

READ: list[tuple[FieldKey, str, str, Value, str, State]] = [
    (FieldKey.AREA, "2000㎡", "", Amount(2000, 2000), "㎡", State.GIVEN),
    (FieldKey.AREA, "2000", "㎡", Amount(2000, 2000), "㎡", State.GIVEN),
    (FieldKey.AREA, "1.2万", "㎡", Amount(12_000, 12_000), "㎡", State.GIVEN),
    (FieldKey.AREA, "约2000", "㎡", Amount(1800, 2200, about=True), "㎡", State.INFERRED),
    (FieldKey.HEIGHT, "8米", "m", Amount(8, 8), "m", State.GIVEN),
    (FieldKey.LOAD, "2000", "公斤/㎡", Amount(2, 2), "t/㎡", State.GIVEN),
    (FieldKey.RENT, "1毛8", "元/㎡/天", Amount(0.18, 0.18), "元/㎡/天", State.INFERRED),
    (FieldKey.RENT, "0.65", "元/平米·天", Amount(0.65, 0.65), "元/㎡/天", State.GIVEN),
    (FieldKey.RENT, "18元/㎡/月", "元/㎡/天", Amount(18, 18), "元/㎡/月", State.GIVEN),
    (FieldKey.RENT, "18", "", Amount(18, 18), "元/㎡/月", State.INFERRED),
    (FieldKey.TOTAL_PRICE, "1200", "万元", Amount(12e6, 12e6), "元", State.GIVEN),
    (FieldKey.CRANE, "10吨2台", "", Machines(2, 10), "t", State.GIVEN),
    (FieldKey.LIFT, "2", "台", Machines(2, None), "t", State.GIVEN),
    (FieldKey.CRANE, "16", "吨", Machines(None, 16), "t", State.GIVEN),
    (FieldKey.AREA, "2000", "平方米", Amount(2000, 2000), "㎡", State.GIVEN),
    (FieldKey.CRANE, "无", "", Machines(0, None), "t", State.GIVEN),
    (FieldKey.TERM, "3", "年起", Amount(3, None), "年", State.GIVEN),
    (FieldKey.INTENT, "招租", "", "rent", "", State.GIVEN),
    (FieldKey.KIND, "标准厂房", "", "factory", "", State.GIVEN),
    (FieldKey.EIA, "√", "", True, "", State.GIVEN),
    (FieldKey.TITLE, "未办", "", False, "", State.GIVEN),
]


@pytest.mark.parametrize(("key", "written", "unit", "value", "read_unit", "state"), READ, ids=str)
def test_a_cell_is_read(
    key: FieldKey,
    written: str,
    unit: str,
    value: Value,
    read_unit: str,
    state: State,
    tables: Tables,
) -> None:
    read = cell_terms(key, written, tables, unit=unit)[0].read

    assert (read.value, read.unit, read.state) == (value, read_unit, state)
    assert read.span is not None
    assert read.span.of(written) == written


@pytest.mark.parametrize(
    ("key", "written", "unit"),
    [
        (FieldKey.AREA, "很大", "㎡"),
        (FieldKey.AREA, "-5", "㎡"),
        (FieldKey.AREA, "0", "㎡"),
        (FieldKey.RENT, "600", "元/㎡/月"),
        (FieldKey.RENT, "看楼层", "元/㎡/月"),
        (FieldKey.RENT, "看楼层", ""),
        (FieldKey.KIND, "飞船", ""),
        (FieldKey.TITLE, "办理中", ""),
        (FieldKey.EIA, "可能", ""),
        (FieldKey.FIRE_CLASS, "二级", ""),
    ],
)
def test_what_has_no_reading_is_refused_with_the_field_named(
    key: FieldKey, written: str, unit: str, tables: Tables
) -> None:
    with pytest.raises(Refused, match=tables.fields[key].label):
        cell_terms(key, written, tables, unit=unit)


def test_an_example_is_itself_accepted(tables: Tables) -> None:
    for key, spec in tables.fields.items():
        if spec.form in ("amount", "machines"):
            assert cell_terms(key, example_of(spec), tables), key
