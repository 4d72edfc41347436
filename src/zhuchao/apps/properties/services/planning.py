"""Laying a park's plan: shapes are read, and each is matched with a carrier of the park."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.models import Building, Offer, Park, ParkPlan, Plot, Unit
from zhuchao.apps.properties.ticking import tick_all
from zhuchao.core.carriers.plan import Shape, read_plan
from zhuchao.core.errors import NotFound, Refused

MOST_BYTES = 2_000_000
# More are told when these are put right.
MOST_NAMED = 8

Of = tuple[str, int]


@transaction.atomic
def lay_plan(viewer: Viewer, park_id: int, content: bytes) -> ParkPlan:
    """Lay a GeoJSON file over the park, in the place of an older one; all of it or nothing.

    Raises: NotFound, NotAllowed; Refused, with what is wrong in the file, shape by shape.
    """
    park = _held(viewer, park_id)
    shapes = read_plan(_opened(content))
    told = [_told(shape, of) for shape, of in _matched(park, shapes)]
    plan, _ = ParkPlan.objects.update_or_create(park=park, defaults={"shapes": told})
    _changed(viewer, park, "lay_plan", shapes=len(told))
    return plan


@transaction.atomic
def lift_plan(viewer: Viewer, park_id: int) -> None:
    """Take the park's plan away. Raises: NotFound, NotAllowed."""
    park = _held(viewer, park_id)
    if ParkPlan.objects.filter(park=park).delete()[0]:
        _changed(viewer, park, "lift_plan")


def _held(viewer: Viewer, park_id: int) -> Park:
    seen = narrow(viewer, Park.objects.filter(pk=park_id), Subject.PROPERTY)
    park = seen.select_for_update().first()
    if park is None:
        raise NotFound("没有这个园区，或不在您的范围内")
    require(viewer, Subject.PROPERTY, Act.CHANGE, park)
    return park


def _changed(viewer: Viewer, park: Park, act: str, **detail: Any) -> None:
    # The pages of its offers lead to the plan.
    tick_all(Offer.objects.filter(Q(unit__building__park=park) | Q(plot__park=park)))
    if act == "lay_plan":
        log(viewer, "lay_plan", Subject.PROPERTY, park, of="park", **detail)
    else:
        log(viewer, "lift_plan", Subject.PROPERTY, park, of="park")


def _opened(content: bytes) -> Any:
    if not content:
        raise Refused("文件是空的，请重新选择")
    if len(content) > MOST_BYTES:
        raise Refused(f"文件太大：最多 {MOST_BYTES // 1_000_000} MB，请先简化图形")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(
            "这个文件读不出来：请导出为 UTF-8 编码的 GeoJSON（.geojson 或 .json）"
        ) from error


def _matched(park: Park, shapes: Iterable[Shape]) -> Iterator[tuple[Shape, Of | None]]:
    """Raises: Refused, naming the shapes that are no carrier, and those that stand twice."""
    known = _carriers_by_name(park)
    found: list[tuple[Shape, Of | None]] = []
    strangers: list[str] = []
    taken: dict[Of, str] = {}
    for shape in shapes:
        of = None if shape.ground else known.get(_plain(shape.name))
        if of is None and not shape.ground:
            strangers.append(shape.name)
        if of is not None and of in taken:
            raise Refused(f"“{shape.name}”画了两次：请合并成一个图形（MultiPolygon）")
        if of is not None:
            taken[of] = shape.name
        found.append((shape, of))
    if strangers:
        named = "、".join(f"“{each}”" for each in strangers[:MOST_NAMED])
        more = f"等 {len(strangers)} 个图形" if len(strangers) > MOST_NAMED else ""
        raise Refused(
            f"{named}{more}在“{park.name}”里没有同名的楼栋、单元（楼栋名加单元名）或地块："
            "请先登记，或改成登记的名称；道路、绿地、水面、边界请在属性里加“kind”"
        )
    return iter(found)


def _carriers_by_name(park: Park) -> Mapping[str, Of]:
    """Buildings and plots by name, units by that of the building with their own."""
    known: dict[str, Of] = {}
    for unit in Unit.objects.filter(building__park=park).select_related("building"):
        known[_plain(f"{unit.building.name}{unit.name}")] = ("unit", unit.pk)
    for plot in Plot.objects.filter(park=park):
        known[_plain(plot.number)] = ("plot", plot.pk)
    for building in Building.objects.filter(park=park):
        known[_plain(building.name)] = ("building", building.pk)
    return known


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _told(shape: Shape, of: Of | None) -> dict[str, Any]:
    return {
        "name": shape.name,
        "ground": shape.ground,
        "rings": [[list(point) for point in ring] for ring in shape.rings],
        "of": None if of is None else list(of),
    }
