"""Another person approves what one has submitted; what is planned appears when it is due."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone
from tests.apps.publishing.people import channel, organisation, person, written

from zhuchao.apps.people.models import Person
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role, Viewer
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.models import ArticlePage
from zhuchao.core.errors import NotAllowed, Refused
from zhuchao.ground import audit

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> int:
    channel()
    services.set_review(SYSTEM, is_required=True)
    return organisation()


@pytest.fixture
def author(house: int) -> Viewer:
    return person(house, Role.EDITOR, "author")


@pytest.fixture
def reviewer(house: int) -> Viewer:
    return person(house, Role.EDITOR, "reviewer")


@pytest.fixture
def article(author: Viewer) -> ArticlePage:
    return written(author, "开工仪式举行")


def test_nothing_appears_without_another_pair_of_eyes(
    author: Viewer, reviewer: Viewer, article: ArticlePage
) -> None:
    before = audit.verify().count
    with pytest.raises(Refused, match="提交审核"):
        services.publish_article(author, article.pk)
    services.submit_article(author, article.pk)
    services.submit_article(author, article.pk)

    assert selectors.to_review(reviewer).get() == article
    assert not selectors.to_review(author).exists()
    with pytest.raises(NotAllowed, match="另一位"):
        services.approve_article(author, article.pk)

    assert services.approve_article(reviewer, article.pk).live
    shown = selectors.article(PUBLIC, article.pk)
    assert shown.reposted_at is not None
    assert not selectors.to_review(reviewer).exists()
    with pytest.raises(Refused, match="没有待审核"):
        services.approve_article(reviewer, article.pk)
    assert audit.verify().count == before + 2


def test_what_is_given_back_says_why(
    author: Viewer, reviewer: Viewer, article: ArticlePage
) -> None:
    services.submit_article(author, article.pk)
    with pytest.raises(Refused, match="要改什么"):
        services.return_article(reviewer, article.pk, reason=" ")
    services.return_article(reviewer, article.pk, reason="第二段缺出处")

    fresh = selectors.article(author, article.pk)
    assert selectors.review_of(author, fresh) is None
    assert selectors.returned_reason(author, fresh) == "第二段缺出处"
    services.submit_article(author, article.pk)
    assert services.approve_article(reviewer, article.pk).live


def test_own_words_are_judged_before_a_reviewer_sees_them(author: Viewer) -> None:
    bad = written(author, "全国最佳园区")
    with pytest.raises(Refused, match="不能这样发布"):
        services.submit_article(author, bad.pk)


def test_what_is_planned_appears_and_ends(author: Viewer, article: ArticlePage) -> None:
    services.set_review(SYSTEM, is_required=False)
    now = timezone.now()
    by = Person.objects.get(pk=author.person_id)
    article.go_live_at, article.expire_at = now + timedelta(hours=1), now + timedelta(hours=2)
    article.save_revision(user=by).publish(user=by)
    assert services.publish_due(SYSTEM) == 0
    assert not selectors.articles(PUBLIC).exists()
    waiting = selectors.article(author, article.pk)
    assert selectors.planned_for(author, waiting) == now + timedelta(hours=1)

    with patch("django.utils.timezone.now", return_value=now + timedelta(minutes=61)):
        assert services.publish_due(SYSTEM) == 1
    assert selectors.articles(PUBLIC).get() == article
    assert selectors.planned_for(author, selectors.article(author, article.pk)) is None
    with patch("django.utils.timezone.now", return_value=now + timedelta(minutes=121)):
        assert services.publish_due(SYSTEM) == 1
    assert not selectors.articles(PUBLIC).exists()
