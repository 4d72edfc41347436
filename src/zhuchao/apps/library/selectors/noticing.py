"""The viewer's watches on companies, and where read pages name them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, QuerySet

from zhuchao.apps.library.models import CompanyWatch, Fact, ReadPage
from zhuchao.apps.library.selectors.pages import HEAVY
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer

DAYS_NEW = 7


def company_watches(viewer: Viewer) -> QuerySet[CompanyWatch]:
    """Those that go on, newest first."""
    own = CompanyWatch.objects.filter(owner_id=viewer.person_id, ended_at=None)
    return own.filter(organisation=viewer.organisation_id or 0).order_by("-created_at", "-pk")


def named_lately(viewer: Viewer, now: datetime) -> QuerySet[Fact]:
    """One mention a page and watched company, of pages newer than the watch; newest first."""
    visible = narrow(viewer, ReadPage.objects.order_by(), Subject.PAGE)
    fresh = visible.filter(created_at__gte=now - timedelta(days=DAYS_NEW))
    watched = company_watches(viewer).filter(
        key=OuterRef("key"), created_at__lt=OuterRef("page__created_at")
    )
    earlier = Fact.objects.filter(page=OuterRef("page"), key=OuterRef("key"), pk__lt=OuterRef("pk"))
    found = Fact.objects.filter(Exists(watched), ~Exists(earlier), page__in=fresh.values("pk"))
    found = found.filter(kind=Fact.Kind.ORGANISATION).select_related("page")
    found = found.defer(*(f"page__{name}" for name in HEAVY))
    return found.order_by(F("page__created_at").desc(), "-pk")
