"""Honours in rolls, policies' last days, notices beside each other, clusters by number."""

from __future__ import annotations

import pytest
from benchmarks.quality.facts.marks import page_of
from tests.core.facts.pages import facts_of

from zhuchao.core.facts import find
from zhuchao.core.vocabulary.tables import Tables


def honours(body: str) -> list[tuple[str | None, str | None]]:
    return [
        (each.who.value if each.who else None, each.what.value) for each in facts_of(body).honours
    ]


def test_a_roll_below_its_heading_honours_each() -> None:
    body = (
        "桐庐县人民政府决定表彰一批企业。\n一、纳税十强企业（2家）\n"
        "杭州桐川制笔有限公司\n浙江澄屿光电有限公司"
    )

    assert honours(body) == [
        ("杭州桐川制笔有限公司", "纳税十强企业"),
        ("浙江澄屿光电有限公司", "纳税十强企业"),
    ]


def test_a_roll_that_is_only_proposed_honours_nobody() -> None:
    body = "拟推荐名单公示。\n一、纳税十强企业（1家）\n杭州桐川制笔有限公司"

    assert honours(body) == []


@pytest.mark.parametrize(
    ("body", "until"),
    [
        ("本办法自2026年1月1日起施行，有效期3年。", "2028-12-31"),
        ("本办法自2026年1月1日起施行，有效期至2027年6月30日。", "2027-06-30"),
        ("本办法自2026年1月1日起施行。", ""),
    ],
)
def test_the_first_day_in_force_is_not_the_last(body: str, until: str) -> None:
    (policy,) = facts_of(f"对首次入库的企业，奖励20万元。{body}").policies

    assert (str(policy.until.value) if policy.until else "") == until


def test_a_draft_beside_a_notice_is_a_notice_of_its_own(tables: Tables) -> None:
    page = page_of(
        "关于2026年惠企资金拟拨付项目的公示",
        "公示时间为2026年6月10日至6月16日。\n另，《扶持办法（征求意见稿）》公开征求意见，截止2026年7月9日。",
    )

    told = [
        (each.about.value, str(each.period and each.period.value))
        for each in find(page, tables).notices
    ]

    assert told == [
        ("2026年惠企资金拟拨付项目的公示", "2026-06-10..2026-06-16"),
        ("扶持办法（征求意见稿）", "..2026-07-09"),
    ]


def test_a_cluster_names_its_parts_by_number() -> None:
    (cluster,) = facts_of(
        "构建“2+1”产业集群：“2”指光学、茶叶加工，“1”为低空经济等未来产业。"
    ).clusters

    assert [each.value for each in cluster.members] == ["光学", "茶叶加工", "低空经济"]


def test_a_body_that_is_given_an_honour_bears_it() -> None:
    body = "大会上，县商务局被授予“招商引资先进单位”。"

    assert honours(body) == [("县商务局", "招商引资先进单位")]


def test_a_body_only_tells_apart_whom_it_stands_before() -> None:
    body = "市总工会授予市招商局孔令仪、江西景行瓷业有限公司卢照邻等30人“市五一劳动奖章”。"

    assert honours(body) == [("孔令仪", "市五一劳动奖章"), ("卢照邻", "市五一劳动奖章")]


def test_what_is_decided_of_a_year_is_borne_by_those_who_enter() -> None:
    body = "省工信厅发文确定2026年省级绿色工厂，我区浙江泓图纺织有限公司入围。"

    assert honours(body) == [("浙江泓图纺织有限公司", "省级绿色工厂")]


def test_a_certificate_names_the_honour() -> None:
    body = "成都拓影光电有限公司收到四川省科学技术厅颁发的《高新技术企业证书》。"

    assert honours(body) == [("成都拓影光电有限公司", "高新技术企业")]


def test_two_leads_and_one_speciality_are_a_cluster() -> None:
    body = "坚持“两主一特”产业方向，即以汽车零部件、食品加工为主导，以富硒茶为特色。"

    members = [m.value for each in facts_of(body).clusters for m in each.members]

    assert members == ["汽车零部件", "食品加工", "富硒茶"]


def test_a_new_sentence_of_the_year_has_no_giver_of_the_list_before() -> None:
    body = (
        "农业农村部公布2026年国家现代农业产业园认定名单。"
        "今年以来，山东禾泰食品有限公司获评省级农业产业化重点龙头企业。"
    )

    assert [each.by for each in facts_of(body).honours] == [None]
