"""Several projects of one text kept apart: rows, tables, agreements, and what is told of all."""

from __future__ import annotations

from datetime import date

from tests.core.facts.pages import facts_of

from zhuchao.core.vocabulary.fact import ProjectEvent

Told = tuple[str | None, str | None, float | None]


def told(event: ProjectEvent) -> Told:
    who = event.investor or event.company
    name, total = event.project, event.total
    return (
        name.value if name else None,
        who.value if who else None,
        total.value if total else None,
    )


def test_a_row_of_projects_shares_out_sums_and_firms_in_order() -> None:
    body = (
        "5月6日，溧阳市签约密封圈项目、硅微粉项目和山核桃加工项目，总投资分别为5亿元、4亿元、2亿元，"
        "投资方依次为苏州闵川密封科技有限公司、杭州硅屿材料有限公司、溧阳岭香食品有限公司。"
    )

    assert [told(each) for each in facts_of(body).events] == [
        ("密封圈项目", "苏州闵川密封科技有限公司", 5e8),
        ("硅微粉项目", "杭州硅屿材料有限公司", 4e8),
        ("山核桃加工项目", "溧阳岭香食品有限公司", 2e8),
    ]


def test_sums_told_apart_go_to_projects_that_each_stand_with_their_firm() -> None:
    body = (
        "会上，由武汉馔元食品有限公司投资建设的中央厨房项目、由郑州穗禾面业有限公司投资建设的速冻面点项目"
        "集中签约，投资额分别为1.6亿元和2.2亿元。两个项目全部落户宜城经济开发区。"
    )
    events = facts_of(body).events

    assert [told(each)[2] for each in events] == [1.6e8, 2.2e8]
    assert [each.site and each.site.value for each in events] == ["宜城经济开发区"] * 2


def test_a_table_of_signed_projects_tells_an_event_a_row() -> None:
    body = (
        "溧阳市发布8月新签约项目情况。\n序号 | 项目名称 | 投资方 | 总投资 | 落户地\n"
        "1 | 座椅骨架项目 | 上海昱架汽车零部件有限公司 | 4.3亿元 | 溧阳经济开发区"
    )
    (event,) = facts_of(body).events

    assert event.step.value == "sign"
    assert told(event) == ("座椅骨架项目", "上海昱架汽车零部件有限公司", 4.3e8)


def test_two_agreements_of_a_sentence_are_two_also_with_an_association() -> None:
    body = (
        "5月6日，溧阳市人民政府与深圳市山西商会签订招商合作框架协议，溧阳市招商服务中心与"
        "深圳启栈供应链有限公司签署冷链配送项目意向协议。"
    )

    assert {(told(each)[:2], each.agreement) for each in facts_of(body).events} == {
        ((None, "深圳市山西商会"), "framework"),
        (("冷链配送项目", "深圳启栈供应链有限公司"), "framework"),
    }


def test_what_pays_or_places_a_project_is_no_step_of_its_own() -> None:
    body = (
        "5月6日，江西理丰纱业有限公司缝纫线扩建项目在瑞昌经济开发区开工。项目由台湾丰纱纺织集团"
        "增资4.2亿元建设。\n江西理丰纱业有限公司2011年落户瑞昌。"
    )
    (event,) = facts_of(body).events

    assert event.step.value == "start"
    assert event.investor is not None
    assert event.company is not None
    assert (event.investor.value, event.company.value) == (
        "台湾丰纱纺织集团",
        "江西理丰纱业有限公司",
    )


def test_a_mother_may_be_named_by_what_she_is() -> None:
    body = (
        "数码印花面料项目8月20日开工，由浙江绒境家纺有限公司建设。"
        "浙江绒境家纺有限公司的母公司是香港锦上国际集团。"
    )
    (event,) = facts_of(body, date(2026, 9, 1)).events

    assert event.investor is not None
    assert event.investor.value == "香港锦上国际集团"


def test_a_label_with_a_day_is_a_step_to_come() -> None:
    body = (
        "竞得人：湖南夹山橘业有限公司；项目名称：柑橘加工项目；约定开工时间：2026年12月。"
        "\n石门县自然资源局"
    )
    events = {each.step.value: each for each in facts_of(body).events}

    assert events["start"].is_intention
    assert events["land"].counterparty is not None
    assert events["land"].counterparty.value == "石门县自然资源局"


def test_what_was_before_another_project_is_not_its_step() -> None:
    body = (
        "上海泽垄农机有限公司继2018年建成播种机工厂后，5月6日又与青州市人民政府签订投资协议，"
        "投资3亿元建设采棉机生产基地。"
    )

    assert [each.step.value for each in facts_of(body).events] == ["sign"]
