"""Articles and channels that a viewer may see; a visitor sees what is live."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber, Substr, TruncDate

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.publishing import linting, mapping
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, HomePage
from zhuchao.apps.publishing.relating import bigrams, nearness
from zhuchao.core.errors import NotFound

# How far back related articles are looked for; the full index comes with the portal's search.
CANDIDATES = 400
NEWEST = ("-listed_on", "-reposted_at", "-pk")
STATES = {
    "live": Q(live=True),
    "withdrawn": Q(live=False, first_published_at__isnull=False),
    "draft": Q(live=False, first_published_at=None),
}


def articles(viewer: Viewer, *, state: str = "", q: str = "") -> QuerySet[Any]:
    """Newest first; ``state`` is draft, live or withdrawn, ``q`` a part of title or source.

    An article is listed by the day of its first publication, else by that of appearing here.
    """
    listed_on = Coalesce("published_on", TruncDate("reposted_at"), TruncDate("created_at"))
    found = narrow(viewer, ArticlePage.objects.annotate(listed_on=listed_on), Subject.ARTICLE)
    if Role.VISITOR in viewer.roles:
        # Behind a sign-in or a password is not before the public.
        found = found.filter(STATES["live"]).public()  # type: ignore[attr-defined]
    if state in STATES:
        found = found.filter(STATES[state])
    if word := q.strip():
        found = found.filter(Q(title__icontains=word) | Q(source__icontains=word))
    return found.order_by(*NEWEST)


def article(viewer: Viewer, article_id: int) -> ArticlePage:
    """Raises: NotFound."""
    found: ArticlePage | None = articles(viewer).filter(pk=article_id).first()
    if found is None:
        raise NotFound("没有这篇文章，或不在您的范围内")
    return found


def article_of_page(viewer: Viewer, read_page_id: int) -> ArticlePage | None:
    """The article that was made of a read page."""
    return articles(viewer).filter(read_page_id=read_page_id).first()


def latest(viewer: Viewer, *, limit: int) -> list[ArticlePage]:
    """The newest live articles."""
    return list(articles(viewer, state="live").defer("body")[:limit])


def latest_by_channel(viewer: Viewer, *, limit: int) -> list[tuple[ChannelPage, list[ArticlePage]]]:
    """Each first-level channel that holds something, with its newest articles, in two queries."""
    tops = [each for each in channels(viewer) if each.depth == _top_depth()]
    place = Window(RowNumber(), partition_by=[F("top")], order_by=_newest_expressions())
    found = (
        articles(viewer, state="live")
        .defer("body")
        .annotate(top=Substr("path", 1, _top_depth() * ArticlePage.steplen))
        .annotate(place=place)
        .filter(place__lte=limit)
    )
    by_top: dict[str, list[ArticlePage]] = {}
    for each in found:
        by_top.setdefault(each.top, []).append(each)
    return [(top, by_top[top.path]) for top in tops if top.path in by_top]


def articles_in(viewer: Viewer, channel: ChannelPage) -> QuerySet[Any]:
    """The live articles of a channel and of those below it, newest first."""
    inside = Q(path__startswith=channel.path, depth__gt=channel.depth)
    return articles(viewer, state="live").filter(inside).defer("body")


def channels(viewer: Viewer) -> list[ChannelPage]:
    """All live channels in the order of the tree; a visitor's are those that anyone may open."""
    live = ChannelPage.objects.live().order_by("path")
    return list(live.public() if Role.VISITOR in viewer.roles else live)


def home(viewer: Viewer) -> HomePage | None:
    """The portal's first page; None before ``services.ensure_site``."""
    first: HomePage | None = HomePage.objects.live().order_by("path").first()
    return first


def related_articles(viewer: Viewer, article: ArticlePage, *, limit: int = 5) -> list[ArticlePage]:
    """The nearest by title and channel, best first; never itself, nor one of the same title."""
    others = articles(viewer, state="live").exclude(pk=article.pk).exclude(title=article.title)
    rows = others.values_list("pk", "title", "path")[:CANDIDATES]
    own, channel = bigrams(article.title), article.path[: -ArticlePage.steplen]
    scored = [
        (nearness(own, bigrams(title), shares_channel=path.startswith(channel)), place, pk)
        for place, (pk, title, path) in enumerate(rows)
    ]
    # Equal ones stay in their order: the newer first.
    best = [pk for _, _, pk in sorted(scored, key=lambda row: (-row[0], row[1]))[:limit]]
    found = {each.pk: each for each in others.defer("body").filter(pk__in=best)}
    return [found[pk] for pk in best]


def paragraphs(viewer: Viewer, article: ArticlePage) -> list[mapping.Paragraph]:
    """The body as plain text, piece by piece."""
    return mapping.paragraphs_of(article.body)


def complaints(viewer: Viewer, article: ArticlePage) -> tuple[linting.Complaint, ...]:
    """What the advertising law says of the newest revision's own words."""
    return linting.complaints(newest(viewer, article))


def newest(viewer: Viewer, article: ArticlePage) -> ArticlePage:
    """The article as its newest revision has it."""
    revised: ArticlePage = article.get_latest_revision_as_object()
    return revised


def _top_depth() -> int:
    # Root, home, channel.
    return 3


def _newest_expressions() -> list[Any]:
    return [F("listed_on").desc(), F("reposted_at").desc(nulls_last=True), F("pk").desc()]
