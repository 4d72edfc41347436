"""Taking in a sheet of offers, planning its rows, and setting it going."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from django.db import transaction

from zhuchao.apps.parties.sheets import run_columns
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing import selectors
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.importing.noting import row_of
from zhuchao.apps.properties.importing.opening import open_sheet
from zhuchao.apps.properties.importing.planning import Plan, offers_of, plan_row, refused
from zhuchao.apps.properties.importing.register import Register, key_of
from zhuchao.apps.properties.importing.telling import Told, told_rows
from zhuchao.core.errors import Refused
from zhuchao.ground.files import open_kept

_S, _F = ImportRun.State, ImportRow.Fate
# One transaction a chunk: small enough for others to write in between.
PLANNED_AT_ONCE = 200


@transaction.atomic
def take_sheet(viewer: Viewer, *, name: str, content: bytes) -> ImportRun:
    """Keep a sheet and open it; its rows are planned by ``plan_rows``.

    Raises: NotAllowed; Unreadable, with what is wrong with the file, which is then not kept.
    """
    require(viewer, Subject.OFFER, Act.MAKE)
    sheet = open_sheet(content)
    run = ImportRun.objects.create(
        **run_columns(viewer, name=name, content=content, sheet=sheet),
    )
    log(viewer, "take_sheet", Subject.OFFER, run, rows=run.total)
    return run


def plan_rows(viewer: Viewer, run_id: int) -> ImportRun:
    """Plan every row anew, a chunk a transaction; a run that is planned already stays as it is."""
    run = selectors.run(viewer, run_id)
    if run.state != _S.READING:
        return run
    run.rows.all().delete()
    sheet = open_sheet(open_kept(run.digest))
    register, seen = Register(viewer), dict[object, int]()
    skipped: list[tuple[int, str]] = []
    rows = told_rows(sheet, skipped)
    while chunk := list(islice(rows, PLANNED_AT_ONCE)):
        planned = _planned(viewer, chunk, register, seen)
        with transaction.atomic():
            ImportRow.objects.bulk_create(
                row_of(run, sheet.head, told, each) for told, each in planned
            )
    with transaction.atomic():
        run.note_planned(skipped)
        log(viewer, "plan_import", Subject.OFFER, run)
    return run


@transaction.atomic
def start_applying(viewer: Viewer, run_id: int) -> ImportRun:
    """Let the planned rows be applied, by ``apply_rows`` in the background.

    Raises: NotAllowed, NotFound; Refused, when the run is not planned or there is nothing to do.
    """
    require(viewer, Subject.OFFER, Act.MAKE)
    run = locked(viewer, run_id)
    count = selectors.open_rows(viewer, run).count()
    run.note_started(count)
    log(viewer, "apply_import", Subject.OFFER, run, rows=count)
    return run


@transaction.atomic
def note_broken_off(viewer: Viewer, run_id: int, *, reason: str) -> ImportRun:
    """Say why the background work of a run ended early; what was applied stays applied."""
    run = locked(viewer, run_id)
    run.note_broken_off(reason)
    log(viewer, "break_off_import", Subject.OFFER, run)
    return run


def locked(viewer: Viewer, run_id: int) -> ImportRun:
    """The run, held to the end of the caller's transaction. Raises: NotFound."""
    seen = selectors.run(viewer, run_id)
    return ImportRun.objects.select_for_update().get(pk=seen.pk)


def _planned(
    viewer: Viewer, chunk: Sequence[Told], register: Register, seen: dict[object, int]
) -> list[tuple[Told, Plan]]:
    """The chunk's plans; a row about what an earlier row is about is refused."""
    found: list[tuple[Told, int | None, str]] = []
    for told in chunk:
        try:
            offer_id, problem = register.find(told), ""
        except Refused as refusal:
            offer_id, problem = None, refusal.sentence
        first = seen.setdefault(("offer", offer_id) if offer_id else key_of(told), told.number)
        if first != told.number and not problem:
            problem = f"与第 {first} 行是同一处房源：请合并为一行，或用编号区分"
        found.append((told, offer_id, problem))
    offers = offers_of([offer_id for _, offer_id, _ in found if offer_id is not None])
    return [
        (told, refused(told, problem))
        if problem
        else (told, plan_row(viewer, told, offers.get(offer_id or 0), register))
        for told, offer_id, problem in found
    ]
