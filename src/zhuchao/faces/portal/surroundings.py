"""What lies around an offer's park: ways, and what people there need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhuchao.faces.hand.figures import plain
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

DISTANCES = (
    ("距高速出入口", "motorway_km"),
    ("距铁路站", "rail_km"),
    ("距港口", "port_km"),
)


def surroundings(offer: Offer) -> list[tuple[str, str]]:
    """Labels and words; empty where the offer stands in no park or nothing is known of it."""
    unit, plot = offer.unit, offer.plot
    park = unit.building.park if unit is not None else plot.park if plot is not None else None
    if park is None:
        return []
    found = ((label, getattr(park, column)) for label, column in DISTANCES)
    rows = [(label, f"{plain(km)} 公里") for label, km in found if km is not None]
    around = "、".join(word("amenity", each).text for each in park.amenities)
    return [*rows, ("周边配套", around)] if around else rows
