"""The parks of the demonstration with their buildings, floors and plots."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import services
from zhuchao.config.demo.content import Entry, document
from zhuchao.config.demo.terms import SQUARE_METRES_PER_MU

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Building, Floor, Park, Plot, Unit

HIGH_RISE_FROM = 7


@dataclass(frozen=True, slots=True)
class Grounds:
    """What was built, by the names that the offers call it; ``written`` is what the file tells."""

    parks: dict[str, Park] = field(default_factory=dict)
    buildings: dict[str, Building] = field(default_factory=dict)
    floors: dict[tuple[str, int], Floor] = field(default_factory=dict)
    plots: dict[str, Plot] = field(default_factory=dict)
    units: dict[tuple[str, str], Unit] = field(default_factory=dict)
    written: dict[str, Entry] = field(default_factory=dict)


def build(viewer: Viewer) -> Grounds:
    """Make every park, building, floor and plot of the content files."""
    grounds = Grounds()
    written = document("parks")
    for entry in written["park"]:
        grounds.parks[entry["name"]] = services.create_park(
            viewer, name=entry["name"], region_code=entry["region"], address=entry["address"]
        )
    for entry in document("buildings")["building"]:
        _build(viewer, grounds, entry)
    for entry in written["plot"]:
        _mark_out(viewer, grounds, entry)
    return grounds


def _build(viewer: Viewer, grounds: Grounds, entry: Entry) -> None:
    name, storeys = entry["name"], entry["floors"]
    building = services.create_building(
        viewer,
        park=grounds.parks[entry["park"]],
        name=name,
        kind=entry["kind"],
        layout=layout_of(storeys),
        fire_class=entry.get("fire_class", ""),
        power_kva=entry.get("power"),
        is_titled=entry.get("title_deed"),
    )
    grounds.buildings[name] = building
    grounds.written[name] = entry
    for number in range(1, storeys + 1):
        suffix = "" if number == 1 else "_upper"
        grounds.floors[name, number] = services.create_floor(
            viewer,
            building=building,
            number=number,
            area_m2=round(entry["area"] / storeys, 1),
            height_m=entry.get(f"height{suffix}"),
            load_t_m2=entry.get(f"load{suffix}"),
        )


def layout_of(storeys: int) -> str:
    """The layout that a building of so many storeys has."""
    if storeys == 1:
        return "single"
    return "high_rise" if storeys >= HIGH_RISE_FROM else "multi"


def _mark_out(viewer: Viewer, grounds: Grounds, entry: Entry) -> None:
    far_low, far_high = entry["far"].split("-")
    grounds.written[entry["number"]] = entry
    grounds.plots[entry["number"]] = services.create_plot(
        viewer,
        park=grounds.parks[entry["park"]],
        number=entry["number"],
        area_m2=round(entry["mu"] * SQUARE_METRES_PER_MU, 1),
        far_low=float(far_low),
        far_high=float(far_high),
    )
