"""Problems: what is open, one with its timeline, and each act on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.faces.desk import listing, reminding, solving
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.problem_forms import CheckForm, ProblemForm, ProgressForm, ReasonForm

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Problem, Project

FAULTY = "还差几项，见下方标红处。"
SORTS = {"due": "until", "raised": "raised_on", "since": "since"}
SHOWN = {
    "mine": "我跟办的",
    "overdue": "超期",
    "to_check": "待核",
    "awaiting": "待交办",
    "open": "未销号",
    "closed": "已销号",
}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROBLEM, Act.SEE)
    today, told = timezone.localdate(), request.GET
    found = selectors.problems(
        request.viewer,
        today=today,
        show=told.get("state", ""),
        kind=told.get("kind", ""),
        unit=told.get("unit") if "unit" in told and told["unit"] != "" else None,
        q=told.get("q", ""),
    )
    listed = listing.list_page(request, found, sorts=SORTS, default="due", nullable=("until",))
    counts = selectors.problem_counts(request.viewer, today)
    context = {
        "heading": "问题",
        "lead": "项目推进中的堵点：交办到单位，限期办结，另一人核验后销号。",
        "listing": listed,
        "rows": solving.seen_on(listed.page, today),
        "tabs": [(key, f"{label} {counts[key]}") for key, label in SHOWN.items()],
        "selects": _selects(request),
        "searchable": "问题、单位或项目",
        "acts_template": "desk/_problem_links.html",
        "sees_inspections": can(request.viewer, Subject.INSPECTION, Act.SEE),
    }
    return listing.render_list(request, "desk/_problems.html", context)


def _selects(request: DeskRequest) -> list[dict[str, Any]]:
    units = [(each, each) for each in selectors.units(request.viewer)]
    kinds = list(solving.kind_names().items())
    told = request.GET
    return [
        {"name": "kind", "label": "类别", "options": kinds, "chosen": told.get("kind", "")},
        {"name": "unit", "label": "责任单位", "options": units, "chosen": told.get("unit", "")},
    ]


@desk
@require_safe
def load(request: DeskRequest) -> HttpResponse:
    """What is open, with whom, how long."""
    require(request.viewer, Subject.PROBLEM, Act.SEE)
    today = timezone.localdate()
    loads = selectors.open_by_unit(request.viewer, today)
    oldest = selectors.problems(request.viewer, today=today, show="open")
    context = {
        "loads": loads,
        "total": sum(each.open for each in loads),
        "overdue": sum(each.overdue for each in loads),
        "rows": solving.seen_on(oldest.order_by("raised_on", "pk")[:10], today),
        "rule": selectors.problem_rule_on(request.viewer, today),
        "today": today,
        "may_escalate": can(request.viewer, Subject.PROBLEM, Act.PUBLISH),
    }
    return render(request, "desk/problem_load.html", context)


@desk
@require_POST
def escalate(request: DeskRequest) -> HttpResponse:
    """What the machine does several times a day, now."""
    require(request.viewer, Subject.PROBLEM, Act.PUBLISH)
    risen = services.escalate_problems(request.viewer, today=timezone.localdate())
    messages.success(request, f"已核一遍，升级了 {risen} 个问题。")
    return HttpResponseRedirect(reverse("desk:problem_load"))


@desk
@require_http_methods(["GET", "POST"])
def add(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROBLEM, Act.MAKE, project)
    today = timezone.localdate()
    if request.method != "POST":
        return _form(request, project, ProblemForm(initial={"raised_on": today}))
    form = ProblemForm(request.POST)
    if not form.is_valid():
        return _form(request, project, form, FAULTY, 422)

    def act() -> str:
        made = services.raise_problem(request.viewer, project_id, form=form.told(), today=today)
        return reverse("desk:problem", args=[made.pk])

    return perform(
        request,
        act,
        said="问题已提出，等待交办。",
        again=lambda sentence, status: _form(request, project, form, sentence, status),
    )


def _form(
    request: DeskRequest, project: Project, form: ProblemForm, problem: str = "", status: int = 200
) -> HttpResponse:
    units = selectors.units(request.viewer)
    context = {"project": project, "form": form, "problem": problem, "units": units}
    return render(request, "desk/problem_new.html", context, status=status)


@desk
@require_safe
def show(request: DeskRequest, problem_id: int) -> HttpResponse:
    return _show(request, selectors.problem(request.viewer, problem_id))


@desk
@require_POST
def assign(request: DeskRequest, problem_id: int) -> HttpResponse:
    problem, today = selectors.problem(request.viewer, problem_id), timezone.localdate()
    form = solving.assign_form(request.viewer, problem, today, request.POST)

    def act() -> None:
        services.assign_problem(request.viewer, problem_id, form=form.told(), today=today)

    return _done(request, problem, {"assign_form": form}, act, "已交办。")


@desk
@require_POST
def note(request: DeskRequest, problem_id: int) -> HttpResponse:
    problem, form = selectors.problem(request.viewer, problem_id), ProgressForm(request.POST)

    def act() -> None:
        told = form.cleaned_data | {"today": timezone.localdate()}
        services.note_progress(request.viewer, problem_id, **told)

    return _done(request, problem, {"progress_form": form}, act, "已记下进展。")


@desk
@require_POST
def hand_in(request: DeskRequest, problem_id: int) -> HttpResponse:
    problem, today = selectors.problem(request.viewer, problem_id), timezone.localdate()
    form = solving.proof_form(problem, today, request.POST, request.FILES)

    def act() -> None:
        services.hand_in(
            request.viewer, problem_id, form=form.told(), on=form.cleaned_data["on"], today=today
        )

    return _done(request, problem, {"proof_form": form}, act, "已报办结，等另一位同事核验。")


@desk
@require_POST
def check(request: DeskRequest, problem_id: int) -> HttpResponse:
    problem, form = selectors.problem(request.viewer, problem_id), CheckForm(request.POST)
    is_solved = request.POST.get("verdict") == "solved"

    def act() -> None:
        told = form.cleaned_data | {"today": timezone.localdate(), "is_solved": is_solved}
        services.check_problem(request.viewer, problem_id, **told)

    said = "核验通过，已销号。" if is_solved else "已退回，继续办理。"
    return _done(request, problem, {"check_form": form}, act, said)


@desk
@require_POST
def reopen(request: DeskRequest, problem_id: int) -> HttpResponse:
    problem, form = selectors.problem(request.viewer, problem_id), ReasonForm(request.POST)

    def act() -> None:
        told = form.cleaned_data | {"today": timezone.localdate()}
        services.reopen_problem(request.viewer, problem_id, **told)

    return _done(request, problem, {"reason_form": form}, act, "已重开，等待交办。")


@desk
@require_POST
def withdraw(request: DeskRequest, problem_id: int, event_id: int) -> HttpResponse:
    problem = selectors.problem(request.viewer, problem_id)

    def then() -> str:
        reason = request.POST.get("reason", "")[:300]
        services.withdraw_problem_event(request.viewer, problem_id, event_id, reason=reason)
        return reverse("desk:problem", args=[problem_id])

    return perform(
        request,
        then,
        said="已撤销这条记录，原记录保留可查。",
        again=lambda sentence, status: _show(request, problem, status, problem=sentence),
    )


def _done(
    request: DeskRequest,
    problem: Problem,
    forms: dict[str, Any],
    act: Callable[[], None],
    said: str,
) -> HttpResponse:
    if not all(form.is_valid() for form in forms.values()):
        return _show(request, problem, 422, problem=FAULTY, **forms)

    def then() -> str:
        act()
        return reverse("desk:problem", args=[problem.pk])

    return perform(
        request,
        then,
        said=said,
        again=lambda sentence, status: _show(request, problem, status, problem=sentence, **forms),
    )


def _show(request: DeskRequest, record: Problem, status: int = 200, **more: Any) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "seen": solving.seen_on([record], today)[0],
        "record": record,
        "lines": solving.timeline(request.viewer, record),
        "units": selectors.units(request.viewer),
        "today": today,
        **reminding.of_problem(request.viewer, record.pk, today),
    }
    forms = solving.forms_for(request.viewer, record, today)
    return render(request, "desk/problem.html", context | forms | more, status=status)
