"""Articles and channels that a viewer may see; a visitor sees what is live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import Cast, Coalesce, RowNumber, Substr, TruncDate
from taggit.models import Tag
from wagtail.models import Page, TaskState, WorkflowState

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.publishing import linting, mapping, relating
from zhuchao.apps.publishing.models import (
    AboutPage,
    ArticlePage,
    ChannelPage,
    HomePage,
    PublishedPage,
)
from zhuchao.core.errors import NotFound

NEWEST = ("-listed_on", "-reposted_at", "-pk")
_UNDER_REVIEW = WorkflowState.objects.filter(
    status=WorkflowState.STATUS_IN_PROGRESS, object_id=Cast(OuterRef("pk"), CharField())
)
STATES = {
    "review": Q(Exists(_UNDER_REVIEW)),
    "live": Q(live=True),
    "withdrawn": Q(live=False, first_published_at__isnull=False),
    "draft": Q(live=False, first_published_at=None),
}


def entries(viewer: Viewer, *, state: str = "", q: str = "") -> QuerySet[Any]:
    """Pages of every kind that stands in channels, newest first; as ``articles``."""
    return _listed(viewer, PublishedPage.objects.all(), state, q)


def articles(viewer: Viewer, *, state: str = "", q: str = "") -> QuerySet[Any]:
    """Newest first; ``state`` is draft, review, live or withdrawn, ``q`` a part of title or source.

    An article is listed by the day of its first publication, else by that of appearing here.
    """
    return _listed(viewer, ArticlePage.objects.all(), state, q)


def _listed(viewer: Viewer, found: QuerySet[Any], state: str, q: str) -> QuerySet[Any]:
    listed_on = Coalesce("published_on", TruncDate("reposted_at"), TruncDate("created_at"))
    found = narrow(viewer, found.annotate(listed_on=listed_on), Subject.ARTICLE)
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


def published(viewer: Viewer, page_id: int) -> PublishedPage:
    """A page of any kind that stands in channels, as its own kind. Raises: NotFound."""
    found = narrow(viewer, PublishedPage.objects.all(), Subject.ARTICLE).filter(pk=page_id).first()
    if found is None:
        raise NotFound("没有这个页面，或不在您的范围内")
    specific: PublishedPage = found.specific
    return specific


def article_of_page(viewer: Viewer, read_page_id: int) -> ArticlePage | None:
    """The article that was made of a read page."""
    return articles(viewer).filter(read_page_id=read_page_id).first()


def latest(viewer: Viewer, *, limit: int) -> list[PublishedPage]:
    """The newest live pages that tell news: no profiles, and nobody's card."""
    found = entries(viewer, state="live").filter(profilepage=None, agentpage=None)
    return list(found.defer("body")[:limit])


def latest_by_channel(
    viewer: Viewer, *, limit: int
) -> list[tuple[ChannelPage, list[PublishedPage]]]:
    """Each first-level channel that holds something, with its newest pages, in two queries."""
    tops = [each for each in channels(viewer) if each.depth == _top_depth()]
    place = Window(RowNumber(), partition_by=[F("top")], order_by=_newest_expressions())
    found = (
        entries(viewer, state="live")
        .defer("body")
        .annotate(top=Substr("path", 1, _top_depth() * PublishedPage.steplen))
        .annotate(place=place)
        .filter(place__lte=limit)
    )
    by_top: dict[str, list[PublishedPage]] = {}
    for each in found:
        by_top.setdefault(each.top, []).append(each)
    return [(top, by_top[top.path]) for top in tops if top.path in by_top]


def entries_in(viewer: Viewer, channel: ChannelPage) -> QuerySet[Any]:
    """The live pages of a channel and of those below it, and such as also stand there."""
    inside = Q(path__startswith=channel.path, depth__gt=channel.depth)
    also = PublishedPage.objects.filter(also_in__path__startswith=channel.path)
    return entries(viewer, state="live").filter(inside | Q(pk__in=also.values("pk"))).defer("body")


def entries_tagged(viewer: Viewer, slug: str) -> tuple[str, QuerySet[Any]]:
    """The word of a tag, and the live pages that bear it. Raises: NotFound, for none."""
    tag = Tag.objects.filter(slug=slug).first()
    bearing = PublishedPage.objects.filter(tags__slug=slug).values("pk")
    found = entries(viewer, state="live").filter(pk__in=bearing).defer("body")
    if tag is None or not found.exists():
        raise NotFound("没有这个标签的内容")
    return str(tag.name), found


def channels(viewer: Viewer) -> list[ChannelPage]:
    """All live channels in the order of the tree; a visitor's are those that anyone may open."""
    live = ChannelPage.objects.live().order_by("path")
    return list(live.public() if Role.VISITOR in viewer.roles else live)


def abouts(viewer: Viewer) -> list[AboutPage]:
    """The pages about the house, in the order of the tree."""
    return list(AboutPage.objects.live().public().order_by("path"))


def home(viewer: Viewer) -> HomePage | None:
    """The portal's first page; None before ``services.ensure_site``."""
    first: HomePage | None = HomePage.objects.live().order_by("path").first()
    return first


def to_review(viewer: Viewer) -> QuerySet[Any]:
    """The articles that others have submitted."""
    mine = _UNDER_REVIEW.filter(requested_by=viewer.person_id)
    return articles(viewer, state="review").exclude(Exists(mine))


def state_of(viewer: Viewer, article: ArticlePage) -> str:
    """The first of ``STATES`` in which the article is."""
    if article.current_workflow_state is not None:
        return "review"
    if article.live:
        return "live"
    return "draft" if article.first_published_at is None else "withdrawn"


@dataclass(frozen=True, slots=True)
class Review:
    """What waits for another person's approval: who asked for it, when, and whether it was I."""

    by: str
    at: datetime
    is_own: bool


def review_of(viewer: Viewer, page: Page) -> Review | None:
    """The review that a page waits for; None where it waits for none."""
    state = page.current_workflow_state
    if state is None:
        return None
    by = state.requested_by
    is_own = by is not None and by.pk == viewer.person_id
    return Review("" if by is None else by.display_name, state.created_at, is_own)


def returned_reason(viewer: Viewer, page: Page) -> str:
    """Why the last review gave the page back; empty where it did not, or it was changed since."""
    last = TaskState.objects.filter(revision=page.latest_revision).order_by("-pk").first()
    return last.comment if last is not None and last.status == TaskState.STATUS_REJECTED else ""


def needs_review(viewer: Viewer, page: Page) -> bool:
    """Whether the site of a page asks for another person's review."""
    return bool(HomePage.objects.ancestor_of(page).filter(needs_review=True).exists())


def related_articles(viewer: Viewer, page: PublishedPage, *, limit: int = 5) -> list[PublishedPage]:
    """The nearest by the words and names they share, best first; where these are few, the newest.

    Never the page itself, one of the same title, or a repost of its text.
    """
    others = entries(viewer, state="live").exclude(pk=page.pk).exclude(title=page.title)
    nearest = relating.near(page, limit=limit)
    found = {each.pk: each for each in others.defer("body").filter(pk__in=nearest)}
    best = [found[pk] for pk in nearest if pk in found]
    if len(best) < limit:
        reposts = relating.reposts(page)
        rest = others.exclude(pk__in=[*found, *reposts]).filter(agentpage=None, profilepage=None)
        best += rest.defer("body")[: limit - len(best)]
    return best


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
