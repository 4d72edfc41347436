"""Intakes that a viewer may see."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from zhuchao.apps.library.models import Intake
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.ground import files


def intakes(
    viewer: Viewer, *, states: Sequence[str] = (), owner_id: int | None = None
) -> QuerySet[Intake]:
    """Newest first; all states where none is named, anybody's where no owner is."""
    found = narrow(viewer, Intake.objects.select_related("owner"), Subject.INTAKE)
    found = found.filter(state__in=states) if states else found
    found = found.filter(owner_id=owner_id) if owner_id is not None else found
    return found.order_by("-created_at", "-pk")


def open_intakes(viewer: Viewer) -> QuerySet[Intake]:
    """What still waits for a person: proposals, and what could not be read."""
    return intakes(viewer, states=(Intake.State.PROPOSED, Intake.State.FAILED))


def intake(viewer: Viewer, intake_id: int) -> Intake:
    """Raises: NotFound."""
    found = intakes(viewer).filter(pk=intake_id).first()
    if found is None:
        raise NotFound("没有这条收件，或不在您的范围内")
    return found


def raw_of(viewer: Viewer, intake_id: int) -> bytes:
    """The bytes as they came. Raises: NotFound."""
    digest = intake(viewer, intake_id).digest
    if not digest:
        raise NotFound("原件已按访客的要求或保存期限删除")
    return files.open_kept(digest)
