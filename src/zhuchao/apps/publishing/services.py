"""Making the site, drafting articles, and bringing them before the public or back."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Site

from zhuchao.apps.library.selectors import read_page
from zhuchao.apps.library.services import mark_used
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import linting, mapping
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, HomePage
from zhuchao.core.errors import NotFound, Refused

DEFAULT_CHANNEL = ("园区动态", "news")


@transaction.atomic
def ensure_site(viewer: Viewer) -> HomePage:
    """The portal's first page, made where it is missing."""
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    known: HomePage | None = HomePage.objects.order_by("path").first()
    if known is not None:
        return known
    root = Page.get_first_root_node()
    # Wagtail's own first page says only that there is none.
    welcome = Page.objects.filter(depth=2, slug="home", numchild=0).first()
    home = HomePage(title=settings.ZHUCHAO_SITE_NAME, slug="portal")
    root.add_child(instance=home)
    columns = {"root_page": home, "site_name": settings.ZHUCHAO_SITE_NAME, "hostname": "localhost"}
    Site.objects.update_or_create(is_default_site=True, defaults=columns)
    if welcome is not None:
        welcome.delete()
    log(viewer, "make_site", Subject.ARTICLE, home)
    return home


@transaction.atomic
def ensure_channel(
    viewer: Viewer,
    *,
    title: str,
    slug: str,
    introduction: str = "",
    parent_id: int | None = None,
) -> ChannelPage:
    """The channel with that slug below its parent (the home page when none is named)."""
    home = ensure_site(viewer)
    parent: Any = home
    if parent_id is not None:
        parent = _channel(parent_id)
    known: ChannelPage | None = ChannelPage.objects.child_of(parent).filter(slug=slug).first()
    if known is not None:
        return known
    channel = ChannelPage(title=title, slug=slug, introduction=introduction, show_in_menus=True)
    parent.add_child(instance=channel)
    log(viewer, "make_channel", Subject.ARTICLE, channel)
    return channel


@transaction.atomic
def draft_article(
    viewer: Viewer, *, read_page_id: int, channel_id: int | None = None, title: str = ""
) -> ArticlePage:
    """A draft of what was read; asking twice gives the same article.

    Raises: NotFound, when the page or the channel is not there; NotAllowed; Refused.
    """
    require(viewer, Subject.ARTICLE, Act.MAKE)
    page = read_page(viewer, read_page_id)
    parent = _parent(channel_id)
    known: ArticlePage | None = ArticlePage.objects.filter(read_page_id=read_page_id).first()
    if known is not None:
        return known
    draft = mapping.draft_of(page.page, title=title, address=page.address)
    article = _make(viewer, parent, draft, read_page_id)
    mark_used(viewer, read_page_id)
    return article


@transaction.atomic
def write_article(
    viewer: Viewer, *, draft: mapping.Draft, channel_id: int | None = None
) -> ArticlePage:
    """A draft of a text written by hand. Raises: NotFound, NotAllowed, Refused."""
    require(viewer, Subject.ARTICLE, Act.MAKE)
    return _make(viewer, _parent(channel_id), draft, None)


@transaction.atomic
def publish_article(viewer: Viewer, article_id: int) -> ArticlePage:
    """Bring the newest revision before the public; doing it twice changes nothing.

    Raises: NotFound, NotAllowed; Refused, when there is no body or its own words may not stand.
    """
    article = _open(viewer, article_id)
    if article.live and not article.has_unpublished_changes:
        return article
    page = article.get_latest_revision_as_object()
    if not len(page.body):
        raise Refused("这篇文章还没有正文：请先补上正文再发布")
    if barred := linting.barring(linting.complaints(page), page.checked_note):
        raise Refused(linting.sentence(barred))
    page.reposted_at = page.reposted_at or timezone.now()
    person = _person(viewer)
    revision = page.save_revision(user=person)
    PublishPageRevisionAction(revision, user=person).execute(skip_permission_checks=True)
    log(viewer, "publish_article", Subject.ARTICLE, page)
    article.refresh_from_db()
    return article


