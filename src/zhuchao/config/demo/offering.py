"""The offers of the demonstration, each over the carrier that it lets or sells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import services
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import Entry, offers
from zhuchao.config.demo.grounds import Grounds
from zhuchao.config.demo.terms import terms_of
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.term import FieldKey, Term

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Plot, Unit

# The states on the way to the one that the content names.
WAYS = {
    "on": ("on",),
    "checking": ("checking",),
    "held": ("on", "held"),
    "stale": ("on", "stale"),
    "under_offer": ("on", "under_offer"),
    "done": ("on", "under_offer", "done"),
    "draft": (),
}
# What a building tells of a part of it holds for the part; what it has as a whole does not.
OF_THE_WHOLE = frozenset({"area", "power", "yard_area"})
WHOLE = "整栋"
NOT_TERMS = frozenset({"park", "name", "kind", "number"})


def put_up(cast: Cast, grounds: Grounds, *, today: date) -> dict[str, int]:
    """Confirm every offer and bring it into its state; gives the offers' ids by title."""
    return {entry["title"]: _offer(cast, grounds, entry, today) for entry in offers()}


def _offer(cast: Cast, grounds: Grounds, entry: Entry, today: date) -> int:
    viewer = cast[entry["by"]]
    confirmed_on = today - timedelta(days=entry["confirmed_days"])
    text, persons = _signed(entry)
    offer = services.confirm_supply(
        viewer,
        intake_id=None,
        title=entry["title"],
        terms=(*terms_of(told(grounds, entry)), *persons),
        text=text,
        carrier=_carrier(viewer, grounds, entry),
        address=entry.get("address", "") or _address(grounds, entry),
        confirmed_on=confirmed_on,
    )
    for state in WAYS[entry.get("state", "on")]:
        services.move_offer(viewer, offer.pk, state=state, today=confirmed_on)
    return offer.pk


def told(grounds: Grounds, entry: Entry) -> Entry:
    """The entry over what its building or plot tells, each value for the floor that is meant."""
    carrier = grounds.written.get(entry.get("building") or entry.get("plot") or "", {})
    skipped = NOT_TERMS | OF_THE_WHOLE if "unit" in entry else NOT_TERMS
    inherited = {name: value for name, value in carrier.items() if name not in skipped}
    if _lowest(entry) > 1:
        for name in ("height", "load"):
            inherited[name] = carrier[f"{name}_upper"]
    return inherited | entry


def _lowest(entry: Entry) -> int:
    return int(str(entry.get("floor", "1")).split("-")[0])


def _top(entry: Entry) -> int | None:
    """The highest floor, where it is not the lowest."""
    lowest, _, top = str(entry.get("floor", "1")).partition("-")
    return int(top) if top and top != lowest else None


def _carrier(viewer: Viewer, grounds: Grounds, entry: Entry) -> Unit | Plot | None:
    if "building" in entry:
        return _unit(viewer, grounds, entry)
    return grounds.plots[entry["plot"]] if "plot" in entry else None


def _unit(viewer: Viewer, grounds: Grounds, entry: Entry) -> Unit:
    name = entry["building"]
    is_part = "unit" in entry
    part = entry.get("unit", WHOLE)
    unit = services.create_unit(
        viewer,
        building=grounds.buildings[name],
        name=part,
        area_m2=float(entry["area"] if is_part else grounds.written[name]["area"]),
        floor=grounds.floors[name, _lowest(entry)] if is_part else None,
        top_floor=_top(entry) if is_part else None,
        is_whole=entry.get("whole", False),
    )
    grounds.units[name, part] = unit
    return unit


def _address(grounds: Grounds, entry: Entry) -> str:
    carrier = grounds.written[entry.get("building") or entry["plot"]]
    return grounds.parks[carrier["park"]].address


def _signed(entry: Entry) -> tuple[str, tuple[Term, Term]]:
    """The message with its sender below, and the terms that say who that is."""
    text = f"{entry['text']}，{entry['person']} {entry['telephone']}"
    at = len(text) - len(entry["telephone"])
    name = Span(at - 1 - len(entry["person"]), at - 1)
    return text, (
        _person(FieldKey.PERSON, entry["person"], name),
        _person(FieldKey.TELEPHONE, entry["telephone"], Span(at, len(text))),
    )


def _person(key: FieldKey, value: str, span: Span) -> Term:
    return Term(key, Read(value, State.GIVEN, span))
