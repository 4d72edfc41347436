"""Trades are read by where they stand, whether a table knows them or not."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("求租厂房2000平，做无纺布口罩机的", "无纺布口罩机"),
        ("求租仓库，存酱酒的，600平", "酱酒"),
        ("求租甲类仓库，存放油漆、稀释剂，600平", "油漆|稀释剂"),
        ("求地80亩，产品：锂电池铝壳", "锂电池铝壳"),
        ("求租厂房；用途：智能家居生产；6000平", "智能家居"),
        ("求租厂房，做钢结构的，5000平", "钢结构"),
        ("求租5000平钢结构厂房", None),
        ("求租露天堆场，放集装箱", None),
        ("拿地80亩建生产基地", None),
        ("恒力医疗器械有限公司求租厂房2000平", "医疗器械"),
        ("澜舟新材料有限公司求租厂房，做减速机的", "减速机"),
        ("武汉冷库出租，食品类优先", "食品"),
        ("印刷包装厂求租厂房，不做油墨", "印刷|包装"),
        ("厂房出租，印染、化纤欢迎", "印染|化纤"),
        ("厂房出租，鼓励智能装备、新材料、光伏", "智能装备|新材料|光伏"),
        ("厂房出租，欢迎来电、看房", None),
        ("求租厂房2000平，做电线挤塑的", "电线挤塑"),
        ("求租厂房2000平，做轨道车辆座椅的", "轨道车辆座椅"),
        ("厂房出租，五金塑胶都得", "五金|塑胶"),
    ],
)
def test_a_trade_is_what_is_made_or_stored(text: str, trade: str | None, tables: Tables) -> None:
    assert told(text, tables).get("trade") == trade


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("仓库出租，氧化剂、剧毒品不收", "氧化剂|剧毒品"),
        ("厂房出租3000平，禁止：电石", "电石"),
        ("厂房出售，塑料造粒、酸洗不准入", "塑料造粒|酸洗"),
        ("厂房出租，化学品不接", "化学品"),
        ("厂房出租，限制电镀、化工", "电镀|化工"),
        ("厂房出租\n禁入行业：喷漆、电镀", "喷漆|电镀"),
        ("厂房出租，噪音大的不要", None),
        ("厂房出租，塑料造粒不行", "塑料造粒"),
        ("厂房出租，拒绝高污染、高能耗", "高污染|高能耗"),
        ("厂房出租，适合五金、家具，不适合化工、电镀", "化工|电镀"),
        ("厂房出租，二房东勿扰", None),
    ],
)
def test_what_an_offer_turns_away_is_named(text: str, trades: str | None, tables: Tables) -> None:
    assert told(text, tables).get("excluded_trade") == trades


def test_the_name_of_a_firm_asks_for_nothing(tables: Tables) -> None:
    fields = told("合肥禾丰国有资产运营有限公司出租肥东县厂房9600㎡", tables)

    assert (fields["place"], fields["relation"]) == ("肥东县", "state_firm")
    assert "land_ownership" not in fields
