"""Where a metric begins and ends, what counts as a figure, and on which day it was counted."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.facts.pages import facts_of


@pytest.mark.parametrize(
    ("body", "metrics"),
    [
        ("邵武市以“主会场+云连线”方式签约竹产业项目4个。", ["签约竹产业项目"]),
        ("对全市规上工业增长的贡献率超过40%。", ["对全市规上工业增长的贡献率"]),
        ("上半年，扣除房地产开发的民间投资增长18.5%。", ["扣除房地产开发的民间投资"]),
        ("每百人拥有移动电话113.8部。", ["每百人拥有移动电话"]),
        ("去年，会员企业年产值超900亿元。", ["会员企业年产值"]),
        ("涡轮增压器年产量超过600万台。", ["涡轮增压器年产量"]),
        ("前7月，桂平港货物吞吐量3816万吨。", ["货物吞吐量"]),
        ("1—4月，出口木制玩具7.6亿元。", ["出口木制玩具"]),
        ("企业拥有专利86项，产品出口36个国家。", ["专利"]),
        ("1—4月，公司交付模具1480套，验放车辆58万辆次。", ["交付模具", "验放车辆"]),
        ("项目建成后，日产四件套1.2万套，年造船60艘。", ["日产四件套", "年造船"]),
        ("拥有授权发明专利680余件，竹农3.8万户。", ["授权发明专利", "竹农"]),
        ("环保装备制造亩均税收最高，达27.9万元。", ["环保装备制造亩均税收"]),
        ("1—4月，服装产业产值48亿元；建材产业26亿元。", ["服装产业产值", "建材产业产值"]),
        (
            "1—4月，第一、二、三产业增加值分别增长3.1%、7.8%和5.2%。",
            ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
        ),
        (
            "城镇和农村常住居民人均可支配收入分别达到35260元和23180元。",
            ["城镇常住居民人均可支配收入", "农村常住居民人均可支配收入"],
        ),
        ("项目达产后，年税收3000万元，解决就业180人。", ["年税收", "就业"]),
    ],
)
def test_a_metric_stands_with_all_that_narrows_it(body: str, metrics: list[str]) -> None:
    assert [m.metric.value for m in facts_of(body).measures] == metrics


def test_figures_in_a_row_share_their_unit() -> None:
    told = facts_of(
        "1—4月，化工、电子、装备三个行业用电量分别为9.4亿、3.1亿、1.8亿千瓦时。"
    ).measures

    assert [(m.metric.value, m.value.value) for m in told] == [
        ("化工行业用电量", 9.4e8),
        ("电子行业用电量", 3.1e8),
        ("装备行业用电量", 1.8e8),
    ]


def test_what_was_is_no_figure() -> None:
    (told,) = facts_of("1—4月，职工由年初的560人减至512人。").measures

    assert told.value.value == 512
    assert str(told.period and told.period.value) == "2026-01..2026-04"


@pytest.mark.parametrize(
    ("body", "periods"),
    [
        (
            "9月4日，禹城市举行集中开工仪式，开工项目6个，总投资41.3亿元。",
            ["2026-09-04", "2026-09-04"],
        ),
        ("9月4日，灵宝市举办政银企对接会，授信总额11.7亿元。", ["2026-09-04"]),
        (
            "公司披露2026年半年度报告。报告期内，营业收入3亿元。截至报告期末，总资产9亿元。",
            ["2026-01..2026-06", "..2026-06"],
        ),
        ("截至8月底，企业达43家，投资总额超6亿美元。", ["..2026-08", "..2026-08"]),
        (
            "截至8月底，完成投资68亿元。其中，产业项目完成投资37亿元。",
            ["..2026-08", "..2026-08"],
        ),
        ("1—8月，产值3亿元。公司现有职工410人，手握订单4.6亿元。", ["2026-01..2026-08", "", ""]),
        ("1—8月，税收3亿元。准入要求：亩均税收不低于12万元。", ["2026-01..2026-08", ""]),
        ("1—8月，产值3亿元。日供水能力5万吨，人才公寓320套。", ["2026-01..2026-08", "", ""]),
    ],
)
def test_when_a_figure_was_counted(body: str, periods: list[str]) -> None:
    told = facts_of(body, published=date(2026, 9, 15)).measures

    assert [str(m.period.value) if m.period else "" for m in told] == periods


def test_a_headline_that_the_body_tells_in_full_is_told_once() -> None:
    told = facts_of("1—4月，全县接待游客58.3万人次。", title="前4月接待游客超58万人次").measures

    assert [m.value.value for m in told] == [583_000]


def test_what_stands_below_a_heading_that_looks_ahead_is_aimed_at() -> None:
    body = "四、下步打算。到年底，开票销售达到146亿元，新增规上企业10家。"

    told = facts_of(body)

    assert [(g.about.value, g.goal.value) for g in told.goals] == [
        ("开票销售", "达到146亿元"),
        ("新增规上企业", "10家"),
    ]
    assert not told.measures
