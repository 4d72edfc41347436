"""Viewings and deals that a viewer may see: those of the enquiries within sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from zhuchao.apps.enquiries.models import Deal, Viewing
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import NotFound


def viewings(
    viewer: Viewer, *, outcomes: Sequence[str] = (), owner_id: int | None = None
) -> QuerySet[Viewing]:
    """Viewings by filter, the latest first, with their offers."""
    base = Viewing.objects.select_related("enquiry", "owner", "host").prefetch_related("offers")
    found = narrow(viewer, base, Subject.ENQUIRY)
    if outcomes:
        found = found.filter(outcome__in=outcomes)
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    return found.order_by("-starts_at", "-pk")


def viewing(viewer: Viewer, viewing_id: int) -> Viewing:
    """Raises: NotFound."""
    found = viewings(viewer).filter(pk=viewing_id).first()
    if found is None:
        raise NotFound("没有这次看房，或不在您的范围内")
    return found


def viewings_of_enquiry(viewer: Viewer, enquiry_id: int) -> QuerySet[Viewing]:
    """The latest first."""
    return viewings(viewer).filter(enquiry_id=enquiry_id)


def viewings_of_offer(viewer: Viewer, offer_id: int) -> QuerySet[Viewing]:
    """Who was shown the offer, the latest first."""
    return viewings(viewer).filter(offers=offer_id)


def due_viewings(viewer: Viewer, now: datetime) -> QuerySet[Viewing]:
    """The viewer's own without an outcome up to the end of today, the earliest first."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    end = timezone.make_aware(datetime.combine(tomorrow, time()))
    own = viewings(viewer, outcomes=(Viewing.Outcome.PLANNED,), owner_id=viewer.person_id or 0)
    return own.filter(starts_at__lt=end).order_by("starts_at", "pk")


def deal_of(viewer: Viewer, enquiry_id: int) -> Deal | None:
    """The deal that ended the enquiry, where one did and the viewer may see it."""
    found = narrow(viewer, Deal.objects.select_related("offer"), Subject.ENQUIRY)
    return found.filter(enquiry_id=enquiry_id).first()
