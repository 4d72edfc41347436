"""A park's plan with its offers: what is drawn and what is listed come from one reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.properties.letting import LET, extent_of
from zhuchao.apps.properties.models import Offer, Park, ParkPlan, Unit
from zhuchao.apps.properties.selectors.offers import Where, offers
from zhuchao.apps.properties.selectors.stacks import TELLING
from zhuchao.core.carriers import overlap
from zhuchao.core.carriers.plan import Drawing, Outline, Shape, drawn
from zhuchao.core.errors import NotFound

Of = tuple[str, int]
# What a carrier without any offer is, to whom only offers on show are told, and to officers.
NONE, FREE, TAKEN = "none", "free", "taken"


@dataclass(frozen=True, slots=True)
class Spot:
    """A carrier on the plan under its number, with its offers; ``state`` colours it."""

    number: int
    outline: Outline
    of: Of
    state: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A park's plan. ``beside`` are the offers of the park that no shape shows."""

    park: Park
    drawing: Drawing
    grounds: tuple[Outline, ...]
    spots: tuple[Spot, ...]
    beside: tuple[Offer, ...]


def planned(viewer: Viewer, park_id: int) -> Planned:
    """The plan of a park. Raises: NotFound, where there is none."""
    found = _plans(viewer).filter(park_id=park_id).select_related("park").first()
    if found is None:
        raise NotFound("这个园区还没有平面图")
    told = sorted(found.shapes, key=lambda each: not each["ground"])
    drawing = drawn([_shape(each) for each in told])
    carriers = [_of(each) for each in told]
    placed, beside = _placed(_offers(viewer, found.park), set(carriers))
    spots: list[Spot] = []
    grounds: list[Outline] = []
    taken = _taken(viewer, found.park)
    for outline, of in zip(drawing.outlines, carriers, strict=True):
        if of is None:
            grounds.append(outline)
            continue
        mine = tuple(placed.get(of, ()))
        spots.append(Spot(len(spots) + 1, outline, of, _state(viewer, of, mine, taken), mine))
    return Planned(found.park, drawing, tuple(grounds), tuple(spots), tuple(beside))


def has_plan(viewer: Viewer, park: Park) -> bool:
    """Whether the park, which came from a selector, has a plan."""
    return ParkPlan.objects.filter(park=park).exists()


def planned_park(viewer: Viewer, offer: Offer) -> Park | None:
    """The park of an offer, which came from a selector, where it has a plan."""
    unit, plot = offer.unit, offer.plot
    park = unit.building.park if unit is not None else plot.park if plot is not None else None
    return park if park is not None and has_plan(viewer, park) else None


def park_named(viewer: Viewer, park_id: int) -> str:
    """The name of a park; empty where there is none that the viewer may see."""
    seen = narrow(viewer, Park.objects.filter(pk=park_id), Subject.PROPERTY)
    return seen.values_list("name", flat=True).first() or ""


def _plans(viewer: Viewer) -> Any:
    seen = narrow(viewer, Park.objects.all(), Subject.PROPERTY)
    return ParkPlan.objects.filter(park__in=seen)


def _offers(viewer: Viewer, park: Park) -> list[Offer]:
    """What the viewer may see on the park; who works on it sees all that is not off."""
    states = () if Role.VISITOR in viewer.roles else TELLING
    return list(offers(viewer, states=states, where=Where(park_id=park.pk), sort="code"))


def _placed(
    found: Iterable[Offer], carriers: set[Of | None]
) -> tuple[Mapping[Of, list[Offer]], list[Offer]]:
    """Each offer under the closest carrier that is drawn: its unit, else its building."""
    placed: dict[Of, list[Offer]] = {}
    beside: list[Offer] = []
    for offer in found:
        at = next((of for of in _carriers_of(offer) if of in carriers), None)
        (beside if at is None else placed.setdefault(at, [])).append(offer)
    return placed, beside


def _carriers_of(offer: Offer) -> list[Of]:
    if offer.unit is not None:
        return [("unit", offer.unit.pk), ("building", offer.unit.building_id)]
    return [] if offer.plot is None else [("plot", offer.plot.pk)]


def _taken(viewer: Viewer, park: Park) -> set[int]:
    """The units whose ground another let unit takes; told to nobody from outside."""
    if Role.VISITOR in viewer.roles:
        return set()
    units = list(Unit.objects.filter(building__park=park).select_related("floor"))
    standing = Offer.objects.filter(unit__in=units, state__in=LET)
    let = set(standing.values_list("unit_id", flat=True))
    taking = [each for each in units if each.pk in let]
    return {
        unit.pk
        for unit in units
        if unit.pk not in let
        and any(
            each.building_id == unit.building_id and overlap(extent_of(each), extent_of(unit))
            for each in taking
        )
    }


def _state(viewer: Viewer, of: Of, mine: tuple[Offer, ...], taken: set[int]) -> str:
    """What is on show tells most: a building of which a part is on is on."""
    states = {each.state for each in mine}
    if Offer.State.ON in states:
        return str(Offer.State.ON.value)
    if Role.VISITOR in viewer.roles:
        return NONE
    if of[0] == "unit" and of[1] in taken:
        return TAKEN
    return next((str(each.value) for each in TELLING if each in states), FREE)


def _shape(told: Mapping[str, Any]) -> Shape:
    rings = tuple(tuple((x, y) for x, y in ring) for ring in told["rings"])
    return Shape(told["name"], told["ground"], rings)


def _of(told: Mapping[str, Any]) -> Of | None:
    of = told["of"]
    return None if of is None else (of[0], of[1])
