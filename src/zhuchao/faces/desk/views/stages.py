"""Stages of a project: entered, corrected, withdrawn, checked; and its documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.core.errors import NotFound
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.project_page import kind_names, name_of, render_project, stage_form
from zhuchao.faces.desk.stage_forms import EvidenceForm, StageForm, first_day

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project, StageEvent

INCOMPLETE = "还差几项，见下方标红处。"


@desk
@require_POST
def enter(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    known = list(selectors.documents(request.viewer, project_id))
    form = stage_form(request, project, known)
    if not form.is_valid():
        return render_project(request, project, 422, form=form, problem=INCOMPLETE)
    name = name_of(ladder_of(project), form.cleaned_data["stage"])

    def act() -> str:
        services.enter_stage(
            request.viewer, project_id, entry=form.entry(), today=timezone.localdate()
        )
        return reverse("desk:project", args=[project_id])

    return perform(
        request,
        act,
        said=f"项目 {project.code} 已进入“{name}”。",
        again=lambda told, status: render_project(
            request, project, status, form=form, problem=told
        ),
    )


@desk
@require_http_methods(["GET", "POST"])
def correct(request: DeskRequest, project_id: int, event_id: int) -> HttpResponse:
    """What really happened in the place of a record; the record stays, struck through."""
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    event = selectors.events(request.viewer, project_id).filter(pk=event_id).first()
    if event is None:
        raise NotFound("没有这条阶段记录，或不在您的范围内")
    form = _correction(request, project, event)

    def again(problem: str = "", status: int = 200) -> HttpResponse:
        told = {"project": project, "event": event, "form": form, "problem": problem}
        told["name"] = name_of(ladder_of(project), event.stage)
        return render(request, "desk/stage_correct.html", told, status=status)

    if request.method != "POST":
        return again()
    if not form.is_valid():
        return again(INCOMPLETE, 422)

    def act() -> str:
        today = timezone.localdate()
        services.correct_stage(
            request.viewer, project_id, event_id, entry=form.entry(), today=today
        )
        return reverse("desk:project", args=[project_id])

    return perform(request, act, said="已更正，原记录保留可查。", again=again)


def _correction(request: DeskRequest, project: Project, event: StageEvent) -> StageForm:
    """The form of a correction, filled with the record or with what was sent."""
    known = list(selectors.documents(request.viewer, project.pk))
    if request.method == "POST":
        form = stage_form(request, project, known)
    else:
        initial = first_day() | {
            "stage": event.stage,
            "occurred_on": event.occurred_on,
            "documents": [each.pk for each in event.documents.all()],
        }
        stages = [(each.key, each.name) for each in ladder_of(project).stages]
        form = StageForm(initial=initial, stages=stages, known=known)
    form.fields["note"].label, form.fields["note"].required = "更正理由", True
    form.fields["note"].error_messages["required"] = "请写明更正的理由。"
    return form


@desk
@require_POST
def withdraw(request: DeskRequest, project_id: int, event_id: int) -> HttpResponse:
    def act() -> None:
        services.withdraw_stage(
            request.viewer,
            project_id,
            event_id,
            reason=request.POST.get("reason", "")[:500],
            today=timezone.localdate(),
        )

    return _done(request, project_id, act, "已撤销，原记录保留可查。")


@desk
@require_POST
def check(request: DeskRequest, project_id: int, event_id: int) -> HttpResponse:
    is_confirmed = request.POST.get("verdict") == "confirm"

    def act() -> None:
        services.check_stage(
            request.viewer,
            project_id,
            event_id,
            is_confirmed=is_confirmed,
            note=request.POST.get("note", "")[:500],
        )

    return _done(request, project_id, act, "已核实属实。" if is_confirmed else "已记为不属实。")


@desk
@require_safe
def checks(request: DeskRequest) -> HttpResponse:
    """What waits for a second pair of eyes."""
    require(request.viewer, Subject.PROJECT, Act.SEE)
    found = selectors.waiting_checks(request.viewer)
    page = Paginator(found, listing.PAGE_SIZE).get_page(request.GET.get("page"))
    rows = [
        {
            "event": each,
            "name": name_of(ladder_of(each.project), each.stage),
            "is_own": each.recorded_by_id == request.viewer.person_id,
        }
        for each in page
    ]
    context = {"rows": rows, "listing": listing.Listing(page, "", request.GET)}
    return render(request, "desk/stage_checks.html", context)


@desk
@require_POST
def add_document(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    form = EvidenceForm(request.POST, request.FILES, prefix="document")
    document = form.document() if form.is_valid() else None
    if document is None:
        if form.is_valid():
            form.add_error("evidence", "请写明凭据名称，或选择文件。")
        return render_project(request, project, 422, document_form=form, problem=INCOMPLETE)

    def act() -> str:
        services.add_document(request.viewer, project_id, form=document)
        return reverse("desk:project", args=[project_id]) + "#documents"

    return perform(
        request,
        act,
        said=f"已添加{kind_names().get(document.kind, '凭据')}。",
        again=lambda told, status: render_project(
            request, project, status, document_form=form, problem=told
        ),
    )


@desk
@require_safe
def download(request: DeskRequest, project_id: int, document_id: int) -> HttpResponse:
    name, content = selectors.kept_document(request.viewer, project_id, document_id)
    # Never shown in place: what was uploaded may hold anything.
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _done(
    request: DeskRequest, project_id: int, act: Callable[[], None], said: str
) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)

    def go() -> str:
        act()
        return reverse("desk:project", args=[project_id])

    return perform(
        request,
        go,
        said=said,
        again=lambda told, status: render_project(request, project, status, problem=told),
    )
