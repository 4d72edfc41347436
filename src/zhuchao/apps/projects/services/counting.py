"""Projects that are one, and such as only add money to another: what is counted once."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.counted import refuse_counted
from zhuchao.apps.projects.lighting import relight_one
from zhuchao.apps.projects.models import Project
from zhuchao.core.errors import NotFound, Refused


@transaction.atomic
def mark_same(viewer: Viewer, project_id: int, *, as_id: int, reason: str) -> Project:
    """Say that a project is another one that was entered before; both keep their history.

    Raises: NotFound; Refused, without a reason, for itself, where that would make a ring, and
    where one of the two was signed in a closed year, whose counts are handed in.
    """
    project, other = _pair(viewer, project_id, as_id, reason)
    refuse_counted(viewer, project, other)
    project.same_as, project.increment_of = other, None
    return _marked(viewer, project, reason, "mark_same", other)


@transaction.atomic
def mark_increment(viewer: Viewer, project_id: int, *, of_id: int, reason: str) -> Project:
    """Say that a project adds money to another: it counts its amount and no number.

    Raises: as ``mark_same``.
    """
    project, other = _pair(viewer, project_id, of_id, reason)
    refuse_counted(viewer, project, other)
    project.increment_of, project.same_as = other, None
    return _marked(viewer, project, reason, "mark_increment", other)


@transaction.atomic
def unmark(viewer: Viewer, project_id: int, *, reason: str) -> Project:
    """Let a project count by itself again.

    Raises: NotFound; Refused, without mark or reason, and for closed years as ``mark_same``.
    """
    project = _held(viewer, project_id)
    if project.same_as_id is None and project.increment_of_id is None:
        raise Refused("这个项目本来就单独计数，不用撤销")
    if not reason.strip():
        raise Refused("请写明撤销的理由")
    refuse_counted(viewer, project, project.same_as or project.increment_of)
    project.same_as = project.increment_of = None
    return _marked(viewer, project, reason, "unmark_project", None)


def _marked(
    viewer: Viewer, project: Project, reason: str, act: str, other: Project | None
) -> Project:
    project.counted_reason = covered(reason.strip())[:200]
    project.save(update_fields=["same_as", "increment_of", "counted_reason"])
    relight_one(project, cause="count", today=timezone.localdate())
    log(viewer, act, Subject.PROJECT, project, other=None if other is None else other.pk)
    return project


def _pair(viewer: Viewer, project_id: int, other_id: int, reason: str) -> tuple[Project, Project]:
    """Both projects, locked in one order."""
    first, second = (_held(viewer, each) for each in sorted((project_id, other_id)))
    project, other = (first, second) if first.pk == project_id else (second, first)
    if project.pk == other.pk:
        raise Refused("这是同一条记录：请选择另一个项目")
    if not reason.strip():
        raise Refused("请写明依据：如同一投资协议、同一备案代码、企业确认")
    above, seen = other, {project.pk}
    while True:
        if above.pk in seen:
            raise Refused(f"{other} 已经计入 {project}：请先撤销那一条认定")
        seen.add(above.pk)
        up = above.same_as or above.increment_of
        if up is None:
            return project, other
        above = up


def _held(viewer: Viewer, project_id: int) -> Project:
    allowed = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    found = allowed.select_for_update(of=("self",)).filter(pk=project_id).first()
    if found is None:
        raise NotFound("没有这个项目，或不在您的范围内")
    return found
