"""Figures in the ways people write and say them, and those that tell of no field."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("整厂出售，建筑面积3万1千方", {"area": "31000"}),
        ("写字楼求购，单价一万二一平以内", {"sale_price": "..12000"}),
        ("求地40亩，十五万一亩以内", {"land_price": "..150000"}),
        ("求租厂房，价格一平一天八毛以内，要两千平", {"rent": "..0.8", "area": "2000"}),
        ("出租厂房，租金一平米十四块钱一个月税含在里面了", {"rent": "14", "vat": "included"}),
        ("出售柯桥厂房，变压器2台各800", {"power": "1600"}),
        ("出售上虞厂房，变压器3150kVA×2", {"power": "6300"}),
        ("求租厂房，电三百千伏安", {"power": "300"}),
        ("仓库出租，5000方起租最大两万二", {"area": "22000", "minimum_let": "5000.."}),
        ("仓库出租，共1500㎡，可单租，750㎡起", {"area": "1500", "minimum_let": "750.."}),
        ("求地100亩，年用电量1200万度", {"energy": "12000000"}),
        ("厂房转租，合同还有两年半", {"term": "30"}),
        ("仓库出租，年租450元/平", {"rent": "450"}),
        ("找仓库200平，月租8000内", {"rent": "..8000", "area": "200"}),
        ("求购厂房，价格4500一平左右", {"sale_price": "4050..4950"}),
        ("写字楼招租，120平、260平、380平可选", {"area": "120..380"}),
        ("厂房出租，首层1.5吨/平", {"load@1": "1.5"}),
        ("写字楼出售，产权40年剩31年", {"tenure": "31"}),
        ("求租场地，5亩左右", {"yard_area": "4.5..5.5"}),
        ("求地50亩，投资强度4500万/公顷", {"intensity": "3000000"}),
        ("福州求租独栋厂房，5-6千平", {"area": "5000..6000"}),
        ("合肥求租厂房1500平以上2500平以内", {"area": "1500..2500"}),
        ("厂房出租，整租19元一平，要买的话均价3200元/平", {"rent": "19", "sale_price": "3200"}),
        ("厂房出租 共五层 单层面积1860㎡ 总面积9300㎡", {"area": "9300"}),
        ("厂房出租，宿舍600平，车间3000平，合计3600平", {"area": "3600"}),
        ("厂房出租，租金统一15元", {"rent": "15"}),
        ("厂房出租 层高6米 3吨货梯2台 630变压器", {"power": "630"}),
        ("厂房出租 承重800公斤 二楼13三楼11", {"load": "0.8"}),
        ("厂房出租,地下1,250平方米,高6米", {"area@1": "1250"}),
        ("厂房出租 单层12米高 可装20吨行车", {"height": "12"}),
        ("求租厂房800平 楼上也行 月租预算8000", {"rent": "8000"}),
        ("求租仓库，分租一块也行，月租打包6000以内", {"rent": "..6000"}),
        ("求租厂房，合同最长签5年", {"term": "..5"}),
        ("仓库出租，最少签3年", {"term": "3.."}),
        ("求租厂房2000平，员工一百五十个，团队里都是熟手", {"jobs": "150"}),
    ],
)
def test_a_figure_is_read_as_it_is_meant(text: str, fields: dict[str, str], tables: Tables) -> None:
    assert fields.items() <= told(text, tables).items()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("寻一块20-25亩工业用地", "rent"),
        ("厂房出租，月台高度1.3米", "height"),
        ("厂房出租，电费0.8元/度，水费4块一吨", "rent"),
        ("厂房出租2000平，叉车可上二楼", "area@2"),
        ("厂房出租，柱距9米", "height"),
        ("厂房出租，18/14元", "rent"),
        ("厂房出租，6.5米和4.5米", "height"),
        ("仓库转让，租约到2026年8月", "term"),
        ("写字楼招租，挂牌价2.2元/天/平", "land_price"),
        ("求地50亩，投资强度600万美元/亩", "intensity"),
        ("研发楼招商，税收1000元/㎡", "tax"),
        ("求租厂房，不需要行车", "crane"),
        ("厂房出租，带牛腿", "crane"),
        ("厂房出租，占地15亩，8800平", "far"),
        ("食品厂整厂转让，占地15亩，车间4600平", "far"),
        ("出租仓库，租金便宜，500㎡", "rent"),
        ("工业用地招商120亩，地价12.8万/亩", "total_price"),
        ("厂房出租8800平，50年产权", "title"),
        ("王总我想租厂房2000平", "person"),
    ],
)
def test_what_is_not_told_is_unknown(text: str, field: str, tables: Tables) -> None:
    assert field not in told(text, tables)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("厂房出租，没有抵押，房产证没办", {"mortgage": "no", "title": "no"}),
        ("厂房出租，可办执照", {"registerable": "yes"}),
        ("要1500㎡办公，电梯独立，停车30个", {"lift": "x"}),
        ("找厂房，冷库可自建，2000平", {"kind": "factory"}),
        ("求租有冷库的厂房，能住人", {"kind": "factory", "dormitory": "yes"}),
        ("买块地盖冷库，40亩，税收不承诺", {"kind": "land", "tax": "none"}),
        ("出售土地35亩，厂房2.1万㎡", {"kind": "factory"}),
        ("我司拟租厂房2000平，下个月1号进场", {"relation": "enterprise", "move_in": "下个月1号"}),
        ("厂房求租2000平，交付时间2026年10月", {"move_in": "2026年10月"}),
    ],
)  # fmt: skip
def test_words_tell_what_they_say(text: str, fields: dict[str, str], tables: Tables) -> None:
    assert fields.items() <= told(text, tables).items()
