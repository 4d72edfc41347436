"""What is told floor by floor, and in rows of cells, belongs to its floor."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables

TABLE = """楼栋\t楼层\t面积(㎡)\t层高(m)\t租金(元/㎡/月)
3#\t1F\t1860\t7.2\t26
3#\t2F\t1790\t4.8\t20
以上为龙泉驿区厂房出租"""
LIST = """龙湾厂房分层出售
1楼 1200平 9800元/平 层高7.9米
3-5楼 每层1100平 5600元/平 层高4.2米"""


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (TABLE, {"area@1": "1860", "height@2": "4.8", "rent@1": "26", "rent@2": "20"}),
        (LIST, {"sale_price@1": "9800", "area@3-5": "1100", "height@3-5": "4.2"}),
        ("厂房出租 一层4000㎡层高8.1m 二层4000㎡层高6m", {"height@1": "8.1", "height@2": "6"}),
        ("出租仓库 一层四千平 二层三千平 一层六毛一天 二层四毛五 一年起租",
         {"area@1": "4000", "area@2": "3000", "rent@2": "0.45", "term": "1.."}),
        ("研发楼3到6层招租 每层1500平 层高3.9", {"area@3-6": "1500", "height": "3.9"}),
        ("昆明厂房出租，5层、6层，每层2400㎡", {"area@5-6": "2400"}),
        ("二楼18元三楼15元，厂房出租二楼800平三楼700平", {"rent@2": "18", "rent@3": "15"}),
        ("厂房出租，一楼1300，二楼1200", {"area@1": "1300", "area@2": "1200"}),
        ("求租厂房，只要一楼，1500-2500平，层高5米以上", {"area@1": "1500..2500", "height": "5.."}),
        ("沈阳库出租 一层3000平带八个卸货口 二层2000平", {"dock@1": "8x"}),
    ],
)  # fmt: skip
def test_a_figure_goes_to_its_floor(text: str, fields: dict[str, str], tables: Tables) -> None:
    assert fields.items() <= told(text, tables).items()


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("独栋五层厂房招租，每层2200方", "detached|multi"),
        ("标准厂房出租，共四层", "multi"),
        ("厂房出租，一楼1300平，二楼1200平", "multi"),
        ("厂房出租，单层8000方，滴水8米", "single"),
        ("厂房出租，二楼800平", None),
    ],
)
def test_a_house_of_several_storeys_is_one(text: str, layout: str | None, tables: Tables) -> None:
    assert told(text, tables).get("layout") == layout


@pytest.mark.parametrize(
    "text",
    ["租厂房2000㎡，不要二楼，层高7米", "求租2000平厂房，层高5米，楼上也行"],
)
def test_a_floor_that_is_left_open_tells_of_no_figure(text: str, tables: Tables) -> None:
    assert not any("@" in field for field in told(text, tables))
