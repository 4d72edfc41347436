"""Read pages that a viewer may see."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from zhuchao.apps.library.models import ReadPage
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import NotFound


def read_pages(viewer: Viewer, *, states: Sequence[str] = (), q: str = "") -> QuerySet[ReadPage]:
    """Newest first; ``q`` is a part of the title or source."""
    found = narrow(viewer, ReadPage.objects.select_related("owner", "intake"), Subject.PAGE)
    found = found.filter(state__in=states) if states else found
    if q.strip():
        found = found.filter(title__icontains=q.strip()) | found.filter(source__icontains=q.strip())
    return found.order_by("-created_at", "-pk")


def read_page(viewer: Viewer, page_id: int) -> ReadPage:
    """Raises: NotFound."""
    found = read_pages(viewer).filter(pk=page_id).first()
    if found is None:
        raise NotFound("没有这个网页，或不在您的范围内")
    return found