@transaction.atomic
def note_check(viewer: Viewer, article_id: int, note: str) -> ArticlePage:
    """Keep who vouches for the terms that the lint complains of, and by what source.

    Raises: NotFound, NotAllowed; Refused, when nothing is written.
    """
    article = _open(viewer, article_id)
    told = " ".join(note.split())[:200]
    if not told:
        raise Refused("请写明由谁核实、依据什么出处")
    page = article.get_latest_revision_as_object()
    page.checked_note = told
    page.save_revision(user=_person(viewer))
    log(viewer, "note_check", Subject.ARTICLE, article)
    article.refresh_from_db()
    return article


@transaction.atomic
def withdraw_article(viewer: Viewer, article_id: int) -> ArticlePage:
    """Take an article from the public; its text and revisions stay.

    Raises: NotFound, NotAllowed; Refused, when it is not published.
    """
    article = _open(viewer, article_id)
    if not article.live:
        raise Refused("这篇文章没有在门户发布，不需要撤下")
    UnpublishPageAction(article, user=_person(viewer)).execute(skip_permission_checks=True)
    log(viewer, "withdraw_article", Subject.ARTICLE, article)
    article.refresh_from_db()
    return article


def _open(viewer: Viewer, article_id: int) -> ArticlePage:
    seen = narrow(viewer, ArticlePage.objects.select_for_update(), Subject.ARTICLE)
    article: ArticlePage | None = seen.filter(pk=article_id).first()
    if article is None:
        raise NotFound("没有这篇文章，或不在您的范围内")
    require(viewer, Subject.ARTICLE, Act.PUBLISH, article)
    return article


def _parent(channel_id: int | None) -> ChannelPage:
    if channel_id is not None:
        return _channel(channel_id)
    live = ChannelPage.objects.select_for_update().live()
    first: ChannelPage | None = live.order_by("path").first()
    return first or _default_channel()


def _channel(channel_id: int) -> ChannelPage:
    # Locked: two children made at once would get the same place in the tree.
    locked = ChannelPage.objects.select_for_update()
    channel: ChannelPage | None = locked.filter(pk=channel_id).first()
    if channel is None:
        raise NotFound("没有这个栏目，请重新选择")
    return channel


def _default_channel() -> ChannelPage:
    home = HomePage.objects.select_for_update().order_by("path").first()
    if home is None:
        raise Refused("门户还没有建立：请管理员先完成初始设置")
    title, slug = DEFAULT_CHANNEL
    channel = ChannelPage(title=title, slug=slug, show_in_menus=True)
    home.add_child(instance=channel)
    return channel


def _make(
    viewer: Viewer, parent: ChannelPage, draft: mapping.Draft, read_page_id: int | None
) -> ArticlePage:
    title = " ".join(draft.title.split())[:200]
    if not title:
        raise Refused("文章没有标题：请先填写标题")
    article = ArticlePage(
        **_ownership(viewer),
        **draft.provenance.columns(),
        title=title,
        slug=uuid4().hex,
        live=False,
        has_unpublished_changes=True,
        excerpt=mapping.excerpt_of(draft.paragraphs),
        body=mapping.stream_of(draft.paragraphs),
        read_page_id=read_page_id,
    )
    parent.add_child(instance=article)
    # A short address that a title's correction does not change.
    article.slug = str(article.pk)
    article.set_url_path(parent)
    own = ArticlePage.objects.filter(pk=article.pk)
    # Not by saving: nobody has the first address, so nothing need lead from it to this one.
    own.update(slug=article.slug, url_path=article.url_path)
    article.save_revision(user=_person(viewer))
    log(viewer, "draft_article", Subject.ARTICLE, article)
    return article


def _ownership(viewer: Viewer) -> dict[str, Any]:
    return {
        "organisation_id": viewer.organisation_id or default_organisation_id(),
        "team_id": min(viewer.team_ids, default=None),
        "owner_id": viewer.person_id,
    }


def _person(viewer: Viewer) -> Any:
    if viewer.person_id is None:
        return None
    return get_user_model()._default_manager.filter(pk=viewer.person_id).first()
