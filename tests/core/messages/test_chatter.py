"""Talk that only mentions plants, sums or places is neither a demand nor an offer."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey

PERSONAL = {FieldKey.PERSON, FieldKey.TELEPHONE}


@pytest.mark.parametrize(
    "text",
    [
        "有没有做厂房贷款的，利率3.2以下，可以抵押一年期，联系我13800001111",
        "承接厂房改造、环氧地坪、钢结构加层，15年施工经验 13900002222",
        "今天跑了三个园区，看了5000平的那家最合适，层高也够，就是租金贵",
        "请问园区今年技改补贴最高能拿多少，设备投资要超过500万吗",
        "低价转让二手注塑机5台，海天250吨，2018年的，东西在余姚",
        "招聘：厂房维修电工2名，6500-8000，包住，常州武进",
        "4月苏州厂房平均租金28.6元/㎡/月，环比下降1.2%，空置率16%",
        "张总好，上次说的2000平那套已经租出去了",
        "物流专线：苏州到成都，零担120元/方，整车8500",
        "代办环评、排污许可、安评，三天出证",
        "厂房地坪漆施工，8元一平起，包工包料",
        "政策解读：企业租用标准厂房，前两年租金补贴50%，最高100万",
        "问下各位，厂房出租合同要交印花税吗，税率多少",
        "出租叉车，3吨，月租2500",
        "别墅出售，昆山淀山湖，350平，800万",
    ],
)
def test_talk_is_read_as_neither_and_no_field_is_made_of_it(text: str, tables: Tables) -> None:
    message = parse(text, tables)

    assert isinstance(message, Chatter)
    assert {term.key for term in message.terms} <= PERSONAL


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("手里一套二手厂房转租，无锡惠山，3400平", Offer),
        ("请问有没有昆山3000平的厂房", Enquiry),
        ("你们那边有30亩左右的地吗？做模具的", Enquiry),
        ("招商局小顾：要昆山5000平一层厂房，做减速器", Enquiry),
    ],
)
def test_what_sounds_like_talk_may_be_meant(text: str, side: type, tables: Tables) -> None:
    assert isinstance(parse(text, tables), side)


def test_a_filled_form_keeps_its_fields_without_a_side(tables: Tables) -> None:
    message = parse("用途：精密加工\n面积：3000㎡\n地点：溧阳", tables)

    assert {FieldKey.AREA, FieldKey.PLACE} <= {term.key for term in message.terms}
