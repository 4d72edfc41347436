"""/editor/pages/…/move/ and /editor/bulk/…/move/: both under the same rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from tests.apps.publishing.people import channel, organisation, person, published, written
from wagtail.models import Page, PageViewRestriction

from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.publishing import away, services
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, Takedown
from zhuchao.ground import audit
from zhuchao.ground.finding import PUBLIC, Question, Seen, house

pytestmark = pytest.mark.django_db
HOST = "binhe.example.cn"
Move = Callable[..., str]


def signed_in(viewer: Viewer) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=viewer.person_id))
    return client


def at_once(viewer: Viewer, to: Any, *pages: Any) -> str:
    chosen = "&".join(f"id={each.pk}" for each in pages)
    address = f"/editor/bulk/wagtailcore/page/move/?next=/editor/&{chosen}"
    answer = signed_in(viewer).post(address, {"chooser": to.pk}, follow=True)
    return answer.content.decode()


def one_by_one(viewer: Viewer, to: Any, *pages: Any) -> str:
    client = signed_in(viewer)
    for page in pages:
        address = f"/editor/pages/{page.pk}/move/{to.pk}/confirm/"
        told = client.post(address, follow=True).content.decode()
    return told


@pytest.fixture(params=[one_by_one, at_once])
def move(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def news() -> ChannelPage:
    return channel()


@pytest.fixture
def notices(news: ChannelPage) -> ChannelPage:
    return channel("公告", "notices")


@pytest.fixture
def city(news: ChannelPage) -> ChannelPage:
    home = services.add_site(SYSTEM, hostname=HOST, title="滨河招商")
    return services.ensure_channel(SYSTEM, title="滨河动态", slug="binhe", home=home)


@pytest.fixture
def editor(news: ChannelPage) -> Viewer:
    return person(organisation(), Role.EDITOR)


def parent_of(page: Any) -> str:
    return str(Page.objects.get(pk=page.pk).get_parent().title)


def hide(viewer: Viewer, article: ArticlePage) -> None:
    asked = Takedown.objects.create(
        organisation_id=article.organisation_id, page=article, title=article.title,
        ground="copyright", due_on=date(2026, 4, 30),
    )  # fmt: skip
    away.keep_away(viewer, asked)


def found(word: str) -> list[int]:
    index = house.fresh_index()
    question = Question(index.spelling.words(word), (Seen(("article",), (PUBLIC,)),))
    return [pk for _, pk in index.find(question, limit=20).found]


def test_within_a_site_the_known_address_leads_on_and_the_move_is_noted(
    move: Move, editor: Viewer, news: ChannelPage, notices: ChannelPage
) -> None:
    pages = [published(editor, title, in_channel=news) for title in ("一期交付", "二期开工")]

    move(editor, notices, *pages)

    for page in pages:
        assert parent_of(page) == "公告"
        led = Client().get(f"/news/{page.pk}/")
        assert (led.status_code, led["Location"]) == (301, f"/notices/{page.pk}/")
        assert Client().get(led["Location"]).status_code == 200
        noted = [each for each in audit.about("article", page.pk) if each.act == "move_article"]
        assert [each.detail for each in noted] == [{"to": notices.pk}]


def test_what_another_organisation_wrote_does_not_move(
    move: Move, editor: Viewer, news: ChannelPage, notices: ChannelPage
) -> None:
    article = published(editor, "本区文章", in_channel=news)
    stranger = person(organisation("邻市开发区"), Role.EDITOR, "stranger")

    for chosen in (article, news):
        assert "《本区文章》：不在您可以移动的范围内" in move(stranger, notices, chosen)

    assert parent_of(article) == news.title
    assert "move_article" not in {each.act for each in audit.about("article", article.pk)}


def test_what_stands_before_the_public_stays_in_its_site(
    move: Move, editor: Viewer, news: ChannelPage, city: ChannelPage
) -> None:
    article = published(editor, "本站文章", in_channel=news)

    for chosen in (article, news):
        assert "《本站文章》：正在门户展示" in move(editor, city, chosen)
    services.withdraw_article(editor, article.pk)
    move(editor, city, article)

    assert parent_of(article) == "滨河动态"


def test_what_is_planned_or_kept_away_stays_in_its_site(
    move: Move, editor: Viewer, news: ChannelPage, city: ChannelPage
) -> None:
    planned = written(editor, "已排定的", in_channel=news)
    planned.go_live_at = timezone.now() + timedelta(days=2)
    planned.save_revision().publish()
    asked = published(editor, "被要求撤下的", in_channel=news)
    hide(editor, asked)

    assert "《已排定的》：已定时发布" in move(editor, city, planned)
    assert "《被要求撤下的》：因撤稿申请不在展示" in move(editor, city, asked)
    assert {parent_of(planned), parent_of(asked)} == {news.title}


def test_the_address_of_what_is_kept_away_still_says_so_when_its_channel_moves(
    move: Move, editor: Viewer, news: ChannelPage, notices: ChannelPage
) -> None:
    asked = published(editor, "被要求撤下的", in_channel=news)
    hide(editor, asked)

    move(editor, notices, news)

    led = Client().get(f"/news/{asked.pk}/")
    assert (led.status_code, led["Location"]) == (301, f"/notices/news/{asked.pk}/")
    assert Client().get(led["Location"]).status_code == 410


def test_two_with_the_same_address_do_not_come_to_one_place(
    editor: Viewer, news: ChannelPage, notices: ChannelPage
) -> None:
    pages = [written(editor, title, in_channel=at) for title, at in (("甲", news), ("乙", notices))]
    Page.objects.filter(pk__in=[each.pk for each in pages]).update(slug="same")
    other = channel("政策", "policy")

    assert "网址别名相同" in at_once(editor, other, *pages)
    assert {parent_of(each) for each in pages} == {news.title, "公告"}


def test_what_stands_below_another_that_is_chosen_is_named(
    editor: Viewer, news: ChannelPage, notices: ChannelPage
) -> None:
    article = written(editor, "栏目里的", in_channel=news)

    assert "《栏目里的》：它的上级也在选中的页面里" in at_once(editor, notices, news, article)
    assert parent_of(article) == news.title


def test_what_comes_behind_a_sign_in_is_found_no_more(
    move: Move, editor: Viewer, news: ChannelPage, notices: ChannelPage,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    PageViewRestriction.objects.create(page=notices, restriction_type="login")
    with django_capture_on_commit_callbacks(execute=True):
        article = published(editor, "风电项目开工", in_channel=news)
        within = services.ensure_channel(SYSTEM, title="内部", slug="inner", parent_id=news.pk)
        below = published(editor, "风电并网", in_channel=within)
    assert set(found("风电")) == {article.pk, below.pk}

    with django_capture_on_commit_callbacks(execute=True):
        move(editor, notices, article, within)

    assert found("风电") == []


def test_a_channel_is_deleted_only_by_who_may_delete_all_below(
    editor: Viewer, news: ChannelPage
) -> None:
    article = published(editor, "本区文章", in_channel=news)
    client = signed_in(person(organisation("邻市开发区"), Role.EDITOR, "stranger"))

    client.post(f"/editor/pages/{news.pk}/delete/")
    client.post(f"/editor/pages/{news.pk}/unpublish/", {"include_descendants": "on"})

    assert ArticlePage.objects.get(pk=article.pk).live
