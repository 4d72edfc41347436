"""Pages and channels that a viewer may see; a visitor sees what is live."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, TruncDate
from taggit.models import Tag
from wagtail.models import WorkflowState

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.publishing.models import (
    AboutPage,
    ArticlePage,
    ChannelPage,
    HomePage,
    PublishedPage,
)
from zhuchao.apps.publishing.siting import below, home_path
from zhuchao.core.errors import NotFound

# So many of the newest are looked through for what each channel shows.
CANDIDATES = 400
# Root, first page, channel.
TOP_DEPTH = 3
NEWEST = ("-listed_on", "-reposted_at", "-pk")
UNDER_REVIEW = WorkflowState.objects.filter(
    status=WorkflowState.STATUS_IN_PROGRESS, object_id=Cast(OuterRef("pk"), CharField())
)
STATES = {
    "review": Q(Exists(UNDER_REVIEW)),
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
    is_visitor = Role.VISITOR in viewer.roles
    listed_on = F("placed_on") if is_visitor else _listed_on()
    found = narrow(viewer, found.annotate(listed_on=listed_on), Subject.ARTICLE)
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


def latest(viewer: Viewer, home: HomePage, *, limit: int) -> list[PublishedPage]:
    """The newest live pages of a site that tell news: no profiles, and nobody's card."""
    found = below(entries(viewer, state="live"), home.path)
    return list(found.filter(profilepage=None, agentpage=None).defer("body")[:limit])


def latest_by_channel(
    viewer: Viewer, home: HomePage, *, limit: int
) -> list[tuple[ChannelPage, list[PublishedPage]]]:
    """Each first-level channel of a site that holds something, with its newest pages but cards.

    Most stand among the newest of all; only a channel that is quiet is asked by itself.
    """
    tops = tops_of(viewer, home)
    live = below(entries(viewer, state="live"), home.path).filter(agentpage=None)
    newest = live.values_list("pk", "path")[:CANDIDATES]
    by_top: dict[str, list[int]] = {}
    for pk, path in newest:
        by_top.setdefault(path[: TOP_DEPTH * PublishedPage.steplen], []).append(pk)
    if len(newest) == CANDIDATES:
        for top in tops:
            if len(by_top.get(top.path, ())) < limit:
                own = entries_in(viewer, top).filter(agentpage=None).values_list("pk", flat=True)
                by_top[top.path] = list(own[:limit])
    chosen = {top.path: by_top.get(top.path, [])[:limit] for top in tops}
    found = entries_by_id(viewer, [pk for pks in chosen.values() for pk in pks])
    listed = [(top, [found[pk] for pk in chosen[top.path] if pk in found]) for top in tops]
    return [(top, stories) for top, stories in listed if stories]


def entries_by_id(viewer: Viewer, ids: list[int]) -> dict[int, PublishedPage]:
    """Live pages that ``entries`` named before: who sees them is not asked again."""
    if not ids:
        return {}
    rows = PublishedPage.objects.live().annotate(listed_on=F("placed_on")).defer("body")
    return {each.pk: each for each in rows.filter(pk__in=ids)}


def entries_whole(viewer: Viewer, ids: list[int]) -> list[PublishedPage]:
    """The live pages with those ids that the viewer may see, each as its own kind."""
    found: Any = entries(viewer, state="live").filter(pk__in=ids)
    return list(found.specific())


def entries_in(viewer: Viewer, channel: ChannelPage) -> QuerySet[Any]:
    """The live pages of a channel and of those below it, and such as also stand there."""
    inside = Q(path__startswith=channel.path, depth__gt=channel.depth)
    also = PublishedPage.objects.filter(also_in__path__startswith=channel.path)
    return entries(viewer, state="live").filter(inside | Q(pk__in=also.values("pk"))).defer("body")


def entries_tagged(viewer: Viewer, home: HomePage, slug: str) -> tuple[str, QuerySet[Any]]:
    """The word of a tag, and the site's live pages that bear it. Raises: NotFound, for none."""
    tag = Tag.objects.filter(slug=slug).first()
    bearing = PublishedPage.objects.filter(tags__slug=slug).values("pk")
    live = below(entries(viewer, state="live"), home.path)
    found = live.filter(pk__in=bearing).defer("body")
    if tag is None or not found.exists():
        raise NotFound("没有这个标签的内容")
    return str(tag.name), found


def channels(viewer: Viewer, home: HomePage | None = None) -> list[ChannelPage]:
    """Live channels in the order of the tree, of one site or of all.

    A visitor's are those that anyone may open.
    """
    live = ChannelPage.objects.live()
    found = live.public() if Role.VISITOR in viewer.roles else live
    # Not by the database: it would walk the whole tree in that order to find the few.
    return sorted(_in_site(found, home), key=lambda each: each.path)


def channel_choices(viewer: Viewer) -> list[tuple[int, str]]:
    """Channels to choose from; where there are several sites, each with its site's name."""
    homes = {each.path: each.title for each in HomePage.objects.live()}
    listed = [(each.pk, each.title, homes.get(home_path(each), "")) for each in channels(viewer)]
    is_one = len(homes) == 1
    return [(pk, title if is_one else f"{home} · {title}") for pk, title, home in listed]


def tops_of(viewer: Viewer, home: HomePage) -> list[ChannelPage]:
    """The live channels right below a first page."""
    return [each for each in channels(viewer, home) if each.depth == TOP_DEPTH]


def abouts(viewer: Viewer, home: HomePage) -> list[AboutPage]:
    """The pages about the house of a site, in the order of the tree."""
    found = _in_site(AboutPage.objects.live().public(), home)
    return sorted(found, key=lambda each: each.path)


def _in_site(found: Any, home: HomePage | None) -> list[Any]:
    return [each for each in found if home is None or each.path.startswith(home.path)]
