"""What stands near an article, what it says, and what the law says of it."""

from __future__ import annotations

from django.db.models import Q

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import linting, mapping, relating
from zhuchao.apps.publishing.models import ArticlePage, PublishedPage
from zhuchao.apps.publishing.selectors.lists import articles, entries, entries_by_id
from zhuchao.apps.publishing.siting import below, home_path


def related_articles(viewer: Viewer, page: PublishedPage, *, limit: int = 5) -> list[PublishedPage]:
    """The nearest by the words and names they share, best first; where these are few, the newest.

    All stand in the page's own site. Never the page itself, one of the same title, or a repost.
    """
    live = below(entries(viewer, state="live"), home_path(page))
    others = live.exclude(pk=page.pk).exclude(title=page.title)
    nearest = relating.near(page, limit=limit)
    seen = set(others.filter(pk__in=nearest).values_list("pk", flat=True))
    chosen = [pk for pk in nearest if pk in seen]
    if len(chosen) < limit:
        known = [*chosen, *relating.reposts(page)]
        rest = others.exclude(pk__in=known).filter(agentpage=None, profilepage=None)
        chosen += rest.values_list("pk", flat=True)[: limit - len(chosen)]
    found = entries_by_id(viewer, chosen)
    return [found[pk] for pk in chosen if pk in found]


def told_already(viewer: Viewer, article: ArticlePage) -> list[ArticlePage]:
    """The live articles that tell the same text: reposts of what it was made of, or of itself."""
    live = articles(viewer, state="live").exclude(pk=article.pk)
    same = Q(pk__in=relating.reposts(article))
    if article.read_page is not None:
        same |= Q(read_page__in=library.cluster_pages(viewer, article.read_page).values("pk"))
    return list(live.filter(same).defer("body"))


def paragraphs(viewer: Viewer, article: ArticlePage) -> list[mapping.Paragraph]:
    """The body as plain text, piece by piece."""
    return mapping.paragraphs_of(article.body)


def words_of(viewer: Viewer, page: PublishedPage) -> str:
    """All that readers are told on a page, which came from a selector as its own kind."""
    return mapping.words_of(page)


def complaints(viewer: Viewer, article: ArticlePage) -> tuple[linting.Complaint, ...]:
    """What the advertising law says of the newest revision's own words."""
    return linting.complaints(newest(viewer, article))


def newest(viewer: Viewer, article: ArticlePage) -> ArticlePage:
    """The article as its newest revision has it."""
    revised: ArticlePage = article.get_latest_revision_as_object()
    return revised
