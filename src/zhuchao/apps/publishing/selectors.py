"""Articles and channels that a viewer may see; a visitor sees what is live."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.publishing import linting, mapping
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, HomePage
from zhuchao.apps.publishing.relating import bigrams, nearness
from zhuchao.apps.publishing.rendering.edition import once
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
    is_visitor = Role.VISITOR in viewer.roles
    listed_on = F("placed_on") if is_visitor else _listed_on()
    found = narrow(viewer, ArticlePage.objects.annotate(listed_on=listed_on), Subject.ARTICLE)
    if is_visitor:
        # Behind a sign-in or a password is not before the public.
        found = found.filter(STATES["live"]).public()  # type: ignore[attr-defined]
    if state in STATES:
        found = found.filter(STATES[state])
    if word := q.strip():
        found = found.filter(Q(title__icontains=word) | Q(source__icontains=word))
    return found.order_by(*NEWEST)


def _listed_on() -> Coalesce:
    # Drafts have no place yet; nor has a live one whose day was changed and not published.
    return Coalesce("published_on", TruncDate("reposted_at"), TruncDate("created_at"))


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
    """Each first-level channel that holds something, with its newest articles.

    Most stand among the newest of all; only a channel that is quiet is asked by itself.
    """
    tops = [each for each in channels(viewer) if each.depth == _top_depth()]
    newest = articles(viewer, state="live").values_list("pk", "path")[:CANDIDATES]
    by_top: dict[str, list[int]] = {}
    for pk, path in newest:
        by_top.setdefault(path[: _top_depth() * ArticlePage.steplen], []).append(pk)
    if len(newest) == CANDIDATES:
        for top in tops:
            if len(by_top.get(top.path, ())) < limit:
                own = articles_in(viewer, top).values_list("pk", flat=True)
                by_top[top.path] = list(own[:limit])
    chosen = {top.path: by_top.get(top.path, [])[:limit] for top in tops}
    found = _by_id([pk for pks in chosen.values() for pk in pks])
    listed = [(top, [found[pk] for pk in chosen[top.path] if pk in found]) for top in tops]
    return [(top, stories) for top, stories in listed if stories]


def _by_id(ids: list[int]) -> dict[int, ArticlePage]:
    """Live articles that ``articles`` named before: who sees them is not asked again."""
    if not ids:
        return {}
    rows = ArticlePage.objects.live().annotate(listed_on=F("placed_on")).defer("body")
    return {each.pk: each for each in rows.filter(pk__in=ids)}


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
    own, channel = bigrams(article.title), article.path[: -ArticlePage.steplen]
    scored = [
        (nearness(own, words, shares_channel=path.startswith(channel)), place, pk)
        for place, (pk, title, path, words) in enumerate(
            once("candidates", partial(_newest, viewer))
        )
        if pk != article.pk and title != article.title
    ]
    # Equal ones stay in their order: the newer first.
    best = [pk for _, _, pk in sorted(scored, key=lambda row: (-row[0], row[1]))[:limit]]
    # Many pages relate to the same few: while they are rendered these are read once.
    read: dict[int, ArticlePage] = once("related", dict)
    read |= _by_id([pk for pk in best if pk not in read])
    return [read[pk] for pk in best if pk in read]


def _newest(viewer: Viewer) -> list[tuple[int, str, str, frozenset[str]]]:
    rows = articles(viewer, state="live").values_list("pk", "title", "path")[:CANDIDATES]
    return [(pk, title, path, bigrams(title)) for pk, title, path in rows]


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
