"""A message asks or offers only where it speaks of letting, selling or seeking a property."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse, parse_as
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey

CONTACT = {FieldKey.PERSON, FieldKey.TELEPHONE}

OTHER_BUSINESS = {
    "work": "某某电机有限公司急招：绕线工6名，底薪+计件，包吃住，厂区在吴中，二楼车间带空调",
    "thing to let": "出租叉车：3吨5吨7吨，月租2800起，长租优惠，苏州全境送货",
    "thing to sell": "货架转让，重型货架200组，高6米，每层承重1吨，原仓库在用，买家自拆",
    "pieces to sell": "低价出两台五吨行车，跨度16.5，车间拆了，来人看货",
    "thing sought": "求购二手行车，跨度19.5米，10吨，江浙沪可自提",
    "machines of a plant": "关厂处理：注塑机4台、空压机22千瓦1台、行车一台，都在一楼车间可以试机",
    "orders": "南通本地车间有40台平车，最近空档，找外发加工单，一千件起接，要货的老板加我",
    "freight": "太仓到武汉专线，天天发车，9米6高栏，江东仓库免费暂存三天，上门提货",
    "building": "厂房装修、环氧地坪28元/平起、净化车间，包设计包验收，苏锡常当天上门量尺",
    "notice": "各位租户：因管网检修，明天A栋一至三层停水，11月份水电费单已放前台，逾期收滞纳金",
    "news": "【快讯】11月26日，智能制造产业园二期举行封顶仪式，总建筑面积8.6万平方米",
    "fire": "苏州某仓库昨晚起火，过火面积2000平方米，无人员伤亡",
    "question of law": "厂房出租要交哪些税？房产税是按租金12%吗",
    "question of use": "住宅能不能当注册地址？厂房里的办公室隔出来也能办照吗，需要房东提供什么材料",
    "dwelling": "学区房出售，三室两厅118平，满五唯一，总价260万",
    "farming": "农田流转200亩，种水稻，每亩租金800",
    "loan": "厂房抵押贷款，年化3.5%，最高可贷评估价7成，随借随还",
    "talk": "现在的行情真是看不懂了，前年一楼还二十五，今年十六都没人问，二楼三楼空了大半年",
    "done deal": "刚才那个3000平的厂房房东说已经签掉了，大家不用问了",
}  # fmt: skip

MEANT = {
    "work by the way": ("本厂招普工10名，另有二楼1200平厂房出租，层高4.5米，15元一平", Offer),
    "hands at hand": ("厂房业主直租，招工方便，周边都是宿舍，1-3楼3900平可分，20一平", Offer),
    "machines with the plant": ("设备连厂房一起转让，注塑机8台，1500平，转让费60万", Offer),
    "a floor is let already": ("厂房出租，2200平在一楼，三楼已经租掉了，25块一楼", Offer),
    "auction": ("招租公告：某某集团位于镇江新区的厂房5200㎡公开招租，起始价18元/㎡/月", Offer),
    "to be let": ("我这边重庆璧山有一个厂房要租出去，2400平，十八块", Offer),
    "recycling": ("淄博张店找个大院租，七八百平车间，收废旧物资用，年租10万上下", Enquiry),
    "freight seeks": ("物流公司找仓库，零担专线分拨用，无锡，5000平，月台10个", Enquiry),
    "machines seek": ("二手叉车公司找场地，3亩左右水泥地，带500平车间，合肥", Enquiry),
    "things to store": ("求租钢材仓库3000平，要能进叉车，带10吨行车", Enquiry),
    "notice of a question": ("咨询下溧阳有没有50亩工业用地，做电池结构件，投资3亿", Enquiry),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER_BUSINESS)
def test_other_business_is_neither_and_tells_no_field(name: str, tables: Tables) -> None:
    message = parse(OTHER_BUSINESS[name], tables)

    assert isinstance(message, Chatter)
    assert {term.key for term in message.terms} <= CONTACT


@pytest.mark.parametrize("name", MEANT)
def test_other_business_by_the_way_takes_no_side_away(name: str, tables: Tables) -> None:
    text, side = MEANT[name]

    assert isinstance(parse(text, tables), side)


def test_who_greets_is_still_heard(tables: Tables) -> None:
    text = "大家早上好，辛苦各位，昆山1000平厂房出租"

    assert isinstance(parse(text, tables), Offer)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("我司扩产，现址转不开，拟在溧水或高淳再租2200平，单层，十月进场", Enquiry),
        ("意向区域：句容\n面积需求：1600㎡\n主营产品：密封圈\n搬迁时间：年底", Enquiry),
        ("载体名称：云岭智造园\n可租面积：2600㎡\n入驻要求：电子类优先\n位置：句容", Offer),
        ("家里二楼空出来900平，吴江七都，缝纫、包装都能做，钥匙在我这", Offer),
        ("采购询价单\n品名：配电柜\n数量：3台\n交货地点：句容一期厂房\n报价截止：周五", Chatter),
        ("承接厂房地坪、隔断施工，包工包料，免费上门，一平12元起", Chatter),
    ],
)
def test_words_and_labels_of_either_side_tell_it(text: str, side: type, tables: Tables) -> None:
    assert isinstance(parse(text, tables), side)


def test_a_side_that_a_person_knows_holds_whatever_the_words_say(tables: Tables) -> None:
    text = "昆山花桥 2000平 层高8米 昨天同栋刚成交一套"
    demand, offer = parse_as(text, tables, "demand"), parse_as(text, tables, "supply")

    assert isinstance(parse(text, tables), Chatter)
    assert isinstance(demand, Enquiry)
    assert isinstance(offer, Offer)
    for told in (demand, offer):
        assert {FieldKey.PLACE, FieldKey.AREA, FieldKey.HEIGHT} <= {t.key for t in told.terms}


def test_of_a_text_without_fields_nothing_is_made_up_for_its_side(tables: Tables) -> None:
    read = parse_as("谢谢各位", tables, "demand")

    assert read.terms == ()
    assert read.ask_back
