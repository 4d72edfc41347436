"""What is kept of a project beside its stages: documents, what is known of it, its people."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal

from django.db import transaction

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.parties.services import note_contact
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects.counted import refuse_counted
from zhuchao.apps.projects.documents import keep_documents
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Document, Project, ProjectPerson
from zhuchao.apps.projects.staging import held
from zhuchao.core.errors import Refused


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a project; money in yuan (``foreign_usd`` in dollars), land in ㎡.

    None and the empty text are not known.
    """

    title: str
    kind: str = Project.Kind.INDUSTRY
    chain_role: str = ""
    chain_node: str = ""
    method: str = ""
    trade_code: str = ""
    summary: str = ""
    total_investment: Decimal | None = None
    fixed_investment: Decimal | None = None
    equipment_investment: Decimal | None = None
    foreign_usd: Decimal | None = None
    land_area: float | None = None
    next_step: str = ""
    next_due: date | None = None


SUMS = {
    "total_investment": "总投资",
    "fixed_investment": "固定资产投资",
    "equipment_investment": "设备投资",
    "foreign_usd": "外资",
    "land_area": "用地面积",
}
TYPED = ("title", "chain_node", "summary", "next_step")


@transaction.atomic
def edit_project(viewer: Viewer, project_id: int, *, details: Details) -> Project:
    """Raises: NotFound; Refused, without a title, for a negative sum or area, and for what a
    closed year counts by.
    """
    project = held(viewer, project_id)
    if not details.title.strip():
        raise Refused("请填写项目名称")
    told = asdict(details) | {name: covered(getattr(details, name).strip()) for name in TYPED}
    for name, label in SUMS.items():
        if told[name] is not None and told[name] < 0:
            raise Refused(f"{label}不能是负数：请核对后重新填写，不清楚的留空")
    names = [each.name for each in fields(Details)]
    changed = [name for name in names if getattr(project, name) != told[name]]
    if "kind" in changed or "total_investment" in changed:
        refuse_counted(viewer, project, by_total="kind" not in changed)
    for name in changed:
        setattr(project, name, told[name])
    if changed:
        project.save(update_fields=changed)
        log(viewer, "edit_project", Subject.PROJECT, project, fields=changed)
    return project


@transaction.atomic
def add_document(viewer: Viewer, project_id: int, *, form: DocumentForm) -> Document:
    """Keep a document that proves no stage yet. Raises: NotFound; Refused, as for evidence."""
    project = held(viewer, project_id)
    (made,) = keep_documents(viewer, project, [form])
    log(viewer, "add_document", Subject.PROJECT, project, document=made.pk, kind=made.kind)
    return made


@transaction.atomic
def add_person(
    viewer: Viewer, project_id: int, *, name: str, telephone: str, role: str
) -> ProjectPerson:
    """Name somebody who works on the project; the name stands sealed in the contact.

    Raises: NotFound; Refused, without a name or a role, and for a telephone that is none.
    """
    project = held(viewer, project_id)
    if not role.strip() or not name.strip():
        raise Refused("请填写姓名和身份，例如“投资方联系人”")
    contact = note_contact(viewer, name=name, telephone=telephone)
    made, is_new = ProjectPerson.objects.get_or_create(
        project=project, contact=contact, defaults={"role": covered(role.strip())[:40]}
    )
    if is_new:
        log(viewer, "add_project_person", Subject.PROJECT, project, contact=contact.pk)
    return made
