"""Importing offers: giving a sheet, its dry run, how far it is, and what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.properties.importing import exporting, selectors, tasks, undoing
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
    require(request.viewer, Subject.OFFER, Act.MAKE)
    return _take(request) if request.method == "POST" else _list(request)


@desk
@require_safe
def template(request: DeskRequest) -> HttpResponseBase:
    """An empty sheet with the columns and an example."""
    require(request.viewer, Subject.OFFER, Act.MAKE)
    return book_file("房源导入模板", exporting.headings(), [exporting.template_row()])


@desk
@require_safe
def show(request: DeskRequest, run_id: int) -> HttpResponse:
    return _show(request, run_id)


@desk
@require_POST
def apply(request: DeskRequest, run_id: int) -> HttpResponse:
    def act() -> str:
        tasks.set_going(request.viewer, run_id)
        return reverse("desk:offer_import", args=[run_id])

    return perform(
        request,
        act,
        said="已开始导入：可以离开本页，办完后在这里看结果。",
        again=lambda sentence, status: _show(request, run_id, status, problem=sentence),
    )


@desk
@require_POST
def take_back(request: DeskRequest, run_id: int) -> HttpResponse:
    def act() -> str:
        undoing.take_back_import(request.viewer, run_id)
        return reverse("desk:offer_import", args=[run_id])

    return perform(
        request,
        act,
        said="已撤销：新增的已下架，修改的已还原；之后又改动过的没有动。",
        again=lambda sentence, status: _show(request, run_id, status, problem=sentence),
    )


@desk
@require_safe
def errors(request: DeskRequest, run_id: int) -> HttpResponseBase:
    """The refused rows as they came, each with its reasons."""
    run = selectors.run(request.viewer, run_id)
    heads, rows = exporting.failed_rows(request.viewer, run)
    return book_file(f"有误的行-{run.name.rpartition('.')[0] or run.name}", heads, rows)


def _take(request: DeskRequest) -> HttpResponse:
    try:
        name, content = given_file(request)
        run = tasks.take_in(request.viewer, name=name, content=content)
    except ZhuchaoError as failure:
        return _list(request, failure.sentence, status_of(failure))
    messages.success(request, f"已收到“{run.name}”，正在逐行核对；还没有写入任何房源。")
    return HttpResponseRedirect(reverse("desk:offer_import", args=[run.pk]))


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
    return render(request, "desk/imports.html", context, status=status)


def _show(request: DeskRequest, run_id: int, status: int = 200, problem: str = "") -> HttpResponse:
    viewer = request.viewer
    run = selectors.run(viewer, run_id)
    progress = selectors.progress(viewer, run)
    if is_asked_for_progress(request):
        return render_progress(request, run, progress, reverse("desk:offer_import", args=[run.pk]))
    fate, counts = request.GET.get("state", ""), selectors.counts(viewer, run)
    found = selectors.rows(viewer, run, fate=fate)
    listed = listing.list_page(request, found, sorts=SORTS, default="number")
    context = {
        "run": run,
        "is_working": run.state in WORKING,
        "progress": progress,
        "counts": counts,
        "to_do": selectors.open_rows(viewer, run).count(),
        "untouched": selectors.untouched(viewer, run).count() if run.state == "done" else 0,
        "columns": columns_of(run),
        "listing": listed,
        "rows": rows_of(run, listed.page),
        "tabs": [(key, f"{label} {counts[key]}") for key, label in choices("fate")],
        "problem": problem,
    }
    return render_run(request, "desk/import.html", "desk/_import_rows.html", context, status)
