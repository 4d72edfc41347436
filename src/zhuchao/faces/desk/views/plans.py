"""A park's plan on the desk: every state is shown, and a GeoJSON file is laid over the park."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.properties import selectors, services
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.desk.access import DeskRequest, desk, status_of
from zhuchao.faces.hand.plans import PlanView, plan_view

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer, Park
    from zhuchao.apps.properties.selectors import Spot

# Refused by its size, not read.
MOST_READ = 2_000_001


class PlanForm(forms.Form):
    """A GeoJSON file."""

    file = forms.FileField(
        label="GeoJSON 文件",
        help_text="每个图形的属性“name”写楼栋、地块的名称，或楼栋名加单元名；"
        "道路、绿地、水面、边界写“kind”。坐标用经纬度，也可以用以米计的平面坐标。",
        error_messages={
            "required": "还没有选文件：请选择 .geojson 或 .json 文件。",
            "empty": "文件是空的，请重新选择。",
        },
    )


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: DeskRequest, park_id: int) -> HttpResponse:
    park = selectors.park(request.viewer, park_id)
    if request.method != "POST":
        return _show(request, park, PlanForm())
    form = PlanForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, park, form, 422)
    try:
        plan = services.lay_plan(request.viewer, park.pk, form.cleaned_data["file"].read(MOST_READ))
    except ZhuchaoError as failure:
        form.add_error("file", failure.sentence)
        return _show(request, park, form, status_of(failure))
    messages.success(request, f"已导入平面图，共 {len(plan.shapes)} 个图形。")
    return HttpResponseRedirect(reverse("desk:park_plan", args=[park.pk]))


@desk
@require_POST
def lift(request: DeskRequest, park_id: int) -> HttpResponse:
    services.lift_plan(request.viewer, park_id)
    messages.success(request, "已移除平面图，楼栋、地块和房源不受影响。")
    return HttpResponseRedirect(reverse("desk:park_plan", args=[park_id]))


def _show(request: DeskRequest, park: Park, form: PlanForm, status: int = 200) -> HttpResponse:
    context = {
        "park": park,
        "form": form,
        "view": _view(request, park),
        "can_change": can(request.viewer, Subject.PROPERTY, Act.CHANGE, park),
    }
    return render(request, "desk/carriers/plan.html", context, status=status)


def _view(request: DeskRequest, park: Park) -> PlanView | None:
    try:
        found = selectors.planned(request.viewer, park.pk)
    except NotFound:
        return None
    return plan_view(found, kind="slot", offer_address=_offer, carrier_address=_carrier)


def _offer(offer: Offer) -> str:
    return reverse("desk:offer", args=[offer.pk])


def _carrier(spot: Spot) -> str:
    kind, pk = spot.of
    return reverse(f"desk:{kind}", args=[pk])
