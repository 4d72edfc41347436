"""A building as a stack of floors: what lies on each, and how its offer stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.letting import LET, extent_of
from zhuchao.apps.properties.models import Building, Floor, Offer, Unit
from zhuchao.core.carriers import overlap

_S = Offer.State
# Of several offers of a unit the one that says most about it; what is off says nothing.
TELLING = (_S.DONE, _S.UNDER_OFFER, _S.HELD, _S.ON, _S.STALE, _S.CHECKING, _S.DRAFT)


@dataclass(frozen=True, slots=True)
class Slot:
    """A unit with its most telling offer; ``taken_by`` is a let unit that takes its ground."""

    unit: Unit
    offer: Offer | None
    taken_by: Unit | None

    @property
    def state(self) -> str:
        """The offer's state; "taken" where other letting rules it out, "free" without an offer."""
        if self.taken_by is not None:
            return "taken"
        return self.offer.state if self.offer is not None else "free"


@dataclass(frozen=True, slots=True)
class Level:
    """A floor with the units on it."""

    floor: Floor
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """The units that are the whole building, and the floors from the top down."""

    whole: tuple[Slot, ...]
    levels: tuple[Level, ...]


def stack(viewer: Viewer, building: Building) -> Stack:
    """The building, which came from a selector, in three queries."""
    floors = list(building.floors.order_by("-number"))
    units = list(building.units.select_related("floor").order_by("name", "pk"))
    seen = narrow(viewer, Offer.objects.filter(unit__building=building), Subject.OFFER)
    telling = _by_unit(seen.filter(state__in=TELLING).order_by("pk"))
    slots = [_slot(unit, units, telling) for unit in units]
    return Stack(
        whole=tuple(each for each in slots if each.unit.floor_id is None),
        levels=tuple(
            Level(floor, tuple(s for s in slots if floor.number in extent_of(s.unit).floors))
            for floor in floors
        ),
    )


def _by_unit(offers: Iterable[Offer]) -> dict[int, Offer]:
    found: dict[int, Offer] = {}
    for offer in offers:
        known = found.get(offer.unit_id or 0)
        if known is None or _rank(offer) < _rank(known):
            found[offer.unit_id or 0] = offer
    return found


def _rank(offer: Offer) -> int:
    return TELLING.index(_S(offer.state))


def _slot(unit: Unit, units: Iterable[Unit], telling: dict[int, Offer]) -> Slot:
    own = telling.get(unit.pk)
    if own is not None and own.state in LET:
        return Slot(unit, own, None)
    let = [each for each in units if each.pk in telling and telling[each.pk].state in LET]
    taking = (each for each in let if overlap(extent_of(each), extent_of(unit)))
    return Slot(unit, own, next(taking, None))
