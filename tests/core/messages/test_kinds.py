"""Kinds, deeds and intents that no word of their own tells."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("绍兴柯桥 纺织厂腾两层出来 底楼3100平 20块一平", "factory"),
        ("制帽厂三楼往外租 1150㎡ 10块一平", "factory"),
        ("求购，想买厂，三水 6000方以内", "factory"),
        ("化妆品包材厂因房东卖房要搬，求租3000平左右", "factory"),
        ("想找个压铸厂接手，连设备一起转，1250千伏安，求租", "whole_plant"),
        ("求租，找能堆集装箱的场地，10亩以上硬化，带200平办公", "land"),
        ("自家大库2200平出租 单层钢构 檐高8米", "warehouse"),
        ("想买块地建厂，做预制菜，20亩", "land"),
        ("求征地30亩，昆山", "land"),
        ("工厂被征地了，求租昆山厂房3000平，层高8米", "factory"),
        ("因征地搬迁，昆山厂房2000平出租", "factory"),
        ("机器下月到港，厂还没着落，求租首层2200平", "factory"),
        ("孝感汉川有没有空厂，1000平，求租", "factory"),
        ("不干了，厂卖了！邢台清河，证上6.8亩，380万", "factory"),
    ],
)
def test_the_kind_is_told_by_what_is_let_or_sought(text: str, kind: str, tables: Tables) -> None:
    assert told(text, tables).get("kind") == kind


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("求租厂房2000平，没证的不要", "title", "yes"),
        ("求租厂房2000平，没有产证就没定", "title", "yes"),
        ("求购厂房2000平，抵押过的绕道", "mortgage", "no"),
        ("求租厂房2000平，污水不能排的免谈", "sewage", "yes"),
        ("出租厂房2000平，有土地证没房产证", "title", "no"),
        ("出租厂房2000平，雨污分流，污水不能排", "sewage", "no"),
    ],
)
def test_who_turns_away_what_lacks_a_thing_wants_it(
    text: str, field: str, value: str, tables: Tables
) -> None:
    assert told(text, tables).get(field) == value


def test_who_tells_only_the_size_that_he_needs_wants_to_rent(tables: Tables) -> None:
    assert told("急找，寮步一楼1200平，做五金冲压", tables)["intent"] == "rent"


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("要个院！求租，停车用，带棚300平", "yard"),
        ("求租三亩来地的院子，车间800平", "yard"),
        ("废钢加工院子出租，车间2000平", "yard"),
        ("出租整栋3层厂房，单层2900，共8700平", "detached"),
        ("出租单层厂房2900平", "single"),
    ],
)
def test_walls_around_and_storeys_are_told_by_the_way(
    text: str, layout: str, tables: Tables
) -> None:
    assert layout in str(told(text, tables).get("layout"))
    assert (layout == "single") is ("single" in str(told(text, tables).get("layout")))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("笋盘！顺德厂房850方，12蚊，手快有", "rent"),
        ("惠阳厂房一楼2100㎡，滴水7米，变压器630，空地够转40尺柜", "rent"),
        ("卖渔具的，想弄个仓库，七八百平，威海", "rent"),
        ("厂房1800平，独立产权，总价600万，可按揭", "sale"),
        ("工厂被征地了，求租昆山厂房3000平，层高8米", "rent"),
        ("因征地搬迁，昆山厂房2000平出租", "rent"),
        ("想征地50亩做储能，投资2亿", "sale"),
    ],
)
def test_what_nothing_tells_to_be_sold_is_let(text: str, intent: str, tables: Tables) -> None:
    assert told(text, tables).get("intent") == intent
