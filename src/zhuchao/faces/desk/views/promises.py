"""Promises: what is due, one with what came of it, and a new one of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.promised import seen_on
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.promise_forms import OutcomeForm, PromiseForm, ReviewForm, WaiveForm
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhuchao.apps.projects.models import Project, Promise

FAULTY = "还差几项，见下方标红处。"
SORTS = {"due": "due_on", "noted": "recorded_at"}
SHOWN = {
    "due": "近期到期",
    "overdue": "已逾期",
    "review": "待法务审查",
    "open": "未了结",
    "decided": "已了结",
}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    today, side = timezone.localdate(), request.GET.get("side", "")
    owner = request.GET.get("owner", "")
    found = selectors.promises(
        request.viewer,
        today=today,
        show=request.GET.get("state", ""),
        side=side,
        owner_id=(request.viewer.person_id or 0) if owner == "mine" else None,
    )
    listed = listing.list_page(request, found, sorts=SORTS, default="due", nullable=("due_on",))
    counts = selectors.promise_counts(request.viewer, today)
    context = {
        "heading": "承诺",
        "lead": "协议里双方的承诺，到期前后在这里核对。",
        "listing": listed,
        "rows": seen_on(listed.page, today),
        "tabs": [(key, f"{label} {counts[key]}") for key, label in SHOWN.items()],
        "selects": [
            {"name": "owner", "label": "承办", "options": [("mine", "我的")], "chosen": owner},
            {
                "name": "side",
                "label": "承诺方",
                "options": choices("promise_side"),
                "chosen": side,
            },
        ],
    }
    return listing.render_list(request, "desk/_promises.html", context)


@desk
@require_http_methods(["GET", "POST"])
def add(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    documents = [(each.pk, str(each)) for each in project.documents.all()]
    if request.method != "POST":
        return _form(request, project, PromiseForm(documents=documents))
    form = PromiseForm(request.POST, documents=documents)
    if not form.is_valid():
        return _form(request, project, form, status=422)

    def act() -> str:
        made = services.note_promise(request.viewer, project_id, form=form.told())
        return reverse("desk:promise", args=[made.pk])

    return perform(
        request,
        act,
        said="已记下这项承诺。",
        again=lambda sentence, status: _form(request, project, form, sentence, status),
    )


def _form(
    request: DeskRequest, project: Project, form: PromiseForm, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"project": project, "form": form, "problem": problem}
    return render(request, "desk/promise_new.html", context, status=status)


@desk
@require_safe
def show(request: DeskRequest, promise_id: int) -> HttpResponse:
    return _show(request, selectors.promise(request.viewer, promise_id))


@desk
@require_POST
def decide(request: DeskRequest, promise_id: int) -> HttpResponse:
    form = OutcomeForm(request.POST)

    def act() -> None:
        today = timezone.localdate()
        services.record_outcome(request.viewer, promise_id, form=form.told(), today=today)

    return _done(request, promise_id, "outcome_form", form, act)


@desk
@require_POST
def waive(request: DeskRequest, promise_id: int) -> HttpResponse:
    form = WaiveForm(request.POST)

    def act() -> None:
        services.waive_promise(request.viewer, promise_id, **form.cleaned_data)

    return _done(request, promise_id, "waive_form", form, act)


@desk
@require_POST
def review(request: DeskRequest, promise_id: int) -> HttpResponse:
    form = ReviewForm(request.POST)

    def act() -> None:
        today = timezone.localdate()
        services.record_review(request.viewer, promise_id, today=today, **form.cleaned_data)

    return _done(request, promise_id, "review_form", form, act)


def _done(
    request: DeskRequest, promise_id: int, name: str, form: Any, act: Callable[[], None]
) -> HttpResponse:
    promise = selectors.promise(request.viewer, promise_id)
    if not form.is_valid():
        return _show(request, promise, 422, problem=FAULTY, **{name: form})

    def then() -> str:
        act()
        return reverse("desk:promise", args=[promise_id])

    return perform(
        request,
        then,
        said="已记下。",
        again=lambda sentence, status: _show(
            request, promise, status, problem=sentence, **{name: form}
        ),
    )


def _show(request: DeskRequest, promise: Promise, status: int = 200, **more: Any) -> HttpResponse:
    may_change = can(request.viewer, Subject.PROJECT, Act.CHANGE, promise.project)
    is_open = promise.outcome == "open"
    context = {
        "seen": seen_on([promise], timezone.localdate())[0],
        "outcome_form": OutcomeForm() if may_change and promise.outcome != "waived" else None,
        "waive_form": WaiveForm() if may_change and is_open else None,
        "review_form": ReviewForm() if may_change and promise.needs_legal_review else None,
    }
    return render(request, "desk/promise.html", context | more, status=status)
