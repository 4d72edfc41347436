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
        ("厂房三层半招租，首层1680平，高7米，承重3吨；二层三层各1520平，高4.5米；顶楼半层600平。一楼28，顶楼12",
         {"area@1": "1680", "height@1": "7", "load@1": "3", "area@2-3": "1520", "height@2-3": "4.5",
          "area@4": "600", "rent@1": "28", "rent@4": "12"}),
        ("标准厂房出租，共四层，首层7.5米，其余4.8米，首层20元，楼上16元",
         {"height@1": "7.5", "height@2-4": "4.8", "rent@2-4": "16"}),
        ("研发楼招租：1层680平38元；标准层(2-9层)每层920平，层高3.9米，30元；顶楼10层500平25元。物业费3元",
         {"area@1": "680", "area@2-9": "920", "height@2-9": "3.9", "rent@10": "25"}),
        ("独栋厂房出租上下两层 楼下1300楼上1250 层高楼下7米楼上5米",
         {"area@1": "1300", "area@2": "1250", "height@1": "7", "height@2": "5"}),
        ("厂房出租，2200平在一楼，25块一楼，17块二楼，7米高的是一楼，5米高的是二楼",
         {"area@1": "2200", "rent@1": "25", "rent@2": "17", "height@1": "7", "height@2": "5"}),
        ("有厂房出租一楼两千四二楼三楼都是两千二一楼租十八二楼租十三",
         {"area@1": "2400", "area@2-3": "2200", "rent@1": "18", "rent@2": "13"}),
        ("沈阳库出租 一层3000平带八个卸货口 二层2000平", {"dock@1": "8x"}),
        ("四层厂房出租，2-4层3.9米，每层2100平，一层23元，3、4层15元",
         {"height@2-4": "3.9", "area@1-4": "2100", "area": "8400", "rent@3-4": "15"}),
        ("厂房出租，首层8米，其余各层4.5米，首层承重2吨，其余1吨",
         {"height@2+": "4.5", "load@1": "2", "load@2+": "1"}),
        ("厂房出租，底层1000平，租金22元/月/平，楼上共2000平，15元/月/平",
         {"rent@1": "22", "area@2+": "2000", "rent@2+": "15"}),
        ("求租厂房，首层2000平，承重3吨，二楼1000平，承重1吨", {"load@1": "3", "load@2": "1"}),
        ("厂房出租，一楼1200平，二楼1100平，租金15元/平", {"area@2": "1100", "rent": "15"}),
        ("有厂房出租一楼租十八二楼十块全部拿走的话也行", {"rent@1": "18", "rent@2": "10"}),
        ("嘉兴独栋厂房出租 楼下1300楼上1250 整栋一年打包58万 也可以单租楼下30万一年",
         {"rent": "580000", "rent@1": "300000"}),
        ("厂房出租，一楼和二楼分别1200平和1100平，层高分别7米、5米，租金18元",
         {"area@1": "1200", "area@2": "1100", "height@1": "7", "height@2": "5", "rent": "18"}),
        ("厂房出租，1至3层面积分别为1500平、1400平、1300平，租金分别为20元、15元、12元",
         {"area@2": "1400", "area@3": "1300", "rent@1": "20", "rent@3": "12"}),
        ("厂房出租，两栋分别1200平、1500平", {"area": "1200..1500"}),
        ("0二至四层层高4.5米", {"height@2-4": "4.5"}),
        ("出租6层7800㎡独栋厂房，单层面积1300㎡，标准层层高4.5米",
         {"area": "7800", "area@1-6": "1300", "height@2-6": "4.5"}),
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
