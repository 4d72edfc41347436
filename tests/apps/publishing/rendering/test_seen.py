"""Views: added up in batches, once, and told on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, published

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.models import ArticlePage, Renewal
from zhuchao.apps.publishing.rendering import seen

pytestmark = pytest.mark.django_db


def collected(home: Path, *pages: int) -> Path:
    folder = home.parents[1] / "seen"
    folder.mkdir(exist_ok=True)
    file = folder / "1000.log"
    file.write_text("".join(f"seen {each} a{number}\n" for number, each in enumerate(pages)))
    return file


def views(article: ArticlePage) -> int:
    return ArticlePage.objects.get(pk=article.pk).views


def test_views_are_counted_and_told(editor: Viewer, home: Path, committed: Committed) -> None:
    with committed():
        article = published(editor, "二期开园", in_channel=channel())
    collected(home, article.pk, article.pk, 999_999, article.pk)

    assert seen.count(timezone.now()) == 3
    assert seen.count(timezone.now()) == 0
    assert views(article) == 3
    assert seen.tell() == 1
    assert seen.tell() == 0
    page = (home / "news" / str(article.pk) / "index.html").read_text("utf-8")
    assert '<dd class="figure">3</dd>' in page
    assert Renewal.objects.filter(cause="views").first().made == 1


def test_a_batch_that_stayed_lying_is_not_counted_again(
    editor: Viewer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = published(editor, "二期开园", in_channel=channel())
    collected(home, article.pk)
    with monkeypatch.context() as held:
        held.setattr("zhuchao.ground.counting.Taken.drop", lambda self: None)
        assert seen.count(timezone.now()) == 1

    assert seen.count(timezone.now()) == 0
    assert views(article) == 1
    assert not list((home.parents[1] / "seen").iterdir())


def test_a_correction_does_not_bring_an_older_count_back(editor: Viewer, home: Path) -> None:
    article = published(editor, "二期开园", in_channel=channel())
    draft = article.save_revision()
    collected(home, *[article.pk] * 5)
    seen.count(timezone.now())

    draft.publish()

    assert views(article) == 5


def test_a_withdrawn_article_is_not_counted(editor: Viewer, home: Path) -> None:
    article = published(editor, "二期开园", in_channel=channel())
    services.withdraw_article(editor, article.pk)
    collected(home, article.pk)

    assert seen.count(timezone.now()) == 0
