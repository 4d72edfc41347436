"""Pages of the portal as they are searched: what is live and open to all, and for the desk all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from zhuchao.apps.people.sought import holders
from zhuchao.apps.people.viewer import Subject
from zhuchao.apps.publishing import mapping
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.siting import site_facet
from zhuchao.ground.finding import PUBLIC, Findable, Register, mark_of
from zhuchao.ground.finding.house import by_audit, take_up

NAME = "entry"
# By the names of the models; what is told to readers stands in the portal's words.
KINDS = ("article", "policy", "notice", "profile", "agent")
# What makes a page another one for a reader, or for who may see it.
MARKED = (
    "title", "source", "live", "last_published_at", "placed_on", "organisation_id", "team_id",
    "owner_id", "latest_revision_id", "path",
)  # fmt: skip


def rows(ids: Iterable[int]) -> Iterator[Findable]:
    wanted = list(ids)
    opened = _open(wanted)
    for page in PublishedPage.objects.filter(pk__in=wanted).specific():
        yield _findable(page, is_open=page.pk in opened)


def marks(ids: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    found = PublishedPage.objects.all()
    wanted = None if ids is None else list(ids)
    narrowed = found if wanted is None else found.filter(pk__in=wanted)
    opened = _open(wanted)
    for pk, *told in narrowed.values_list("pk", *MARKED).iterator(chunk_size=2_000):
        yield pk, mark_of(*told, pk in opened)


def _open(ids: list[int] | None) -> frozenset[int]:
    """The pages that anybody may read."""
    live: QuerySet[Any] = PublishedPage.objects.live().public()
    narrowed = live if ids is None else live.filter(pk__in=ids)
    return frozenset(narrowed.values_list("pk", flat=True))


def _findable(page: PublishedPage, *, is_open: bool) -> Findable:
    held = holders(page.organisation_id, page.team_id, page.owner_id)
    return Findable(
        register=NAME,
        pk=page.pk,
        kind=page.cached_content_type.model.removesuffix("page"),
        title=page.title,
        body=f"{page.source}\n{mapping.words_of(page)}",
        who=(PUBLIC, *held) if is_open else held,
        mark=mark_of(*(getattr(page, name) for name in MARKED), is_open),
        at=_placed_at(page),
        facets=tuple(sorted({site_facet(each) for each in (page, *page.also_in.all())})),
    )


def follow(page_id: int) -> None:
    """Take a page up that was changed in the editor, which keeps no audit of its own."""
    take_up(NAME, [page_id])


def follow_below(page_id: int) -> None:
    """Take up all that stands below a page that was closed or opened."""
    page = Page.objects.filter(pk=page_id).first()
    if page is not None:
        below = PublishedPage.objects.filter(path__startswith=page.path)
        take_up(NAME, below.values_list("pk", flat=True))


def _placed_at(page: PublishedPage) -> datetime:
    """The day by which it is listed, and of that day the moment at which it appeared here."""
    appeared = timezone.localtime(page.reposted_at or page.created_at)
    return datetime.combine(page.placed_on or appeared.date(), appeared.timetz())


ENTRIES = Register(NAME, rows, marks, by_audit(Subject.ARTICLE.value))
