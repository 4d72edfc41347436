"""Making carriers and setting them right; nothing typed is lost on an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.properties import selectors, services
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.carriers.base import CarrierForm
from zhuchao.faces.desk.carriers.buildings import BuildingForm, FloorForm, FloorsForm, UnitForm
from zhuchao.faces.desk.carriers.holders import LandlordForm
from zhuchao.faces.desk.carriers.parks import ParkForm, PlotForm

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Building

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
INCOMPLETE = "还有没写对的，见下方标红处。"


@desk
@READ_OR_WRITE
def new_park(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROPERTY, Act.MAKE)

    def save(columns: dict[str, Any]) -> str:
        made = services.create_park(request.viewer, **columns)
        return reverse("desk:park", args=[made.pk])

    form = ParkForm(_posted(request))
    return _answer(request, form, save, heading="新建园区", back=reverse("desk:carriers"))


@desk
@READ_OR_WRITE
def edit_park(request: DeskRequest, park_id: int) -> HttpResponse:
    park, back = selectors.park(request.viewer, park_id), reverse("desk:park", args=[park_id])

    def save(columns: dict[str, Any]) -> str:
        services.change_park(request.viewer, park_id, **columns)
        return back

    form = ParkForm(_posted(request), record=park)
    return _answer(request, form, save, heading=f"修改 {park}", back=back)


@desk
@READ_OR_WRITE
def new_building(request: DeskRequest, park_id: int) -> HttpResponse:
    park = selectors.park(request.viewer, park_id)

    def save(columns: dict[str, Any]) -> str:
        made = services.create_building(request.viewer, park=park, **columns)
        return reverse("desk:building", args=[made.pk])

    back = reverse("desk:park", args=[park_id])
    form = BuildingForm(_posted(request))
    return _answer(request, form, save, heading=f"在 {park} 添加楼栋", back=back)


@desk
@READ_OR_WRITE
def edit_building(request: DeskRequest, building_id: int) -> HttpResponse:
    building = selectors.building(request.viewer, building_id)

    def save(columns: dict[str, Any]) -> str:
        services.change_building(request.viewer, building_id, **columns)
        return _at(building)

    form = BuildingForm(_posted(request), record=building)
    return _answer(request, form, save, heading=f"修改 {building}", back=_at(building))


@desk
@READ_OR_WRITE
def new_floors(request: DeskRequest, building_id: int) -> HttpResponse:
    building = selectors.building(request.viewer, building_id)

    def save(columns: dict[str, Any]) -> str:
        services.create_floors(request.viewer, building=building, **columns)
        return _at(building)

    form = FloorsForm(_posted(request))
    return _answer(request, form, save, heading=f"给 {building} 添加楼层", back=_at(building))


@desk
@READ_OR_WRITE
def edit_floor(request: DeskRequest, floor_id: int) -> HttpResponse:
    floor = selectors.floor(request.viewer, floor_id)

    def save(columns: dict[str, Any]) -> str:
        services.change_floor(request.viewer, floor_id, **columns)
        return _at(floor.building)

    form = FloorForm(_posted(request), record=floor)
    return _answer(request, form, save, heading=f"修改 {floor}", back=_at(floor.building))


@desk
@READ_OR_WRITE
def new_unit(request: DeskRequest, building_id: int) -> HttpResponse:
    building = selectors.building(request.viewer, building_id)

    def save(columns: dict[str, Any]) -> str:
        services.create_unit(request.viewer, building=building, **columns)
        return _at(building)

    form = UnitForm(_posted(request), floors=building.floors.order_by("number"))
    if request.method != "POST":
        form.initial["floor"] = request.GET.get("floor", "")
    return _answer(request, form, save, heading=f"在 {building} 添加单元", back=_at(building))


@desk
@READ_OR_WRITE
def edit_unit(request: DeskRequest, unit_id: int) -> HttpResponse:
    unit, back = selectors.unit(request.viewer, unit_id), reverse("desk:unit", args=[unit_id])

    def save(columns: dict[str, Any]) -> str:
        services.change_unit(request.viewer, unit_id, **columns)
        return back

    floors = unit.building.floors.order_by("number")
    form = UnitForm(_posted(request), record=unit, floors=floors)
    return _answer(request, form, save, heading=f"修改 {unit}", back=back)


@desk
@READ_OR_WRITE
def new_plot(request: DeskRequest, park_id: int) -> HttpResponse:
    park = selectors.park(request.viewer, park_id)

    def save(columns: dict[str, Any]) -> str:
        made = services.create_plot(request.viewer, park=park, **columns)
        return reverse("desk:plot", args=[made.pk])

    back = reverse("desk:park", args=[park_id])
    form = PlotForm(_posted(request))
    return _answer(request, form, save, heading=f"在 {park} 添加地块", back=back)


@desk
@READ_OR_WRITE
def edit_plot(request: DeskRequest, plot_id: int) -> HttpResponse:
    plot, back = selectors.plot(request.viewer, plot_id), reverse("desk:plot", args=[plot_id])

    def save(columns: dict[str, Any]) -> str:
        services.change_plot(request.viewer, plot_id, **columns)
        return back

    form = PlotForm(_posted(request), record=plot)
    return _answer(request, form, save, heading=f"修改 {plot}", back=back)


@desk
@require_POST
def name_building_landlord(request: DeskRequest, building_id: int) -> HttpResponse:
    building = selectors.building(request.viewer, building_id)
    return _name_landlord(request, building, _at(building))


@desk
@require_POST
def name_plot_landlord(request: DeskRequest, plot_id: int) -> HttpResponse:
    plot = selectors.plot(request.viewer, plot_id)
    return _name_landlord(request, plot, reverse("desk:plot", args=[plot_id]))


def _name_landlord(request: DeskRequest, carrier: Any, back: str) -> HttpResponse:
    form = LandlordForm(request.POST)

    def save(told: dict[str, Any]) -> str:
        services.name_landlord(request.viewer, carrier, **told)
        return back

    return _answer(request, form, save, heading=f"登记 {carrier} 的业主", back=back)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _at(building: Building) -> str:
    return reverse("desk:building", args=[building.pk])


def _answer(
    request: DeskRequest,
    form: Any,
    save: Callable[[dict[str, Any]], str],
    *,
    heading: str,
    back: str,
) -> HttpResponse:
    """Show the form, or save it and go on; what was typed stays with its errors."""

    def shown(problem: str = "", status: int = 200) -> HttpResponse:
        groups = list(form.in_groups()) if isinstance(form, CarrierForm) else [("业主", list(form))]
        context = {"groups": groups, "heading": heading, "back": back, "problem": problem}
        context["form"] = form
        return render(request, "desk/carriers/form.html", context, status=status)

    if not form.is_bound:
        return shown()
    if not form.is_valid():
        return shown(INCOMPLETE, 422)
    told = form.columns() if isinstance(form, CarrierForm) else form.cleaned_data
    return perform(request, lambda: save(told), said="已保存。", again=shown)
