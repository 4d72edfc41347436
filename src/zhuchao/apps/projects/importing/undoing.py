"""What follows an import: another person confirms its stages, or its giver takes it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects.importing import selectors, writing
from zhuchao.apps.projects.importing.models import LedgerRow, LedgerRun
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.services.staging import check_stage
from zhuchao.apps.projects.staging import append, held
from zhuchao.core.errors import Refused

WHY = "台账导入撤销"


@transaction.atomic
def check_ledger(viewer: Viewer, run_id: int) -> int:
    """Confirm all stages that an import told; how many there were.

    Raises: NotFound; Refused, for one's own import, and where nothing waits.
    """
    run = selectors.run(viewer, run_id)
    if run.owner_id == viewer.person_id:
        raise Refused("自己导入的阶段要由另一位同事核实：请转给科长或同组同事")
    waiting = list(selectors.unchecked(viewer, run).order_by("pk").values_list("project_id", "pk"))
    if not waiting:
        raise Refused("这次导入没有待核实的阶段")
    for project_id, event_id in waiting:
        check_stage(viewer, project_id, event_id, is_confirmed=True, note=run.name)
    log(viewer, "check_ledger", Subject.PROJECT, run, events=len(waiting))
    return len(waiting)


@transaction.atomic
def take_back_ledger(viewer: Viewer, run_id: int) -> LedgerRun:
    """End the run's new projects and give changed ones their details back, where nobody went on.

    What was appended (stages, money) stays in the history. Raises: NotFound; Refused.
    """
    run = selectors.run(viewer, run_id)
    rows = selectors.untouched(viewer, run)
    if run.owner_id != viewer.person_id or run.state != LedgerRun.State.DONE or not rows:
        raise Refused("没有可以撤销的项目：导入后又办理过的不再撤销，请逐个处理")
    for row in rows:
        if row.fate == LedgerRow.Fate.NEW and row.project is not None:
            _end(viewer, row.project, timezone.localdate())
        else:
            writing.restore(viewer, row)
    run.state = LedgerRun.State.UNDONE
    run.save(update_fields=["state"])
    log(viewer, "take_back_ledger", Subject.PROJECT, run, rows=len(rows))
    return run


def _end(viewer: Viewer, project: Project, today: date) -> None:
    """Stages that only the ledger told are withdrawn by ending it; the history keeps them."""
    locked = held(viewer, project.pk)
    ladder = ladder_of(locked)
    final = next((each for each in ladder.stages if each.is_final), None)
    if final is None:
        raise Refused(f"“{ladder.title}”没有终止这一步，不能整批撤销：请逐个处理")
    proof = DocumentForm(final.evidence[0], WHY)
    append(viewer, locked, StageEntry(final.key, today, (proof,), note=WHY), today)
