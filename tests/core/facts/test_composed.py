"""Metrics and offices that no row lists whole: heads with what narrows them."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of


@pytest.mark.parametrize(
    ("body", "metric", "quoted"),
    [
        ("1—4月，兴平市中欧班列开行量320列。", "中欧班列开行量", "320列"),
        ("1—4月，兴平市新能源汽车零售额3.2亿元。", "新能源汽车零售额", "3.2亿元"),
        ("今年以来，全市电网建设资金4.6亿元。", "电网建设资金", "4.6亿元"),
        ("全市供电可靠率达99.9%。", "供电可靠率", "99.9%"),
        ("园区国内旅游人数320万人次。", "国内旅游人数", "320万人次"),
        ("标准厂房出租率由91%提高到98.6%。", "标准厂房出租率", "98.6%"),
        ("竞得人：河南擎岳重工有限公司；成交价：1521万元。", "成交价", "1521万元"),
        ("上半年，全市累计发放“槐里贷”4.7亿元。", "发放“槐里贷”", "4.7亿元"),
        ("全市共有5G基站3260个。", "5G基站", "3260个"),
    ],
)
def test_a_metric_is_a_head_with_all_that_narrows_it(body: str, metric: str, quoted: str) -> None:
    told = facts_of(body)

    (measure,) = told.measures
    assert measure.value.span is not None
    assert (measure.metric.value, measure.value.span.of(f"\n{body}")) == (metric, quoted)


def test_a_trade_that_grows_is_a_measure_of_its_own() -> None:
    told = facts_of("1—4月，装备制造业增加值增长12.3%，电子信息产业增长9.8%。").measures

    assert [(m.metric.value, len(m.comparisons)) for m in told] == [
        ("装备制造业增加值", 1),
        ("电子信息产业", 1),
    ]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("市政府常务副秘书长林栖梧主持。", ("市政府常务副秘书长",)),
        ("华东大区总经理周以安出席。", ("华东大区总经理",)),
        ("王屿，男，现任市商务局副局长，拟任市统计局局长；", ("市商务局副局长", "市统计局局长")),
        ("伍思远，招商一局局长，兼任招商中心主任。", ("招商一局局长", "招商中心主任")),
    ],
)
def test_an_office_is_a_head_with_what_leads_it(body: str, titles: tuple[str, ...]) -> None:
    (person,) = facts_of(body).people

    assert len(person.titles) == len(titles)
    assert all(a.endswith(b) or b.endswith(a) for a, b in zip(person.titles, titles, strict=True))
