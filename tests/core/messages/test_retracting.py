"""Figures that speech takes back, changes or says again."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("求租厂房，面积先说两千，算了还是两千六百平", {"area": "2600"}),
        ("求租厂房，电要大一点，八百千伏安，不对不对，算上冷库要一千千伏安", {"power": "1000"}),
        ("厂房出租，一楼一千八，哦不对，一千六百平，二楼一千八百平",
         {"area@1": "1600", "area@2": "1800"}),
        ("仓库出租，一天一平三毛五，不，三毛二", {"rent": "0.32"}),
        ("厂房出租，二楼十三，算十三块五吧，三楼十一", {"rent@2": "13.5", "rent@3": "11"}),
        ("厂房出租，租金十三块五，十三块五，二楼另说", {"rent": "13.5"}),
        ("求租厂房，要一万平，底层最好；后来改口说一万二，以一万二为准", {"area": "12000"}),
        ("求租厂房，面积从2000加到2600，行车5吨改成10吨", {"area": "2600", "crane": "x10"}),
        ("求租厂房800平，层高四米五，哦五米吧", {"height": "5"}),
        ("求租厂房，租金十八块，超过十八块就别打了", {"rent": "..18"}),
        ("冷库分租，我家整租了6000平用不满，匀900平出来", {"area": "900"}),
    ],
)  # fmt: skip
def test_what_is_said_at_last_counts(text: str, fields: dict[str, str], tables: Tables) -> None:
    assert fields.items() <= told(text, tables).items()


@pytest.mark.parametrize("text", ["厂房不对外招租" * 3000, "一千八，哦" * 9000, "三米五，" * 9000])
def test_long_speech_is_read_at_once(text: str, tables: Tables) -> None:
    told(text, tables)
