"""What stands near an article, what it says, and what the law says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db.models import Q, QuerySet

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import linting, mapping, relating
from zhuchao.apps.publishing.models import ArticlePage, PublishedPage
from zhuchao.apps.publishing.selectors.lists import articles, entries, entries_by_id
from zhuchao.apps.publishing.siting import below, home_path

# More than are near a page and of its text: among so many of the newest stand those wanted.
NEWEST_READ = 60


def related_articles(viewer: Viewer, page: PublishedPage, *, limit: int = 5) -> list[PublishedPage]:
    """The nearest by the words and names they share, best first; where these are few, the newest.

    All stand in the page's own site. Never the page itself, one of the same title, or a repost.
    """
    return related_to_each(viewer, [page], limit=limit)[page.pk]


def related_to_each(
    viewer: Viewer, pages: Sequence[PublishedPage], *, limit: int = 5
) -> dict[int, list[PublishedPage]]:
    """What ``related_articles`` gives for each of these pages, by its id; read together."""
    chosen: dict[int, list[int]] = {}
    for path in {home_path(each): None for each in pages}:
        live = below(entries(viewer, state="live"), path)
        chosen |= _chosen(live, [each for each in pages if home_path(each) == path], limit)
    found = entries_by_id(viewer, sorted({pk for pks in chosen.values() for pk in pks}))
    return {of: [found[pk] for pk in pks if pk in found] for of, pks in chosen.items()}


def _chosen(
    live: QuerySet[PublishedPage], pages: Iterable[PublishedPage], limit: int
) -> dict[int, list[int]]:
    nearest = {each: relating.near(each, limit=limit) for each in pages}
    asked = live.order_by().filter(pk__in={pk for pks in nearest.values() for pk in pks})
    titles = dict(asked.values_list("pk", "title"))
    news = live.filter(agentpage=None, profilepage=None)
    newest = [*news.values_list("pk", "title")[:NEWEST_READ]]
    chosen = {}
    for page, pks in nearest.items():
        # What is not seen counts as of the same title.
        others = [pk for pk in pks if titles.get(pk, page.title) != page.title and pk != page.pk]
        if len(others) < limit:
            known = {page.pk, *others, *relating.reposts(page)}
            rest = (pk for pk, title in newest if pk not in known and title != page.title)
            others += islice(rest, limit - len(others))
        chosen[page.pk] = others
    return chosen


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
