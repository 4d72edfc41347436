"""Carriers: the parks, a park, a building as a stack of floors, a unit, a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.selectors import can_reveal
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.properties import selectors, services
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.carriers.buildings import BuildingForm, UnitForm
from zhuchao.faces.desk.carriers.history import told
from zhuchao.faces.desk.carriers.holders import LandlordForm
from zhuchao.faces.desk.carriers.parks import ParkForm, PlotForm
from zhuchao.faces.desk.picturing import album

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from zhuchao.apps.properties.models import Building, Offer, Park, Plot, Unit

SORTS = {"name": "name", "created": "created_at"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROPERTY, Act.SEE)
    found = selectors.parks_with_counts(request.viewer, q=request.GET.get("q", ""))
    context = {
        "heading": "载体",
        "listing": listing.list_page(request, found, sorts=SORTS, default="name"),
        "searchable": "名称或地址",
        "acts_template": "desk/carriers/_new_park.html",
        "can_make": can(request.viewer, Subject.PROPERTY, Act.MAKE),
    }
    return listing.render_list(request, "desk/carriers/_parks.html", context)


@desk
@require_safe
def park(request: DeskRequest, park_id: int) -> HttpResponse:
    found = selectors.park(request.viewer, park_id)
    more = {
        "buildings": selectors.buildings_of(request.viewer, found),
        "plots": selectors.plots_of(request.viewer, found),
        "facts": ParkForm(record=found).facts(),
    }
    return _page(request, "park", found, more)


@desk
@require_safe
def building(request: DeskRequest, building_id: int) -> HttpResponse:
    return _building(request, selectors.building(request.viewer, building_id))


@desk
@require_safe
def plot(request: DeskRequest, plot_id: int) -> HttpResponse:
    return _plot(request, selectors.plot(request.viewer, plot_id))


@desk
@require_safe
def unit(request: DeskRequest, unit_id: int) -> HttpResponse:
    found = selectors.unit(request.viewer, unit_id)
    floors = found.building.floors.order_by("number")
    return _page(request, "unit", found, {"facts": UnitForm(record=found, floors=floors).facts()})


@desk
@require_POST
def draft_from_unit(request: DeskRequest, unit_id: int) -> HttpResponse:
    return _to_draft(request, services.draft_from_unit(request.viewer, unit_id))


@desk
@require_POST
def draft_from_plot(request: DeskRequest, plot_id: int) -> HttpResponse:
    return _to_draft(request, services.draft_from_plot(request.viewer, plot_id))


@desk
@require_POST
def building_contact(request: DeskRequest, building_id: int) -> HttpResponse:
    found = selectors.building(request.viewer, building_id)
    revealed = parties.reveal_contact(request.viewer, found.landlord_id or 0)
    return _building(request, found, revealed=revealed)


@desk
@require_POST
def plot_contact(request: DeskRequest, plot_id: int) -> HttpResponse:
    found = selectors.plot(request.viewer, plot_id)
    revealed = parties.reveal_contact(request.viewer, found.landlord_id or 0)
    return _plot(request, found, revealed=revealed)


def _to_draft(request: DeskRequest, offer: Any) -> HttpResponse:
    said = f"已建房源草稿 {offer.code}：补上价格、核实后即可上架。"
    messages.success(request, said)
    return HttpResponseRedirect(reverse("desk:offer", args=[offer.pk]))


def _building(request: DeskRequest, found: Building, **more: Any) -> HttpResponse:
    more |= {
        "stack": selectors.stack(request.viewer, found),
        "floor_area_m2": selectors.floor_area_m2(request.viewer, found),
        "facts": BuildingForm(record=found).facts(),
        "reveal_address": reverse("desk:building_contact", args=[found.pk]),
    }
    return _page(request, "building", found, _held(request, found) | more)


def _plot(request: DeskRequest, found: Plot, **more: Any) -> HttpResponse:
    more |= {
        "facts": PlotForm(record=found).facts(),
        "reveal_address": reverse("desk:plot_contact", args=[found.pk]),
    }
    return _page(request, "plot", found, _held(request, found) | more)


def _held(request: DeskRequest, found: Building | Plot) -> dict[str, Any]:
    return {
        "contact": found.landlord,
        "can_reveal": can_reveal(request.viewer, found.landlord),
        "landlord_form": LandlordForm(),
    }


def _page(
    request: DeskRequest, kind: str, found: Park | Building | Unit | Plot, more: dict[str, Any]
) -> HttpResponse:
    viewer = request.viewer
    ground = selectors.ground_of(viewer, found)
    names = dict(people_of(viewer).values_list("sign_in", "display_name"))
    context: dict[str, Any] = {
        kind: found,
        "kind": kind,
        "can_make": can(viewer, Subject.PROPERTY, Act.MAKE),
        "can_change": can(viewer, Subject.PROPERTY, Act.CHANGE, ground),
        "can_offer": can(viewer, Subject.OFFER, Act.MAKE),
        "history": told(kind, selectors.changes(viewer, found), names),
        "album": album(viewer, kind, found),
        "offers": _offers(request, kind, found) if kind in ("unit", "plot") else (),
    }
    return render(request, f"desk/carriers/{kind}.html", context | more)


def _offers(request: DeskRequest, kind: str, found: Any) -> QuerySet[Offer]:
    over = {"unit_id" if kind == "unit" else "plot_id": found.pk}
    return selectors.offers(request.viewer, where=selectors.Where(**over))
