"""Profiles: what pages state of a county, a park or a firm, year by year with its sources."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.library import selectors, services
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.core.errors import Refused
from zhuchao.faces.desk.access import DeskRequest, desk, perform, show_failure_sentence
from zhuchao.faces.desk.profile_forms import ProfileRowForm, begun_with

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Fact

MEASURE = "measure"


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Everybody who has a profile, or the profile of the one who is asked for."""
    require(request.viewer, Subject.PAGE, Act.SEE)
    about = request.GET.get("about", "").strip()
    if not about:
        return render(
            request, "desk/profiles.html", {"profiles": selectors.profiles(request.viewer)}
        )
    lines = selectors.profile(request.viewer, about)
    groups = [(metric, list(rows)) for metric, rows in groupby(lines, key=lambda each: each.metric)]
    context = {
        "about": about,
        "groups": groups,
        "can_drop": can(request.viewer, Subject.PAGE, Act.CHANGE),
    }
    return render(request, "desk/profile.html", context)


@desk
@require_http_methods(["GET", "POST"])
def from_fact(request: DeskRequest, fact_id: int) -> HttpResponse:
    """A row of a measure; nothing is written before it is confirmed."""
    require(request.viewer, Subject.PAGE, Act.CHANGE)
    fact = selectors.fact(request.viewer, fact_id)
    if fact.kind != MEASURE or fact.amount is None:
        raise Refused("只有写明数值的指标能记入概况")
    if request.method != "POST":
        return _show(request, fact, ProfileRowForm(initial=begun_with(fact)))
    form = ProfileRowForm(request.POST)
    if not form.is_valid():
        return _show(request, fact, form, status=422)

    def act() -> str:
        row = services.note_profile_row(request.viewer, fact_id, form=form.row())
        return f"{reverse('desk:profiles')}?{urlencode({'about': row.about})}"

    return perform(
        request,
        act,
        said="已记入概况。",
        again=lambda sentence, status: _show(request, fact, form, sentence, status),
    )


@desk
@require_POST
def drop(request: DeskRequest, row_id: int) -> HttpResponse:
    about = request.POST.get("about", "")

    def act() -> str:
        services.drop_profile_row(request.viewer, row_id)
        return f"{reverse('desk:profiles')}?{urlencode({'about': about})}"

    return perform(
        request,
        act,
        said="已从概况移除；网页里的事实还在。",
        again=lambda sentence, status: show_failure_sentence(request, sentence, status),
    )


def _show(
    request: DeskRequest, fact: Fact, form: ProfileRowForm, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"fact": fact, "page": fact.page, "form": form, "problem": problem}
    return render(request, "desk/fact_profile.html", context, status=status)
