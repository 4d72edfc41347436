"""Measures and what follows from them, and places that the page decides."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of


def test_a_share_of_the_plan_and_a_lead_imply_plan_and_baseline() -> None:
    (measure,) = facts_of(
        "1至4月，省级重点项目完成投资80.7亿元，占全年计划的35.1%，超序时10.1个百分点。"
    ).measures

    plan, baseline = measure.derived
    assert plan.value.value == pytest.approx(22.99e9, rel=1e-3)
    assert baseline.value.value == pytest.approx(0.25)
    assert {each.value.state.value for each in measure.derived} == {"inferred"}
    assert "25.0%" in baseline.value.why


def test_a_lag_puts_the_baseline_higher() -> None:
    (measure,) = facts_of("完成投资12亿元，占年度计划的40%，慢于序时进度5个百分点。").measures

    assert measure.derived[1].value.value == pytest.approx(0.45)


def test_a_fall_is_negative() -> None:
    (measure,) = facts_of("固定资产投资128.3亿元，同比下降3.2%。").measures

    assert [(c.kind, c.value.value) for c in measure.comparisons] == [("同比", -0.032)]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("朝阳区的客商来了。", [None]),
        ("长春市朝阳区的客商来了。", ["220100", "220104"]),
        ("襄樊的客商来了。", ["420600"]),
        ("溧阳欢迎专家来溧调研。", ["320481", "320481"]),
        ("专家来溧调研。", [None]),
        ("宁溧两市签约，溧阳先行。", ["320100", "320481", "320481"]),
        ("布局苏南和长三角。", ["", ""]),
        ("湖南省长沙市的客商来了。", ["430000", "430100"]),
    ],
)
def test_a_place_is_what_the_page_decides(body: str, codes: list[str | None]) -> None:
    values = [place.value.value for place in facts_of(body).places]

    assert [None if value is None else value.code for value in values] == codes


def test_a_short_name_stands_for_the_firm_it_was_introduced_for() -> None:
    found = facts_of("江苏泓川精密制造有限公司（以下简称“泓川精密”）扩产。泓川精密去年投产。")

    names = {each.name.value for each in found.organisations}
    assert names == {"江苏泓川精密制造有限公司"}
    assert [each.name.state.value for each in found.organisations] == [
        "given",
        "inferred",
        "inferred",
    ]


def test_each_project_of_a_text_has_its_own_slots() -> None:
    events = facts_of(
        "5月6日，江苏泓川精密制造有限公司投资12亿元的减速机项目签约；"
        "上海辰柏电子有限公司投资3亿元的连接器项目开工。"
    ).events

    told = [(e.investor and e.investor.value, e.total and e.total.value) for e in events]
    assert told == [("江苏泓川精密制造有限公司", 1.2e9), ("上海辰柏电子有限公司", 3e8)]
    assert [event.step.value for event in events] == ["sign", "start"]


def test_a_framework_is_told_apart_from_a_contract() -> None:
    body = "5月6日，{}与溧阳市人民政府{}，拟投资5亿元建设轴承项目。"
    firm = "江苏泓川精密制造有限公司"

    framework = facts_of(body.format(firm, "签署战略合作框架协议")).events
    formal = facts_of(body.format(firm, "正式签署投资协议")).events

    assert [event.agreement for event in framework] == ["framework"]
    assert [event.agreement for event in formal] == ["formal"]
