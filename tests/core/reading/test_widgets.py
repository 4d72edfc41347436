from __future__ import annotations

import pytest

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page, ZoneKind
from zhuchao.core.vocabulary.tables import Tables

SENTENCE = (
    "会议通报了上半年重点项目的签约、开工和到账情况，并就下半年的工作逐项作出安排，"
    "要求各部门抓紧落实。"
)


def page(below: str, tables: Tables) -> Page:
    body = f"<h1>霁川新区召开项目调度会</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>{below}"
    return read(f"<html><body><div class=article>{body}</div></body></html>", tables=tables)


def kind_of(text: str, found: Page) -> ZoneKind:
    zones = (*found.body, *found.cut)
    return next(zone.kind for zone in zones if text in zone.text.split("\n"))


@pytest.mark.parametrize("look", ["tags", "article-tag", "post_tags"])
def test_a_block_that_calls_itself_tags_holds_tags(look: str, tables: Tables) -> None:
    found = page(
        f"<div class={look}><a href=/t/1>低效用地</a> <a href=/t/2>低空经济</a></div>", tables
    )

    assert kind_of("低效用地 低空经济", found) is ZoneKind.META


def test_below_the_head_of_tags_short_lines_are_tags(tables: Tables) -> None:
    head = "霁川新区召开项目调度会\n2026-03-18 10:20"
    found = read(f"{head}\n{SENTENCE}\n{SENTENCE}\n标签\n低效用地\n低空经济", tables=tables)

    assert kind_of("低空经济", found) is ZoneKind.META


def test_a_figure_in_a_bar_to_share_by_is_of_the_bar(tables: Tables) -> None:
    found = page("<div class=share-bar><span>收藏</span><div>126</div></div>", tables)

    assert kind_of("126", found) is ZoneKind.SHARE


def test_a_menu_in_a_block_of_another_look_is_none(tables: Tables) -> None:
    found = page("<div class=nav-links><a href=/a>下载中心</a></div>", tables)

    assert kind_of("下载中心", found) is ZoneKind.NAVIGATION
