"""The same fields in other words: spoken telephones, rhythms, corrections, lists of floors."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines

OFFER = "厂房出租,溧阳,6000平,单层,"


def told(message: Message, key: FieldKey, floor: str = "") -> object:
    return next((t.read.value for t in message.terms if (t.key, t.floor) == (key, floor)), None)


def exact(figure: float) -> Amount:
    return Amount(figure, figure)


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("电话幺三八零零零零一二三四", FieldKey.TELEPHONE, "13800001234"),
        ("打 一三八 零零零零 一二三四", FieldKey.TELEPHONE, "13800001234"),
        ("押两个月付半年", FieldKey.DEPOSIT, "押二付六"),
        ("两押三付", FieldKey.DEPOSIT, "押二付三"),
        ("20/5吨行车两台", FieldKey.CRANE, Machines(2, 20.0)),
        ("变压器630KVA+400KVA", FieldKey.POWER, exact(1030.0)),
        ("不是产权证齐的那种", FieldKey.TITLE, False),
        ("1块05一天", FieldKey.RENT, exact(1.05)),
        ("原来报28,现在24", FieldKey.RENT, exact(24.0)),
        ("28块,业主改到25块", FieldKey.RENT, exact(25.0)),
    ],
)
def test_an_offer_tells_the_same_in_other_words(
    said: str, key: FieldKey, value: object, tables: Tables
) -> None:
    assert told(parse(OFFER + said, tables), key) == value


def test_a_range_may_have_a_whole_in_front(tables: Tables) -> None:
    message = parse("找仓库,武汉黄陂,一千二三百平,放白酒", tables)

    assert told(message, FieldKey.AREA) == Amount(1200.0, 1300.0)


def test_a_rent_may_be_told_by_that_of_another_floor(tables: Tables) -> None:
    message = parse("出租无锡惠山厂房,一楼1500平22块,二楼1500平再便宜两块", tables)

    assert told(message, FieldKey.RENT, "1") == exact(22.0)
    assert told(message, FieldKey.RENT, "2") == exact(20.0)


def test_a_later_price_of_a_chat_counts(tables: Tables) -> None:
    text = (
        "张经理 10:32\n厂房出租 武进 3000平 报价25块\n李姐 10:40\n收到\n张经理 10:45\n业主说22可以"
    )

    assert told(parse(text, tables), FieldKey.RENT) == exact(22.0)


def test_lists_beside_floors_are_told_floor_by_floor(tables: Tables) -> None:
    text = (
        "惠州仲恺厂房招租\n楼层:1F/2F/3F\n面积:2200/2150/1100㎡\n层高:6.8/4.5/4.2m\n单价:26/18/17元"
    )

    message = parse(text, tables)

    assert [told(message, FieldKey.AREA, each) for each in "123"] == [
        exact(2200.0),
        exact(2150.0),
        exact(1100.0),
    ]
    assert [told(message, FieldKey.RENT, each) for each in "123"] == [
        exact(26.0),
        exact(18.0),
        exact(17.0),
    ]


def test_a_floor_that_is_let_already_is_not_offered(tables: Tables) -> None:
    text = "一层\t二层\t三层\n面积/㎡\t2860\t2740\t1320\n状态\t可租\t已租\t可租\n南京江宁厂房出租"

    message = parse(text, tables)

    assert told(message, FieldKey.AREA, "2") is None
    assert told(message, FieldKey.AREA, "3") == exact(1320.0)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("求租厂房,昆山,2000平,有环评,红本,免租期两个月,业主直租", Enquiry),
        ("出租厂房昆山2000平,要求做环保行业,不要注塑", Offer),
        ("听说了没，新能源那家大厂在滁州要200亩地，县里领导天天陪着跑", Chatter),
        ("上个月帮客户在太仓拿了6000平，22块签的五年，这单做得舒服", Chatter),
        ("谢谢各位，仓库已经找到了，浦口的，2600平", Chatter),
    ],
)
def test_an_act_of_the_writer_and_no_report_of_one_tells_the_side(
    text: str, side: type, tables: Tables
) -> None:
    assert isinstance(parse(text, tables), side)


def test_blanks_part_what_commas_would(tables: Tables) -> None:
    with_commas = "求租,昆山或太仓,厂房2000平,层高8米以上,做注塑,租金25以内"

    spoken = parse(with_commas.replace(",", " "), tables)

    assert {(t.key, t.read.value) for t in spoken.terms} == {
        (t.key, t.read.value) for t in parse(with_commas, tables).terms
    }


def test_every_cue_and_weight_is_known(tables: Tables) -> None:
    assert tables.cues.keys() <= tables.side_weights.keys()
    words = [each for some in tables.cue_words.values() for each in some]
    assert {each.cue for each in words} <= tables.side_weights.keys()
    assert {each.side for each in words} == {"demand", "supply", "neither"}
    assert all(len(each.word) > 1 for each in words)
