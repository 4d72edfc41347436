"""Taking in a ledger, planning its rows, applying them as shown, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.sheets import run_columns
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.importing import selectors, writing
from zhuchao.apps.projects.importing.models import LedgerRow, LedgerRun
from zhuchao.apps.projects.importing.noting import changes_of, errors_of, row_of, source_of
from zhuchao.apps.projects.importing.opening import open_sheet
from zhuchao.apps.projects.importing.planning import Plan, plan, with_all
from zhuchao.apps.projects.importing.register import Register, key_of
from zhuchao.apps.projects.importing.telling import Problem, Told, told_rows
from zhuchao.apps.projects.laddering import house_ladder
from zhuchao.apps.projects.models import Project
from zhuchao.core.errors import Refused, ZhuchaoError
from zhuchao.ground.files import open_kept

_S, _F = LedgerRun.State, LedgerRow.Fate
# One transaction a chunk: small enough for others to write in between, and for progress to move.
PLANNED_AT_ONCE, APPLIED_AT_ONCE = 200, 20
CHANGED_SINCE = "核对之后登记有变动，这一行没有写入：请重新上传，看过新的核对结果再导入"


@transaction.atomic
def take_ledger(
    viewer: Viewer, *, name: str, content: bytes, prefers_sheet: bool = False
) -> LedgerRun:
    """Keep a ledger and open it; its rows are planned by ``plan_ledger``.

    Raises: NotAllowed; Unreadable, with what is wrong with the file, which is then not kept.
    """
    require(viewer, Subject.PROJECT, Act.MAKE)
    sheet = open_sheet(content)
    run = LedgerRun.objects.create(
        **run_columns(viewer, name=name, content=content, sheet=sheet),
        prefers_sheet=prefers_sheet,
    )
    log(viewer, "take_ledger", Subject.PROJECT, run, rows=run.total)
    return run


def plan_ledger(viewer: Viewer, run_id: int) -> LedgerRun:
    """Plan every row anew, a chunk a transaction; a planned run stays as it is."""
    run, today = selectors.run(viewer, run_id), timezone.localdate()
    if run.state != _S.READING:
        return run
    run.rows.all().delete()
    sheet, skipped = open_sheet(open_kept(run.digest)), list[tuple[int, str]]()
    register, seen = Register(viewer), dict[object, int]()
    rows = told_rows(sheet, house_ladder(viewer, today)[0], skipped)
    while chunk := list(islice(rows, PLANNED_AT_ONCE)):
        planned = _planned(viewer, run, chunk, register, seen)
        with transaction.atomic():
            LedgerRow.objects.bulk_create(row_of(run, sheet.head, *each) for each in planned)
    with transaction.atomic():
        run.note_planned(skipped)
        log(viewer, "plan_ledger", Subject.PROJECT, run)
    return run


@transaction.atomic
def start_ledger(viewer: Viewer, run_id: int) -> LedgerRun:
    """Let the planned rows be applied in the background.

    Raises: NotAllowed, NotFound; Refused, when it is not planned or there is nothing to do.
    """
    run = _locked(viewer, run_id)
    count = selectors.open_rows(viewer, run).count()
    run.note_started(count)
    log(viewer, "apply_ledger", Subject.PROJECT, run, rows=count)
    return run


def apply_ledger(viewer: Viewer, run_id: int) -> LedgerRun:
    """Apply what is not applied yet; begun anew, it goes on where it was.

    Each row is planned once more: what the dry run did not show is not done.
    """
    run, today = selectors.run(viewer, run_id), timezone.localdate()
    if run.state != _S.APPLYING:
        return run
    sheet = open_sheet(open_kept(run.digest))
    rows = told_rows(sheet, house_ladder(viewer, today)[0], [])
    by_number = {told.number: told for told in rows}
    while numbers := _next(viewer, run):
        with transaction.atomic():
            register = Register(viewer)
            for row in run.rows.filter(number__in=numbers).order_by("number"):
                _apply_row(viewer, run, row, by_number[row.number], register)
    with transaction.atomic():
        run.note_done()
        log(viewer, "finish_ledger", Subject.PROJECT, run)
    return run


@transaction.atomic
def break_off_ledger(viewer: Viewer, run_id: int, *, reason: str) -> LedgerRun:
    """Say why the background work ended early; what was applied stays applied."""
    run = _locked(viewer, run_id)
    run.note_broken_off(reason)
    log(viewer, "break_off_ledger", Subject.PROJECT, run)
    return run


def _locked(viewer: Viewer, run_id: int) -> LedgerRun:
    """The viewer's own run, held to the end of the transaction. Raises: NotFound, Refused."""
    seen = selectors.run(viewer, run_id)
    if seen.owner_id != viewer.person_id:
        raise Refused("这次导入由别人上传：请由上传的人继续办理")
    return LedgerRun.objects.select_for_update().get(pk=seen.pk)


