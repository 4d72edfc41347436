"""/: the front page."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.faces.portal.conftest import Park, Publish, PutUp


def test_the_empty_portal_says_how_the_first_article_comes_to_be(
    client: Client, park: Park
) -> None:
    page = client.get("/").content.decode()

    assert "还没有文章" in page
    assert "还没有在架的房源" in page
    assert "/enquire/" in page


def test_articles_and_offers_stand_on_the_front(
    client: Client, publish: Publish, put_up: PutUp
) -> None:
    first, second = publish("旧闻一则"), publish("新闻一则")
    code = put_up("沿河单层厂房")

    page = client.get("/").content.decode()

    assert page.index("新闻一则") < page.index("旧闻一则")
    assert first in page
    assert second in page
    assert f"/offers/{code}/" in page


def test_drafts_are_not_shown(client: Client, park: Park) -> None:
    from zhuchao.apps.publishing import services
    from zhuchao.apps.publishing.mapping import Draft, paragraphs_of_text

    draft = Draft("未定稿", paragraphs_of_text("正文"))
    made = services.write_article(park.editor, draft=draft, channel_id=park.channel_id)

    assert "未定稿" not in client.get("/").content.decode()
    assert client.get(made.url).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_what_is_shown(
    client: Client,
    publish: Publish,
    put_up: PutUp,
    count: int,
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(count):
        publish(f"消息{number}")
        put_up(f"厂房{number}")
    client.get("/")

    with django_assert_max_num_queries(18):
        client.get("/")


def test_no_script_style_or_foreign_address_stands_in_the_page(
    client: Client, publish: Publish
) -> None:
    publish()

    response = client.get("/")

    page = response.content.decode()
    assert set(re.findall("<script[^>]*>", page)) == {
        '<script type="application/ld+json">',
        '<script src="/static/portal/search.js" defer>',
    }
    assert "style=" not in page
    assert "<style" not in page
    assert "http-equiv" not in page
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
