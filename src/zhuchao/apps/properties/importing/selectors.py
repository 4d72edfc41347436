"""Imports of offers: a person's own runs, their rows, and how far they are."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.models import Offer
from zhuchao.apps.properties.services import FOLLOWS
from zhuchao.core.errors import NotFound
from zhuchao.ground.sheets.runs import Progress, counts_of, open_rows_of, progress_of

Rows = QuerySet[ImportRow]


def runs(viewer: Viewer) -> QuerySet[ImportRun]:
    """The viewer's own imports, newest first: a sheet holds telephones of whoever stands in it."""
    require(viewer, Subject.OFFER, Act.MAKE)
    mine = narrow(viewer, ImportRun.objects.all(), Subject.OFFER)
    return mine.filter(owner_id=viewer.person_id).order_by("-created_at", "-pk")


def run(viewer: Viewer, run_id: int) -> ImportRun:
    """Raises: NotFound."""
    found = runs(viewer).filter(pk=run_id).first()
    if found is None:
        raise NotFound("没有这次导入，或不是您上传的")
    return found


def rows(viewer: Viewer, run: ImportRun, *, fate: str = "") -> Rows:
    """The run's rows in the order of the sheet."""
    found = run.rows.select_related("offer").order_by("number")
    return found.filter(fate=fate) if fate in ImportRow.Fate.values else found


def counts(viewer: Viewer, run: ImportRun) -> dict[str, int]:
    """How many rows have each fate; every fate is there."""
    return counts_of(run.rows.all())


def progress(viewer: Viewer, run: ImportRun) -> Progress:
    """How far the run's present work is."""
    return progress_of(run, run.rows.all())


def open_rows(viewer: Viewer, run: ImportRun) -> Rows:
    """The rows that are still to be applied, in the order of the sheet."""
    return open_rows_of(run.rows.all())


def untouched(viewer: Viewer, run: ImportRun) -> Rows:
    """The rows whose offer nobody has changed since, and whose act can be taken back.

    An offer whose state the import changed is not among them: states have their own ways.
    """
    done = run.rows.filter(is_done=True, offer__tick=F("tick"))
    can_end = [state for state, after in FOLLOWS.items() if Offer.State.OFF in after]
    made = Q(fate=_F.NEW, offer__state__in=can_end)
    changed = Q(fate=_F.CHANGE, before__isnull=False)
    return done.filter(made | changed).select_related("offer").order_by("number")


_F = ImportRow.Fate
