"""What a change of an article touches: its page, its lists, what leads and relates to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, published, written
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, PageViewRestriction

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.models import ArticlePage, PublishedFile, Renewal, Showing
from zhuchao.apps.publishing.rendering import renewing
from zhuchao.apps.publishing.rendering.values import Cause, Wanted, Why

pytestmark = pytest.mark.django_db


def page(home: Path, address: str) -> str:
    file = home / address.strip("/") / "index.html"
    return file.read_text("utf-8") if file.exists() else ""


def last() -> dict[str, tuple[str, str]]:
    """The pages of the last renewal: why each was among them, and what came of it."""
    rows = Renewal.objects.latest("pk").pages.all()
    return {each.address: (each.why, each.outcome) for each in rows}


def test_a_published_article_lies_as_a_file_and_stands_in_its_lists(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news = channel()
    with committed():
        article = published(editor, "二期开园", in_channel=news)

    address = f"/news/{article.pk}/"
    assert "<h1>二期开园</h1>" in page(home, address)
    assert f'rel="canonical" href="https://portal.example.cn{address}"' in page(home, address)
    assert "二期开园" in page(home, "/")
    assert "二期开园" in page(home, "/news/")
    told = last()
    assert told[address] == ("itself", "made")
    assert told["/news/"] == ("channel", "made")
    assert told["/"] == ("home", "made")


def test_a_draft_touches_nothing(editor: Viewer, home: Path, committed: Committed) -> None:
    channel()
    with committed():
        written(editor, "未定稿")

    assert not home.exists()
    assert not Renewal.objects.exists()


def test_a_correction_renews_just_what_shows_it(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news, other = channel(), channel("政策", "policy")
    with committed():
        article = published(editor, "二期开园仪式", in_channel=news)
        near = published(editor, "二期开园筹备", in_channel=news)
        far = published(editor, "税收口径问答", in_channel=other)
    assert Showing.objects.filter(target=f"/news/{article.pk}/").exists()

    with committed():
        article.title = "二期开园典礼"
        article.save_revision().publish()

    told = last()
    assert told[f"/news/{article.pk}/"] == ("itself", "made")
    assert told[f"/news/{near.pk}/"][1] == "made"
    assert "/policy/" not in told
    assert "二期开园典礼" in page(home, f"/news/{near.pk}/")
    assert "二期开园仪式" not in page(home, "/") + page(home, f"/policy/{far.pk}/")


def test_what_was_withdrawn_is_gone_from_everywhere(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news = channel()
    with committed():
        article = published(editor, "二期开园", in_channel=news)
        other = published(editor, "二期开园之后", in_channel=news)

    with committed():
        services.withdraw_article(editor, article.pk)

    assert not page(home, f"/news/{article.pk}/")
    assert last()[f"/news/{article.pk}/"] == ("itself", "removed")
    assert all(
        f"/news/{article.pk}/" not in page(home, each)
        for each in ("/", "/news/", f"/news/{other.pk}/")
    )
    assert not PublishedFile.objects.filter(page_id=article.pk).exists()


def test_a_moved_channel_leaves_nothing_at_its_old_addresses(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news, other = channel(), channel("政策", "policy")
    with committed():
        article = published(editor, "二期开园", in_channel=news)

    with committed():
        MovePageAction(
            Page.objects.get(pk=news.pk), Page.objects.get(pk=other.pk), pos="last-child"
        ).execute(skip_permission_checks=True)

    assert not page(home, "/news/")
    assert not page(home, f"/news/{article.pk}/")
    assert page(home, "/policy/news/")
    whole = Renewal.objects.get(is_whole=True)
    assert (whole.cause, whole.state) == ("frame", "running")


def test_a_corrected_address_takes_the_old_file_away(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news = channel()
    with committed():
        article = published(editor, "二期开园", in_channel=news)

    with committed():
        article.slug = "opening"
        article.save_revision().publish()

    assert not page(home, f"/news/{article.pk}/")
    assert page(home, "/news/opening/")
    assert last()[f"/news/{article.pk}/"] == ("former", "removed")


def test_a_deleted_article_is_gone(editor: Viewer, home: Path, committed: Committed) -> None:
    news = channel()
    with committed():
        article = published(editor, "二期开园", in_channel=news)

    with committed():
        ArticlePage.objects.get(pk=article.pk).delete()

    assert not page(home, f"/news/{article.pk}/")
    assert "二期开园" not in page(home, "/") + page(home, "/news/")


def test_a_page_behind_a_sign_in_is_never_a_file(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news = channel()
    with committed():
        article = published(editor, "内部通报", in_channel=news)

    with committed():
        PageViewRestriction.objects.create(page=article, restriction_type="login")

    assert not page(home, f"/news/{article.pk}/")
    assert "内部通报" not in page(home, "/") + page(home, "/news/")
    wanted = Wanted(f"/news/{article.pk}/", Why.ITSELF, article.pk)
    assert renewing.renewed(wanted).outcome == "removed"


@pytest.mark.parametrize("address", ["/desk/", "/desk/sign-in/", "/enquire/", "/nothing/"])
def test_what_is_not_the_same_for_everybody_is_never_a_file(
    editor: Viewer, home: Path, address: str
) -> None:
    channel()

    assert renewing.renewed(Wanted(address, Why.ITSELF)).outcome == "removed"
    assert not page(home, address)


def test_a_page_that_cannot_be_rendered_is_left_to_django_and_told(
    editor: Viewer, home: Path, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = channel()
    with committed():
        article = published(editor, "二期开园", in_channel=news)

    def broken(*told: Any, **named: Any) -> None:
        raise RuntimeError("no such template")

    monkeypatch.setattr(ArticlePage, "serve", broken)
    wanted = Wanted(f"/news/{article.pk}/", Why.ITSELF, article.pk)
    renewal = renewing.renew([wanted], cause=Cause.HAND)

    assert (renewal.failed, renewal.total) == (1, 1)
    assert "no such template" in renewal.pages.get().reason
    assert not page(home, wanted.address)


def test_renewing_again_leaves_the_files_as_they_are(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news = channel()
    with committed():
        article = published(editor, "二期开园", in_channel=news)
    wanted = Wanted(f"/news/{article.pk}/", Why.ITSELF, article.pk)

    assert renewing.renew([wanted], cause=Cause.HAND).unchanged == 1
