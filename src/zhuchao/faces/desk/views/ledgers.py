"""Importing a ledger of projects: giving it, its dry run, how far it is, and what became of it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects.importing import exporting, selectors, tasks, undoing
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform, status_of
from zhuchao.faces.desk.exporting import book_file
from zhuchao.faces.desk.importing import (
    WORKING,
    columns_of,
    given_file,
    is_asked_for_progress,
    render_progress,
    render_run,
    rows_of,
)
from zhuchao.faces.hand.words import choices
from zhuchao.ground.sheets import MOST_BYTES, MOST_ROWS

SORTS = {"number": "number"}


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.MAKE)
    return _take(request) if request.method == "POST" else _list(request)


@desk
@require_safe
def template(request: DeskRequest) -> HttpResponseBase:
    """An empty ledger with the columns and an example."""
    require(request.viewer, Subject.PROJECT, Act.MAKE)
    return book_file("项目台账导入模板", exporting.headings(), [exporting.template_row()])


@desk
@require_safe
def show(request: DeskRequest, run_id: int) -> HttpResponse:
    return _show(request, run_id)


@desk
@require_POST
def apply(request: DeskRequest, run_id: int) -> HttpResponse:
    said = "已开始导入：可以离开本页，办完后在这里看结果。"
    return _act(request, run_id, lambda: tasks.set_going(request.viewer, run_id), said)


@desk
@require_POST
def check(request: DeskRequest, run_id: int) -> HttpResponse:
    said = "已核实：这次导入的阶段从现在起作数。"
    return _act(request, run_id, lambda: undoing.check_ledger(request.viewer, run_id), said)


@desk
@require_POST
def take_back(request: DeskRequest, run_id: int) -> HttpResponse:
    said = "已撤销：新增的项目已终止，修改的已还原；之后又办理过的没有动。"
    return _act(request, run_id, lambda: undoing.take_back_ledger(request.viewer, run_id), said)


@desk
@require_safe
def errors(request: DeskRequest, run_id: int) -> HttpResponseBase:
    """The refused rows as they came, each with its reasons."""
    run = selectors.run(request.viewer, run_id)
    heads, rows = exporting.failed_rows(request.viewer, run)
    return book_file(f"有误的行-{run.name.rpartition('.')[0] or run.name}", heads, rows)


def _act(request: DeskRequest, run_id: int, work: Callable[[], object], said: str) -> HttpResponse:
    def act() -> str:
        work()
        return reverse("desk:ledger", args=[run_id])

    return perform(
        request,
        act,
        said=said,
        again=lambda sentence, status: _show(request, run_id, status, problem=sentence),
    )


def _take(request: DeskRequest) -> HttpResponse:
    prefers_sheet = bool(request.POST.get("prefers_sheet"))
    try:
        name, content = given_file(request)
        run = tasks.take_in(request.viewer, name=name, content=content, prefers_sheet=prefers_sheet)
    except ZhuchaoError as failure:
        return _list(request, failure.sentence, status_of(failure))
    messages.success(request, f"已收到“{run.name}”，正在逐行核对；还没有写入任何项目。")
    return HttpResponseRedirect(reverse("desk:ledger", args=[run.pk]))


def _list(request: DeskRequest, problem: str = "", status: int = 200) -> HttpResponse:
    found = selectors.runs(request.viewer)
    context = {
        "listing": listing.list_page(
            request, found, sorts={"created": "created_at"}, default="-created"
        ),
        "most_rows": MOST_ROWS,
        "most_mb": MOST_BYTES // 1024**2,
        "problem": problem,
    }
    return render(request, "desk/ledgers.html", context, status=status)


def _show(request: DeskRequest, run_id: int, status: int = 200, problem: str = "") -> HttpResponse:
    viewer = request.viewer
    run = selectors.run(viewer, run_id)
    progress = selectors.progress(viewer, run)
    if is_asked_for_progress(request):
        return render_progress(request, run, progress, reverse("desk:ledger", args=[run.pk]))
    fate, counts = request.GET.get("state", ""), selectors.counts(viewer, run)
    found = selectors.rows(viewer, run, fate=fate)
    listed = listing.list_page(request, found, sorts=SORTS, default="number")
    is_own, is_done = run.owner_id == viewer.person_id, run.state == "done"
    context = {
        "run": run,
        "is_own": is_own,
        "is_working": run.state in WORKING,
        "progress": progress,
        "counts": counts,
        "to_do": selectors.open_rows(viewer, run).count(),
        "untouched": len(selectors.untouched(viewer, run)) if is_done and is_own else 0,
        "unchecked": selectors.unchecked(viewer, run).count() if is_done else 0,
        "columns": columns_of(run, is_ledger=True),
        "listing": listed,
        "rows": rows_of(run, listed.page, is_ledger=True),
        "tabs": [(key, f"{label} {counts[key]}") for key, label in choices("fate")],
        "problem": problem,
    }
    return render_run(request, "desk/ledger.html", "desk/_ledger_rows.html", context, status)
