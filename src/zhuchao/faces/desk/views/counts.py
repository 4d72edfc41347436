"""What signings count for in a year and why, and projects that are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.core.projects.counting import total
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.promise_forms import MarkForm, UnmarkForm
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    today, outcome = timezone.localdate(), request.GET.get("outcome", "")
    rule = selectors.count_rule_on(request.viewer, today)
    signed = selectors.signed_by(request.viewer, rule)
    years = sorted({*signed.years(), today.year}, reverse=True)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else today.year
    of_year = selectors.counts(request.viewer, rule, year, signed=signed)
    shown = [each for each in reversed(of_year) if not outcome or each.outcome == outcome]
    page = Paginator(shown, listing.PAGE_SIZE).get_page(request.GET.get("page"))
    numbers = {each.signing.project for each in page} | {each.project for each in page}
    known = selectors.projects_numbered(request.viewer, tuple(numbers)).in_bulk()
    number, amount = total(of_year)
    context = {
        "rule": rule,
        "year": year,
        "years": years,
        "outcomes": choices("counted"),
        "outcome": outcome,
        "number": number,
        "amount": amount,
        "listing": listing.Listing(page, "", request.GET),
        "rows": [
            {"count": e, "project": known.get(e.signing.project), "for": known.get(e.project)}
            for e in page
        ],
    }
    return render(request, "desk/counts.html", context)


@desk
@require_http_methods(["GET", "POST"])
def mark(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    is_marked = project.same_as_id is not None or project.increment_of_id is not None
    like = selectors.like_projects(request.viewer, project_id)
    posted = request.POST if request.method == "POST" else None
    form: Any = UnmarkForm(posted) if is_marked else MarkForm(posted, projects=_named(like))
    if posted is None or not form.is_valid():
        return _mark(request, project, like, form, status=200 if posted is None else 422)
    told = form.cleaned_data

    def act() -> str:
        if is_marked:
            services.unmark(request.viewer, project_id, reason=told["reason"])
        elif told["how"] == "same":
            services.mark_same(
                request.viewer, project_id, as_id=told["other"], reason=told["reason"]
            )
        else:
            services.mark_increment(
                request.viewer, project_id, of_id=told["other"], reason=told["reason"]
            )
        return reverse("desk:project", args=[project_id])

    return perform(
        request,
        act,
        said="已按认定计数，两边的记录都保留。",
        again=lambda sentence, status: _mark(request, project, like, form, sentence, status),
    )


def _named(projects: list[Project]) -> list[tuple[int, str]]:
    return [(each.pk, str(each)) for each in projects]


def _mark(
    request: DeskRequest,
    project: Project,
    like: list[Project],
    form: Any,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"project": project, "like": like, "form": form, "problem": problem}
    return render(request, "desk/project_counted.html", context, status=status)
