"""Pages of several makes as text: forums, offers, newspapers, disclosures, bids."""

from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables

TITLE = "霁川新区召开项目调度会"
TOP = f"首页 > 要闻 > 正文\n{TITLE}\n发布时间：2024-05-06　来源：霁川发布"


def _kinds(page: Page) -> dict[str, str]:
    return {
        line: zone.kind.value for zone in (*page.body, *page.cut) for line in zone.text.split("\n")
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("在线聊 预约看房", "navigation"),
        ("1/12 图片 VR 视频", "navigation"),
        ("（此件公开发布）", "paragraph"),
        ("本文来源：霁川晚报 责任编辑：舒望_LC0226", "editor"),
        ("关键词：储能 零碳", "meta"),
    ],
)
def test_what_stands_below_a_text_is_told_by_its_wording(
    line: str, kind: str, tables: Tables
) -> None:
    page = read(f"{TOP}\n{SENTENCE}\n{SENTENCE}\n{line}", tables=tables)

    assert _kinds(page)[line] == kind


def test_seals_beside_a_title_are_badges(tables: Tables) -> None:
    text = (
        f"首页 > 厂房\n真房源\n推荐\n{TITLE}\n更新时间：2024-05-06 浏览：43\n{SENTENCE}\n{SENTENCE}"
    )

    kinds = _kinds(read(text, tables=tables))

    assert [kinds["真房源"], kinds["推荐"]] == ["badge", "badge"]


def test_what_a_bid_states_below_its_title_is_text(tables: Tables) -> None:
    stated = ("项目编号：JC2024-07", "招标人：霁川园区发展公司", "公示期：2024年5月7日至9日")

    kinds = _kinds(read("\n".join((TOP, *stated, SENTENCE, SENTENCE)), tables=tables))

    assert {kinds[each] for each in stated} == {"paragraph"}


def test_prices_and_attributes_apart_by_blanks_are_a_table(tables: Tables) -> None:
    rows = ("0.85元/㎡/天", "楼层 单层", "层高 檐口9.5米", "产证情况：有")

    kinds = _kinds(read("\n".join((TOP, *rows, SENTENCE, SENTENCE)), tables=tables))

    assert {kinds[each] for each in rows} == {"table"}


def test_an_adviser_above_his_telephone_is_a_contact(tables: Tables) -> None:
    page = read(f"{TOP}\n{SENTENCE}\n{SENTENCE}\n许经理\n从业7年\n138 0000 6621", tables=tables)

    assert {_kinds(page)[each] for each in ("许经理", "从业7年")} == {"contact"}


def test_a_thread_ends_with_its_first_post(tables: Tables) -> None:
    title = "从市里搬到县里办厂一年，把账摊开看看"
    text = (
        f"桐江人家»论坛›生意经›{title}\n请输入搜索内容 搜索\n查看: 77|回复: 3\n{title} [复制链接]\n"
        f"楼主 老焦注塑\n积分 21\n发表于 2024-5-6 20:15 | 只看该作者\n{SENTENCE}\n{SENTENCE}\n"
        "收藏2\n支持\n反对\n木鱼\n发表于 2024-5-6 21:02\n多大的货车能进？"
    )

    page = read(text, tables=tables)
    kinds = _kinds(page)

    assert (page.author.value, page.category.value) == ("老焦注塑", "生意经")
    assert (kinds["支持"], kinds["多大的货车能进？"]) == ("share", "navigation")


def test_lines_of_a_newspapers_headline_are_headings(tables: Tables) -> None:
    text = (
        f"霁川日报 数字报\n版面导航 标题导航\n{TITLE}\n春耕备耕正当时\n第A02版：经济\n"
        "上一版 下一版\n"
        f"一条货运专线串起七个园区——\n{TITLE}\n——霁川内陆港见闻录\n本报记者 陆知远\n"
        f"{SENTENCE}\n{SENTENCE}"
    )

    page = read(text, tables=tables)
    kinds = _kinds(page)

    assert page.title.value == TITLE
    assert kinds["一条货运专线串起七个园区——"] == kinds["——霁川内陆港见闻录"] == "heading"


def test_a_sites_headline_of_a_disclosure_is_its_title(tables: Tables) -> None:
    text = (
        "首页 > 公告 > 公告正文\n霁川科技：关于签订投资协议的公告\n公告日期：2024-05-06"
        " 栏目：对外投资\n"
        f"霁川科技股份有限公司\n关于签订投资协议的公告\n{SENTENCE}\n{SENTENCE}"
    )

    page = read(text, tables=tables)

    assert page.title.value == "霁川科技：关于签订投资协议的公告"
    assert page.category.value == "对外投资"


def test_a_medium_beside_the_day_is_the_source(tables: Tables) -> None:
    page = read(
        f"{TITLE}\n时间：2024年05月06日 18:31　霁川晚报\n{SENTENCE}\n{SENTENCE}", tables=tables
    )

    assert page.source.value == "霁川晚报"


def test_items_that_end_in_a_price_are_as_long_as_the_first(tables: Tables) -> None:
    listed = (
        "甲镇单层厂房2600平\n甲镇 2600㎡ 单层\n0.8元/㎡/天\n"
        "乙镇标准厂房1500平\n乙镇 1500㎡ 二层\n面议"
    )

    page = read(f"{TOP}\n{SENTENCE}\n{SENTENCE}\n同区域房源\n{listed}", tables=tables)

    assert [item.title for item in page.related] == ["甲镇单层厂房2600平", "乙镇标准厂房1500平"]
