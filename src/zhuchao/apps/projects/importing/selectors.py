"""Imports of ledgers: the runs that a viewer sees, their rows, and how far they are."""

from __future__ import annotations

from django.db.models import QuerySet

from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.importing.models import LedgerRow, LedgerRun
from zhuchao.apps.projects.importing.noting import source_of
from zhuchao.apps.projects.importing.writing import marks_of
from zhuchao.apps.projects.models import StageEvent
from zhuchao.core.errors import NotFound
from zhuchao.ground.sheets.runs import Progress, counts_of, open_rows_of, progress_of

Rows = QuerySet[LedgerRow]


def runs(viewer: Viewer) -> QuerySet[LedgerRun]:
    """The imports in the viewer's reach, newest first."""
    require(viewer, Subject.PROJECT, Act.MAKE)
    return narrow(viewer, LedgerRun.objects.all(), Subject.PROJECT).order_by("-created_at", "-pk")


def run(viewer: Viewer, run_id: int) -> LedgerRun:
    """Raises: NotFound."""
    found = runs(viewer).filter(pk=run_id).first()
    if found is None:
        raise NotFound("没有这次导入，或不在您的范围内")
    return found


def rows(viewer: Viewer, run: LedgerRun, *, fate: str = "") -> Rows:
    """The run's rows in the order of the sheet."""
    found = run.rows.select_related("project").order_by("number")
    return found.filter(fate=fate) if fate in LedgerRow.Fate.values else found


def counts(viewer: Viewer, run: LedgerRun) -> dict[str, int]:
    """How many rows have each fate; every fate is there."""
    return counts_of(run.rows.all())


def progress(viewer: Viewer, run: LedgerRun) -> Progress:
    """How far the run's present work is."""
    return progress_of(run, run.rows.all())


def open_rows(viewer: Viewer, run: LedgerRun) -> Rows:
    """The rows that are still to be applied, in the order of the sheet."""
    return open_rows_of(run.rows.all())


def untouched(viewer: Viewer, run: LedgerRun) -> list[LedgerRow]:
    """The rows whose project nobody has gone on from since."""
    done = run.rows.filter(is_done=True, fate__in=(LedgerRow.Fate.NEW, LedgerRow.Fate.CHANGE))
    rows = list(done.exclude(project=None).select_related("project").order_by("number"))
    marks = marks_of([row.project_id for row in rows if row.project_id])
    return [row for row in rows if row.mark == marks.get(row.project_id or 0)]


def unchecked(viewer: Viewer, run: LedgerRun) -> QuerySet[StageEvent]:
    """The stages that the run told and that nobody has confirmed or rejected yet."""
    told = run.rows.filter(is_done=True).values("project_id")
    waiting = StageEvent.objects.filter(project__in=told, needs_check=True, check_made=None)
    return waiting.filter(documents__title__startswith=source_of(run)).distinct()
