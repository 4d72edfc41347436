"""From a fact of a page to a project, which an officer confirms, or to a watch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.stating import text_of
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects.selectors import project_of_event
from zhuchao.apps.projects.services import open_from_fact
from zhuchao.core.errors import Refused
from zhuchao.faces.desk import stating
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.fact_forms import EventProjectForm, begun
from zhuchao.faces.desk.opening import Asked, open_with_care

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Fact

EVENT = "event"


@desk
@require_http_methods(["GET", "POST"])
def to_project(request: DeskRequest, fact_id: int) -> HttpResponse:
    """A project of an event; nothing is written before it is confirmed."""
    require(request.viewer, Subject.PROJECT, Act.MAKE)
    fact = selectors.fact(request.viewer, fact_id)
    if fact.kind != EVENT:
        raise Refused("只有项目动态能建项目")
    if request.method != "POST":
        return _show(request, fact, EventProjectForm(initial=begun(fact, text_of(fact.page.page))))
    form = EventProjectForm(request.POST)
    if not form.is_valid():
        return _show(request, fact, form, status=422)

    def act(despite: str) -> str:
        opening = replace(form.opening(), despite=despite)
        today = timezone.localdate()
        opened = open_from_fact(request.viewer, fact_id, opening=opening, today=today)
        return reverse("desk:project", args=[opened.pk])

    told, known = form.cleaned_data, project_of_event(request.viewer, fact.key)
    return open_with_care(
        request,
        act,
        Asked(told["title"], told["company"], known is not None),
        said="已建好项目。",
        again=lambda sentence, status: _show(request, fact, form, sentence, status),
    )


def _show(
    request: DeskRequest, fact: Fact, form: EventProjectForm, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "fact": fact,
        "page": fact.page,
        "form": form,
        "told": stating.slots_of(fact, text_of(fact.page.page)),
        "problem": problem,
    }
    return render(request, "desk/fact_project.html", context, status=status)


@desk
@require_POST
def watch(request: DeskRequest, fact_id: int) -> HttpResponse:
    services.watch_company(request.viewer, fact_id)
    messages.success(request, "已关注。新读的网页写到它时，会在“今日”列出。")
    return HttpResponseRedirect(reverse("desk:company_watches"))


@desk
@require_safe
def watches(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.COMPANY, Act.SEE)
    context = {"watches": selectors.company_watches(request.viewer)}
    return render(request, "desk/company_watches.html", context)


@desk
@require_POST
def end_watch(request: DeskRequest, watch_id: int) -> HttpResponse:
    services.end_watch(request.viewer, watch_id)
    messages.success(request, "已结束关注。")
    return HttpResponseRedirect(reverse("desk:company_watches"))
