"""/<channel>/<number>/: an article."""

from datetime import date
from typing import Any

from django.test import Client
from tests.faces.portal.conftest import Park, Publish

from zhuchao.apps.library import services as library
from zhuchao.apps.publishing import services
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

HOSTILE = """<html><body><article><h1>推进会 &lt;script&gt;alert('t')&lt;/script&gt;</h1>
<p>会议研究了项目的难点 &lt;script&gt;alert('b')&lt;/script&gt;，要求逐项列出清单、明确责任。</p>
<p>&lt;img src=x onerror=alert(1)&gt; 会议听取了在建项目的进展情况，有关部门当场作出了答复。</p>
<script>alert('raw')</script></article></body></html>"""


def test_provenance_and_dates_stand_apart(client: Client, publish: Publish) -> None:
    address = publish(
        "开园",
        original_title="澄湖高新区二期开园",
        source="澄湖日报",
        source_address="https://news.example.com/1",
        author_name="江述白",
        event_on=date(2026, 3, 1),
        published_on=date(2026, 3, 2),
    )

    page = client.get(address).content.decode()

    assert "原标题：澄湖高新区二期开园" in page
    assert 'href="https://news.example.com/1"' in page
    assert "江述白" in page
    assert "2026年3月1日" in page
    assert "2026年3月2日" in page
    assert 'rel="canonical"' in page
    assert 'property="og:title" content="开园"' in page
    assert page.index("首页</a>") < page.index("园区动态</a></li><li aria-current")


def test_related_articles_come_with_excerpts_and_bounded_queries(
    client: Client, publish: Publish, django_assert_max_num_queries: Any
) -> None:
    for number in range(7):
        publish(f"别的消息{number}", text=f"摘要文字{number}。")
    address = publish("开园")
    client.get(address)

    with django_assert_max_num_queries(22):  # with its comments and its medal
        page = client.get(address).content.decode()

    related = page[page.index("相关文章") :]
    assert related.count('class="story"') == 5
    assert "摘要文字" in related
    assert "开园</a></h3>" not in related


def test_markup_in_a_read_page_never_scripts_the_portal(
    client: Client, park: Park, tables: Tables
) -> None:
    intake = library.keep_intake(park.editor, raw=HOSTILE.encode(), origin="paste")
    page = library.confirm_page(
        park.editor, intake.pk, page=read(HOSTILE, tables=tables), corrections={}
    )
    draft = services.draft_article(
        park.editor, read_page_id=page.pk, title="推进会 <script>alert('t')</script>"
    )
    article = services.publish_article(park.editor, draft.pk)

    for address in (article.url, "/", "/news/"):
        shown = client.get(address).content.decode()
        assert "推进会" in shown
        assert "<script>" not in shown
        assert "<img" not in shown


def test_what_was_withdrawn_is_gone(client: Client, park: Park, publish: Publish) -> None:
    address = publish()
    services.withdraw_article(park.editor, int(address.strip("/").split("/")[-1]))

    assert client.get(address).status_code == 404
