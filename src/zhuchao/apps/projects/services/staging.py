"""Entering stages by evidence; corrections and checks are events as well."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects.closing import refuse_closed
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.apps.projects.mapping import StageEntry
from zhuchao.apps.projects.models import Project, StageCheck, StageEvent
from zhuchao.apps.projects.staging import append, events_of, held, note_present
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import history, stages
from zhuchao.core.vocabulary import stage as vocabulary


@transaction.atomic
def enter_stage(viewer: Viewer, project_id: int, *, entry: StageEntry, today: date) -> Project:
    """Append a stage event.

    Raises: NotFound; Refused, for an unknown stage, a day ahead, an order that the ladder forbids,
    and documents that do not prove the stage.
    """
    project = held(viewer, project_id)
    made = append(viewer, project, entry, today)
    log(viewer, "enter_stage", Subject.PROJECT, project, stage=made.stage, event=made.pk)
    return project


@transaction.atomic
def correct_stage(
    viewer: Viewer, project_id: int, event_id: int, *, entry: StageEntry, today: date
) -> Project:
    """Append what really happened in the place of an event; that one is kept.

    Raises: as ``enter_stage``; Refused without a reason, and for what was corrected already.
    """
    project = held(viewer, project_id)
    wrong = _correctable(project, event_id, entry.note)
    made = append(viewer, project, entry, today, corrects=wrong)
    log(viewer, "correct_stage", Subject.PROJECT, project, event=made.pk, corrects=wrong.pk)
    return project


@transaction.atomic
def withdraw_stage(
    viewer: Viewer, project_id: int, event_id: int, *, reason: str, today: date
) -> Project:
    """Append that an event did not happen; it is kept.

    Raises: NotFound; Refused without a reason, for the first event, and for what was corrected.
    """
    project = held(viewer, project_id)
    wrong = _correctable(project, event_id, reason)
    events = events_of(project)
    if history.standing(events)[0].number == wrong.pk:
        raise Refused("这是项目的第一条阶段记录，不能撤销：日期有误请用“更正”")
    now = timezone.now()
    withdrawal = vocabulary.StageEvent(
        wrong.pk + 1, wrong.stage, wrong.occurred_on, now, now, wrong.pk, is_withdrawal=True
    )
    stages.require_order(ladder_of(project), history.standing((*events, withdrawal)), today)
    made = StageEvent.objects.create(
        project=project,
        stage=wrong.stage,
        occurred_on=wrong.occurred_on,
        recorded_at=now,
        recorded_by_id=viewer.person_id,
        corrects=wrong,
        is_withdrawal=True,
        note=covered(reason.strip()),
    )
    log(viewer, "withdraw_stage", Subject.PROJECT, project, stage=wrong.stage, event=made.pk)
    note_present(project, now.date())
    return project


@transaction.atomic
def check_stage(
    viewer: Viewer, project_id: int, event_id: int, *, is_confirmed: bool, note: str = ""
) -> Project:
    """Confirm or reject an event that somebody else recorded.

    Raises: NotFound; Refused, for one's own record, what needs no check or has one, and a
    rejection without a reason.
    """
    project = held(viewer, project_id)
    event = project.events.filter(pk=event_id, needs_check=True).first()
    if event is None or viewer.person_id is None:
        raise NotFound("没有待核实的这条记录，或不在您的范围内")
    if event.recorded_by_id == viewer.person_id:
        raise Refused("自己记的阶段要由另一位同事核实：请转给科长或同组同事")
    if StageCheck.objects.filter(event=event).exists():
        raise Refused("这条记录已经核实过，不用再核")
    if not is_confirmed and not note.strip():
        raise Refused("请写明不属实的理由")
    StageCheck.objects.create(
        event=event,
        is_confirmed=is_confirmed,
        checked_at=timezone.now(),
        checked_by_id=viewer.person_id,
        note=covered(note.strip()),
    )
    log(viewer, "check_stage", Subject.PROJECT, project, event=event.pk, confirmed=is_confirmed)
    note_present(project, timezone.localdate())
    return project


def _correctable(project: Project, event_id: int, reason: str) -> StageEvent:
    event = project.events.filter(pk=event_id).first()
    if event is None:
        raise NotFound("没有这条阶段记录，或不在您的范围内")
    if event.pk not in {each.number for each in history.standing(events_of(project))}:
        raise Refused("这条记录已经更正或撤销过：请更正现在有效的那一条")
    if not reason.strip():
        raise Refused("请写明更正的理由")
    refuse_closed(project, event.occurred_on)
    return event
