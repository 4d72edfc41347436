"""The background work of an import, and the two acts that set it going."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django_tasks import task

from zhuchao.apps.parties.sheets import worked
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.importing import applying, services
from zhuchao.apps.properties.importing.models import ImportRun


@transaction.atomic
def take_in(viewer: Viewer, *, name: str, content: bytes) -> ImportRun:
    """Keep a sheet and have its rows planned. Raises: NotAllowed, Unreadable."""
    run = services.take_sheet(viewer, name=name, content=content)
    plan_import.enqueue(run.pk)
    return run


@transaction.atomic
def set_going(viewer: Viewer, run_id: int) -> ImportRun:
    """Have the planned rows applied. Raises: NotAllowed, NotFound, Refused."""
    run = services.start_applying(viewer, run_id)
    apply_import.enqueue(run.pk)
    return run


@task()
def plan_import(run_id: int) -> str:
    """Plan the run's rows as its owner sees the register; the state that it is in then."""
    return _worked(services.plan_rows, run_id)


@task()
def apply_import(run_id: int) -> str:
    """Apply the run's rows with its owner's rights; the state that it is in then."""
    return _worked(applying.apply_rows, run_id)


def _worked(work: Callable[[Viewer, int], ImportRun], run_id: int) -> str:
    run = ImportRun.objects.select_related("owner").get(pk=run_id)
    return worked(run, work, services.note_broken_off)
