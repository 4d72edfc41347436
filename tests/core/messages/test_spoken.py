"""Speech without stops tells what it tells with commas between its clauses."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.messages.spoken import SHORTEST, parted
from zhuchao.core.text.folding import fold
from zhuchao.core.vocabulary.tables import Tables

DEMAND = (
    "你好我是做塑料粒子的我们现在那个厂在萧山租的一千五百平太小了我想换个两千五百平左右的"
    "层高要八米以上变压器最少要四百租金二十块以内合同签五年没问题我姓应"
)
OFFER = (
    "老板我们这边泰兴有个单层厂房空着三千二百平方檐高有九米行车五吨的有两台"
    "原来租给一个做门窗的才十一块现在租金要十四块押两个月付一个月就行"
)


def folded(text: str, tables: Tables) -> str:
    return parted(fold(text, tables.folding, tables.spellings)).text


def test_a_demand_is_told_clause_by_clause(tables: Tables) -> None:
    fields = told(DEMAND, tables)

    assert (fields["area"], fields["height"]) == ("2250..2750", "8..")
    assert (fields["power"], fields["rent"], fields["term"]) == ("400..", "..20", "5")


def test_an_offer_tells_what_is_asked_now(tables: Tables) -> None:
    fields = told(OFFER, tables)

    assert (fields["area"], fields["height"], fields["crane"]) == ("3200", "9", "2x5")
    assert (fields["rent"], fields["deposit"]) == ("14", "押二付一")


@pytest.mark.parametrize("text", [DEMAND, OFFER])
def test_nothing_but_commas_is_put_in(text: str, tables: Tables) -> None:
    assert folded(text, tables).replace(",", "") == text


def test_what_stands_between_stops_is_left_alone(tables: Tables) -> None:
    text = "求租昆山厂房2000平，层高8米，我们现在在太仓，租金20以内，变压器最少要四百，合同签五年"

    assert folded(text, tables) == text


def test_what_is_short_is_left_alone(tables: Tables) -> None:
    text = "我想租个厂房租金二十块以内变压器要四百"

    assert len(text) < SHORTEST
    assert folded(text, tables) == text


@pytest.mark.parametrize(
    "said",
    [
        "苏州华阳机电有限公司", "苏州安保消防设备有限公司", "总投资五亿元", "固定资产投资两个亿",
        "占地面积", "建筑面积", "使用面积", "签十一年租金不变", "有抵押一律不要", "做消防器材的",
        "做机器人的", "污水处理设备", "电梯配件", "载货电梯", "客货电梯", "光伏发电要自己搞",
        "工业用地是国有的", "场地是水泥的",
    ],
)  # fmt: skip
def test_words_and_names_of_firms_stay_whole(said: str, tables: Tables) -> None:
    text = f"你好这个厂房在苏州相城区有两千三百平方空着没有人用随时可以带人过来看{said}别的都好商量"

    assert len(text) > SHORTEST
    assert said in folded(text, tables)
