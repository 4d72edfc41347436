from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

HEAD = f"霁川新区召开项目调度会\n发布时间：2024-05-06　来源：霁川发布\n{SENTENCE}\n"
TITLES = ("旧船坞里装进十二家装备企业", "这座县城把冷库建到了码头边")


@pytest.mark.parametrize(
    "listed",
    [
        "{}\n霁川夜话 127评论 2天前\n{}\n湖畔往事 893评论 05-11",
        "{}\n霁川夜话\n{}\n湖畔往事",
        "{}\n霁川夜话\n2024-05-01 19:20:05\n48跟贴 48\n{}\n湖畔往事\n2024-05-02 10:31:44",
        "{} 01-18\n{} 01-09",
        "01:33\n{}\n02:40\n{}",
    ],
)
def test_who_published_an_item_and_when_is_no_item(listed: str, tables: Tables) -> None:
    page = read(f"{HEAD}相关推荐\n{listed.format(*TITLES)}", tables=tables)

    assert tuple(item.title for item in page.related) == TITLES
    assert {item.excerpt for item in page.related} == {""}


def test_a_price_alone_below_an_item_is_no_excerpt(tables: Tables) -> None:
    page = read(
        f"{HEAD}相似房源\n{TITLES[0]}\n15元/㎡/月 湖东 2层\n{TITLES[1]}\n面议", tables=tables
    )

    assert [item.excerpt for item in page.related] == ["15元/㎡/月 湖东 2层", ""]


def test_lines_that_look_different_by_turns_are_titles_and_excerpts(tables: Tables) -> None:
    cards = "".join(
        f"<a href='/{n}'><p class=t>{title}</p><p class=d>先修屋顶，再谈招商</p></a>"
        for n, title in enumerate(TITLES)
    )
    markup = (
        f"<html><body><div><h1>霁川新区召开项目调度会</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></div>"
        f"<div><h3>相关阅读</h3>{cards}</div></body></html>"
    )

    page = read(markup, tables=tables)

    assert tuple(item.title for item in page.related) == TITLES
    assert {item.excerpt for item in page.related} == {"先修屋顶，再谈招商"}


def test_a_list_of_the_site_ends_where_one_for_this_page_begins(tables: Tables) -> None:
    page = read(
        f"{HEAD}24小时热文\n春运首日见闻\n为你推荐\n{TITLES[0]}\n加载更多\n意见反馈", tables=tables
    )

    assert [item.title for item in page.related] == [TITLES[0]]


def test_contacts_below_a_list_are_none_of_its_items(tables: Tables) -> None:
    contacts = (
        "投资咨询\n霁川新区投资促进局\n联系人：蒋女士\n电 话：0571-5550 8016\n地 址：创业大道1号"
    )
    page = read(f"{HEAD}相关资讯\n{TITLES[0]}\n{TITLES[1]}\n{contacts}", tables=tables)

    assert len(page.related) == 2
    assert [contact.text for contact in page.contacts] == [contacts]


def test_links_without_an_address_on_one_line_are_as_many_items(tables: Tables) -> None:
    listed = "<a>厂房空置率见顶了吗</a><span>2026-03-19</span><a> <b>车规产线年内爬坡</b></a>"
    page = read(
        f"<html><body><h1>新区召开项目调度会</h1><div><p>{SENTENCE}</p><p>{SENTENCE}</p></div>"
        f"<div><div>相关文章</div>{listed}<span>2026-02-03</span></div></body></html>",
        tables=tables,
    )

    assert [item.title for item in page.related] == ["厂房空置率见顶了吗", "车规产线年内爬坡"]
