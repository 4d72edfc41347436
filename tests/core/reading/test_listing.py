"""List pages: the articles are found, menus, paging and files are not."""

from collections.abc import Iterable

import pytest

from zhuchao.core.errors import Unreadable
from zhuchao.core.reading.listing import listed_pages

PLACE = "http://www.park.example/xwzx/index.html"
MENU = (
    '<ul><li><a href="/">首页</a></li><li><a href="/xwzx/">新闻中心</a></li>'
    '<li><a href="/zsyz/">招商引资</a></li><li><a href="/col/col10431/index.html">政务公开</a></li>'
    '<li><a href="/about/law.html">法律声明与隐私政策说明</a></li>'
    '<li><a href="javascript:void(0)">收藏本站设为首页</a></li>'
    '<li><a href="mailto:a@park.example">联系我们的编辑部</a></li>'
    '<li><a href="http://other.example/art/2023/5/1/art_1_9.html">省级部门网站的友情链接</a></li>'
    '<li><a href="/upload/202305/report.pdf">二〇二三年度工作报告全文</a></li></ul>'
)
PAGING = (
    '<a href="index_2.html">2</a><a href="index_2.html">下一页</a><a href="index_9.html">尾页</a>'
)
HEADLINE = "园区第{}批重点项目集中开工"


def page(links: Iterable[str], head: str = "") -> str:
    rows = "".join(f"<li>{link}<span>2023-05-12</span></li>" for link in links)
    return f"<html><head>{head}</head><body>{MENU}<ul>{rows}</ul>{PAGING}</body></html>"


def anchors(pattern: str, count: int = 5) -> list[str]:
    return [f'<a href="{pattern.format(n)}">{HEADLINE.format(n)}</a>' for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("/art/2023/5/12/art_104_{}.html", "http://www.park.example/art/2023/5/12/art_104_1.html"),
        ("./202305/t20230512_{}.shtml", "http://www.park.example/xwzx/202305/t20230512_1.shtml"),
        ("../show-{}.html", "http://www.park.example/show-1.html"),
        ("/node/{}", "http://www.park.example/node/1"),
        ("/?p={}", "http://www.park.example/?p=1"),
        ("view.php?aid={}", "http://www.park.example/xwzx/view.php?aid=1"),
        ("http://news.park.example/a/{}.html", "http://news.park.example/a/1.html"),
        ("/2023/05/ten-new-works-opened-{}/",
         "http://www.park.example/2023/05/ten-new-works-opened-1/"),
        ("/xwzx/index_{}.htm", "http://www.park.example/xwzx/index_1.htm"),
    ],
)  # fmt: skip
def test_articles_are_found_in_their_order(pattern: str, first: str) -> None:
    found = listed_pages(page(anchors(pattern)), address=PLACE)

    assert found[0].address == first
    assert [each.title for each in found] == [HEADLINE.format(n) for n in range(1, 6)]


def test_an_article_linked_twice_is_one_with_its_longer_title() -> None:
    links = [
        f'<a href="/a/{n}.html?utm_source=wx"><img src="x.jpg"></a>'
        f'<a href="/a/{n}.html#c" title="{HEADLINE.format(n)}，总投资两亿元">园区第{n}批…</a>'
        f'<a href="/a/{n}.html">查看详情</a>'
        for n in range(4)
    ]

    found = listed_pages(page(links), address=PLACE)

    assert len(found) == 4
    assert found[0].title == "园区第0批重点项目集中开工，总投资两亿元"


def test_articles_of_several_columns_are_of_one_kind() -> None:
    links = anchors("/tzgg/202305/t1_{}.html", 3) + anchors("/gzdt/202304/t2_{}.html", 3)

    assert len(listed_pages(page(links), address=PLACE)) == 6


def test_menu_entries_under_the_same_pattern_are_left_out() -> None:
    menu = [f'<a href="/channel/{n}">栏目{n}</a>' for n in range(20)]

    found = listed_pages(page(menu + anchors("/node/{}")), address=PLACE)

    assert {each.address.split("/")[3] for each in found} == {"node"}


def test_one_short_headline_among_others_is_kept() -> None:
    links = [*anchors("/a/{}.html"), '<a href="/a/99.html">图解</a>']

    assert len(listed_pages(page(links), address=PLACE)) == 6


def test_dated_addresses_count_where_no_link_has_words() -> None:
    links = [f'<a href="/2023/05/{n:02}/x.html"><img src="{n}.jpg"></a>' for n in range(1, 6)]

    found = listed_pages(page(links), address=PLACE)

    assert len(found) == 5
    assert not any(each.title for each in found)


def test_a_base_element_moves_relative_links() -> None:
    head = '<base href="http://www.park.example/other/">'

    found = listed_pages(page(anchors("{}.html"), head), address=PLACE)

    assert found[0].address == "http://www.park.example/other/1.html"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "空"),
        ("求租厂房两千平", "不是列表页"),
        (b"\x89PNG" + bytes(100), "二进制"),
        ("<html><body><p>没有链接的一页</p></body></html>", "没有找到文章链接"),
        (f"<html><body>{PAGING}</body></html>", "没有找到文章链接"),
        ("<html><body>" + "<div>" * 3000 + "</body></html>", "混乱"),
    ],
)
def test_what_lists_nothing_is_a_sentence(raw: bytes | str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        listed_pages(raw, address=PLACE)
