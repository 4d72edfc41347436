"""Carriers that a viewer may see, and how each came to be what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Count, Model, Q, QuerySet, Sum

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.models import Building, Floor, Offer, Park, Plot, Unit
from zhuchao.core.errors import NotFound
from zhuchao.ground import audit

M = TypeVar("M", bound=Model)
SHOWN = (Offer.State.ON, Offer.State.HELD)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was done to a carrier; ``changed`` maps columns to what was and what is."""

    at: datetime
    actor: str
    act: str
    changed: Mapping[str, tuple[object, object]]


def parks(viewer: Viewer) -> QuerySet[Park]:
    """Parks by name."""
    return narrow(viewer, Park.objects.all(), Subject.PROPERTY).order_by("name")


def parks_with_counts(viewer: Viewer, *, q: str = "") -> QuerySet[Park]:
    """Parks by name with how many buildings, plots and shown offers each has."""
    found = parks(viewer).annotate(
        building_count=Count("buildings", distinct=True),
        plot_count=Count("plots", distinct=True),
        offer_count=_shown("buildings__units__offers"),
        plot_offer_count=_shown("plots__offers"),
    )
    word = q.strip()
    return found.filter(Q(name__icontains=word) | Q(address__icontains=word)) if word else found


def _shown(path: str) -> Count:
    return Count(path, filter=Q(**{f"{path}__state__in": SHOWN}), distinct=True)


def park(viewer: Viewer, park_id: int) -> Park:
    """Raises: NotFound."""
    return _one(parks(viewer).filter(pk=park_id))


def buildings_of(viewer: Viewer, park: Park) -> QuerySet[Building]:
    """The park's buildings by name with their floors, area and shown offers."""
    found = narrow(viewer, Building.objects.filter(park=park), Subject.PROPERTY)
    counted = found.annotate(
        floor_count=Count("floors", distinct=True),
        unit_count=Count("units", distinct=True),
        offer_count=_shown("units__offers"),
    )
    return counted.order_by("name")


def floor_area_m2(viewer: Viewer, building: Building) -> float | None:
    """The area of all floors together; None where none is told."""
    total: float | None = building.floors.aggregate(total=Sum("area_m2"))["total"]
    return total


def plots_of(viewer: Viewer, park: Park) -> QuerySet[Plot]:
    """The park's plots by number with their offers."""
    found = narrow(viewer, Plot.objects.filter(park=park), Subject.PROPERTY)
    return found.annotate(offer_count=_shown("offers")).order_by("number")


def building(viewer: Viewer, building_id: int) -> Building:
    """Raises: NotFound."""
    seen = narrow(viewer, Building.objects.all(), Subject.PROPERTY)
    return _one(seen.select_related("park", "landlord").filter(pk=building_id))


def plot(viewer: Viewer, plot_id: int) -> Plot:
    """Raises: NotFound."""
    seen = narrow(viewer, Plot.objects.all(), Subject.PROPERTY)
    return _one(seen.select_related("park", "landlord").filter(pk=plot_id))


def floor(viewer: Viewer, floor_id: int) -> Floor:
    """Raises: NotFound."""
    seen = narrow(viewer, Building.objects.all(), Subject.PROPERTY)
    found = Floor.objects.filter(building__in=seen, pk=floor_id)
    return _one(found.select_related("building__park"))


def unit(viewer: Viewer, unit_id: int) -> Unit:
    """Raises: NotFound."""
    seen = narrow(viewer, Building.objects.all(), Subject.PROPERTY)
    found = Unit.objects.filter(building__in=seen, pk=unit_id)
    return _one(found.select_related("building__park", "building__landlord", "floor"))


def ground_of(viewer: Viewer, carrier: Park | Building | Floor | Unit | Plot) -> Any:
    """The record whose owner decides about a carrier that came from a selector."""
    return carrier.building if isinstance(carrier, Floor | Unit) else carrier


def changes(viewer: Viewer, carrier: Park | Building | Floor | Unit | Plot) -> tuple[Change, ...]:
    """What was done to the carrier, which came from a selector, newest first."""
    kind = type(carrier).__name__.lower()
    entries = audit.about(Subject.PROPERTY.value, carrier.pk)
    return tuple(
        Change(each.at, each.actor, each.act, _pairs(each.detail))
        for each in entries
        if each.act == f"create_{kind}" or each.detail.get("of") == kind
    )


def _pairs(detail: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    told = detail.get("changed")
    if not isinstance(told, Mapping):
        return {}
    return {name: (pair[0], pair[1]) for name, pair in told.items()}


def _one(found: QuerySet[M]) -> M:
    record = found.first()
    if record is None:
        raise NotFound("没有这个载体，或不在您的范围内")
    return record
