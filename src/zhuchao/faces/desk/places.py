"""The desk's places as a viewer may see them, in groups that fold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.urls import reverse

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation; on a phone what is not in the bar hides under 更多."""

    address: str
    label: str
    letter: str
    icon: str
    is_here: bool
    is_in_bar: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Places that fold together; ``is_open`` by itself, ``is_here`` because of the present one."""

    name: str
    label: str
    is_open: bool
    places: tuple[Place, ...]

    @property
    def is_here(self) -> bool:
        return any(place.is_here for place in self.places)

    @property
    def folded(self) -> tuple[Place, ...]:
        """What of the group is not in the bar of a phone."""
        return tuple(place for place in self.places if not place.is_in_bar)


@dataclass(frozen=True, slots=True)
class Navigation:
    """Places outside of any group, then the groups that have a place for the viewer."""

    alone: tuple[Place, ...]
    groups: tuple[Group, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return (*self.alone, *(place for group in self.groups for place in group.places))

    @property
    def folded_alone(self) -> tuple[Place, ...]:
        """What stands outside of any group and is not in the bar of a phone."""
        return tuple(place for place in self.alone if not place.is_in_bar)

    @property
    def bar(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.is_in_bar)


def navigation_of(viewer: Viewer, path: str) -> Navigation:
    """The places that the viewer may see; the one to which ``path`` belongs is here."""
    told = _told()
    seen: dict[str, list[Place]] = {"": [], **{each["name"]: [] for each in told["group"]}}
    for each in told["place"]:
        if "subject" not in each or can(viewer, Subject(each["subject"]), Act.SEE):
            seen[each.get("group", "")].append(_place(each, path))
    groups = (
        Group(each["name"], each["label"], each.get("is_open", False), tuple(seen[each["name"]]))
        for each in told["group"]
        if seen[each["name"]]
    )
    return Navigation(tuple(seen[""]), tuple(groups))


@cache
def _told() -> dict[str, list[dict[str, Any]]]:
    source = files("zhuchao.faces.desk").joinpath("navigation.toml").read_text("utf-8")
    return tomllib.loads(source)


def _place(told: dict[str, Any], path: str) -> Place:
    address = reverse(f"desk:{told['name']}")
    is_here = path == address if told["name"] == "home" else path.startswith(address)
    is_in_bar = told.get("is_in_bar", False)
    return Place(address, told["label"], told["letter"], told["icon"], is_here, is_in_bar)
