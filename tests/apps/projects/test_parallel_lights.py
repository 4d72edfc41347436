"""Several workers reckon while money is booked: nobody waits for ever, each change is told once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from tests.apps.projects.lit import TODAY, aim, book, lit_project
from tests.apps.projects.test_parallel_claims import at_once, head, officers, own_database
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.models import LightChange, Project, ProjectLight

__all__ = ["head", "officers", "own_database"]

WORKERS, PROJECTS = 3, 4


@pytest.fixture
def projects(officers: list[Viewer], head: Viewer) -> list[Project]:
    first = lit_project(head, officers[0])
    others = [opened(officers[0], title=f"项目{number}") for number in range(1, PROJECTS)]
    for each in others:
        aim(officers[0], each)
    return [first, *others]


def test_each_change_is_told_once(officers: list[Viewer], projects: list[Project]) -> None:
    def reckon() -> str:
        return str(services.reckon_lights(SYSTEM, today=TODAY))

    def booking(project: Project) -> Callable[[], str]:
        def act() -> str:
            for yuan in (5, 40, 12):
                book(officers[0], project, yuan)
            return "booked"

        return act

    told = at_once([*[reckon] * WORKERS, *map(booking, projects)])

    assert told[WORKERS:] == ["booked"] * PROJECTS
    for light in ProjectLight.objects.filter(project__in=projects):
        history = list(LightChange.objects.filter(light=light).order_by("number"))
        assert [each.number for each in history] == list(range(1, light.changes + 1))
        assert [each.after for each in history] == ["amber", "green", "amber"]
        assert all(before.after == after.before for before, after in pairwise(history))
        assert light.colour == history[-1].after
