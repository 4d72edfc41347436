"""Setting up carriers and setting them right; what was changed stands in the audit chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Q

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.parties.services import note_contact
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import letting
from zhuchao.apps.properties.bounds import require_within
from zhuchao.apps.properties.models import Building, Floor, Offer, Park, Plot, Unit
from zhuchao.apps.properties.ticking import tick_all
from zhuchao.core.errors import NotFound, Refused

Carrier = Park | Building | Floor | Unit | Plot
C = TypeVar("C", Park, Building, Floor, Unit, Plot)
# What stands nowhere but in its own place: counts, and persons.
NOT_TOLD = frozenset({"whole_let", "parts_let", "landlord", "landlord_id"})


@transaction.atomic
def create_park(
    viewer: Viewer, *, name: str, region_code: str, address: str = "", **columns: Any
) -> Park:
    """``columns`` are those of Park; what is not told stays unknown."""
    require(viewer, Subject.PROPERTY, Act.MAKE)
    told = _clean({"name": name, "region_code": region_code, "address": address} | columns)
    with _named_once(f"已有叫“{name}”的园区，请换一个名称，或打开已有的那一个"):
        park = Park.objects.create(**ownership(viewer), **told)
    log(viewer, "create_park", Subject.PROPERTY, park)
    return park


@transaction.atomic
def create_building(viewer: Viewer, *, park: Park, name: str, **columns: Any) -> Building:
    """``columns`` are those of Building; what is not told stays unknown."""
    _require_on(viewer, park)
    told = _clean({"name": name} | columns)
    with _named_once(f"“{park}”里已有叫“{name}”的楼栋，请换一个名称"):
        building = Building.objects.create(**ownership(viewer), park=park, **told)
    log(viewer, "create_building", Subject.PROPERTY, building)
    return building


@transaction.atomic
def create_unit(
    viewer: Viewer,
    *,
    building: Building,
    name: str,
    area_m2: float,
    floor: Floor | None = None,
    **columns: Any,
) -> Unit:
    """Raises: Refused, when the floor is one of another building."""
    _require_on(viewer, building)
    told = _clean({"name": name, "area_m2": area_m2} | columns)
    unit = Unit(building=building, floor=floor, **told)
    _require_floors(unit)
    with _named_once(f"“{building}”里已有叫“{name}”的单元，请换一个名称"):
        unit.save(force_insert=True)
    log(viewer, "create_unit", Subject.PROPERTY, unit)
    return unit


@transaction.atomic
def create_floor(viewer: Viewer, *, building: Building, number: int, **columns: Any) -> Floor:
    _require_on(viewer, building)
    told = _clean({"number": number} | columns)
    if number == 0:
        raise Refused("没有 0 层：地面一层写 1，地下一层写 -1")
    with _named_once(f"“{building}”已有 {number} 层，请直接修改那一层"):
        floor = Floor.objects.create(building=building, **told)
    log(viewer, "create_floor", Subject.PROPERTY, floor)
    return floor


@transaction.atomic
def create_floors(
    viewer: Viewer, *, building: Building, numbers: Sequence[int], **columns: Any
) -> list[Floor]:
    """Floors that are alike, all or none."""
    return [create_floor(viewer, building=building, number=number, **columns) for number in numbers]


@transaction.atomic
def create_plot(viewer: Viewer, *, park: Park, number: str, area_m2: float, **columns: Any) -> Plot:
    _require_on(viewer, park)
    told = _clean({"number": number, "area_m2": area_m2} | columns)
    with _named_once(f"“{park}”里已有编号“{number}”的地块，请换一个编号"):
        plot = Plot.objects.create(**ownership(viewer), park=park, **told)
    log(viewer, "create_plot", Subject.PROPERTY, plot)
    return plot


@transaction.atomic
def change_park(viewer: Viewer, park_id: int, **columns: Any) -> Park:
    """Raises: NotFound, NotAllowed; Refused, for a name that is taken or a wrong figure."""
    return _change(viewer, _held(viewer, Park, park_id), columns)


@transaction.atomic
def change_building(viewer: Viewer, building_id: int, **columns: Any) -> Building:
    """Raises: NotFound, NotAllowed; Refused, for a name that is taken or a wrong figure."""
    return _change(viewer, _held(viewer, Building, building_id), columns)


@transaction.atomic
def change_plot(viewer: Viewer, plot_id: int, **columns: Any) -> Plot:
    """Raises: NotFound, NotAllowed; Refused, for a number that is taken or a wrong figure."""
    return _change(viewer, _held(viewer, Plot, plot_id), columns)


@transaction.atomic
def change_floor(viewer: Viewer, floor_id: int, **columns: Any) -> Floor:
    """A floor keeps its number: units and offers are named by it.

    Raises: NotFound, NotAllowed; Refused, for a wrong figure.
    """
    columns.pop("number", None)
    return _change(viewer, _held(viewer, Floor, floor_id), columns)


@transaction.atomic
def change_unit(viewer: Viewer, unit_id: int, **columns: Any) -> Unit:
    """Raises: NotFound, NotAllowed; Refused, when it would reach into what is let already."""
    unit = _held(viewer, Unit, unit_id)
    letting.lock(unit)
    unit = _change(viewer, unit, columns)
    _require_floors(unit)
    if unit.offers.filter(state__in=letting.LET).exists():
        letting.require_free(unit, but=unit.offers.filter(state__in=letting.LET).get())
        letting.settle(unit.building_id)
    return unit


@transaction.atomic
def name_landlord(
    viewer: Viewer, carrier: Building | Plot, *, name: str, telephone: str
) -> Building | Plot:
    """Note whose the building or plot is, sealed among the contacts.

    Raises: NotAllowed; Refused, when there is neither a name nor a telephone.
    """
    require(viewer, Subject.PROPERTY, Act.CHANGE, carrier)
    carrier.landlord = note_contact(viewer, name=name, telephone=telephone)
    carrier.save(update_fields=["landlord"])
    log(viewer, "name_landlord", Subject.PROPERTY, carrier, of=_kind_of(carrier))
    return carrier


def _kind_of(carrier: Carrier) -> str:
    """ "park", "building", "floor", "unit" or "plot": as the audit chain names it."""
    return type(carrier).__name__.lower()


def _ground_of(carrier: Carrier) -> Park | Building | Plot:
    """The record whose owner decides about the carrier."""
    return carrier.building if isinstance(carrier, Floor | Unit) else carrier


def _require_on(viewer: Viewer, ground: Park | Building) -> None:
    """That the viewer may add a carrier to this park or building."""
    require(viewer, Subject.PROPERTY, Act.MAKE)
    require(viewer, Subject.PROPERTY, Act.SEE, ground)


def _require_floors(unit: Unit) -> None:
    """That every floor of the unit is one of its building."""
    floor = unit.floor
    if floor is None:
        return
    if floor.building_id != unit.building_id:
        raise Refused(f"{floor} 不属于 {unit.building}：请选择本楼的楼层")
    if unit.top_floor is not None and unit.top_floor < floor.number:
        raise Refused(f"到第 {unit.top_floor} 层低于起始的 {floor.number} 层，请核对")
    known = set(unit.building.floors.values_list("number", flat=True))
    missing = [each for each in letting.extent_of(unit).floors if each and each not in known]
    if missing:
        raise Refused(f"本楼还没有登记 {missing[0]} 层：请先添加这一层，再登记单元")


def _held(viewer: Viewer, model: type[C], pk: int) -> C:
    """The record for changing, locked; among those that the viewer may see."""
    found = model._default_manager.select_for_update().filter(pk=pk).first()
    if found is not None:
        ground = _ground_of(found)
        seen = narrow(viewer, type(ground)._default_manager.filter(pk=ground.pk), Subject.PROPERTY)
        if seen.exists():
            return found
    raise NotFound("没有这个载体，或不在您的范围内")


def _change(viewer: Viewer, record: C, columns: dict[str, Any]) -> C:
    require(viewer, Subject.PROPERTY, Act.CHANGE, _ground_of(record))
    told = _clean(columns)
    before = {name: getattr(record, name) for name in told}
    changed = [name for name, value in told.items() if value != before[name]]
    if not changed:
        return record
    for name in changed:
        setattr(record, name, told[name])
    with _named_once("同一处已有叫这个名称或编号的，请换一个"):
        record.save(update_fields=changed)
    tick_all(Offer.objects.filter(_standing_on(record)))
    log(
        viewer,
        "change_carrier",
        Subject.PROPERTY,
        record,
        of=_kind_of(record),
        changed={name: [_plain(before[name]), _plain(told[name])] for name in changed},
    )
    return record


def _standing_on(carrier: Carrier) -> Q:
    match carrier:
        case Park():
            return Q(unit__building__park=carrier) | Q(plot__park=carrier)
        case Building():
            return Q(unit__building=carrier)
        case Floor():
            return Q(unit__floor=carrier)
        case Unit():
            return Q(unit=carrier)
        case _:
            return Q(plot=carrier)


def _clean(columns: dict[str, Any]) -> dict[str, Any]:
    """The columns as they may be stored: within their bounds, texts trimmed and without persons."""
    require_within(columns)
    told = {name: value for name, value in columns.items() if name not in NOT_TOLD}
    return {
        name: covered(value.strip()) if isinstance(value, str) else value
        for name, value in told.items()
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value.number) if isinstance(value, Floor) else value


@contextmanager
def _named_once(sentence: str) -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refused(sentence) from error
