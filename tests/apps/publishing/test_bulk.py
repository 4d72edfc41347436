"""/editor/bulk/: many pages at once, under the rules of publishing one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from tests.apps.publishing.people import channel, organisation, person, published, written

from zhuchao.apps.people.viewer import Role, Viewer
from zhuchao.apps.publishing import away
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, HomePage, Takedown
from zhuchao.ground import audit

pytestmark = pytest.mark.django_db
EXAGGERATED = "这里是全国最好的园区，投资稳赚不赔。"


@pytest.fixture
def news() -> ChannelPage:
    return channel()


@pytest.fixture
def editor(news: ChannelPage) -> Viewer:
    return person(organisation(), Role.EDITOR)


def asked(viewer: Viewer, act: str, *pages: Any, below: bool = False) -> str:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=viewer.person_id))
    chosen = "&".join(f"id={each.pk}" for each in pages)
    told = {"include_descendants": "on"} if below else {}
    address = f"/editor/bulk/wagtailcore/page/{act}/?next=/editor/&{chosen}"
    return client.post(address, told, follow=True).content.decode()


def is_live(page: ArticlePage) -> bool:
    return ArticlePage.objects.get(pk=page.pk).live


def hidden(editor: Viewer, title: str) -> ArticlePage:
    article = published(editor, title)
    asked_for = Takedown.objects.create(
        organisation_id=article.organisation_id,
        page=article,
        title=title,
        ground="copyright",
        due_on=date(2026, 4, 30),
    )
    away.keep_away(editor, asked_for)
    return article


def test_what_is_fit_is_published_and_noted(editor: Viewer) -> None:
    pages = [written(editor, "一期交付"), written(editor, "二期开工")]

    asked(editor, "publish", *pages)

    assert all(map(is_live, pages))
    for page in pages:
        assert "publish_article" in {each.act for each in audit.about("article", page.pk)}


def test_a_page_that_a_takedown_keeps_away_stays_away(editor: Viewer) -> None:
    away_page, other = hidden(editor, "被要求撤下"), written(editor, "另一篇")

    told = asked(editor, "publish", away_page, other)

    assert "《被要求撤下》：这个页面因撤稿申请暂停展示" in told
    assert not is_live(away_page)
    assert not is_live(other)


def test_words_that_may_not_stand_are_named(editor: Viewer) -> None:
    article = written(editor, "夸大的一篇", text=EXAGGERATED)

    told = asked(editor, "publish", article)

    assert "《夸大的一篇》：“" in told
    assert "不能这样发布" in told
    assert not is_live(article)


def test_drafts_below_a_channel_are_looked_at_too(editor: Viewer, news: ChannelPage) -> None:
    article = written(editor, "栏目里的草稿", in_channel=news, text=EXAGGERATED)

    told = asked(editor, "publish", news, below=True)

    assert "《栏目里的草稿》" in told
    assert not is_live(article)


def test_where_another_has_to_approve_nothing_is_published_at_once(editor: Viewer) -> None:
    article = written(editor, "待审的一篇")
    HomePage.objects.update(needs_review=True)

    assert "须经另一人审核" in asked(editor, "publish", article)
    assert not is_live(article)


@pytest.mark.parametrize("act", ["publish", "unpublish", "delete"])
def test_nobody_reaches_what_another_organisation_wrote(act: str, editor: Viewer) -> None:
    article = published(editor, "本区文章")
    stranger = person(organisation("邻市开发区"), Role.EDITOR, "stranger")

    told = asked(stranger, act, article)

    assert "范围内" in told
    assert is_live(article)
