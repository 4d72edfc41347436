"""Whose figure it is, which metrics no table lists, and when a figure was measured."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of

from zhuchao.core.vocabulary.fact import Measure


def told(body: str) -> list[tuple[str | None, str | None]]:
    return [
        (each.metric.value, each.subject.value if each.subject else None)
        for each in facts_of(body).measures
    ]


@pytest.mark.parametrize(
    ("body", "metric", "subject"),
    [
        ("桐庐县2025年工业总产值168亿元。", "工业总产值", "桐庐县"),
        ("桐庐县经济平稳。全县2025年工业总产值168亿元。", "工业总产值", "桐庐县"),
        ("据桐庐县统计局核算，全县工业总产值168亿元。", "工业总产值", "桐庐县"),
        ("江苏澄屿光电有限公司（简称“澄屿光电”）成立早。澄屿光电去年营业收入3亿元。",
         "营业收入", "江苏澄屿光电有限公司"),
        ("江苏澄屿光电有限公司镜头项目开工，项目达产后年产值18亿元。", "年产值", "镜头项目"),
        ("桐庐县与建德市接壤，总面积1825平方公里。", "总面积", "桐庐县"),
        ("桐庐县签约热闹，三个项目总投资63亿元。", "总投资", "三个项目"),
    ],
)  # fmt: skip
def test_a_figure_is_of_whom_the_sentence_speaks(body: str, metric: str, subject: str) -> None:
    assert (metric, subject) in told(body)


def test_a_part_narrows_the_metric_of_the_whole() -> None:
    assert told("桐庐县开票销售138亿元，其中仪表线缆产业52亿元。") == [
        ("开票销售", "桐庐县"),
        ("仪表线缆产业开票销售", "桐庐县"),
    ]


@pytest.mark.parametrize(
    ("body", "metric"),
    [
        ("公司现有检测工程人员58人。", "检测工程人员"),
        ("项目年加工玉米60万吨。", "年加工玉米"),
        ("园区蒸汽综合价格210元/吨。", "蒸汽综合价格"),
    ],
)
def test_a_metric_that_no_table_lists_is_told_by_its_place(body: str, metric: str) -> None:
    assert metric in [name for name, _ in told(body)]


@pytest.mark.parametrize("body", ["考察团一行8人。", "包括甲、乙等5家。", "历时90分钟。"])
def test_what_only_counts_is_no_measure(body: str) -> None:
    assert told(body) == []


def period(measure: Measure) -> str:
    return str(measure.period.value) if measure.period else ""


@pytest.mark.parametrize(
    ("body", "periods"),
    [
        ("2025年，全市工业总产值600亿元；规上企业186家。", ["2025", "2025"]),
        ("2025年9月末，存款余额1126亿元。", ["..2025-09"]),
        ("产业园成立于2019年，规划面积12平方公里。", [""]),
        ("2025年签约项目8个，总投资63亿元。", ["2025", "2025"]),
        ("2026年4月全社会用电量3.8亿千瓦时。", ["2026-04"]),
    ],
)
def test_a_period_reaches_to_the_end_of_its_sentence(body: str, periods: list[str]) -> None:
    assert [period(each) for each in facts_of(body).measures] == periods
