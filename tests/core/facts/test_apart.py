"""Figures that stand apart from their owner, metric or period, and steps of parts of a project."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of

from zhuchao.core.vocabulary.fact import ProjectStep


@pytest.mark.parametrize(
    ("body", "owners"),
    [
        ("2025年，白鹿滩镇、石龙桥镇分别完成投资6亿元、4亿元。", ["白鹿滩镇", "石龙桥镇"]),
        ("江苏甲川有限公司与浙江乙溪有限公司签约，双方持股比例分别为60%和40%。",
         ["江苏甲川有限公司", "浙江乙溪有限公司"]),
        ("白鹿滩镇、福澜镇完成投资居前两位，分别为31亿元、24亿元。", ["白鹿滩镇", "福澜镇"]),
    ],
)  # fmt: skip
def test_figures_told_apart_go_to_their_owners(body: str, owners: list[str]) -> None:
    subjects = [each.subject for each in facts_of(body).measures]

    assert [each.value for each in subjects if each] == owners


def test_firms_of_a_list_have_the_metric_before_it() -> None:
    body = "产值居前两位的企业依次为：江苏甲川有限公司28亿元、浙江乙溪有限公司19亿元。"

    told = [(m.metric.value, m.subject and m.subject.value) for m in facts_of(body).measures]

    assert told == [("产值", "江苏甲川有限公司"), ("产值", "浙江乙溪有限公司")]


def test_each_of_several_periods_has_its_own_figure() -> None:
    body = "1—2月、1—4月、1—5月，桐庐县规上工业增加值分别增长6.2%、7.4%和8.1%。"

    periods = [str(m.period.value) for m in facts_of(body).measures if m.period]

    assert periods == ["2026-01..2026-02", "2026-01..2026-04", "2026-01..2026-05"]


def test_a_column_tells_what_a_share_is_compared_with() -> None:
    body = "指标 | 累计完成 | 同比 | 占全年计划\n工业投资 | 46亿元 | 下降2.4% | 58.7%"

    kinds = [c.kind for m in facts_of(body).measures for c in m.comparisons]

    assert kinds == ["同比", "占全年计划"]


def test_a_trade_across_the_verb_narrows_the_metric() -> None:
    body = "2025年，桐庐县规上工业企业完成总产值88亿元。"

    assert [m.metric.value for m in facts_of(body).measures] == ["规上工业企业总产值"]


def test_parts_of_a_project_take_steps_of_their_own() -> None:
    body = "桐庐县镜头项目总投资12亿元。一期已于2025年11月20日投产，二期计划2027年9月投产。"

    told = [(e.project and e.project.value, e.is_intention) for e in facts_of(body).events
            if e.step is ProjectStep.PRODUCE]  # fmt: skip

    assert told == [("一期", False), ("二期", True)]


def test_two_who_invest_together_are_one_investor() -> None:
    body = "江苏甲川有限公司与浙江乙溪有限公司共同出资设立桐庐丙光有限公司，建设镜头项目，5月签约。"

    investors = {e.investor.value for e in facts_of(body).events if e.investor}

    assert investors == {"江苏甲川有限公司、浙江乙溪有限公司"}


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("四会市召开大会。四会的企业很多。", ["四会市", "四会"]),
        ("东至经济开发区招商。", ["东至经济开发区"]),
        ("一行走访了岚溪乡的咖啡庄园。", ["岚溪乡"]),
    ],
)
def test_divisions_named_like_everyday_words_and_towns(body: str, places: list[str]) -> None:
    told = [each.value.value for each in facts_of(body).places]

    assert [each.name for each in told if each] == places


def test_a_slogan_in_quotes_is_unfolded_by_its_number() -> None:
    body = "深化“三链融合”（种植链、加工链、交易链）。"

    assert [len(each.members) for each in facts_of(body).slogans] == [3]
