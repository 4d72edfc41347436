"""Promises that a viewer may see, with where each stands."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects.models import Project, Promise
from zhuchao.core.errors import NotFound

# How far ahead the day's list looks.
AHEAD_DAYS = 14
OPEN = Q(outcome=Promise.Outcome.OPEN)
IN_REVIEW = OPEN & Q(needs_legal_review=True, reviewed_on=None)


def promises(
    viewer: Viewer,
    *,
    today: date,
    show: str = "",
    side: str = "",
    project_id: int | None = None,
    owner_id: int | None = None,
) -> QuerySet[Promise]:
    """Promises by what is shown ("due", "overdue", "review", "open", "decided", or all), earliest
    day first, those without one last."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    found = Promise.objects.filter(project__in=seen).select_related("project", "document")
    if project_id is not None:
        found = found.filter(project_id=project_id)
    if owner_id is not None:
        found = found.filter(project__owner_id=owner_id)
    if side:
        found = found.filter(side=side)
    shown = _shown(today)
    if show in shown:
        found = found.filter(shown[show])
    return found.order_by(F("due_on").asc(nulls_last=True), "pk")


def due_promises(viewer: Viewer, today: date) -> QuerySet[Promise]:
    """What is due within a fortnight or is late of the viewer's own projects, earliest first."""
    return promises(viewer, today=today, show="due", owner_id=viewer.person_id or 0)


def promise_counts(viewer: Viewer, today: date) -> dict[str, int]:
    """How many are shown under each heading of the list; one query."""
    sums = {key: Count("pk", filter=shown) for key, shown in _shown(today).items()}
    return promises(viewer, today=today).order_by().aggregate(**sums)


def _shown(today: date) -> dict[str, Q]:
    return {
        "due": OPEN & Q(due_on__lte=today + timedelta(days=AHEAD_DAYS)),
        "overdue": OPEN & Q(due_on__lt=today),
        "review": IN_REVIEW,
        "open": OPEN,
        "decided": ~OPEN,
    }


def promise(viewer: Viewer, promise_id: int) -> Promise:
    """Raises: NotFound."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    found = Promise.objects.filter(project__in=seen, pk=promise_id)
    told = found.select_related("project", "document", "recorded_by").first()
    if told is None:
        raise NotFound("没有这项承诺，或不在您的范围内")
    return told
