"""A paste of many messages comes apart; one message stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.messages.test_laws import EXAMPLES, SCRAPS

from zhuchao import tables as reference
from zhuchao.core.errors import Unreadable
from zhuchao.core.messages import split
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Offer, first
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey

CHAT = """张经理 2026/3/2 14:05
求租昆山厂房2000平，层高8米
李总 2026/3/2 14:06
好的收到
王姐 2026/3/2 14:10
出租太仓单层厂房3500㎡，0.7元/㎡/天，13800000101"""

OFFERS = {
    "numbered": "昆山厂房出租，看房联系王经理13800000101\n1、{}\n2、{}\n3、{}",
    "circled in one line": "昆山厂房出租：①{}；②{}；③{}；联系老周13800000102",
    "brackets": "昆山厂房出租\n（1）{}\n（2）{}\n（3）{}\n以上都可看房，王经理13800000101",
    "blank lines": "昆山厂房出租，{}\n\n昆山厂房出租，{}\n\n昆山厂房出租，{}",
    "lines": "昆山{}\n昆山{}\n昆山{}\n联系王经理13800000101",
}
FACTS = ("2000平，层高8米，22元/月", "3500平，带10吨行车，20元/月", "5000平，可环评，18元/月")


def areas(text: str, tables: Tables) -> list[float | None]:
    found = (first(part.message.terms, FieldKey.AREA) for part in split(text, tables))
    values = (term.read.value if term else None for term in found)
    return [value.low if isinstance(value, Amount) else None for value in values]


@pytest.mark.parametrize("form", sorted(OFFERS))
def test_each_offer_of_a_list_is_one_of_its_own(form: str, tables: Tables) -> None:
    parts = split(OFFERS[form].format(*FACTS), tables)

    assert [type(part.message) for part in parts] == [Offer] * 3
    assert areas(OFFERS[form].format(*FACTS), tables) == [2000, 3500, 5000]
    heights = [first(part.message.terms, FieldKey.HEIGHT) for part in parts]
    assert [term is None for term in heights] == [False, True, True]


@pytest.mark.parametrize("form", ["numbered", "circled in one line", "brackets", "lines"])
def test_what_is_said_once_for_all_goes_to_each(form: str, tables: Tables) -> None:
    parts = split(OFFERS[form].format(*FACTS), tables)

    for key in (FieldKey.PLACE, FieldKey.TELEPHONE):
        assert all(first(part.message.terms, key) for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "江阴两块地，地块一：65亩，28万/亩；地块二：42亩，30万/亩；均为净地，陆科13800003003",
        "江阴工业用地\nA地块：65亩，28万/亩\nB地块：42亩，30万/亩\n均为净地，陆科13800003003",
        "江阴两块地，1号地65亩，起始价28万/亩，2号地42亩，30万/亩，均为净地，陆科13800003003",
        "江阴推介：宗地1位于云亭，65亩，28万/亩；宗地2，42亩，30万/亩；均为净地 陆科13800003003",
    ],
)
def test_each_plot_is_an_offer_with_what_is_said_of_all(text: str, tables: Tables) -> None:
    parts = split(text, tables)

    sizes = [first(part.message.terms, FieldKey.LAND_AREA) for part in parts]
    assert [size.read.value for size in sizes if size] == [Amount(65, 65), Amount(42, 42)]
    for key in (FieldKey.PLACE, FieldKey.CLEARED_SITE, FieldKey.TELEPHONE):
        assert all(first(part.message.terms, key) for part in parts)


def test_a_floor_of_a_listed_offer_is_its_size(tables: Tables) -> None:
    text = "1、昆山3500㎡，0.7元/㎡/天\n2、太仓二楼1800平，货梯3吨，15元/月"

    assert [part.text for part in split(text, tables)] == text.splitlines()


def test_a_list_in_a_bubble_goes_on_in_none(tables: Tables) -> None:
    chat = "周总 14:05\n1、昆山2000平，20元/月\n2、太仓二楼1800平，15元/月\n周总 14:06\n都可环评"

    assert [len(part.text.splitlines()) for part in split(chat, tables)] == [1, 1, 1]


def test_rows_of_a_spreadsheet_take_the_names_of_their_columns(tables: Tables) -> None:
    sheet = "区域\t面积\t租金\t层高\n昆山\t2000平\t22元/月\t8米\n太仓\t3500平\t20元/月\t9米"

    parts = split(sheet, tables)

    assert [part.text.splitlines()[-1] for part in parts] == ["层高：8米", "层高：9米"]
    assert [span.of(sheet) for span in parts[1].spans] == ["太仓", "3500平", "20元/月", "9米"]
    assert areas(sheet, tables) == [2000, 3500]


def test_blocks_that_begin_alike_are_offers_of_their_own(tables: Tables) -> None:
    block = "【厂房出租】\n区域：昆山\n面积：{}平\n"

    assert areas(block.format(2000) + block.format(3000), tables) == [2000, 3000]


@pytest.mark.parametrize(
    ("text", "sizes", "shared"),
    [
        ("海门三栋厂房:A栋(三层)4500平18元,B栋(单层)4200平23元;整体出售3600元/平,喷涂不要",
         [4500, 4200], FieldKey.SALE_PRICE),
        ("柯桥两栋分开租\n2号厂房:2600方20元,层高8米\n5号厂房:4000方,高12米,25元\n印染欢迎",
         [2600, 4000], FieldKey.TRADE),
        ("太仓两处仓库出租：浏河3000平，丙二，0.8元/天；另有一处在沙溪，5000平，0.75元/天",
         [3000, 5000], FieldKey.INTENT),
    ],
)  # fmt: skip
def test_houses_of_one_message_come_apart(
    text: str, sizes: list[float], shared: FieldKey, tables: Tables
) -> None:
    assert areas(text, tables) == sizes
    assert all(first(part.message.terms, shared) for part in split(text, tables))


def test_a_chat_comes_apart_by_who_speaks(tables: Tables) -> None:
    parts = split(CHAT, tables)

    assert [part.sender for part in parts] == ["张经理", "李总", "王姐"]
    assert [type(part.message) for part in parts] == [Enquiry, Chatter, Offer]


@pytest.mark.parametrize(
    "chat",
    [
        "周总 14:05\n想在昆山租个厂房\n周总 14:05\n2000平\n周总 14:06\n能做喷涂",
        "[14:05] 周总：想在昆山租个厂房\n[14:05] 周总：2000平\n[14:06] 周总：能做喷涂",
        "2026-03-02 14:05 周总\n想在昆山租个厂房\n2026-03-02 14:05 周总\n2000平\n能做喷涂",
        "周总：想在昆山租个厂房\n周总：2000平\n周总：能做喷涂",
    ],
)
def test_a_demand_told_in_several_bubbles_is_one(chat: str, tables: Tables) -> None:
    (part,) = split(chat, tables)

    assert isinstance(part.message, Enquiry)
    assert {FieldKey.PLACE, FieldKey.AREA} <= {term.key for term in part.message.terms}
    assert part.sender == "周总"


ONE_EACH = [
    "区域：昆山\n面积：2000平\n层高：8米\n电话：13800000101",
    "求租厂房，要求：\n1、面积2000-3000平\n2、层高8米以上\n3、电400kva\n4、可环评",
    "车间5000平\n办公1000平\n宿舍800平\n昆山整厂出租 月租20万",
    "一楼2000平，层高7.2\n二楼1800平，层高4.5\n昆山 20元/平/月",
    "老板要找厂房\n昆山的\n2000平左右\n能做喷涂",
    "一楼2000平，二楼1800平，昆山厂房，1号楼，20元",
    "厂房占地20亩\n建筑面积8000平\n整体出售3200万",
    "厂房出租3000平，20元，另有一间办公室",
    "楼层\t面积\t租金\n1F\t2350㎡\t32元/㎡/月\n2F\t2280㎡\t24元/㎡/月\n昆山厂房出租",
    "",
]


@pytest.mark.parametrize("text", [*ONE_EACH, *EXAMPLES])
def test_one_message_stays_whole(text: str, tables: Tables) -> None:
    (part,) = split(text, tables)

    assert part.text == text


@pytest.mark.parametrize(
    "line", ["{}、昆山2000平，20元/月", "昆山2000平，20元/月", "昆山\t{}000平\t20元"]
)
def test_more_messages_than_can_be_shown_are_refused(line: str, tables: Tables) -> None:
    with pytest.raises(Unreadable, match="300 条"):
        split("\n".join(line.format(n) for n in range(1, 400)), tables)


@settings(max_examples=100, deadline=None)
@given(SCRAPS)
def test_any_paste_comes_apart_into_what_it_holds(text: str) -> None:
    for part in split(text, reference.load()):
        assert part.message.text == part.text
        for span in part.spans:
            assert span.of(text).strip() in part.text
