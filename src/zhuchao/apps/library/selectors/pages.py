"""Read pages that a viewer may see, the clusters they stand in, and what was corrected in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from zhuchao.apps.library.mapping import searchable
from zhuchao.apps.library.models import Correction, Intake, MessageCorrection, ReadPage
from zhuchao.apps.library.typed import told
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import NotFound

# What a list does not show: an article with its zones, and its sketch.
HEAVY = ("page", "sketch", "searched")
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Example:
    """A correction as a labelled example; ``digest`` names the intake's kept original.

    ``of`` is "page" or "message". ``field`` is "zone" for lines of a page that were put back or
    cut; then ``start`` and ``end`` are their place in the page's text and the values are zone
    kinds. It is "side" for what a message was kept as; ``floor`` is a message's.
    """

    of: str
    digest: str
    field: str
    was: Any
    now: Any
    start: int | None
    end: int | None
    floor: str = ""


def read_pages(
    viewer: Viewer,
    *,
    states: Sequence[str] = (),
    q: str = "",
    is_origin: bool = False,
    published: tuple[date | None, date | None] = (None, None),
) -> QuerySet[ReadPage]:
    """Newest first, each with ``cluster_size`` and ``origin_title``.

    ``q`` is a part of the title, original title or source, however it is spelt; ``published`` are
    the first and last day. ``is_origin`` leaves one row a cluster. ``origin_title`` is None where
    the viewer may not see the origin.
    """
    found = narrow(viewer, ReadPage.objects.select_related("cluster"), Subject.PAGE)
    found = found.filter(state__in=states) if states else found
    if q.strip():
        found = found.filter(searched__contains=searchable(q.strip()))
    if is_origin:
        found = found.filter(Q(cluster=None) | Q(cluster__origin=F("pk")))
    first, last = published
    found = found.filter(published_on__gte=first) if first else found
    found = found.filter(published_on__lte=last) if last else found
    return _with_cluster(viewer, found).defer(*HEAVY).order_by("-created_at", "-pk")


def read_page(viewer: Viewer, page_id: int) -> ReadPage:
    """The page with its content. Raises: NotFound."""
    found = narrow(viewer, ReadPage.objects.select_related("intake", "cluster"), Subject.PAGE)
    page = found.filter(pk=page_id).first()
    if page is None:
        raise NotFound("没有这个网页，或不在您的范围内")
    return page


def titles_by_intake(viewer: Viewer, intake_ids: Collection[int]) -> dict[int, str]:
    """What the intakes that became pages are called; the others are left out."""
    found = narrow(viewer, ReadPage.objects.filter(intake_id__in=intake_ids), Subject.PAGE)
    return dict(found.order_by("pk").values_list("intake_id", "title"))


def cluster_pages(viewer: Viewer, page: ReadPage) -> QuerySet[ReadPage]:
    """The pages that tell the same article, this one among them: the origin, then by date.

    Empty for a page that stands in no cluster.
    """
    visible = narrow(viewer, ReadPage.objects.defer(*HEAVY), Subject.PAGE)
    if page.cluster is None:
        return visible.none()
    is_origin = When(pk=page.cluster.origin_id, then=0)
    place = Case(is_origin, default=1, output_field=IntegerField())
    by_day = F("published_on").asc(nulls_last=True)
    return visible.filter(cluster_id=page.cluster_id).order_by(place, by_day, "created_at", "pk")


def cluster_sizes(viewer: Viewer, page_ids: Collection[int]) -> dict[int, int]:
    """How many pages tell the same article, by page; those that stand in no cluster are left out.

    Not the viewer's pages alone: how often a text stands elsewhere does not depend on who asks.
    """
    mates = ReadPage.objects.filter(cluster=OuterRef("cluster")).order_by().values("cluster")
    size = Subquery(mates.annotate(size=Count("pk")).values("size"))
    found = ReadPage.objects.filter(pk__in=page_ids, cluster__isnull=False).order_by("pk")
    return dict(found.annotate(size=size).values_list("pk", "size"))


def corrections(viewer: Viewer, page_id: int) -> QuerySet[Correction]:
    """What was corrected in the page, the last first. Raises: NotFound."""
    made = Correction.objects.filter(page_id=read_page(viewer, page_id).pk)
    return made.select_related("corrected_by").order_by("-pk")


def examples(viewer: Viewer) -> Iterator[Example]:
    """Every correction in the viewer's pages, then in messages, the first first."""
    pages = narrow(viewer, ReadPage.objects.all(), Subject.PAGE)
    names = ("page__intake__digest", "field", "was", "now", "start", "end")
    made = Correction.objects.filter(page__in=pages).order_by("pk").values_list(*names)
    for digest, field, was, now, start, end in made.iterator(chunk_size=CHUNK):
        yield Example("page", digest, field, told(was), told(now), start, end)
    yield from _message_examples(viewer)


def _message_examples(viewer: Viewer) -> Iterator[Example]:
    intakes = narrow(viewer, Intake.objects.all(), Subject.INTAKE)
    names = ("intake__digest", "field", "was", "now", "floor")
    made = MessageCorrection.objects.filter(intake__in=intakes).order_by("pk").values_list(*names)
    for digest, field, was, now, floor in made.iterator(chunk_size=CHUNK):
        yield Example("message", digest, field, was, now, None, None, floor)


def _with_cluster(viewer: Viewer, pages: QuerySet[ReadPage]) -> QuerySet[ReadPage]:
    visible = narrow(viewer, ReadPage.objects.order_by(), Subject.PAGE)
    mates = visible.filter(cluster=OuterRef("cluster")).values("cluster")
    origin = visible.filter(pk=OuterRef("cluster__origin"))
    return pages.annotate(
        cluster_size=Coalesce(Subquery(mates.annotate(size=Count("pk")).values("size")), 0),
        origin_title=Subquery(origin.values("title")),
    )
