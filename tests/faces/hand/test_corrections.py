"""What an officer types is read as the field's value, in any of its usual spellings."""

import pytest

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Value
from zhuchao.faces.hand.corrections import read_typed


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        (FieldKey.AREA, "2000-2500平", Amount(2000, 2500)),
        (FieldKey.AREA, "２０００㎡", Amount(2000, 2000)),
        (FieldKey.AREA, "约 1,350–1,650 ㎡", Amount(1350, 1650)),
        (FieldKey.INVESTMENT, "5 亿元", Amount(500_000_000, 500_000_000)),
        (FieldKey.INVESTMENT, "≥ 5,000 万元", Amount(50_000_000, None)),
        (FieldKey.LAND_AREA, "40", Amount(40, 40)),
        (FieldKey.CRANE, "10 t × 2 台", Machines(2, 10)),
        (FieldKey.KIND, "厂房", "factory"),
        (FieldKey.KIND, "warehouse", "warehouse"),
        (FieldKey.LAYOUT, "单层、独栋", ("single", "detached")),
        (FieldKey.GAS, "是", True),
        (FieldKey.GAS, "无", False),
        (FieldKey.COMPANY, "甲乙精密", "甲乙精密"),
    ],
)
def test_a_usual_spelling_is_read(key: FieldKey, typed: str, value: Value, tables: Tables) -> None:
    assert read_typed(key, typed, tables).value == value


@pytest.mark.parametrize(("key", "typed"), [(FieldKey.AREA, "很大"), (FieldKey.KIND, "飞船")])
def test_what_has_no_reading_is_refused_with_the_field_named(
    key: FieldKey, typed: str, tables: Tables
) -> None:
    with pytest.raises(Refused, match=tables.fields[key].label):
        read_typed(key, typed, tables)
