"""The lint of advertisements: terms with their contexts, promises, evasions, the missing notice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.compliance import lint
from zhuchao.core.vocabulary.advertising import Finding, Gravity, Group
from zhuchao.core.vocabulary.read import Span
from zhuchao.tables.advertising import ad_tables


def found(text: str) -> tuple[Finding, ...]:
    return lint(text, ad_tables())


def told(text: str) -> list[tuple[Group, str]]:
    return [(each.rule.group, each.written) for each in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "最近两个月，最终签约三家。",
        "溧川经开区是国家级经济技术开发区。",
        "入选国家级绿色工厂名单。",
        "最高奖励50万元，层高最低6米。",
        "力争建成世界级先进制造业集群。",
        "会议强调，“要打造最优营商环境”。",
        "《最严格水资源管理办法》自即日起施行。",
        "宣传中禁止使用“最佳”“保本”等用语。",
        "第一批项目开工，第一书记到场，第3期厂房封顶。",
        "据省统计局公布，2025年总量居全省第一。",
        "出租率100%，国资100%控股。",
        "税收返还须经公平竞争审查。",
        "面积不是最大，我们也不敢说是最好的园区。",
        "公司不保证收益，凡宣称“稳赚不赔”的均为虚假信息。",
        "维修人员30分钟内到达现场，班车每20分钟一班。",
        "积极致力于服务企业，拒绝对外转租，本栋无双回路供电。",
        "“溧川第一楼”商标已注册，厂房南靠冠军大道。",
        "企业最关心的是用工，最好在年前签约。",
        "江苏溧川精密制造有限公司依法享受所得税减半征收。",
        "会议指出，要建成全省最优的营商环境，让企业最有获得感。",
        "投资额最大的项目计划投资26亿元；投资额最小的计划投资0.4亿元。",
        "首批企业：卓越电气（溧川）有限公司、极致光学科技有限公司。",
        "“第一笼”包子铺、“独家”奶茶店在一楼试营业。",
        "列车最快52分钟到省城，以时刻表为准。",
        "最大的困难是用工，最忙的时候一天要装30车货。",
        "零风险是不可能的。",
        "TOP10企业名单公布，按百年一遇的防洪标准设计。",
        "开发区2018年经国务院批复晋升国家级。",
        "",
    ],
)
def test_what_the_law_allows_is_silent(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省最低的租金", (Group.SUPERLATIVE, "最低")),
        ("国家级的服务", (Group.SUPERLATIVE, "国家级")),
        ("我们已打造世界级集群", (Group.SUPERLATIVE, "世界级")),
        ("全省租金最低12元的园区", (Group.SUPERLATIVE, "最低")),
        ("唯⼀的园区", (Group.EVASIVE, "唯⼀")),
        ("顶\u200b级配套", (Group.EVASIVE, "顶\u200b级")),
        ("頂級配套", (Group.SUPERLATIVE, "頂級")),
        ("销量第1的厂商", (Group.SUPERLATIVE, "销量第1")),
        ("百分百保证过审", (Group.PROMISE, "百分百保证过审")),
        ("距高铁站10分钟", (Group.POSITION, "10分钟")),
        ("全网首选，ding级配套", (Group.EVASIVE, "ding级")),
        ("租金最实惠的园区", (Group.SUPERLATIVE, "最实惠")),
        ("市长亲自推荐", (Group.ORGAN, "市长亲自推荐")),
        ("期满由开发商按原价无条件回购", (Group.PROMISE, "原价无条件回购")),
        ("给予恒通重工增值税全额返还", (Group.REVIEW, "增值税全额返还")),
        ("不得不说这是最好的园区", (Group.SUPERLATIVE, "最好")),
        ("国家机关专供", (Group.ORGAN, "国家机关专供")),
        ("收益稳定在8%以上，不低于存款", (Group.PROMISE, "收益稳定在8%")),
        ("國家級园区物业标准", (Group.EVASIVE, "國家級")),
        ("区域招商ＮＯ．１", (Group.EVASIVE, "ＮＯ．１")),
        ("zuì低的租金", (Group.EVASIVE, "zuì低")),
        ("独—无二的创新社区", (Group.EVASIVE, "独—无二")),
        ("全省首座零碳园区", (Group.SUPERLATIVE, "全省首座")),
        ("会议要求，给予恒通重工增值税返还", (Group.REVIEW, "增值税返还")),
        ("购房即可入读名校", (Group.PROMISE, "购房即可入读名校")),
        ("规划中的地铁站近在咫尺", (Group.PROMISE, "规划中的地铁站近在咫尺")),
        ("领导题词的产业园", (Group.ORGAN, "领导题词")),
        ("每年净得八个点", (Group.PROMISE, "净得八个点")),
    ],
)
def test_what_it_forbids_is_told(text: str, expected: tuple[Group, str]) -> None:
    assert expected in told(text)


def test_a_tax_promise_waits_for_lawyers_where_a_firm_is_named() -> None:
    named = told("园区给予江苏溧川精密制造有限公司三年税收返还。")

    assert [group for group, _ in named] == [Group.REVIEW]
    assert told("园区依法落实税收政策，三年内税收按规定返还。") == []


def test_returns_without_a_word_on_risk_want_one() -> None:
    (promise, notice) = found("诚邀加盟，投资回报率高达20%。")

    assert (promise.rule.gravity, notice.rule.group) == (Gravity.ERROR, Group.NOTICE)
    assert notice.span == Span(16, 16)
    assert len(found("诚邀加盟，投资回报率高达20%。投资有风险。")) == 1


def test_quoted_passages_are_never_judged() -> None:
    text = "全省最低的租金，全市最大的园区"

    assert [each.span for each in lint(text, ad_tables(), quoted=[Span(0, 7)])] == [Span(10, 12)]


@given(st.text(alphabet="最佳第一国家级蕞⼀ 保证收益%100“”《》，。a1\u200b分钟距高铁", max_size=60))
def test_it_reads_anything_and_quotes_it(text: str) -> None:
    spans = [each.span for each in found(text)]

    assert [text[each.start : each.end] for each in spans] == [each.written for each in found(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
