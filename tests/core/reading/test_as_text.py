"""What plain text, and markup that tells no more than it, gives away by its lines alone."""

from __future__ import annotations

import pytest

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page, ZoneKind
from zhuchao.core.vocabulary.tables import Tables

TITLE = "霁川新区召开项目调度会"
SENTENCE = (
    "会议通报了上半年重点项目的签约、开工和到账情况，并就下半年的工作逐项作出安排，"
    "要求各部门抓紧落实。"
)
HEAD = f"首页 > 资讯 > 园区动态\n{TITLE}\n2026-03-18 10:20\n{SENTENCE}\n{SENTENCE}"


def kind_of(text: str, found: Page) -> ZoneKind:
    zones = (*found.body, *found.cut)
    return next(zone.kind for zone in zones if text in zone.text.split("\n"))


def test_markup_without_structure_is_read_as_text(tables: Tables) -> None:
    lines = f"{HEAD}\n相关阅读\n湖东新增三座标准厂房\n网站地图 法律声明"
    markup = "".join(f"<div>{line}</div>" for line in lines.split("\n"))

    plain, marked = read(lines, tables=tables), read(f"<html>{markup}</html>", tables=tables)

    assert [zone.kind for zone in marked.body] == [zone.kind for zone in plain.body]
    assert [item.title for item in marked.related] == ["湖东新增三座标准厂房"]


@pytest.mark.parametrize(
    "end",
    ["已有 4 条评论", "热租楼盘", "走进砺谷 法律声明 网站地图", "--市直部门网站--", "← 上一篇旧闻"],
)
def test_a_list_ends_where_something_else_begins(end: str, tables: Tables) -> None:
    found = read(f"{HEAD}\n相关阅读\n湖东新增三座标准厂房\n{end}\n老赵做冲压", tables=tables)

    assert [item.title for item in found.related] == ["湖东新增三座标准厂房"]
    assert kind_of(end, found) is ZoneKind.NAVIGATION


def test_who_signs_a_paper_is_no_heading(tables: Tables) -> None:
    found = read(f"{HEAD}\n霁川新区管委会办公室\n2026年3月18日", tables=tables)

    assert kind_of("霁川新区管委会办公室", found) is ZoneKind.PARAGRAPH


def test_what_an_offer_states_is_not_its_title(tables: Tables) -> None:
    title = "霁川新区独栋单层厂房6200平 带行车可分租"
    told = "租金：15元/㎡/月\n建筑面积：6200㎡\n层高：9.5米\n房源描述"
    found = read(
        f"厂房通>霁川厂房>霁川厂房出租\n{title}\n{told}\n{SENTENCE}\n{SENTENCE}", tables=tables
    )

    assert found.title.value == title
    assert kind_of("房源描述", found) is ZoneKind.HEADING


@pytest.mark.parametrize("head", ["产能：数字很大，开工很少", "2. 项目概况", "为什么选霁川"])
def test_a_short_line_between_sentences_heads_what_follows(head: str, tables: Tables) -> None:
    found = read(f"{HEAD}\n{head}\n{SENTENCE}", tables=tables)

    assert kind_of(head, found) is ZoneKind.HEADING
