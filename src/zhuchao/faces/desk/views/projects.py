"""Projects: one with its history, and what is known of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.core.errors import NotFound
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.project_page import render_project
from zhuchao.faces.desk.stage_forms import DetailsForm


@desk
@require_safe
def show(request: DeskRequest, project_id: int) -> HttpResponse:
    return render_project(request, selectors.project(request.viewer, project_id))


@desk
@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    form = DetailsForm(project, request.POST) if request.method == "POST" else DetailsForm(project)

    def again(problem: str = "", status: int = 200) -> HttpResponse:
        context = {"project": project, "form": form, "problem": problem}
        return render(request, "desk/project_edit.html", context, status=status)

    if request.method != "POST":
        return again()
    if not form.is_valid():
        return again("还差几项，见下方标红处。", 422)

    def act() -> str:
        services.edit_project(request.viewer, project_id, details=form.details())
        return reverse("desk:project", args=[project_id])

    return perform(request, act, said="已保存项目资料。", again=again)


@desk
@require_POST
def add_person(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    told = {name: request.POST.get(name, "")[:120] for name in ("name", "telephone", "role")}

    def act() -> str:
        services.add_person(request.viewer, project_id, **told)
        return reverse("desk:project", args=[project_id])

    return perform(
        request,
        act,
        said="已添加联系人，姓名和电话遮蔽保存。",
        again=lambda sentence, status: render_project(request, project, status, problem=sentence),
    )


@desk
@require_POST
def reveal(request: DeskRequest, project_id: int, person_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    found = selectors.people(request.viewer, project_id).filter(pk=person_id).first()
    if found is None:
        raise NotFound("没有这位联系人，或不在您的范围内")
    opened = parties.reveal_contact(request.viewer, found.contact_id)
    return render_project(request, project, opened=opened, opened_id=person_id)
