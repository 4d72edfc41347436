"""How lights are shown: each opens into its rule, its numbers, its curve and its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.core.vocabulary.progress import Band, Colour, Light, LightPack, Test

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project
    from zhuchao.faces.desk.access import DeskRequest

SIGNS = {True: ("≥", "≤"), False: ("＞", "＜")}
UNITS = {Test.POINTS: " 个百分点", Test.MONTHS_LATE: " 个月"}
HUNDREDFOLD = (Test.RATIO, Test.GROWTH, Test.GROWTH_GAP)
ABOUT = {
    Test.POINTS: "落后序时",
    Test.RATIO: "完成与应完成之比",
    Test.MONTHS_LATE: "迟延",
    Test.GROWTH: "增速",
    Test.GROWTH_GAP: "增速减参照",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A rule with its light, and every band in words; ``holds`` marks the one that it lies in."""

    light: Light
    bands: tuple[tuple[Band, str, bool], ...]


def open_up(lights: Iterable[Light]) -> list[Opened]:
    """Each light with the bands of its rule."""
    return [
        Opened(light, tuple(_told(light, band) for band in light.rule.bands)) for light in lights
    ]


def _told(light: Light, band: Band) -> tuple[Band, str, bool]:
    return band, range_of(light.rule.test, band), _holds(light, band)


def range_of(test: Test, band: Band) -> str:
    """A band as an officer reads it: 落后序时 ≥ 10 且 ≤ 30 个百分点."""
    ends = []
    if band.low is not None:
        ends.append(f"{SIGNS[band.low_in][0]} {_number(test, band.low)}")
    if band.high is not None:
        ends.append(f"{SIGNS[band.high_in][1]} {_number(test, band.high)}")
    return f"{ABOUT[test]} {' 且 '.join(ends)}{UNITS.get(test, '')}"


def _number(test: Test, value: float) -> str:
    return f"{value * 100:g}%" if test in HUNDREDFOLD else f"{value:g}"


def _holds(light: Light, band: Band) -> bool:
    """Bands do not overlap, so one that has the colour and the words is that in which it lies."""
    return light.colour is band.colour and band.says in light.sentence


def counts_told(pack: LightPack, cells: Iterable[tuple[str, int]]) -> list[tuple[str, int, bool]]:
    """Each colour with its count, and whether the pack can show it at all."""
    shown = {band.colour for rule in pack.rules for band in rule.bands}
    always = {Colour.NONE, Colour.NO_DATA}
    return [(key, count, Colour(key) in shown | always) for key, count in cells]


def lights_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """For ``_project_lights.html``."""
    lines = selectors.project_lines(request.viewer, project.pk, timezone.localdate())
    return {
        "light_lines": lines,
        "may_aim": can(request.viewer, Subject.PROJECT, Act.CHANGE, project),
    }
