"""Closed years: which are closed by whom and why, closing one, opening one again."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.year_forms import CloseForm, ReopenForm

FAULTY = "还差几项，见下方标红处。"


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    return _index(request)


@desk
@require_POST
def close(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.RULE, Act.MAKE)
    form = CloseForm(request.POST, today=timezone.localdate())
    if not form.is_valid():
        return _index(request, 422, form=form, problem=FAULTY)
    year = form.cleaned_data["year"]

    def act() -> str:
        services.close_year(request.viewer, year, reason=form.cleaned_data["reason"])
        return reverse("desk:years")

    return perform(
        request,
        act,
        said=f"{year} 年已关账，这一年的阶段、月度投资和签约文件不再收记录。",
        again=lambda sentence, status: _index(request, status, form=form, problem=sentence),
    )


@desk
@require_POST
def reopen(request: DeskRequest, year: int) -> HttpResponse:
    require(request.viewer, Subject.RULE, Act.CHANGE)
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return _index(request, 422, reopening=year, reopen_form=form, problem=FAULTY)

    def act() -> str:
        services.reopen_year(request.viewer, year, reason=form.cleaned_data["reason"])
        return reverse("desk:years")

    return perform(
        request,
        act,
        said=f"{year} 年已重新开账，补记或更正后请再关账。",
        again=lambda sentence, status: _index(request, status, problem=sentence),
    )


def _index(request: DeskRequest, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    closed = list(selectors.closed_years(viewer))
    may_close = can(viewer, Subject.RULE, Act.MAKE)
    context = {
        "closed": closed,
        "reopened": list(selectors.reopened_years(viewer)),
        "may_close": may_close,
        "form": CloseForm(today=today, closed=[each.year for each in closed])
        if may_close
        else None,
        "reopen_form": ReopenForm(),
    }
    return render(request, "desk/years.html", context | more, status=status)
