"""Watched sources that a viewer may see, and what is due at them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import (
    Count,
    DateTimeField,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from zhuchao.apps.library.models import SiteManners, WatchedAddress, WatchedSource
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound

_S = WatchedAddress.State


def sources(
    viewer: Viewer, *, states: Sequence[str] = (), q: str = "", failing: bool = False
) -> QuerySet[WatchedSource]:
    """Newest first, each with ``read``, ``waiting`` and ``failed``: how many of its addresses.

    ``q`` is a part of the name or address; ``failing`` leaves those whose last visit failed.
    """
    counts = {
        "read": _count(_S.READ),
        "waiting": _count(_S.WAITING),
        "failed": _count(_S.FAILED),
    }
    found = narrow(viewer, WatchedSource.objects.select_related("owner"), Subject.PAGE)
    found = found.filter(state__in=states) if states else found
    found = found.filter(failures__gt=0) if failing else found
    if q.strip():
        found = found.filter(Q(name__icontains=q.strip()) | Q(address__icontains=q.strip()))
    return found.annotate(**counts).order_by("-created_at", "-pk")


def source(viewer: Viewer, source_id: int) -> WatchedSource:
    """Raises: NotFound."""
    found = sources(viewer).filter(pk=source_id).first()
    if found is None:
        raise NotFound("没有这个关注来源，或不在您的范围内")
    return found


def addresses(
    viewer: Viewer, source_id: int, *, states: Sequence[str] = ()
) -> QuerySet[WatchedAddress]:
    """What the source was the first to list, newest first."""
    allowed = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE)
    found = WatchedAddress.objects.filter(source_id=source_id, source__in=allowed)
    found = found.filter(state__in=states) if states else found
    return found.select_related("page").order_by("-pk")


def due_source(viewer: Viewer, now: datetime) -> int | None:
    """The source that has been due longest at a host that may be asked now."""
    due = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE, Act.CHANGE)
    due = due.filter(Q(next_at=None) | Q(next_at__lte=now), state=WatchedSource.State.ACTIVE)
    due = due.exclude(host__in=_held_hosts(now))
    return (
        due.order_by(F("next_at").asc(nulls_first=True), "pk").values_list("pk", flat=True).first()
    )


def due_address(viewer: Viewer, now: datetime) -> int | None:
    """The first page that waits at the host that was left alone longest: hosts take turns."""
    last_asked = SiteManners.objects.filter(host=OuterRef("host")).values("next_at")[:1]
    hosts = (
        _due_addresses(viewer, now)
        .exclude(host__in=_held_hosts(now))
        .order_by()
        .values("host")
        .annotate(
            first=Min("pk"), asked=Subquery(last_asked, output_field=DateTimeField(null=True))
        )
        .order_by(F("asked").asc(nulls_first=True), "first")
    )
    chosen = hosts.first()
    return None if chosen is None else int(chosen["first"])


def next_turn(viewer: Viewer, now: datetime) -> datetime | None:
    """When a host of something that is due may be asked again; None where nothing is due."""
    due = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE, Act.CHANGE)
    due = due.filter(Q(next_at=None) | Q(next_at__lte=now), state=WatchedSource.State.ACTIVE)
    hosts = Q(host__in=due.values("host")) | Q(host__in=_due_addresses(viewer, now).values("host"))
    found: datetime | None = SiteManners.objects.filter(hosts).aggregate(at=Min("next_at"))["at"]
    return found


def _due_addresses(viewer: Viewer, now: datetime) -> QuerySet[WatchedAddress]:
    active = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE, Act.CHANGE).filter(
        state=WatchedSource.State.ACTIVE
    )
    due = Q(next_at=None) | Q(next_at__lte=now)
    return WatchedAddress.objects.filter(due, state=_S.WAITING, source__in=active)


def _held_hosts(now: datetime) -> QuerySet[SiteManners, str]:
    return SiteManners.objects.filter(next_at__gt=now).values_list("host", flat=True)


def _count(state: str) -> Coalesce:
    counted = (
        WatchedAddress.objects.filter(source=OuterRef("pk"), state=state)
        .order_by()
        .values("source")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
