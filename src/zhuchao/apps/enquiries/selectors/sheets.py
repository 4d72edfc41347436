"""Sheets that a viewer may see, how they are read, and what clients answered."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from zhuchao.apps.enquiries.models import SharedOffer, SharedSheet, SheetDay
from zhuchao.apps.enquiries.selectors.enquiries import enquiries
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.selectors import CARRIERS
from zhuchao.core.errors import NotFound

OPEN, EXPIRED, WITHDRAWN = "open", "expired", "withdrawn"
# What was answered longer ago was seen, or is no longer news.
NEWS_DAYS = 7


def sheets(viewer: Viewer, *, q: str = "") -> QuerySet[SharedSheet]:
    """The viewer's sheets and those for enquiries that the viewer sees, newest first.

    Each with ``opened`` (times), ``interested`` and ``unsuitable`` (offers).
    """
    own = Q(pk__in=narrow(viewer, SharedSheet.objects.all(), Subject.SHEET).values("pk"))
    followed = Q(enquiry__in=enquiries(viewer).order_by().values("pk"))
    found = SharedSheet.objects.filter(own | followed).select_related("enquiry", "owner")
    if word := q.strip():
        found = found.filter(Q(title__icontains=word) | Q(enquiry__receipt__iexact=word))
    opened = SheetDay.objects.filter(sheet=OuterRef("pk")).order_by().values("sheet")
    return found.annotate(
        opened=Coalesce(
            Subquery(opened.annotate(all=Sum("opened")).values("all"), IntegerField()), 0
        ),
        interested=Count("shared_offers", filter=Q(shared_offers__answer="interested")),
        unsuitable=Count("shared_offers", filter=Q(shared_offers__answer="unsuitable")),
    ).order_by("-created_at", "-pk")


def sheet(viewer: Viewer, sheet_id: int) -> SharedSheet:
    """Raises: NotFound."""
    found = sheets(viewer).filter(pk=sheet_id).first()
    if found is None:
        raise NotFound("没有这张推荐单，或不在您的范围内")
    return found


def sheets_of(viewer: Viewer, enquiry_id: int) -> QuerySet[SharedSheet]:
    """What was shared for an enquiry, newest first."""
    return sheets(viewer).filter(enquiry_id=enquiry_id)


def sheet_by_token(viewer: Viewer, token: str, today: date) -> SharedSheet:
    """The open sheet whose unguessable token somebody holds; it is all that they need.

    Raises: NotFound, the same for one that never was, has run out or was withdrawn.
    """
    found = SharedSheet.objects.filter(token=token, withdrawn_at=None, expires_on__gte=today)
    known = found.first()
    if known is None:
        raise NotFound("这张推荐单已过期或已撤回，请联系为您推荐的招商专员")
    return known


def shared_offers(viewer: Viewer, sheet: SharedSheet) -> list[SharedOffer]:
    """The offers of a sheet, which came from a selector, in their order."""
    carriers = [f"offer__{each}" for each in CARRIERS]
    return list(sheet.shared_offers.select_related("offer", *carriers).order_by("place"))


def openings(viewer: Viewer, sheet: SharedSheet) -> list[SheetDay]:
    """The days on which a sheet was opened, newest first."""
    return list(sheet.days.filter(opened__gt=0).order_by("-day"))


def state_of(viewer: Viewer, sheet: SharedSheet, today: date) -> str:
    """Whether the link answers today: OPEN, EXPIRED or WITHDRAWN."""
    if sheet.withdrawn_at is not None:
        return WITHDRAWN
    return EXPIRED if sheet.expires_on < today else OPEN


def answers(viewer: Viewer, today: date) -> QuerySet[SharedOffer]:
    """What clients said lately to the viewer's own sheets, newest first."""
    since = today - timedelta(days=NEWS_DAYS)
    own = sheets(viewer).filter(owner_id=viewer.person_id or 0).order_by().values("pk")
    return (
        SharedOffer.objects.filter(sheet__in=own, answered_at__date__gte=since)
        .exclude(answer="")
        .select_related("sheet__enquiry", "offer")
        .order_by("-answered_at", "-pk")
    )
