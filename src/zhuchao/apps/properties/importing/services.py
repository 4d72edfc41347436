"""Taking in a sheet of offers, planning its rows, applying them, and taking an import back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import PERSONAL, covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing import selectors
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.importing.opening import Sheet, open_sheet
from zhuchao.apps.properties.importing.planning import Plan, person_of, plan, refused
from zhuchao.apps.properties.importing.register import Register, key_of
from zhuchao.apps.properties.importing.telling import Problem, Told, is_offer, tell
from zhuchao.apps.properties.importing.writing import change_offer, make_offer
from zhuchao.apps.properties.models import Offer, OfferTick
from zhuchao.apps.properties.selectors.offers import BESIDE, CARRIERS
from zhuchao.apps.properties.services import move_offer
from zhuchao.core.errors import Refused, ZhuchaoError
from zhuchao.core.vocabulary.sheet import Head
from zhuchao.ground.files import keep, open_kept
from zhuchao.ground.sealed import masked

_S, _F = ImportRun.State, ImportRow.Fate
# One transaction a chunk: small enough for others to write in between, and for progress to move.
PLANNED_AT_ONCE = 200
APPLIED_AT_ONCE = 50
SAID_OF_SKIPPED = 60
# What somebody confirmed on the dry run is done, and nothing else.
CHANGED_SINCE = "核对之后登记有变动，这一行没有写入：请重新上传，看过新的核对结果再导入"


@transaction.atomic
def take_sheet(viewer: Viewer, *, name: str, content: bytes) -> ImportRun:
    """Keep a sheet and open it; its rows are planned by ``plan_rows``.

    Raises: NotAllowed; Unreadable, with what is wrong with the file, which is then not kept.
    """
    require(viewer, Subject.OFFER, Act.MAKE)
    sheet = open_sheet(content)
    run = ImportRun.objects.create(
        **ownership(viewer),
        name=covered(name.strip())[:200],
        digest=keep(content),
        size=len(content),
        sheet=covered(sheet.name)[:100],
        others=sheet.others,
        columns=[
            {"heading": covered(column.heading), "name": column.name, "unit": column.unit}
            for column in sheet.head.columns
        ],
        total=len(sheet.rows) - sheet.head.row - 1,
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
    rows = _told_rows(sheet, skipped)
    while chunk := list(islice(rows, PLANNED_AT_ONCE)):
        planned = _planned(viewer, chunk, register, seen)
        with transaction.atomic():
            ImportRow.objects.bulk_create(
                _row_of(run, sheet.head, told, each) for told, each in planned
            )
    with transaction.atomic():
        run.skipped, run.state = skipped, _S.READY
        run.save(update_fields=["skipped", "state"])
        log(viewer, "plan_import", Subject.OFFER, run)
    return run


@transaction.atomic
def start_applying(viewer: Viewer, run_id: int) -> ImportRun:
    """Let the planned rows be applied, by ``apply_rows`` in the background.

    Raises: NotAllowed, NotFound; Refused, when the run is not planned or there is nothing to do.
    """
    require(viewer, Subject.OFFER, Act.MAKE)
    run = _locked(viewer, run_id)
    if run.state not in (_S.READY, _S.FAILED):
        raise Refused(f"这次导入“{_S(run.state).label}”，不能再开始：请刷新查看结果")
    if not selectors.open_rows(viewer, run).exists():
        raise Refused("没有要新增或修改的行：改好有误的行后再上传")
    run.state, run.reason, run.applied_at = _S.APPLYING, "", timezone.now()
    run.save(update_fields=["state", "reason", "applied_at"])
    log(viewer, "apply_import", Subject.OFFER, run, rows=selectors.open_rows(viewer, run).count())
    return run


def apply_rows(viewer: Viewer, run_id: int) -> ImportRun:
    """Apply what is not applied yet, a chunk a transaction; begun anew, it goes on where it was.

    Each row is planned once more against the register as it is then, so that a row which another
    import applied meanwhile changes nothing.
    """
    run = selectors.run(viewer, run_id)
    if run.state != _S.APPLYING:
        return run
    sheet = open_sheet(open_kept(run.digest))
    by_number = {told.number: told for told in _told_rows(sheet, [])}
    register, counted = Register(viewer), _tick_of(run)
    while numbers := list(
        selectors.open_rows(viewer, run).values_list("number", flat=True)[:APPLIED_AT_ONCE]
    ):
        with transaction.atomic():
            if _tick_of(run, is_locked=True) != counted:
                register = Register(viewer)
            _apply_chunk(viewer, run, [by_number[number] for number in numbers], register)
            counted = _tick_of(run)
    with transaction.atomic():
        run.state = _S.DONE
        run.save(update_fields=["state"])
        log(viewer, "finish_import", Subject.OFFER, run)
    return run


@transaction.atomic
def note_broken_off(viewer: Viewer, run_id: int, *, reason: str) -> ImportRun:
    """Say why the background work of a run ended early; what was applied stays applied."""
    run = _locked(viewer, run_id)
    run.state, run.reason = _S.FAILED, reason
    run.save(update_fields=["state", "reason"])
    log(viewer, "break_off_import", Subject.OFFER, run)
    return run


@transaction.atomic
def take_back_import(viewer: Viewer, run_id: int) -> ImportRun:
    """Take the run's new offers off, as far as nobody changed them since; changes stay.

    Raises: NotAllowed, NotFound; Refused, when nothing of it can be taken back.
    """
    run = _locked(viewer, run_id)
    made = list(selectors.untouched(viewer, run))
    if run.state != _S.DONE or not made:
        raise Refused("没有可以撤销的新增房源：导入后改动过的不再撤销，请逐条下架")
    today = timezone.localdate()
    for row in made:
        if row.offer_id is not None:
            move_offer(viewer, row.offer_id, state=Offer.State.OFF, today=today)
    run.state = _S.UNDONE
    run.save(update_fields=["state"])
    log(viewer, "take_back_import", Subject.OFFER, run, rows=len(made))
    return run


def _locked(viewer: Viewer, run_id: int) -> ImportRun:
    seen = selectors.run(viewer, run_id)
    return ImportRun.objects.select_for_update().get(pk=seen.pk)


def _tick_of(run: ImportRun, *, is_locked: bool = False) -> int:
    """How often the organisation's offers changed; locked, nobody else changes them meanwhile."""
    ticks = OfferTick.objects.select_for_update() if is_locked else OfferTick.objects
    return ticks.get_or_create(organisation_id=run.organisation_id)[0].number


