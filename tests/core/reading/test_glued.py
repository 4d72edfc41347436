from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.reading.glued import headline_in
from zhuchao.core.vocabulary.tables import Tables

HEADLINE = "拓岳传动减速器项目落户溧川"


@pytest.mark.parametrize(
    "shown",
    [
        f"{HEADLINE}置顶",
        f"热{HEADLINE}",
        f"原创{HEADLINE}",
        f"{HEADLINE} 2026-03-18",
        f"{HEADLINE}【字体：大 中 小】",
        f"[求租] {HEADLINE} [复制链接]",
        f"【置顶】{HEADLINE} 打印",
    ],
)
def test_badges_buttons_and_a_day_are_no_part_of_the_headline(shown: str) -> None:
    assert headline_in(shown, (f"{HEADLINE}_溧川新闻网",)).of(shown) == HEADLINE


@pytest.mark.parametrize(
    ("shown", "declared"),
    [
        ("热泵项目落户溧川经开区首期", "热泵项目落户溧川经开区首期_溧川新闻网"),
        ("原创新药基地在溧川开工建设", ""),
        ("溧川经开区发布新一批招商推荐", "溧川经开区发布新一批招商推荐-溧川网"),
        ("溧川召开项目调度会部署下一步更新", "溧川召开项目调度会部署下一步更…_溧川网"),
        ("一季度项目观摩会排名2026-03-18", ""),
        ("图解：减速器产业如何在溧川落地", "减速器产业如何在溧川落地_溧川网"),
        ("新区分享", ""),
    ],
)
def test_words_of_the_headline_stay(shown: str, declared: str) -> None:
    assert headline_in(shown, (declared,) if declared else ()).of(shown) == shown


def test_the_title_quotes_the_headline_without_its_badge(tables: Tables) -> None:
    page = read(
        f"<html><head><title>{HEADLINE}_溧川网</title></head><body><h1><em>热</em>{HEADLINE}</h1>"
        f"<p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>",
        tables=tables,
    )

    assert page.title.value == HEADLINE
    assert page.title.span is not None
    assert page.title.span.of(page.text) == HEADLINE
