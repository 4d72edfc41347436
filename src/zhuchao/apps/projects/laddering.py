"""By which ladder an organisation's projects climb, and by which one a project does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from zhuchao import tables as reference
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.models import Project
from zhuchao.core.vocabulary.stage import StageLadder
from zhuchao.tables.ladders import ladder_of as interpret
from zhuchao.tables.packs import pack_keys, pack_of

KIND = "stages"


def ladder_of(project: Project) -> StageLadder:
    """The ladder that the project climbs: as adopted when it began, else the shipped one."""
    if project.ladder_pack is not None:
        return _read(project.ladder_pack.content)
    return reference.stage_ladder(project.ladder)


def house_ladder(viewer: Viewer, on: date) -> tuple[StageLadder, int | None]:
    """The ladder on which new projects begin, and the adopted pack; None for the shipped one."""
    if viewer.is_system:
        return reference.stage_ladder(), None
    adopted = next(iter(packs_in_force(viewer, KIND, on)), None)
    if adopted is None:
        return reference.stage_ladder(), None
    return _read(adopted.content), adopted.pk


def stage_namer() -> Callable[[str, str, int | None], str]:
    """What names a stage by its key, the ladder's key and the adopted pack; of any project."""
    shipped: dict[str, StageLadder] = {}
    adopted: dict[int, StageLadder] = {}
    for climbs, ladder in ladders_in_use():
        if climbs["ladder_pack"] is None:
            shipped[climbs["ladder"]] = ladder
        else:
            adopted[climbs["ladder_pack"]] = ladder

    def name(stage: str, ladder: str, pack_id: int | None) -> str:
        climbed = shipped.get(ladder) if pack_id is None else adopted.get(pack_id)
        found = climbed.stage(stage) if climbed is not None else None
        return found.name if found else stage

    return name


def ladders_in_use() -> list[tuple[dict[str, Any], StageLadder]]:
    """Every ladder with the columns by which its projects are found: shipped ones, adopted ones."""
    found: list[tuple[dict[str, Any], StageLadder]] = [
        ({"ladder_pack": None, "ladder": key}, reference.stage_ladder(key))
        for key in pack_keys(KIND)
    ]
    climbed = Project.objects.exclude(ladder_pack=None).order_by().distinct()
    for pk, content in climbed.values_list("ladder_pack_id", "ladder_pack__content"):
        found.append(({"ladder_pack": pk}, _read(str(content))))
    return found


@lru_cache(maxsize=64)
def _read(content: str) -> StageLadder:
    return interpret(pack_of(KIND, content))
