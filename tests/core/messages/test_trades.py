"""Trades are read by where they stand, whether a table knows them or not."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.messages.trade_items import code_of
from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("求租厂房2000平，做无纺布口罩机的", "无纺布口罩机"),
        ("求租仓库，存酱酒的，600平", "酱酒"),
        ("求租甲类仓库，存放油漆、稀释剂，600平", "油漆|稀释剂"),
        ("求地80亩，产品：锂电池铝壳", "锂电池铝壳"),
        ("求租厂房；用途：智能家居生产；6000平", "智能家居"),
        ("求租厂房，做钢结构的，5000平", "钢结构"),
        ("求租5000平钢结构厂房", None),
        ("求租露天堆场，放集装箱", None),
        ("拿地80亩建生产基地", None),
        ("恒力医疗器械有限公司求租厂房2000平", "医疗器械"),
        ("澜舟新材料有限公司求租厂房，做减速机的", "减速机"),
        ("武汉冷库出租，食品类优先", "食品"),
        ("印刷包装厂求租厂房，不做油墨", "印刷|包装"),
        ("厂房出租，印染、化纤欢迎", "印染|化纤"),
        ("厂房出租，鼓励智能装备、新材料、光伏", "智能装备|新材料|光伏"),
        ("厂房出租，欢迎来电、看房", None),
        ("求租厂房2000平，做电线挤塑的", "电线挤塑"),
        ("求租厂房2000平，做轨道车辆座椅的", "轨道车辆座椅"),
        ("厂房出租，五金塑胶都得", "五金|塑胶"),
    ],
)
def test_a_trade_is_what_is_made_or_stored(text: str, trade: str | None, tables: Tables) -> None:
    assert told(text, tables).get("trade") == trade


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("仓库出租，氧化剂、剧毒品不收", "氧化剂|剧毒品"),
        ("厂房出租3000平，禁止：电石", "电石"),
        ("厂房出售，塑料造粒、酸洗不准入", "塑料造粒|酸洗"),
        ("厂房出租，化学品不接", "化学品"),
        ("厂房出租，限制电镀、化工", "电镀|化工"),
        ("厂房出租\n禁入行业：喷漆、电镀", "喷漆|电镀"),
        ("厂房出租，噪音大的不要", None),
        ("厂房出租，塑料造粒不行", "塑料造粒"),
        ("厂房出租，拒绝高污染、高能耗", "高污染|高能耗"),
        ("厂房出租，适合五金、家具，不适合化工、电镀", "化工|电镀"),
        ("厂房出租，二房东勿扰", None),
    ],
)
def test_what_an_offer_turns_away_is_named(text: str, trades: str | None, tables: Tables) -> None:
    assert told(text, tables).get("excluded_trade") == trades


def test_the_name_of_a_firm_asks_for_nothing(tables: Tables) -> None:
    fields = told("合肥禾丰国有资产运营有限公司出租肥东县厂房9600㎡", tables)

    assert (fields["place"], fields["relation"]) == ("肥东县", "state_firm")
    assert "land_ownership" not in fields


@pytest.mark.parametrize(
    ("text", "welcome", "away"),
    [
        (
            "厂房出租2000平，净水滤芯、厨房小件、灯带贴片都欢迎，发泡的、喷漆的来不了",
            "净水滤芯|厨房小件|灯带贴片",
            "发泡|喷漆",
        ),
        ("厂房出租1100平，铝门窗、橱柜都做得，印花唔好嚟", "铝门窗|橱柜", "印花"),
        ("仓库出租6000平\n宜存：奶粉、粮油\n拒存：烟花、蓄电池", "奶粉|粮油", "烟花|蓄电池"),
        ("堆场15亩出租 一年30万 钢筋 砂石 预制梁都堆得 煤渣莫来", "钢筋|砂石|预制梁", "煤渣"),
        ("厂房出租900平，做鞋面针车、手袋的老板优先，注塑不给做", "鞋面针车|手袋", "注塑"),
        (
            "厂房招租3000平，入园方向：压缩机壳体；温控器；印染、鞣制一律不批",
            "压缩机壳体|温控器",
            "印染|鞣制",
        ),
        (
            "厂房招租3000平\n产业要求：\n1、机械配件\n2、纺机零件\n3、橡胶制品除外",
            "机械配件|纺机零件",
            "橡胶制品",
        ),
        ("厂房出租4200平，除咗电镀同翻砂，乜都做得", None, "电镀|翻砂"),
        ("仓库出租2000平，养鸡养鸭的别问了", None, "养鸡|养鸭"),
        ("厂房出租750平，抛光灰太大不行", None, "抛光"),
        (
            "厂房出租750平，隔壁是做糖的，微信电话都可以，现金转账都行，短租不接，中介勿扰",
            None,
            None,
        ),
        ("厂房出租3000平，空调都留着，叉车货架可一起用，养狗住人都不行", None, None),
    ],
)
def test_a_cue_takes_the_list_beside_it(
    text: str, welcome: str | None, away: str | None, tables: Tables
) -> None:
    fields = told(text, tables)

    assert (fields.get("trade"), fields.get("excluded_trade")) == (welcome, away)


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("求租厂房，我们是做碳素钓竿的企业，3200平，涂装外发", "碳素钓竿"),
        ("求租厂房，主营产品：玻璃瓶盖、喷雾泵，环保：注塑与丝印须能办手续", "玻璃瓶盖|喷雾泵"),
        ("某央企拟投资建设海上风电塔筒制造项目，用地300亩", "海上风电塔筒"),
        ("求租厂房 绍兴上虞 雨棚配件 900平 层高5米 一楼", "雨棚配件"),
        ("客户做车载镜头，求租厂房，一楼做注塑，1500平，二楼做镀膜，1500平", "车载镜头"),
        ("我公司生产骨科植入物，求购厂房，有酸洗钝化，须能批环评", "骨科植入物"),
        ("求租仓库3000平，囤棕榈油的，丙类", "棕榈油"),
        ("求租厂房1200平，俺侄子弄粉条的", "粉条"),
        ("求租厂房，企业：某智能晾衣架公司，2000平", "智能晾衣架"),
        ("求租厂房3000平，要做环评，能开票，开春搬，放货架，旁边不要化工厂", None),
        ("求租厂房1200平，精装带家具，污水能接管，双电源", None),
    ],
)
def test_what_an_enquirer_makes_is_called_as_he_calls_it(
    text: str, trade: str | None, tables: Tables
) -> None:
    assert told(text, tables).get("trade") == trade


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("食品包装机械", "35"),
        ("管片模具", "3525"),
        ("锂电池铝壳", ""),
        ("电容器外壳", ""),
        ("泡菜加工", ""),
        ("玩具批发", "51"),
    ],
)
def test_the_last_word_of_a_trade_tells_its_code(word: str, code: str, tables: Tables) -> None:
    assert code_of(word, tables) == code
