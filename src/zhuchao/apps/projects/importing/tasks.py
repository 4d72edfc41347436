"""The background work of a ledger's import, and the two acts that set it going."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django_tasks import task

from zhuchao.apps.parties.sheets import worked
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.importing import services
from zhuchao.apps.projects.importing.models import LedgerRun


@transaction.atomic
def take_in(viewer: Viewer, *, name: str, content: bytes, prefers_sheet: bool = False) -> LedgerRun:
    """Keep a ledger and have its rows planned. Raises: NotAllowed, Unreadable."""
    run = services.take_ledger(viewer, name=name, content=content, prefers_sheet=prefers_sheet)
    plan_ledger.enqueue(run.pk)
    return run


@transaction.atomic
def set_going(viewer: Viewer, run_id: int) -> LedgerRun:
    """Have the planned rows applied. Raises: NotAllowed, NotFound, Refused."""
    run = services.start_ledger(viewer, run_id)
    apply_ledger.enqueue(run.pk)
    return run


@task()
def plan_ledger(run_id: int) -> str:
    """Plan the run's rows as its owner sees the register; the state that it is in then."""
    return _worked(services.plan_ledger, run_id)


@task()
def apply_ledger(run_id: int) -> str:
    """Apply the run's rows with its owner's rights; the state that it is in then."""
    return _worked(services.apply_ledger, run_id)


def _worked(work: Callable[[Viewer, int], LedgerRun], run_id: int) -> str:
    run = LedgerRun.objects.select_related("owner").get(pk=run_id)
    return worked(run, work, services.break_off_ledger)
