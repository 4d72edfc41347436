"""That nothing is let twice: the lock, the sentence, and the counts that the database checks."""

from __future__ import annotations

from zhuchao.apps.properties.models import Building, Floor, Offer, Plot, Unit
from zhuchao.core.carriers import Extent, counts, overlap
from zhuchao.core.carriers.extent import Counts
from zhuchao.core.errors import Refused

LET = (Offer.State.UNDER_OFFER, Offer.State.DONE)
NOT_TWICE = "这个载体已有洽谈中或已成交的房源，不能重复租售：请先处理那一条"


def extent_of(unit: Unit) -> Extent:
    """The floors that the unit takes; its floor should be selected with it."""
    lowest = unit.floor.number if unit.floor is not None else None
    return Extent(lowest, unit.top_floor, unit.is_whole)


def lock(carrier: Unit | Plot) -> None:
    """Hold all letting of the unit's building, or of the plot, to this transaction."""
    if isinstance(carrier, Unit):
        Building.objects.select_for_update().get(pk=carrier.building_id)
    else:
        Plot.objects.select_for_update().get(pk=carrier.pk)


def require_free(carrier: Unit | Plot, *, but: Offer | None = None) -> None:
    """Under the lock: that no other offer lets the carrier, or ground that it takes.

    Raises: Refused, naming the offer that does.
    """
    let = Offer.objects.filter(state__in=LET)
    if but is not None:
        let = let.exclude(pk=but.pk)
    if isinstance(carrier, Plot):
        rivals = list(let.filter(plot=carrier))
    else:
        found = let.filter(unit__building_id=carrier.building_id).select_related("unit__floor")
        rivals = [each for each in found.order_by("pk") if _collide(each.unit, carrier)]
    if rivals:
        rival, name = rivals[0], rivals[0].unit.name if rivals[0].unit else str(rivals[0].plot)
        raise Refused(
            f"“{name}”{rival.get_state_display()}（{rival.code}），不能重复租售：请先处理那一条"
        )


def _collide(let: Unit | None, carrier: Unit) -> bool:
    return let is not None and (let.pk == carrier.pk or overlap(extent_of(let), extent_of(carrier)))


def settle(building_id: int) -> None:
    """Under the lock: count anew what of the building is let; the database refuses an overlap."""
    units = Unit.objects.filter(building_id=building_id, offers__state__in=LET)
    building, by_floor = counts(extent_of(each) for each in units.select_related("floor"))
    Building.objects.filter(pk=building_id).update(
        whole_let=building.whole, parts_let=building.parts
    )
    floors = Floor.objects.filter(building_id=building_id)
    for floor in floors.filter(number__in=by_floor):
        _note(floor, by_floor[floor.number])
    floors.exclude(number__in=by_floor).exclude(whole_let=0, parts_let=0).update(
        whole_let=0, parts_let=0
    )


def _note(floor: Floor, count: Counts) -> None:
    if (floor.whole_let, floor.parts_let) != (count.whole, count.parts):
        floor.whole_let, floor.parts_let = count.whole, count.parts
        floor.save(update_fields=["whole_let", "parts_let"])
