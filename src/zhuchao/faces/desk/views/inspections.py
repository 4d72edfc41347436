"""Inspections: planned rounds and tours, the sheet filled in on a phone, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.inspecting import template_of_round
from zhuchao.faces.desk import listing, solving
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.inspection_forms import MARK, LeadersForm, PlanForm, SheetForm, TourForm
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Inspection

FAULTY = "还差几项，见下方标红处。"
MINE_SHOWN = 8
SORTS = {"due": "due_on", "title": "title"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    return _index(request)


def _index(request: DeskRequest, status: int = 200, **more: Any) -> HttpResponse:
    require(request.viewer, Subject.INSPECTION, Act.SEE)
    found = selectors.rounds(request.viewer, every=request.GET.get("state", ""))
    today = timezone.localdate()
    may_plan = can(request.viewer, Subject.INSPECTION, Act.MAKE)
    mine = selectors.due_inspections(request.viewer)
    context = {
        "heading": "检查",
        "lead": "月度检查、季度督查和观摩；发现的问题签字后进入问题清单。",
        "listing": listing.list_page(request, found, sorts=SORTS, default="-due"),
        "tabs": choices("inspection_every"),
        "mine": mine[:MINE_SHOWN],
        "mine_count": mine.count(),
        "above_template": "desk/_inspection_plans.html",
        "plan_form": _plan_form(request) if may_plan else None,
        "tour_form": _tour_form(request) if may_plan else None,
        "today": today,
    }
    response = listing.render_list(request, "desk/_rounds.html", context | more)
    response.status_code = status
    return response


def _people(request: DeskRequest) -> list[tuple[int, str]]:
    """Colleagues, the viewer first."""
    found = [(each.pk, str(each)) for each in people_of(request.viewer)]
    return sorted(found, key=lambda each: each[0] != request.viewer.person_id)


def _plan_form(request: DeskRequest, data: Any = None) -> PlanForm:
    today = timezone.localdate()
    templates = selectors.inspection_templates(request.viewer, today)
    return PlanForm(data, templates=templates, people=_people(request), initial={"day": today})


def _tour_form(request: DeskRequest, data: Any = None) -> TourForm:
    today = timezone.localdate()
    projects = [(each.pk, each.title) for each in selectors.inspectable(request.viewer, today)]
    return TourForm(
        data,
        templates=selectors.inspection_templates(request.viewer, today),
        people=_people(request),
        projects=projects,
        initial={"on": today},
    )


@desk
@require_POST
def plan(request: DeskRequest) -> HttpResponse:
    form = _plan_form(request, request.POST)
    if not form.is_valid():
        return _index(request, 422, plan_form=form, problem=FAULTY)

    def act() -> str:
        told = form.cleaned_data
        made = services.plan_round(
            request.viewer, told["template"], day=told["day"], inspector_id=told["inspector_id"]
        )
        return reverse("desk:inspection_round", args=[made.pk])

    return perform(
        request,
        act,
        said="已排好这一期的检查。",
        again=lambda told, status: _index(request, status, plan_form=form, problem=told),
    )


@desk
@require_POST
def tour(request: DeskRequest) -> HttpResponse:
    form = _tour_form(request, request.POST)
    if not form.is_valid():
        return _index(request, 422, tour_form=form, problem=FAULTY)

    def act() -> str:
        made = services.plan_tour(
            request.viewer,
            form.cleaned_data["template"],
            tour=form.told(),
            today=timezone.localdate(),
            inspector_id=form.cleaned_data["inspector_id"],
        )
        return reverse("desk:inspection_round", args=[made.pk])

    return perform(
        request,
        act,
        said="已建立这次观摩。",
        again=lambda told, status: _index(request, status, tour_form=form, problem=told),
    )


@desk
@require_safe
def round_page(request: DeskRequest, round_id: int) -> HttpResponse:
    found = selectors.round_of(request.viewer, round_id)
    template = template_of_round(found)
    rows = list(selectors.inspections_of(request.viewer, round_id))
    marked = [each.points for each in rows if each.points is not None]
    is_undone = any(each.state in ("planned", "on_site") for each in rows)
    context = {
        "round": found,
        "template": template,
        "rows": rows,
        "mean": sum(marked) / len(marked) if marked else None,
        "is_late": is_undone and found.due_on < timezone.localdate(),
    }
    return render(request, "desk/inspection_round.html", context)


@desk
@require_safe
def show(request: DeskRequest, inspection_id: int) -> HttpResponse:
    return _show(request, selectors.inspection(request.viewer, inspection_id))


def _show(request: DeskRequest, record: Inspection, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    template, mark = selectors.mark_seen(viewer, record)
    heads = can(viewer, Subject.INSPECTION, Act.PUBLISH, record)
    quarter = selectors.quarter_of(viewer, record)
    found = selectors.problems(viewer, today=today, project_id=record.project_id)
    context = {
        "record": record,
        "template": template,
        "mark": mark,
        "sheet": selectors.sheet_of(viewer, record.pk),
        "problems_seen": solving.seen_on(found.filter(inspection=record).order_by("pk"), today),
        "quarter": quarter,
        "may_fill": _may_fill(request, record),
        "may_publish": heads and record.state == "signed",
        "leaders_form": LeadersForm() if heads and quarter is not None else None,
    }
    return render(request, "desk/inspection.html", context | more, status=status)


def _may_fill(request: DeskRequest, record: Inspection) -> bool:
    is_open = record.state in ("planned", "on_site")
    return is_open and can(request.viewer, Subject.INSPECTION, Act.CHANGE, record)


@desk
@require_http_methods(["GET", "POST"])
def fill(request: DeskRequest, inspection_id: int) -> HttpResponse:
    """The sheet; what is sent twice is kept once."""
    record = selectors.inspection(request.viewer, inspection_id)
    require(request.viewer, Subject.INSPECTION, Act.CHANGE, record)
    template = template_of_round(record.round)
    if request.method != "POST":
        form = SheetForm(initial=_kept(request, record), template=template)
        return _fill(request, record, form)
    form = SheetForm(request.POST, template=template)
    if not form.is_valid():
        return _fill(request, record, form, FAULTY, 422)
    is_signed = "sign" in request.POST.getlist("act")

    def act() -> str:
        sheet = form.told(is_signed=is_signed)
        services.keep_sheet(request.viewer, inspection_id, sheet=sheet, today=timezone.localdate())
        return reverse("desk:inspection", args=[inspection_id])

    return perform(
        request,
        act,
        said="已签字，发现的问题已进入问题清单。" if is_signed else "已暂存，可以接着填。",
        again=lambda told, status: _fill(request, record, form, told, status),
    )


def _kept(request: DeskRequest, record: Inspection) -> dict[str, Any]:
    """What was kept last, to be gone on with under a new key."""
    told: dict[str, Any] = {"key": uuid4().hex, "inspected_on": timezone.localdate()}
    sheet = selectors.sheet_of(request.viewer, record.pk)
    if sheet is None:
        return told
    told |= {"inspected_on": sheet.inspected_on, "note": sheet.note}
    told |= {MARK + key: f"{mark:g}" for key, mark in sheet.marks.items()}
    for number, finding in enumerate(sheet.findings):
        told |= {f"{name}{number}": finding[name] for name in ("kind", "words", "unit")}
    return told


def _fill(
    request: DeskRequest, record: Inspection, form: SheetForm, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "record": record,
        "template": template_of_round(record.round),
        "form": form,
        "problem": problem,
        "units": selectors.units(request.viewer),
        "can_fill": _may_fill(request, record),
    }
    return render(request, "desk/inspection_fill.html", context, status=status)


@desk
@require_POST
def publish(request: DeskRequest, inspection_id: int) -> HttpResponse:
    record = selectors.inspection(request.viewer, inspection_id)

    def act() -> str:
        services.publish_inspection(request.viewer, inspection_id)
        return reverse("desk:inspection", args=[inspection_id])

    return perform(
        request,
        act,
        said="检查结果已公布。",
        again=lambda told, status: _show(request, record, status, problem=told),
    )


@desk
@require_POST
def mark_leaders(request: DeskRequest, inspection_id: int) -> HttpResponse:
    record = selectors.inspection(request.viewer, inspection_id)
    form = LeadersForm(request.POST)
    if not form.is_valid():
        return _show(request, record, 422, leaders_form=form, problem=FAULTY)

    def act() -> str:
        day = record.round.first
        services.mark_quarter(request.viewer, record.project_id, day=day, **form.cleaned_data)
        return reverse("desk:inspection", args=[inspection_id])

    return perform(
        request,
        act,
        said="已记下领导评分。",
        again=lambda told, status: _show(request, record, status, leaders_form=form, problem=told),
    )