def _told_rows(sheet: Sheet, skipped: list[tuple[int, str]]) -> Iterator[Told]:
    """The rows below the header; empty ones are passed over, headings between rows are noted."""
    for place, row in enumerate(sheet.rows[sheet.head.row + 1 :], sheet.head.row + 2):
        if not any(row):
            continue
        told = tell(sheet.head, row, place)
        if is_offer(told):
            yield told
        else:
            skipped.append((place, covered(" ".join(filter(None, row)))[:SAID_OF_SKIPPED]))


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
    offers = _offers([offer_id for _, offer_id, _ in found if offer_id is not None])
    return [
        (told, refused(told, problem))
        if problem
        else (told, _plan(viewer, told, offers.get(offer_id or 0), register))
        for told, offer_id, problem in found
    ]


def _plan(viewer: Viewer, told: Told, offer: Offer | None, register: Register) -> Plan:
    is_known = register.unit_id(told) is not None or register.plot_id(told) is not None
    return plan(viewer, told, offer, is_unit_known=is_known or offer is not None)


def _offers(ids: Sequence[int]) -> dict[int, Offer]:
    return Offer.objects.select_related(*CARRIERS, *BESIDE).in_bulk(ids)


def _row_of(run: ImportRun, head: Head, told: Told, planned: Plan) -> ImportRow:
    return ImportRow(
        run=run,
        number=told.number,
        title=_without_persons(told, told.record["title"])[:120],
        cells=[
            masked(cell) if column.name in _PERSONS else _without_persons(told, cell)
            for column, cell in zip(head.columns, told.cells, strict=True)
        ],
        fate=planned.fate,
        changes=_changes(told, planned),
        errors=[_covered(told, asdict(problem)) for problem in planned.problems],
        notes=[_without_persons(told, note) for note in planned.notes],
        offer=planned.offer,
    )


_QUOTED = frozenset({"old", "new", "why"})
_PERSONS = frozenset(f"term:{key.value}" for key in PERSONAL)


def _without_persons(told: Told, text: str) -> str:
    return covered(text, names=[person_of(told)[0]])


def _changes(told: Told, planned: Plan) -> list[dict[str, Any]]:
    return [_covered(told, asdict(change)) for change in planned.changes]


def _covered(told: Told, said: dict[str, Any]) -> dict[str, Any]:
    """A change or a problem without persons; the example of a telephone is nobody's."""
    return {
        name: _without_persons(told, value) if name in _QUOTED else value
        for name, value in said.items()
    }


def _apply_chunk(viewer: Viewer, run: ImportRun, chunk: Sequence[Told], register: Register) -> None:
    rows = {row.number: row for row in run.rows.filter(number__in=[told.number for told in chunk])}
    for told in chunk:
        row = rows[told.number]
        try:
            with transaction.atomic():
                offer = _apply(viewer, told, register, row)
        except ZhuchaoError as failure:
            row.fate, row.errors = _F.ERROR, [asdict(Problem(-1, failure.sentence))]
        else:
            register.add(offer)
            row.offer, row.tick = offer, offer.tick
        row.is_done = True
        row.save(update_fields=["fate", "errors", "offer", "tick", "is_done"])


def _apply(viewer: Viewer, told: Told, register: Register, row: ImportRow) -> Offer:
    """Raises: Refused, when something stands against the row by now, or it would do otherwise."""
    offer_id = register.find(told)
    offer = _offers([offer_id])[offer_id] if offer_id is not None else None
    planned = _plan(viewer, told, offer, register)
    if planned.fate == _F.ERROR:
        raise Refused("；".join(problem.why for problem in planned.problems))
    if planned.fate == _F.SAME and offer is not None:
        return offer
    if (planned.fate, _changes(told, planned)) != (row.fate, row.changes):
        raise Refused(CHANGED_SINCE)
    today = timezone.localdate()
    if offer is None:
        return make_offer(viewer, told, register, today=today)
    return change_offer(viewer, offer, told, planned, today=today)
