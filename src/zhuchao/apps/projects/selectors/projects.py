"""Projects that a viewer may see."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, QuerySet

from zhuchao.apps.parties.families import family_of
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects.models import Project, StageEvent
from zhuchao.core.errors import NotFound

SORTS = {
    "newest": ("-created_at", "-pk"),
    "stage_on": ("-stage_on", "-pk"),
    "code": ("code",),
    "title": ("title", "pk"),
}


def projects(
    viewer: Viewer,
    *,
    stages: Sequence[str] = (),
    owner_id: int | None = None,
    q: str = "",
    sort: str = "newest",
) -> QuerySet[Project]:
    """Projects by filter."""
    base = Project.objects.select_related(
        "owner", "company", "offer", "enquiry", "ladder_pack", "claim__contest"
    )
    found = narrow(viewer, base, Subject.PROJECT)
    if stages:
        found = found.filter(stage__in=stages)
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    if q.strip():
        word = q.strip()
        found = found.filter(title__icontains=word) | found.filter(code__iexact=word)
    return found.order_by(*SORTS.get(sort, SORTS["newest"]))


def project(viewer: Viewer, project_id: int) -> Project:
    """Raises: NotFound."""
    found = projects(viewer).filter(pk=project_id).first()
    if found is None:
        raise NotFound("没有这个项目，或不在您的范围内")
    return found


def of_company(viewer: Viewer, company_id: int) -> QuerySet[Project]:
    """The projects of a company and of those merged with it that the viewer may see."""
    return projects(viewer).filter(company_id__in=family_of(company_id).member_ids)


def project_of_enquiry(viewer: Viewer, enquiry_id: int) -> Project | None:
    """The project that the enquiry became, where it did and the viewer may see it."""
    return projects(viewer).filter(enquiry_id=enquiry_id).first()


def project_of_event(viewer: Viewer, fact_key: str) -> Project | None:
    """The project of an event that some page told, where the viewer may see one."""
    if not fact_key:
        return None
    return projects(viewer).filter(pages__fact_key=fact_key).order_by("pk").first()


def events(viewer: Viewer, project_id: int) -> QuerySet[StageEvent]:
    """The project's stage events, oldest first. Raises: NotFound."""
    found = (
        project(viewer, project_id)
        .events.select_related("recorded_by", "check_made")
        .prefetch_related("documents")
    )
    return found.order_by("recorded_at", "pk")


def stage_counts(viewer: Viewer) -> dict[str, int]:
    """How many projects stand at each stage."""
    rows = projects(viewer).order_by().values("stage").annotate(count=Count("pk"))
    return {row["stage"]: row["count"] for row in rows}
