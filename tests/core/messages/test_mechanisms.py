"""Mechanisms that unseen messages asked for, each over words of other regions and trades."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Enquiry
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Machines

OFFER, DEMAND = "厂房出租,溧阳,6000平,", "求租溧阳厂房2000平,"


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("自家的,19就走", "rent", "19"),
        ("800的变压器", "power", "800"),
        ("630加315两台变压器", "power", "945"),
        ("800kVA变压器2台", "power", "1600"),
        ("年付8万", "rent", "80000"),
        ("房租一个月9500", "rent", "9500"),
        ("0.33元/天·平", "rent", "0.33"),
        ("签三年免半年租", "rent_free", "6"),
        ("押2付1", "deposit", "押二付一"),
        ("3+2年", "term", "3"),
        ("一年一签", "term", "1"),
        ("货梯一吨半", "lift", "x1.5"),
        ("有银行抵押300万", "mortgage", "yes"),
        ("2027/3/1起租", "move_in", "2027/3/1"),
        ("做灯饰五金都可以", "trade", "灯饰|五金"),
        ("存放饲料、种子、日用品可以", "trade", "饲料|种子|日用品"),
        ("不要：铸造 酸洗 废旧回收", "excluded_trade", "铸造|酸洗|废旧回收"),
        ("本人租的,转让", "relation", "sublessor"),
        ("环平可以办", "eia", "yes"),
        ("带行车10顿2台", "crane", "2x10"),
        ("含税0.85天", "rent", "0.85"),
        ("原租金4.2现在3.5", "rent", "3.5"),
        ("最少两年", "term", "2.."),
        ("min 2 years", "term", "2.."),
        ("4 docks", "dock", "4x"),
        ("26年3月老租户到期后交付", "move_in", "26年3月"),
        ("楼板承重800公斤货梯2吨的一部", "load", "0.8"),
        ("楼板承重800公斤货梯2吨的一部", "lift", "1x2"),
        ("土地还有36年", "tenure", "36"),
    ],
)
def test_an_offer_tells_it(said: str, field: str, value: str, tables: Tables) -> None:
    assert told(OFFER + said, tables)[field] == value


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("别超每天四毛", "rent", "..0.4"),
        ("一年预算不过80万", "rent", "..800000"),
        ("层高不要低于6米5", "height", "6.5.."),
        ("层高9米↑", "height", "9.."),
        ("电力400千伏安不能少", "power", "400.."),
        ("做新能源线束的", "trade", "新能源线束"),
        ("我们搞冻品的", "trade", "冻品"),
        ("5吨行车2台的那种", "crane", "2x5"),
        ("客户能到18", "relation", "agent"),
        ("托我问的", "relation", "referrer"),
        ("最多给到九块钱一平", "rent", "..9"),
        ("固投合计5亿", "investment", "500000000"),
        ("过了元宵搬", "move_in", "过了元宵"),
        ("2026Q3入驻", "move_in", "2026Q3"),
        ("园区都报30块，我最多出20块", "rent", "..20"),
    ],
)
def test_a_demand_tells_it(said: str, field: str, value: str, tables: Tables) -> None:
    assert told(DEMAND + said, tables)[field] == value


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("0.35元度电价", "rent"),
        ("前三年租金减半", "rent"),
        ("先租一期", "rent"),
        ("环评自己去问", "eia"),
        ("原业主做汽配", "relation"),
        ("7楼那家券商租了五年", "term"),
        ("跨度不小于21米", "height"),
        ("年付有优惠", "deposit"),
        ("暖气已通", "gas"),
    ],
)
def test_what_is_of_something_else_is_no_field(said: str, field: str, tables: Tables) -> None:
    assert field not in told(OFFER + said, tables)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("三水白坭空地出租,水泥硬化,22亩", "yard_area", "22"),
        ("空地出租,每亩每年8000", "rent", "12"),
        ("仓库出租,岗集,8元,3000平起", "minimum_let", "3000.."),
        ("空地出租,10亩起租,共40亩", "minimum_let", "10.."),
        ("求租三楼以下厂房600平", "area", "600"),
        ("拿地30亩,做制冷配件,15万以内能接受", "land_price", "..150000"),
        ("Factory for lease in 无锡, 3000 sqm", "area", "3000"),
        ("佛山顺德北滘、陈村一楼1500平找厂房", "place", "顺德北滘|顺德陈村"),
    ],
)
def test_a_message_tells_it(text: str, field: str, value: str, tables: Tables) -> None:
    assert told(text, tables)[field] == value


def test_the_room_of_a_floor_is_not_its_size(tables: Tables) -> None:
    fields = told("惠阳厂房三层出租,一楼1500平,二三楼各1500平,二楼留有无尘车间600平", tables)

    assert {key: area for key, area in fields.items() if key.startswith("area")} == {
        "area@1": "1500",
        "area@2-3": "1500",
    }


def test_who_speak_to_each_other_fill_in_no_form(tables: Tables) -> None:
    chat = "小庞:那个客户还要不要?我收一个1800平二楼18块\n阿飞:租好了,2000平15块\n小庞:那行"

    assert told(chat, tables) == {}


def test_cranes_of_a_row_keep_their_counts(tables: Tables) -> None:
    message = parse("厂房出租,昆山,两台10吨一台20吨行车,6000平", tables)
    crane = next(term for term in message.terms if term.key is FieldKey.CRANE)

    assert crane.read.value == Machines(2, 10.0, others=(Machines(1, 20.0),))


def test_floors_that_are_told_again_keep_their_figures(tables: Tables) -> None:
    offer = "叶县厂房出租,首层层高7.5,荷载1.5吨,二三层层高5,荷载0.8吨,租金首层9元、二层7元、三层6元"

    fields = told(offer, tables)

    assert (fields["load@1"], fields["load@2-3"]) == ("1.5", "0.8")
    assert (fields["rent@1"], fields["rent@2"], fields["rent@3"]) == ("9", "7", "6")


def test_rows_of_houses_and_floors_are_told_floor_by_floor(tables: Tables) -> None:
    fields = told("厂房出租:睢阳\n1号楼一层 1800平 6.5米 12元\n1号楼二层 1700平 4.5米 9元", tables)

    assert (fields["area@1"], fields["height@1"], fields["rent@1"]) == ("1800", "6.5", "12")
    assert (fields["area@2"], fields["height@2"], fields["rent@2"]) == ("1700", "4.5", "9")


def test_a_table_may_tell_units_behind_the_names_of_its_columns(tables: Tables) -> None:
    names = "厂房出租\n楼栋\t楼层\t面积㎡\t层高m\t承重t/㎡\n"
    table = f"{names}3#\t1F\t2150\t7.2\t2.5\n3#\t2F\t2080\t4.8\t1"

    fields = told(table, tables)

    assert (fields["area@1"], fields["height@1"], fields["load@1"]) == ("2150", "7.2", "2.5")
    assert (fields["area@2"], fields["height@2"], fields["load@2"]) == ("2080", "4.8", "1")


def test_a_name_that_several_divisions_bear_is_told_by_its_list(tables: Tables) -> None:
    assert told("求租厂房2000平,南沙或者番禺", tables)["place"] == "南沙|番禺"


def test_in_a_chat_who_tells_is_the_person(tables: Tables) -> None:
    chat = "【张主任 10:02】那个厂房现在啥价？\n【园区-小倪 10:05】蔡甸厂房出租2300㎡，20元，有货梯"

    assert told(chat, tables)["person"] == "小倪"


def test_who_looks_for_a_house_and_buys_none_wants_to_rent_it(tables: Tables) -> None:
    message = parse("找昆山厂房2000平,要有行车", tables)
    intent = next(term for term in message.terms if term.key is FieldKey.INTENT)

    assert isinstance(message, Enquiry)
    assert (intent.read.value, bool(intent.read.why)) == ("rent", True)
