"""Where pages stand in the tree, and who stands behind an act on one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, HomePage, PublishedPage
from zhuchao.core.errors import NotFound, Refused

DEFAULT_CHANNEL = ("园区动态", "news")


def article_locked(viewer: Viewer, article_id: int) -> ArticlePage:
    """An article that the viewer may publish, locked. Raises: NotFound, NotAllowed."""
    seen = narrow(viewer, ArticlePage.objects.select_for_update(), Subject.ARTICLE)
    article: ArticlePage | None = seen.filter(pk=article_id).first()
    if article is None:
        raise NotFound("没有这篇文章，或不在您的范围内")
    require(viewer, Subject.ARTICLE, Act.PUBLISH, article)
    return article


def out_of_reach(viewer: Viewer, page: Any) -> QuerySet[Any]:
    """What stands at or below a page of the tree that the viewer may not publish or take away."""
    below: QuerySet[Any] = PublishedPage.objects.descendant_of(page, inclusive=True)
    reached = narrow(viewer, below, Subject.ARTICLE, Act.PUBLISH)
    return below.exclude(pk__in=reached.values("pk")).order_by("path")


def parent_locked(channel_id: int | None) -> ChannelPage:
    """The channel, else the first one, made where there is none. Raises: NotFound, Refused."""
    if channel_id is not None:
        return channel_locked(channel_id)
    live = ChannelPage.objects.select_for_update().live()
    first: ChannelPage | None = live.order_by("path").first()
    return first or _default_channel()


def channel_locked(channel_id: int) -> ChannelPage:
    """The channel, locked. Raises: NotFound."""
    # Locked: two children made at once would get the same place in the tree.
    locked = ChannelPage.objects.select_for_update()
    channel: ChannelPage | None = locked.filter(pk=channel_id).first()
    if channel is None:
        raise NotFound("没有这个栏目，请重新选择")
    return channel


def person_of(viewer: Viewer) -> Any:
    """The account of the viewer; None for the system."""
    if viewer.person_id is None:
        return None
    return get_user_model()._default_manager.filter(pk=viewer.person_id).first()


def _default_channel() -> ChannelPage:
    home = HomePage.objects.select_for_update().order_by("path").first()
    if home is None:
        raise Refused("门户还没有建立：请管理员先完成初始设置")
    title, slug = DEFAULT_CHANNEL
    channel = ChannelPage(title=title, slug=slug, show_in_menus=True)
    home.add_child(instance=channel)
    return channel


def ownership_of(viewer: Viewer) -> dict[str, Any]:
    """Whose a new page is."""
    return {
        "organisation_id": viewer.organisation_id or default_organisation_id(),
        "team_id": min(viewer.team_ids, default=None),
        "owner_id": viewer.person_id,
    }
