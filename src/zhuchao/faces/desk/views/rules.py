"""By which rules the house goes: what was adopted, what is shipped, adopting and ending."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.people import selectors, services
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects.services import reckon_lights
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.adopting import AdoptForm, EndForm
from zhuchao.tables.kinds import KINDS
from zhuchao.tables.packs import load_pack, pack_keys, pack_text

# The kinds of rules that lights go by.
LIT_BY = ("lights", "baselines")


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    return _index(request)


@desk
@require_POST
def adopt(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.RULE, Act.MAKE)
    form = AdoptForm(request.POST)
    if not form.is_valid():
        return _index(request, 422, form=form, problem="还差几项，见下方标红处。")
    asked = form.cleaned_data

    def act() -> str:
        text = asked["text"] or pack_text(asked["kind"], asked["key"])
        services.adopt_pack(
            request.viewer, kind=asked["kind"], text=text, adopted_from=asked["adopted_from"]
        )
        _relight(request, asked["kind"])
        return reverse("desk:rules")

    return perform(
        request,
        act,
        said=f"已采用，自 {asked['adopted_from']} 起。",
        again=lambda sentence, status: _index(request, status, form=form, problem=sentence),
    )


@desk
@require_POST
def end(request: DeskRequest, pack_id: int) -> HttpResponse:
    form = EndForm(request.POST)
    if not form.is_valid():
        return _index(request, 422, problem="请填写停用日期，例如 2026-03-31。")

    def act() -> str:
        ended = services.end_pack(request.viewer, pack_id, ended_on=form.cleaned_data["ended_on"])
        _relight(request, ended.kind)
        return reverse("desk:rules")

    return perform(
        request,
        act,
        said=f"自 {form.cleaned_data['ended_on']} 起停用；此前按它作出的结论不变。",
        again=lambda sentence, status: _index(request, status, problem=sentence),
    )


def _relight(request: DeskRequest, kind: str) -> None:
    """Lights follow at once where they go by what was changed."""
    if kind in LIT_BY:
        reckon_lights(request.viewer, today=timezone.localdate(), cause="rule")


def _index(request: DeskRequest, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    history = list(selectors.adopted_packs(viewer))
    kinds = [
        {
            "key": key,
            "label": kind.label,
            "in_force": selectors.packs_in_force(viewer, key, today),
            "adopted": [each for each in history if each.kind == key],
            "shipped": [load_pack(key, each) for each in pack_keys(key)],
        }
        for key, kind in KINDS.items()
    ]
    context = {
        "kinds": kinds,
        "may_adopt": can(viewer, Subject.RULE, Act.MAKE),
        "form": AdoptForm(initial={"adopted_from": today}),
        "today": today,
    }
    return render(request, "desk/rules.html", context | more, status=status)
