"""One more event of a project, and what its events say now; for the services alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.closing import refuse_closed
from zhuchao.apps.projects.documents import keep_documents
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.apps.projects.lighting import relight_one
from zhuchao.apps.projects.mapping import StageEntry, to_events
from zhuchao.apps.projects.models import (
    Document,
    Project,
    StageEvent,
    StageReached,
)
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import history, stages
from zhuchao.core.vocabulary import stage as vocabulary


def held(viewer: Viewer, project_id: int) -> Project:
    """A project that the viewer may change, locked. Raises: NotFound."""
    allowed = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    project = allowed.select_for_update(of=("self",)).filter(pk=project_id).first()
    if project is None:
        raise NotFound("没有这个项目，或不在您的范围内")
    return project


def append(
    viewer: Viewer,
    project: Project,
    entry: StageEntry,
    today: date,
    corrects: StageEvent | None = None,
) -> StageEvent:
    """One more event of a locked project, with its documents. Raises: Refused."""
    refuse_closed(project, entry.occurred_on)
    ladder = ladder_of(project)
    stage = stages.stage_named(ladder, entry.stage)
    if stage.is_reasoned and not entry.note.strip():
        raise Refused(f"进入“{stage.name}”要写明原因：请填写说明")
    if stage.is_reviewed and (entry.review_on is None or entry.review_on <= today):
        raise Refused(f"进入“{stage.name}”要定下复核日期：请填写今天之后的日期")
    documents = [
        *keep_documents(viewer, project, entry.documents),
        *Document.objects.filter(project=project, pk__in=entry.document_ids),
    ]
    names = {kind.key: kind.name for kind in reference.document_kinds()}
    stages.require_evidence(stage, (each.kind for each in documents), names)
    made = _event(viewer, project, entry, stage, corrects)
    made.documents.set(documents)
    stages.require_order(ladder, history.standing(events_of(project)), today)
    note_present(project, today)
    return made


def _event(
    viewer: Viewer,
    project: Project,
    entry: StageEntry,
    stage: vocabulary.Stage,
    corrects: StageEvent | None,
    *,
    is_told: bool = False,
) -> StageEvent:
    return StageEvent.objects.create(
        project=project,
        stage=stage.key,
        occurred_on=entry.occurred_on,
        recorded_at=timezone.now(),
        recorded_by_id=viewer.person_id,
        corrects=corrects,
        needs_check=stage.is_checked or is_told,
        note=covered(entry.note.strip()),
        review_on=entry.review_on,
    )


def append_imported(
    viewer: Viewer,
    project: Project,
    reached: Sequence[tuple[str, date]],
    document: Document,
    today: date,
) -> list[StageEvent]:
    """The stages that a ledger tells of a locked project; each holds once another confirms it.

    Raises: Refused, for a closed year and for days that the ladder forbids.
    """
    ladder = ladder_of(project)
    refuse_closed(project, *(on for _, on in reached))
    made = []
    for key, on in reached:
        entry = StageEntry(key, on)
        event = _event(viewer, project, entry, stages.stage_named(ladder, key), None, is_told=True)
        event.documents.set([document])
        made.append(event)
    stages.require_order(ladder, history.standing(events_of(project)), today)
    note_present(project, today)
    return made


def events_of(project: Project) -> tuple[vocabulary.StageEvent, ...]:
    """All that was ever recorded, in the order of recording."""
    return to_events(project.events.select_related("check_made").order_by("recorded_at", "pk"))


def note_present(project: Project, today: date) -> None:
    """Repeat what the events say now where lists and rates look for it."""
    ladder, events = ladder_of(project), events_of(project)
    now = history.as_of(events, today) or history.standing(events)[0]
    project.stage, project.stage_on = now.stage, now.occurred_on
    project.save(update_fields=["stage", "stage_on"])
    StageReached.objects.filter(project=project).delete()
    StageReached.objects.bulk_create(
        StageReached(project=project, stage=key, on=event.occurred_on, event_id=event.number)
        for key, event in history.reached(ladder, events).items()
    )
    relight_one(project, cause="stage", today=today)
