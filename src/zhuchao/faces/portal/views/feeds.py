"""The newest articles for feed readers: of the portal, and of each channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.faces.portal.addressing import absolute
from zhuchao.faces.portal.fronts import home_of
from zhuchao.ground.published.places import TYPES

ENTRIES = 20
KINDS: dict[str, type[SyndicationFeed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


@require_safe
def of_portal(request: HttpRequest, kind: str) -> HttpResponse:
    home = home_of(request)
    if home is None:
        raise Http404
    newest = selectors.latest(PUBLIC, home, limit=ENTRIES)
    return _answer(request, kind, home, home.title, home.tagline, newest)


@require_safe
def of_channel(request: HttpRequest, channel_id: int, kind: str) -> HttpResponse:
    home = home_of(request)
    if home is None:
        raise Http404
    found = (each for each in selectors.channels(PUBLIC, home) if each.pk == channel_id)
    channel = next(found, None)
    if channel is None:
        raise Http404
    newest = selectors.entries_in(PUBLIC, channel)[:ENTRIES]
    title = f"{channel.title} · {home.title}"
    return _answer(request, kind, channel, title, channel.introduction, newest)


def _answer(
    request: HttpRequest, kind: str, page: Any, title: str, about: str, articles: Iterable[Any]
) -> HttpResponse:
    feed = KINDS[kind](
        title=title,
        link=absolute(request, page.url),
        description=about or title,
        language="zh-Hans",
        feed_url=absolute(request, request.path),
    )
    for each in articles:
        address = absolute(request, each.url)
        feed.add_item(
            title=each.title,
            link=address,
            description=each.excerpt,
            unique_id=address,
            pubdate=_moment(each),
            updateddate=each.last_published_at or _moment(each),
            author_name=each.author_name or each.source or None,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=TYPES[f".{kind}"])


def _moment(article: Any) -> datetime:
    """When it appeared here; an article that only tells a day, the beginning of that day."""
    told = article.reposted_at or article.first_published_at
    return told or timezone.make_aware(datetime.combine(article.listed_on, time()))
