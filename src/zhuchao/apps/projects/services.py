"""Opening projects and entering stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries import services as enquiry_acts
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.parties.services import note_company
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.mapping import to_event
from zhuchao.apps.projects.models import Project, StageEvent
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import stages
from zhuchao.core.vocabulary import stage as vocabulary


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a project begins: its first event."""

    title: str
    evidence: str
    occurred_on: date
    today: date


@transaction.atomic
def open_project(
    viewer: Viewer,
    *,
    title: str,
    evidence: str,
    occurred_on: date,
    today: date,
    company: str = "",
    offer_id: int | None = None,
) -> Project:
    """A new project at the first stage of its ladder.

    Raises: Refused, when the title or evidence is missing or the day lies ahead.
    """
    opening = _Opening(title, evidence, occurred_on, today)
    return _open(viewer, opening, company, offer_id)


@transaction.atomic
def open_from_enquiry(
    viewer: Viewer,
    enquiry_id: int,
    *,
    title: str,
    evidence: str,
    occurred_on: date,
    today: date,
    offer_id: int | None = None,
) -> Project:
    """Turn an enquiry into a project; a second call gives the same project.

    Raises: NotFound; Refused, when a colleague has the enquiry or it has ended, and as
    ``open_project`` does.
    """
    enquiry = enquiry_acts.take(viewer, enquiry_id)
    known = Project.objects.filter(enquiry_id=enquiry.pk).first()
    if known is not None:
        return known
    opening = _Opening(title, evidence, occurred_on, today)
    project = _open(viewer, opening, enquiry.company_name, offer_id, enquiry.pk)
    enquiry_acts.move_enquiry(viewer, enquiry.pk, state="dealt")
    return project


def _open(
    viewer: Viewer,
    opening: _Opening,
    company: str,
    offer_id: int | None,
    enquiry_id: int | None = None,
) -> Project:
    require(viewer, Subject.PROJECT, Act.MAKE)
    if not opening.title.strip():
        raise Refused("请填写项目名称")
    first = stages.first_stage(reference.stage_ladder())
    project = Project.objects.create(
        **ownership(viewer),
        code=uuid4().hex[:20],
        title=covered(opening.title.strip())[:120],
        stage=first.key,
        stage_on=opening.occurred_on,
        company=note_company(viewer, name=company) if company.strip() else None,
        enquiry_id=enquiry_id,
        offer=properties.offer(viewer, offer_id) if offer_id is not None else None,
    )
    project.code = f"P{timezone.localdate(project.created_at).year}-{project.pk:05d}"
    project.save(update_fields=["code"])
    log(viewer, "open_project", Subject.PROJECT, project)
    event = vocabulary.StageEvent(first.key, opening.occurred_on, timezone.now())
    _append(viewer, project, event, opening.today, opening.evidence)
    return project


@transaction.atomic
def enter_stage(
    viewer: Viewer,
    project_id: int,
    *,
    stage: str,
    occurred_on: date,
    evidence: str,
    today: date,
    note: str = "",
) -> Project:
    """Append a stage event.

    Raises: NotFound; Refused, for an unknown stage, a future or earlier day, missing evidence.
    """
    allowed = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    project = allowed.select_for_update().filter(pk=project_id).first()
    if project is None:
        raise NotFound("没有这个项目，或不在您的范围内")
    event = vocabulary.StageEvent(stage, occurred_on, timezone.now())
    _append(viewer, project, event, today, evidence, note)
    return project


def _append(
    viewer: Viewer,
    project: Project,
    event: vocabulary.StageEvent,
    today: date,
    evidence: str,
    note: str = "",
) -> None:
    if not evidence.strip():
        raise Refused("请写明凭据：已有的文件名称或编号即可，照片不是必需")
    past = tuple(to_event(each) for each in project.events.order_by("recorded_at", "pk"))
    stages.enter(reference.stage_ladder(project.ladder), past, event, today)
    StageEvent.objects.create(
        project=project,
        stage=event.stage,
        occurred_on=event.occurred_on,
        recorded_at=event.recorded_at,
        recorded_by_id=viewer.person_id,
        evidence=covered(evidence.strip())[:200],
        note=covered(note.strip()),
    )
    project.stage, project.stage_on = event.stage, event.occurred_on
    project.save(update_fields=["stage", "stage_on"])
    log(viewer, "enter_stage", Subject.PROJECT, project, stage=event.stage)
