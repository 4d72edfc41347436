"""Bodies joined by 和, works, slogans, people in lists, honours handed over, second papers."""

from __future__ import annotations

import pytest
from benchmarks.quality.facts.marks import page_of
from tests.core.facts.pages import facts_of

from zhuchao.core.facts import find
from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("罗定市政务服务和数据管理局牵头。", {"罗定市政务服务和数据管理局"}),
        ("反馈至市科学技术和经济信息化局，逾期不候。", {"市科学技术和经济信息化局"}),
        ("永安石墨和石墨烯产业园开园。", {"永安石墨和石墨烯产业园"}),
        ("青岛鲜行供应链有限公司开业。", {"青岛鲜行供应链有限公司"}),
        ("命名五常市拉林农机修造厂为先进单位。", {"五常市拉林农机修造厂"}),
        ("大会选举九尊阀门集团有限公司董事长洪天佑为会长。", {"九尊阀门集团有限公司"}),
        ("他是省委党校研究生。", set()),
    ],
)
def test_a_body_is_named_in_full(body: str, names: set[str]) -> None:
    assert {each.name.value for each in facts_of(body).organisations} == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("推选殷素琴（女）、宋怀真为副主席。", ["殷素琴", "宋怀真"]),
        ("一名领导包一条产业链。", []),
        ("获评“工匠班组建设示范单位”。", []),
        ("集团董事局主席麦浪随考察团到容县。", ["麦浪"]),
    ],
)
def test_people_are_told_from_other_words(body: str, names: list[str]) -> None:
    assert [each.name.value for each in facts_of(body).people] == names


def test_a_slogan_that_ends_with_a_place_names_none() -> None:
    assert facts_of("入选“好品山东”名牌，真金白银支持。").places == ()


def test_an_honour_is_handed_over_by_whom_the_clause_names() -> None:
    body = (
        "河北沧塑模具股份有限公司捷报频传。中国模具工业协会向公司颁发“精模奖一等奖”，"
        "县委、县政府向丽水山哈食品有限公司颁发“创业新锐奖”。"
    )

    assert [
        (h.who and h.who.value, h.what.value, h.by and h.by.value) for h in facts_of(body).honours
    ] == [
        ("河北沧塑模具股份有限公司", "精模奖一等奖", "中国模具工业协会"),
        ("丽水山哈食品有限公司", "创业新锐奖", "县委、县政府"),
    ]


def test_who_awards_in_a_later_part_awards_nothing_before() -> None:
    body = (
        "5月，连云港菇香源食品股份有限公司获得国家级农业产业化重点龙头企业称号；"
        "8月，灌南县人民政府命名江苏灌河重工机械有限公司为“安全生产标杆企业”。"
    )

    assert [h.by and h.by.value for h in facts_of(body).honours] == [None, "灌南县人民政府"]


def test_a_second_paper_is_a_notice_of_its_own(tables: Tables) -> None:
    page = page_of(
        "关于2026年钟祥市首台套产品拟认定清单的公示",
        "公示期为2026年10月9日至10月15日。\n《钟祥市技改补贴拟兑付名单》同步征求意见，截止2026年10月20日。",
    )

    assert [each.about.value for each in find(page, tables).notices][1:] == [
        "钟祥市技改补贴拟兑付名单"
    ]


def test_a_cluster_is_unfolded_by_number_over_a_sentence() -> None:
    body = (
        "构建“1+2+N”体系。其中，“1”是做强电力能源；“2”包含化工新材料、特色食品；“N”涵盖石斛加工。"
    )
    facts = facts_of(body)

    assert [[each.value for each in found.members] for found in facts.clusters] == [
        ["电力能源", "化工新材料", "特色食品", "石斛加工"]
    ]
    assert facts.slogans == ()


def test_a_rhythm_may_end_with_one_character() -> None:
    told = [each.name.value for each in facts_of("实行“半月一报、季度一评”。").rhythms]

    assert told == ["半月一报", "季度一评"]
