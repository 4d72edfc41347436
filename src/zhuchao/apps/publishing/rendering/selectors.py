"""What machines read of the whole site, and what was renewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Max, QuerySet
from wagtail.models import Page

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing.rendering.models import Renewal, RenewedPage
from zhuchao.apps.publishing.rendering.places import HOME_DEPTH
from zhuchao.apps.publishing.rendering.values import IN_A_PART
from zhuchao.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sitemap and when it last changed."""

    number: int
    changed_at: datetime | None


def page_parts(viewer: Viewer, below: Any) -> list[Part]:
    """The parts that hold a page of the site whose first page is ``below``."""
    parts = _listed(below).order_by().annotate(part=F("pk") / IN_A_PART).values("part")
    rows = parts.annotate(changed_at=Max("last_published_at")).order_by("part")
    return [Part(each["part"], each["changed_at"]) for each in rows]


def pages_in_part(viewer: Viewer, below: Any, number: int) -> QuerySet[Any]:
    """The pages of a part that anyone may open, by id; their own tables are not read."""
    first = number * IN_A_PART
    return _listed(below).filter(pk__gte=first, pk__lt=first + IN_A_PART).order_by("pk")


def renewals(viewer: Viewer) -> QuerySet[Renewal]:
    """What was renewed, newest first. Raises: NotAllowed."""
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    return Renewal.objects.order_by("-started_at", "-pk")


def renewal(viewer: Viewer, renewal_id: int) -> Renewal:
    """Raises: NotFound, NotAllowed."""
    found = renewals(viewer).filter(pk=renewal_id).first()
    if found is None:
        raise NotFound("没有这次更新的记录，可能已超过保存期限")
    return found


def renewed_pages(viewer: Viewer, of: Renewal) -> QuerySet[RenewedPage]:
    """The pages of a renewal in the order in which they were renewed."""
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    return RenewedPage.objects.filter(renewal=of).order_by("pk")


def _listed(below: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = Page.objects.live().public()
    return found.filter(path__startswith=below.path, depth__gte=HOME_DEPTH)
