"""What a clause leaves out and another tells: parts, days, sides, names."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.facts.pages import facts_of

MEASURES = [
    (
        "1—9月，宁乡市规上工业增加值增长7.9%，其中制造业增长8.3%。",
        ["规上工业增加值", "制造业增加值"],
    ),
    ("1—7月，采矿业增加值下降2.7%，制造业增长10.1%。", ["采矿业增加值", "制造业增加值"]),
    ("1—9月，产业项目完成投资214亿元。", ["产业项目完成投资"]),
    ("1—9月，85个亿元以上产业项目完成投资126亿元。", ["完成投资"]),
    ("1—9月，全市引进亿元以上项目31个，其中10亿元以上3个。", ["引进亿元以上项目", "10亿元以上"]),
    ("34个重点项目开复工31个。", ["开复工"]),
    ("城乡居民人均可支配收入比缩小至1.58。", ["城乡居民人均可支配收入比"]),
]


@pytest.mark.parametrize(("body", "metrics"), MEASURES)
def test_a_metric_takes_its_head_from_what_was_told(body: str, metrics: list[str]) -> None:
    assert [m.metric.value for m in facts_of(body).measures] == metrics


@pytest.mark.parametrize(
    ("body", "periods"),
    [
        ("居民人均可支配收入（上半年）18742元。", ["2026-01..2026-06"]),
        ("规上工业总产值上半年达到186亿元。", ["2026-01..2026-06"]),
        (
            "9月2日，现场签约项目12个，总投资57亿元。其中，外资项目2个。",
            ["2026-09-02", "2026-09-02", "2026-09-02"],
        ),
        ("4月份，总产值46亿元；1—4月累计179亿元。", ["2026-04", "2026-01..2026-04"]),
        ("8月末，贷款余额58亿元。工业用电价格0.62元/千瓦时。", ["..2026-08", ""]),
    ],
)
def test_a_period_is_told_beside_the_figure_or_before_it(body: str, periods: list[str]) -> None:
    told = facts_of(body, published=date(2026, 9, 15)).measures

    assert [str(m.period.value) if m.period else "" for m in told] == periods


def test_several_are_compared_with_at_once() -> None:
    (told,) = facts_of(
        "1—8月，规上工业增加值增长9.1%，增速分别高于全国、全省3.2个和1.6个百分点。"
    ).measures

    kinds = [(each.kind, each.value.value) for each in told.comparisons[1:]]
    assert kinds == [("高于全国", 3.2), ("高于全省", 1.6)]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (
            "1—8月，工业增加值增长9.1%，高于全国0.7个、全省0.4个百分点。",
            [("高于全国", 0.7), ("高于全省", 0.4)],
        ),
        (
            "1—8月，工业增加值增长9.1%，比全国、全省分别高1.2、0.8个百分点。",
            [("快于全国", 1.2), ("快于全省", 0.8)],
        ),
        ("2025年，产值12亿元，较2020年增长1.5倍。", []),
    ],
)
def test_a_lead_over_each_is_told_with_its_own_figure(
    body: str, kinds: list[tuple[str, float]]
) -> None:
    (told,) = facts_of(body).measures

    assert [(each.kind, each.value.value) for each in told.comparisons[1:]] == kinds


def test_another_year_than_the_one_before_is_named() -> None:
    (told,) = facts_of("2025年，产值12亿元，较2020年增长1.5倍。").measures

    assert [each.kind for each in told.comparisons] == ["较2020年"]


def test_a_metric_by_another_name_in_brackets_is_the_same() -> None:
    (told,) = facts_of("1—8月，地区生产总值（GDP）86.3亿元。").measures

    assert told.metric.value == "地区生产总值"


def test_targets_in_a_row_are_as_many() -> None:
    told = facts_of("2026年主要预期目标是：城镇、农村居民人均可支配收入分别增长5.5%和6.5%。").goals

    assert [(goal.about.value, goal.goal.value) for goal in told] == [
        ("城镇居民人均可支配收入", "增长5.5%"),
        ("农村居民人均可支配收入", "增长6.5%"),
    ]


def test_the_headlines_project_is_what_the_body_calls_so() -> None:
    told = facts_of(
        "5月6日，走进岚桥精工有限公司项目现场，主体全部封顶。",
        title="安丘：农机核心部件项目主体封顶",
    ).events

    assert [(e.step.value, e.project.value if e.project else "") for e in told] == [
        ("build", "农机核心部件项目")
    ]


def test_who_signs_with_several_stands_beside_each() -> None:
    told = facts_of(
        "5月5日，巢湖经开区管委会分别与杭州岚川光学有限公司、深圳砺峰传感有限公司签约。"
        "杭州岚川光学有限公司将投资2.6亿元建设车载镜头项目；"
        "深圳砺峰传感有限公司的压力传感器项目总投资4.5亿元。"
    ).events

    sides = [(e.project.value, e.counterparty.value) for e in told if e.project and e.counterparty]
    assert sides == [
        ("车载镜头项目", "巢湖经开区管委会"),
        ("压力传感器项目", "巢湖经开区管委会"),
    ]


def test_a_port_is_what_its_figures_are_of() -> None:
    (told,) = facts_of("上半年东兴口岸出入境人员412万人次。").measures

    assert told.subject is not None
    assert (told.metric.value, told.subject.value) == ("出入境人员", "东兴口岸")
