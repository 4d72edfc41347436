"""What the search knows of pages follows what is live, and says where it does not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.apps.publishing.people import channel, organisation
from wagtail.models import PageViewRestriction

from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, PolicyPage
from zhuchao.ground.finding import PUBLIC, Question, Seen, house

pytestmark = pytest.mark.django_db
EVERYBODY = (Seen(("article", "policy"), (PUBLIC,)),)


@pytest.fixture
def news() -> ChannelPage:
    return channel("园区动态", "news")


def added(to: ChannelPage, page: ArticlePage | PolicyPage) -> int:
    page.organisation_id = organisation(f"单位{page.slug}")
    to.add_child(instance=page)
    return int(page.pk)


def found(typed: str) -> list[int]:
    index = house.fresh_index()
    question = Question(index.spelling.words(typed), EVERYBODY)
    return [pk for _, pk in index.find(question, limit=20).found]


def test_a_policy_is_found_by_what_it_supports(news: ChannelPage) -> None:
    policy = added(news, PolicyPage(title="奖补办法", slug="p", support="首台套装备按售价补助"))

    assert found("首台套") == [policy]


def test_drafts_and_closed_pages_are_not_found(news: ChannelPage) -> None:
    article = ArticlePage(title="风电项目开工", slug="a", published_on=date(2026, 3, 1))
    pk = added(news, article)
    assert found("风电") == [pk]

    PageViewRestriction.objects.create(page=news, restriction_type="login")
    house.mend()
    assert found("风电") == []

    PageViewRestriction.objects.all().delete()
    article.unpublish()
    house.mend()
    assert found("风电") == []


def test_a_comparison_says_what_differs_and_mending_puts_it_right(news: ChannelPage) -> None:
    kept, gone = (
        added(news, ArticlePage(title=f"风电{slug}", slug=slug)) for slug in ("kept", "gone")
    )
    house.rebuild()
    ArticlePage.objects.filter(pk=kept).update(title="光伏")
    ArticlePage.objects.get(pk=gone).delete()
    late = added(news, ArticlePage(title="氢能", slug="late"))

    entries = next(each for each in house.differences() if each.register == "entry")

    assert (entries.missing, entries.changed, entries.extra) == ({late}, {kept}, {gone})
    assert house.mend() >= 3
    assert not any(each.count for each in house.differences())
    assert (found("光伏"), found("氢能"), found("风电")) == ([kept], [late], [])


def test_an_index_of_another_database_is_made_anew(news: ChannelPage) -> None:
    house.index().put([], state='[7, "of another chain", {}]')

    pk = added(news, ArticlePage(title="风电", slug="a"))

    assert found("风电") == [pk]
