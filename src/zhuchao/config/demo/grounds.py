"""The parks of the demonstration with their buildings, floors and plots."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import services
from zhuchao.config.demo.content import Entry, document
from zhuchao.core.vocabulary.tables import M2_OF_A_MU

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Building, Floor, Park, Plot, Unit

HIGH_RISE_FROM = 7
STRUCTURES = {"钢结构": "steel", "框架结构": "frame", "砖混结构": "brick"}
# What the file calls a column of Building.
OF_A_BUILDING = {
    "fire_class": "fire_class",
    "power": "power_kva",
    "title_deed": "is_titled",
    "built": "built_year",
    "tenure": "tenure_years",
    "land_ownership": "land_ownership",
    "dual_feed": "is_dual_fed",
    "gas": "has_gas",
    "steam": "has_steam",
    "sewage": "has_sewage",
    "discharge_quota": "has_discharge_quota",
    "sprinkler": "has_sprinkler",
}
OF_A_PARK = ("latitude", "longitude", "motorway_km", "rail_km", "port_km", "amenities")
OF_A_PLOT = (
    "land_use", "coverage_low", "coverage_high", "green_high", "height_limit_m",
    "intensity_yuan_mu", "output_yuan_mu", "tax_yuan_mu", "tenure_years", "land_ownership",
    "is_cleared", "has_quota", "has_gas", "has_steam", "has_sewage", "source",
)  # fmt: skip


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
            viewer,
            name=entry["name"],
            region_code=entry["region"],
            address=entry["address"],
            **_told(entry, OF_A_PARK),
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
        structure=STRUCTURES[entry["structure"]],
        source="park",
        **{column: entry[name] for name, column in OF_A_BUILDING.items() if name in entry},
        **_machines(entry),
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


def _machines(entry: Entry) -> dict[str, float | int | None]:
    """Lifts and docks as the file counts them: "2x3" are two of three tonnes."""
    lifts, _, tonnes = entry.get("lift", "0x0").partition("x")
    docks = entry.get("dock", "0x0").partition("x")[0]
    return {
        "lift_count": int(lifts) or None,
        "lift_tonnes": float(tonnes) or None,
        "dock_count": int(docks) or None,
    }


def _told(entry: Entry, columns: tuple[str, ...]) -> Entry:
    return {name: entry[name] for name in columns if name in entry}


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
        area_m2=round(entry["mu"] * M2_OF_A_MU, 1),
        far_low=float(far_low),
        far_high=float(far_high),
        **_told(entry, OF_A_PLOT),
    )
