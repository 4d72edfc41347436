"""Applying the rows of an import, as its dry run showed them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.importing import selectors
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.importing.noting import changes_of, errors_of
from zhuchao.apps.properties.importing.opening import open_sheet
from zhuchao.apps.properties.importing.planning import offers_of, plan_row
from zhuchao.apps.properties.importing.register import Register
from zhuchao.apps.properties.importing.telling import Problem, Told, told_rows
from zhuchao.apps.properties.importing.writing import change_offer, kept_of, make_offer
from zhuchao.apps.properties.models import Offer, OfferTick
from zhuchao.core.errors import Refused, ZhuchaoError
from zhuchao.ground.files import open_kept

# One transaction a chunk: small enough for others to write in between, and for progress to move.
AT_ONCE = 50
# What somebody confirmed on the dry run is done, and nothing else.
CHANGED_SINCE = "核对之后登记有变动，这一行没有写入：请重新上传，看过新的核对结果再导入"
_F = ImportRow.Fate
COLUMNS = ("fate", "errors", "offer", "tick", "before", "is_done")


def apply_rows(viewer: Viewer, run_id: int) -> ImportRun:
    """Apply what is not applied yet, a chunk a transaction; begun anew, it goes on where it was.

    Each row is planned once more against the register as it is then: what another import did
    meanwhile is not done twice, and what the dry run did not show is not done at all.
    """
    run = selectors.run(viewer, run_id)
    if run.state != ImportRun.State.APPLYING:
        return run
    sheet = open_sheet(open_kept(run.digest))
    by_number = {told.number: told for told in told_rows(sheet, [])}
    register, counted = Register(viewer), _tick_of(run)
    while numbers := _next(viewer, run):
        with transaction.atomic():
            if _tick_of(run, is_locked=True) != counted:
                register = Register(viewer)
            _apply_chunk(viewer, run, [by_number[number] for number in numbers], register)
            counted = _tick_of(run)
    with transaction.atomic():
        run.note_done()
        log(viewer, "finish_import", Subject.OFFER, run)
    return run


def _next(viewer: Viewer, run: ImportRun) -> list[int]:
    return list(selectors.open_rows(viewer, run).values_list("number", flat=True)[:AT_ONCE])


def _tick_of(run: ImportRun, *, is_locked: bool = False) -> int:
    """How often the organisation's offers changed; locked, nobody else changes them meanwhile."""
    ticks = OfferTick.objects.select_for_update() if is_locked else OfferTick.objects
    return ticks.get_or_create(organisation_id=run.organisation_id)[0].number


def _apply_chunk(viewer: Viewer, run: ImportRun, chunk: Sequence[Told], register: Register) -> None:
    rows = {row.number: row for row in run.rows.filter(number__in=[told.number for told in chunk])}
    for told in chunk:
        row = rows[told.number]
        try:
            with transaction.atomic():
                row.offer = _apply(viewer, told, register, row)
        except ZhuchaoError as failure:
            row.fate, row.errors = _F.ERROR, errors_of(told, [Problem(-1, failure.sentence)])
        else:
            register.add(row.offer)
            row.tick = row.offer.tick
        row.is_done = True
        row.save(update_fields=COLUMNS)


def _apply(viewer: Viewer, told: Told, register: Register, row: ImportRow) -> Offer:
    """Raises: Refused, when something stands against the row by now, or it would do otherwise."""
    offer_id = register.find(told)
    offer = offers_of([offer_id])[offer_id] if offer_id is not None else None
    planned = plan_row(viewer, told, offer, register)
    if planned.problems:
        raise Refused("；".join(problem.why for problem in planned.problems))
    if planned.fate == _F.SAME and offer is not None:
        row.fate = _F.SAME
        return offer
    if (planned.fate, changes_of(told, planned)) != (row.fate, row.changes):
        raise Refused(CHANGED_SINCE)
    today = timezone.localdate()
    if offer is None:
        return make_offer(viewer, told, register, today=today)
    is_moved = any(change.name == "state" for change in planned.changes)
    row.before = None if is_moved else kept_of(offer)
    return change_offer(viewer, offer, told, planned, today=today)
