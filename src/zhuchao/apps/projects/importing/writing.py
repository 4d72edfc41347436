"""Rows become projects through the same services as an officer's forms."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import fields
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils import timezone

from zhuchao.apps.parties.services import note_company
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.importing.models import LedgerRow
from zhuchao.apps.projects.importing.planning import DETAILS, Plan
from zhuchao.apps.projects.importing.telling import Told
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Document, Project
from zhuchao.apps.projects.services.keeping import Details, add_person, edit_project
from zhuchao.apps.projects.services.money import note_investment
from zhuchao.apps.projects.services.opening import Opening, open_project
from zhuchao.apps.projects.staging import append_imported, held

OTHER = "other"
ROLE = "台账联系人"
# Whoever works on a project adds to one of these, or changes the project itself.
GOES_ON_BY = ("events", "documents", "investments", "people", "pages", "promises")


def make_project(viewer: Viewer, told: Told, source: str, today: date) -> Project:
    """A new project with all that the row tells. Raises: Refused."""
    company = str(told.values.get("company", ""))
    if company and told.values.get("credit_code"):
        note_company(viewer, name=company, credit_code=str(told.values["credit_code"]))
    first = min(told.reached.values(), default=today)
    evidence = DocumentForm(OTHER, source)
    opening = Opening(told.title, evidence, first, company=company)
    project = open_project(viewer, opening=opening, today=today)
    document = project.documents.get()
    names = [name for name in DETAILS if name in told.values]
    _edit(viewer, project, {DETAILS[name][0]: told.values[name] for name in names})
    _enter(viewer, project.pk, told, document, today)
    _add_rest(viewer, project.pk, told, source, today, months=True)
    return project


def change_project(
    viewer: Viewer, planned: Plan, told: Told, source: str, today: date
) -> dict[str, Any]:
    """Give a known project what the plan says; its details as they were. Raises: Refused."""
    project, names = planned.project, [change.name for change in planned.changes]
    if project is None:
        return {}
    columns = {DETAILS[name][0]: told.values[name] for name in names if name in DETAILS}
    before = {column: _stored(getattr(project, column)) for column in columns}
    _edit(viewer, project, columns)
    wanted = {name.removeprefix("on:") for name in names if name.startswith("on:")}
    told.reached = {key: on for key, on in told.reached.items() if key in wanted}
    if told.reached:
        document = Document.objects.create(
            project=project,
            kind=OTHER,
            title=source,
            recorded_at=timezone.now(),
            recorded_by_id=viewer.person_id,
        )
        _enter(viewer, project.pk, told, document, today)
    has_months = any(name.startswith("month:") for name in names)
    _add_rest(viewer, project.pk, told, source, today, months=has_months)
    return before


def restore(viewer: Viewer, row: LedgerRow) -> None:
    """Give a changed project its details back. Raises: NotFound, Refused."""
    if row.project is None or not row.before:
        return
    _edit(viewer, row.project, dict(row.before))


def mark_of(project_id: int) -> str:
    """A checksum of how the project stands: whoever goes on from an import changes it."""
    return marks_of([project_id])[project_id]


def marks_of(project_ids: Collection[int]) -> dict[int, str]:
    """The checksums of many, in as many queries as of one."""
    own = Project._meta.concrete_fields
    counts = {name: _counts(name, project_ids) for name in GOES_ON_BY}
    marks = {}
    for pk, project in Project.objects.in_bulk(project_ids).items():
        columns = sorted((each.attname, str(getattr(project, each.attname))) for each in own)
        told = repr((columns, [counts[name].get(pk, 0) for name in GOES_ON_BY]))
        marks[pk] = hashlib.sha256(told.encode()).hexdigest()
    return marks


def _counts(name: str, project_ids: Collection[int]) -> dict[int, int]:
    """How many records of that relation each project has; none is left out."""
    found = Project.objects.filter(pk__in=project_ids, **{f"{name}__isnull": False})
    return dict(found.order_by().values_list("pk").annotate(Count(name)))


def _edit(viewer: Viewer, project: Project, columns: dict[str, Any]) -> None:
    if not columns:
        return
    known = {each.name: getattr(project, each.name) for each in fields(Details)}
    typed = {name: _typed(name, value) for name, value in columns.items()}
    edit_project(viewer, project.pk, details=Details(**{**known, **typed}))


def _enter(viewer: Viewer, project_id: int, told: Told, document: Document, today: date) -> None:
    project = held(viewer, project_id)
    ladder = ladder_of(project)
    ordered = sorted(told.reached.items(), key=lambda each: (each[1], ladder.rank(each[0])))
    later = [(key, on) for key, on in ordered if key != project.stage]
    if later:
        append_imported(viewer, project, later, document, today)


def _add_rest(
    viewer: Viewer, project_id: int, told: Told, source: str, today: date, *, months: bool
) -> None:
    if months and told.months:
        note_investment(viewer, project_id, entries=tuple(told.months), source=source, today=today)
    if told.values.get("person"):
        telephone = str(told.values.get("telephone", ""))
        name = str(told.values["person"])
        add_person(viewer, project_id, name=name, telephone=telephone, role=ROLE)


def _stored(value: Any) -> Any:
    return str(value) if value is not None and not isinstance(value, int | float | str) else value


def _typed(name: str, value: Any) -> Any:
    """A value as it was stored becomes what the form takes."""
    field: Any = Project._meta.get_field(name)
    return field.to_python(value) if isinstance(value, str) else value