def _next(viewer: Viewer, run: LedgerRun) -> list[int]:
    numbers = selectors.open_rows(viewer, run).values_list("number", flat=True)
    return list(numbers[:APPLIED_AT_ONCE])


def _planned(
    viewer: Viewer,
    run: LedgerRun,
    chunk: Sequence[Told],
    register: Register,
    seen: dict[object, int],
) -> list[tuple[Told, Plan]]:
    """The chunk's plans; a row about what an earlier row is about is refused."""
    found = []
    for told in chunk:
        try:
            project_id = register.find(told)
        except Refused as refusal:
            project_id = None
            told.problems.append(Problem(-1, refusal.sentence))
        first = seen.setdefault(project_id or key_of(told), told.number)
        if first != told.number and told.title:
            why = f"与第 {first} 行是同一个项目：请合并为一行，或用项目编号区分"
            told.problems.append(Problem(-1, why))
        found.append((told, project_id))
    known = with_all(Project.objects.all()).in_bulk([pk for _, pk in found if pk])
    return [(told, _plan(viewer, run, told, known.get(pk or 0))) for told, pk in found]


def _plan(viewer: Viewer, run: LedgerRun, told: Told, project: Project | None) -> Plan:
    today: date = timezone.localdate()
    ladder = house_ladder(viewer, today)[0]
    return plan(told, project, ladder, today, prefers_sheet=run.prefers_sheet)


def _apply_row(
    viewer: Viewer, run: LedgerRun, row: LedgerRow, told: Told, register: Register
) -> None:
    try:
        with transaction.atomic():
            _write(viewer, run, row, told, register)
    except ZhuchaoError as failure:
        row.fate, row.errors = _F.ERROR, errors_of(told, [Problem(-1, failure.sentence)])
    row.is_done = True
    row.save(update_fields=["fate", "errors", "project", "before", "mark", "is_done"])


def _write(viewer: Viewer, run: LedgerRun, row: LedgerRow, told: Told, register: Register) -> None:
    """Raises: Refused, when something stands against the row by now, or it would do otherwise."""
    project_id, today = register.find(told), timezone.localdate()
    project = with_all(Project.objects.all()).filter(pk=project_id).first() if project_id else None
    planned = _plan(viewer, run, told, project)
    if planned.problems:
        raise Refused("；".join(problem.why for problem in planned.problems))
    if (planned.fate, changes_of(told, planned)) != (row.fate, row.changes):
        if planned.fate != _F.SAME:
            raise Refused(CHANGED_SINCE)
        row.fate = _F.SAME
    source = source_of(run, row.number)
    if project is None:
        project = writing.make_project(viewer, told, source, today)
        register.add(project.pk, project.code, project.title, str(told.values.get("company", "")))
    elif planned.fate == _F.CHANGE:
        row.before = writing.change_project(viewer, planned, told, source, today)
    row.project, row.mark = project, writing.mark_of(project.pk)
