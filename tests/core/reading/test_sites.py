"""Pages in the manner of the sites that officers read; everything on them is fictional."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.text.dates import BEIJING
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables

TITLE = "霁川新区再添高端装备项目"
TEXT = f"<p>{SENTENCE}</p>" * 3


def _markup(above: str, below: str = "", head: str = "") -> str:
    return (
        f"<html><head><title>{TITLE}_霁川网</title>{head}</head><body>"
        f"<div class=main><h1>{TITLE}</h1>{above}<div id=text>{TEXT}</div>{below}</div></body>"
    )


@pytest.mark.parametrize(
    "told",
    [
        '<script type="application/ld+json">{"datePublished": "2026-05-10T09:30+08:00"}</script>',
        '<script>window.DATA = {"pubtime":"2026-05-10 09:30:00"};</script>',
        '<script>var ct = "1778376600";</script>',
        '<meta itemprop="dateUpdate" content="2026-05-10 09:30:00">',
    ],
)
def test_a_date_that_is_only_declared_is_inferred(told: str, tables: Tables) -> None:
    published = read(_markup("", head=told), tables=tables).published

    assert published.value == datetime(2026, 5, 10, 9, 30, tzinfo=BEIJING)
    assert published.state is State.INFERRED


@pytest.mark.parametrize(
    ("shown", "value"),
    [("05-10 09:30", date(2026, 5, 10)), ("05-11 09:30", None), ("昨天 09:30", None)],
)
def test_a_script_adds_the_year_to_the_day_that_is_shown(
    shown: str, value: date | None, tables: Tables
) -> None:
    told = '<script>{"publish_time": "2026-05-10"}</script>'

    assert read(_markup(f"<p>{shown}</p>", head=told), tables=tables).published.value == value


def test_dates_of_several_pages_in_scripts_tell_nothing(tables: Tables) -> None:
    told = '<script>[{"pubtime": "2026-05-10"}, {"pubtime": "2026-05-12"}]</script>'

    assert not read(_markup("", head=told), tables=tables).published.is_known


def test_a_date_in_blocks_of_its_own_is_read(tables: Tables) -> None:
    above = (
        "<div><span><em>2026</em></span><span><em> 05</em>/<em>10</em></span>"
        "<span> 10:22:33</span></div>"
    )
    page = read(_markup(above, "<div>【纠错】 【责任编辑:周知】</div>"), tables=tables)

    assert page.published.value == datetime(2026, 5, 10, 10, 22, 33, tzinfo=BEIJING)
    assert page.editor.value == "周知"


def test_the_first_publication_counts_and_not_the_last_change(tables: Tables) -> None:
    above = "<div>已于 2026-05-12 09:00:00 修改 阅读量1.2k</div><div>于 2026-05-10 首次发布</div>"
    page = read(_markup(above), tables=tables)

    assert page.published.value == date(2026, 5, 10)
    assert page.views.value == 1200


def test_a_menu_above_the_text_is_no_title(tables: Tables) -> None:
    menu = "".join(
        f"<a href=/{at}>{name}</a>" for at, name in enumerate(["首页", "新闻", "招商政策"])
    )
    page = read(
        f"<html><head><title>{TITLE}-新闻中心-霁川</title></head><body><div>{menu}</div>{TEXT}</body></html>",
        tables=tables,
    )

    assert page.title.value == TITLE


def test_a_blog_tells_who_wrote(tables: Tables) -> None:
    page = read(_markup("<div>2026-05-10 由 <a>老林</a> 选址</div>"), tables=tables)

    assert page.author.value == "老林"


def test_a_short_summary_above_the_text_belongs_to_it(tables: Tables) -> None:
    summary = "摘要：一期产线先行试产，七家企业同步落户。"
    above = f"<div class=info>2026-05-10</div><div class=sum>{summary}</div>"

    assert summary in read(_markup(above), tables=tables).body_text
