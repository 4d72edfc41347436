"""Which offer and which carrier a row of a sheet speaks of, held against the whole register."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing.telling import Told, floor_number
from zhuchao.apps.properties.mapping import columns_of
from zhuchao.apps.properties.models import Building, Offer, Plot, Unit
from zhuchao.core.errors import Refused

OWN_CODE = re.compile(r"F\d{4}-\d{5,}")
SPACE = re.compile(r"\s+")
ENDED = frozenset({Offer.State.DONE, Offer.State.OFF})
COLUMNS = (
    "pk", "code", "title", "state", "intent", "region_code", "area_m2", "told",
    "unit__name", "unit__floor__number", "unit__building__name", "unit__building__park__name",
    "plot__number", "plot__park__name",
)  # fmt: skip

Key = tuple[object, ...]


class Known(NamedTuple):
    """An offer as far as it is needed to choose between several."""

    pk: int
    state: str
    intent: str
    title: str


class Register:
    """The viewer's offers and carriers by everything that a row may call them."""

    def __init__(self, viewer: Viewer) -> None:
        self._by_key: dict[Key, list[Known]] = defaultdict(list)
        self._keys: dict[int, set[Key]] = {}
        self._units: dict[Key, list[int]] = defaultdict(list)
        self._plots: dict[Key, int] = {}
        mine = set(_changeable(viewer))
        for row in narrow(viewer, Offer.objects.all(), Subject.OFFER).values(*COLUMNS):
            self._note(row, is_own=row["pk"] in mine)
        self._note_carriers(viewer)

    def find(self, told: Told) -> int | None:
        """The offer that the row is about; None for one that is not there yet.

        Raises: Refused, when its number is none of ours, or several offers answer.
        """
        code = told.record.get("code", "")
        found = self._by_key.get(key_of(told), ())
        if not found and OWN_CODE.fullmatch(code):
            raise Refused(f"没有编号为 {code} 的房源：要新增请清空编号")
        if len(found) > 1:
            found = _nearest(found, told)
        if len(found) > 1:
            raise Refused("有多条房源是这个位置：请填写编号，说明是哪一条")
        return found[0].pk if found else None

    def unit_id(self, told: Told) -> int | None:
        """The unit that the row names, where the register of carriers has exactly one such."""
        named = told.carrier
        if "building" not in named:
            return None
        found = set(self._units.get(_place(named), ()))
        return found.pop() if len(found) == 1 else None

    def plot_id(self, told: Told) -> int | None:
        named = told.carrier
        return self._plots.get((plain(named.get("park", "")), plain(named.get("plot", ""))))

    def add(self, offer: Offer) -> None:
        """Note an offer that was made or changed since."""
        for key in self._keys.pop(offer.pk, ()):
            self._by_key[key] = [each for each in self._by_key[key] if each.pk != offer.pk]
        row = Offer.objects.filter(pk=offer.pk).values(*COLUMNS).get()
        self._note(row, is_own=True)

    def _note(self, row: Mapping[str, Any], *, is_own: bool) -> None:
        known = Known(row["pk"], row["state"], row["intent"], plain(row["title"]))
        keys: set[Key] = {("code", row["code"].casefold())}
        keys |= {("place", *place) for place in _places(_carrier(row))}
        if is_own and row["told"].get("code"):
            keys.add(("code", plain(row["told"]["code"])))
        keys.add(_titled(row["title"], row["region_code"], row["area_m2"]))
        self._keys[row["pk"]] = keys
        for key in keys:
            self._by_key[key].append(known)

    def _note_carriers(self, viewer: Viewer) -> None:
        units = Unit.objects.filter(
            building__in=narrow(viewer, Building.objects.all(), Subject.PROPERTY).values("pk")
        )
        names = ("pk", "name", "floor__number", "building__name", "building__park__name")
        for pk, name, floor, building, park in units.values_list(*names):
            for place in _places(_named(park, building, floor, name)):
                self._units[place].append(pk)
        plots = narrow(viewer, Plot.objects.all(), Subject.PROPERTY)
        for pk, number, park in plots.values_list("pk", "number", "park__name"):
            self._plots[plain(park), plain(number)] = pk


def key_of(told: Told) -> Key:
    """By its number where it has one, else by its carrier, else by title, place and area."""
    if code := told.record.get("code"):
        return ("code", plain(code))
    named = told.carrier
    if "plot" in named or "building" in named or ("park" in named and "unit" in named):
        return ("place", *_place(named))
    columns = columns_of(told.terms)
    return _titled(told.record["title"], str(columns["region_code"]), columns["area_m2"])


def plain(written: str) -> str:
    """A name without differences of width, case and space."""
    return SPACE.sub("", unicodedata.normalize("NFKC", written)).casefold()


def _titled(title: str, region_code: str, area_m2: object) -> Key:
    return ("title", plain(title)[:120], region_code, area_m2)


def _changeable(viewer: Viewer) -> Iterable[int]:
    mine = narrow(viewer, Offer.objects.exclude(told={}), Subject.OFFER, Act.CHANGE)
    return mine.values_list("pk", flat=True)


def _named(park: str, building: str, floor: int | None, unit: str) -> dict[str, str]:
    told = {"park": park, "building": building, "unit": unit}
    return told if floor is None else told | {"floor": str(floor)}


def _carrier(row: Mapping[str, Any]) -> dict[str, str]:
    if row["unit__name"] is not None:
        return _named(
            row["unit__building__park__name"], row["unit__building__name"],
            row["unit__floor__number"], row["unit__name"],
        )  # fmt: skip
    if row["plot__number"] is not None:
        return {"park": row["plot__park__name"], "plot": row["plot__number"]}
    return {name: value for name, value in row["told"].items() if name != "code"}


def _place(named: Mapping[str, str]) -> Key:
    return (
        plain(named.get("park", "")),
        plain(named.get("building", "")),
        floor_number(named.get("floor", "")),
        plain(named.get("unit", "")),
        plain(named.get("plot", "")),
    )


def _places(named: Mapping[str, str]) -> set[Key]:
    """How a carrier may be named: with its floor or without, and a building by itself alone."""
    if not named:
        return set()
    places = {_place(named)}
    if named.get("unit"):
        places.add(_place({**named, "floor": ""}))
    if named.get("floor"):
        places.add(_place({**named, "unit": ""}))
    if named.get("unit") in ("整栋", "整幢"):
        places.add(_place({**named, "unit": "", "floor": ""}))
    return places


def _nearest(found: Iterable[Known], told: Told) -> list[Known]:
    """Those still on offer before those that ended; then by intent; then by title."""
    best = list(found)
    intent = str(columns_of(told.terms)["intent"])
    title = plain(told.record["title"])
    for is_meant in (
        lambda each: each.state not in ENDED,
        lambda each: not intent or each.intent == intent,
        lambda each: each.title == title,
    ):
        best = [each for each in best if is_meant(each)] or best
    return best
