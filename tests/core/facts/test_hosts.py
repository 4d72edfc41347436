"""Whose figure it is where no firm, park or county is meant, and what stands for somebody."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of


def told(body: str, title: str = "") -> list[tuple[str | None, str | None]]:
    return [
        (each.metric.value, each.subject.value if each.subject else None)
        for each in facts_of(body, title=title).measures
    ]


@pytest.mark.parametrize(
    ("title", "body", "metric", "subject"),
    [
        (
            "民勤县党政代表团赴浙招商",
            "5月2日至4日，民勤县委书记窦长河率党政代表团赴浙江开展招商考察，考察企业14家。",
            "考察企业",
            "民勤县党政代表团",
        ),
        (
            "民勤县党政代表团赴浙招商",
            "5月2日至4日，民勤县委书记窦长河率党政代表团赴浙江开展招商考察，签约项目3个。",
            "签约项目",
            "民勤县",
        ),
        (
            "桐庐县制笔行业协会换届",
            "5月2日，桐庐县制笔行业协会换届。协会现有会员单位386家。",
            "会员单位",
            "桐庐县制笔行业协会",
        ),
        (
            "",
            "桐庐县签约热闹，5月2日签约项目4个。4个项目投产后，预计新增就业岗位740个。",
            "新增就业岗位",
            "4个项目",
        ),
        (
            "",
            "桐庐澜庭纺织有限公司是老厂。“我们的毛利率比同行高出6个百分点。”董事长说。",
            "毛利率",
            "桐庐澜庭纺织有限公司",
        ),
        (
            "",
            "记者从国网桐庐县供电公司获悉，情况平稳。今年以来，供电公司完成电网投资3亿元。",
            "电网投资",
            "国网桐庐县供电公司",
        ),
        (
            "",
            "桐庐县路网成形，澜江大桥工程总投资11亿元，已完成投资9亿元。",
            "完成投资",
            "澜江大桥工程",
        ),
    ],
)
def test_a_figure_is_of_what_the_page_tells_of(
    title: str, body: str, metric: str, subject: str
) -> None:
    assert (metric, subject) in told(body, title)


def test_a_firm_that_lends_is_not_whose_figure_it_is() -> None:
    body = "河南崤岭铜箔有限公司受益。该公司年产能2.4万吨，上月拿到灵宝农商银行贷款6000万元。"

    assert ("年产能", "河南崤岭铜箔有限公司") in told(body)


def test_a_new_section_is_of_the_county_again() -> None:
    body = "1.桐庐帛澄科技有限公司：1—4月开票3亿元。\n三、要素保障。今年以来，新增供地186亩。"

    assert told(body, "桐庐县产业链简报")[-1] == ("新增供地", "桐庐县")


def test_what_a_county_is_known_for_is_no_project() -> None:
    body = "桐庐县是全国知名的玻璃钢船生产基地，拥有船舶制造企业78家。"

    assert told(body) == [("船舶制造企业", "桐庐县")]
