"""Any bytes give a page or a refusal, quickly, and nothing of a page is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.reading.pages import SENTENCE

from zhuchao.core.errors import ZhuchaoError
from zhuchao.core.reading import looks_like_page, read
from zhuchao.core.reading.lines import BLANKS
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables

FRAGMENTS = [
    *("<p>", "</p>", "<div>", "</div>", "<a>", "</a>", "<table><tr><td>", "</table>", "<br>"),
    *("<pre>", "<h1>", "<title>", "<!--"),
    *("<div class=related>", "<a href=x.pdf>", "<script>", "-->", "&nbsp;", "\n", " ", "⼀", "😀"),
    *("当前位置:首页 > 动态 > 正文", "admin8个月前 (09-24)动态7", "原标题:园区开工", "园区开工"),
    *("相关文章", "联系人：顾北辰 13800000001", "版权声明:转载请注明出处", "附件："),
    *("本期编辑 米可心返回网易,查看更多", SENTENCE),
]
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(FRAGMENTS)).map("".join))


def read_or_none(raw: bytes | str, tables: Tables) -> Page | None:
    try:
        return read(raw, tables=tables)
    except ZhuchaoError as refusal:
        return None if refusal.sentence else pytest.fail("a refusal without a sentence")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_page_or_a_refusal(tables: Tables, raw: bytes) -> None:
    read_or_none(raw, tables)
    looks_like_page(raw)


@given(texts)
def test_every_line_is_accounted_for_and_every_span_quotes(tables: Tables, text: str) -> None:
    page = read_or_none(text, tables)
    if page is None:
        return

    zones = sorted((*page.body, *page.cut), key=lambda zone: zone.span)
    covered = "".join(zone.text for zone in zones)
    fields = (page.title, page.original_title, page.source, page.editor, page.author, page.category)
    lines = [line.strip(BLANKS) for line in page.text.split("\n")]
    assert all(line in covered for line in lines)
    assert all(a.span.end <= b.span.start for a, b in pairwise(zones))
    assert all(zone.text == zone.span.of(page.text) for zone in zones)
    for field in fields:
        if field.is_known and field.span:
            assert field.span.of(page.text).replace("\n", "") == field.value


@given(texts)
def test_reading_is_deterministic(tables: Tables, text: str) -> None:
    assert read_or_none(text, tables) == read_or_none(text, tables)


@pytest.mark.parametrize("text", ["😀😀😀", "13800000001", "。", "<", "<p>", "<html></html>"])
def test_next_to_nothing_is_read_as_next_to_nothing(text: str, tables: Tables) -> None:
    page = read(text, tables=tables)

    assert page.published.value is None
    assert page.original_title.value is None


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>" + "<div>" * 100_000 + "深处",
        "<html><body>" + "<b>" * 100_000 + "深处",
        "<html><body>" + "<table><tr><td>" * 30_000 + "深处",
        "".join(f"<b id={n}>" for n in range(900)) + "<p>深处" * 50_000,
        "<html><body>" + "<p>深处</p>" * 100_000,
        "深处\n" * 500_000,
        "<html><body>深处" + "<" * 1_000_000,
        "深处\n" + "13800000001" * 7 + "/你",
    ],
    ids=["divs", "bold", "tables", "reopened", "paragraphs", "lines", "brackets", "digits"],
)
@pytest.mark.timeout(30)
def test_a_tangled_page_is_read_whole(text: str, tables: Tables) -> None:
    page = read(text, tables=tables)

    assert "深处" in page.text
