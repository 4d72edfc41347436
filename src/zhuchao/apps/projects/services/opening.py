"""Opening projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.enquiries import services as enquiry_acts
from zhuchao.apps.library import selectors as library
from zhuchao.apps.library import services as library_acts
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.parties.services import note_company
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.holding import own_claim
from zhuchao.apps.projects.laddering import house_ladder
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import Project, ProjectPage
from zhuchao.apps.projects.staging import append
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import Refused
from zhuchao.core.projects import stages

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Opening:
    """How a project begins: its name, its first evidence and the day.

    ``despite`` is why it is opened although it was told to be like another.
    """

    title: str
    evidence: DocumentForm
    occurred_on: date
    company: str = ""
    offer_id: int | None = None
    despite: str = ""


@transaction.atomic
def open_project(viewer: Viewer, *, opening: Opening, today: date) -> Project:
    """A new project at the first stage of its ladder.

    Raises: Refused, when the title or evidence is missing or the day lies ahead.
    """
    return _open(viewer, opening, today)


@transaction.atomic
def open_from_enquiry(viewer: Viewer, enquiry_id: int, *, opening: Opening, today: date) -> Project:
    """Turn an enquiry into a project; a second call gives the same project.

    Raises: NotFound; Refused, when a colleague has the enquiry or it has ended, and as
    ``open_project`` does.
    """
    enquiry = enquiry_acts.take(viewer, enquiry_id)
    known = Project.objects.filter(enquiry_id=enquiry.pk).first()
    if known is not None:
        return known
    project = _open(viewer, opening, today, enquiry.pk, enquiry.company_name)
    enquiry_acts.move_enquiry(viewer, enquiry.pk, state="dealt")
    return project


@transaction.atomic
def open_from_fact(viewer: Viewer, fact_id: int, *, opening: Opening, today: date) -> Project:
    """A project of an event that a page tells; the same event gives the same project.

    The event may be another page's too: that page is then noted beside the first. Raises: NotFound;
    Refused, for what is no event, and as ``open_project`` does.
    """
    fact = library.fact(viewer, fact_id)
    if fact.kind != "event":
        raise Refused("只有项目动态能建项目")
    told = ProjectPage.objects.filter(fact_key=fact.key) if fact.key else ProjectPage.objects.none()
    seen = narrow(viewer, Project.objects.filter(pages__in=told), Subject.PROJECT)
    project = seen.order_by("pk").first() or _open(viewer, opening, today)
    _, is_new = ProjectPage.objects.get_or_create(
        project=project,
        page_id=fact.page_id,
        defaults={
            "fact_key": fact.key,
            "sentence": fact.sentence,
            "noted_by_id": viewer.person_id,
        },
    )
    if is_new:
        library_acts.mark_used(viewer, fact.page_id)
        log(viewer, "note_project_page", Subject.PROJECT, project, page=fact.page_id)
    return project


def _firm(viewer: Viewer, name: str, today: date) -> dict[str, Any]:
    """The firm of a project, and the viewer's claim on it where one stands."""
    if not name.strip():
        return {}
    firm = note_company(viewer, name=name)
    return {
        "company": firm,
        "company_name": covered(name.strip())[:LONGEST_NAME],
        "claim": own_claim(viewer, firm.pk, today),
    }


def _open(
    viewer: Viewer, opening: Opening, today: date, enquiry_id: int | None = None, company: str = ""
) -> Project:
    require(viewer, Subject.PROJECT, Act.MAKE)
    if not opening.title.strip():
        raise Refused("请填写项目名称")
    ladder, pack_id = house_ladder(viewer, today)
    project = Project.objects.create(
        **ownership(viewer),
        code=uuid4().hex[:20],
        title=covered(opening.title.strip())[:120],
        ladder=ladder.key,
        ladder_pack_id=pack_id,
        stage=stages.first_stage(ladder).key,
        stage_on=opening.occurred_on,
        **_firm(viewer, company or opening.company, today),
        enquiry_id=enquiry_id,
        offer=(
            properties.offer(viewer, opening.offer_id) if opening.offer_id is not None else None
        ),
    )
    project.code = f"P{timezone.localdate(project.created_at).year}-{project.pk:05d}"
    project.save(update_fields=["code"])
    log(viewer, "open_project", Subject.PROJECT, project)
    note = f"另立项的理由：{opening.despite.strip()}" if opening.despite.strip() else ""
    entry = StageEntry(project.stage, opening.occurred_on, (opening.evidence,), note=note)
    append(viewer, project, entry, today)
    return project
