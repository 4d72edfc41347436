"""A house with a pack of lights, a baseline of a quarter by October, and projects with a target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.apps.projects.test_projects import opened

from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.models import Project, ProjectLight
from zhuchao.apps.projects.services import About, Curve, MonthEntry
from zhuchao.tables.packs import pack_text

TODAY = date(2026, 11, 23)
ZONE = About("done", 2026)
# 25 % by the end of October, by which the lights of 23 November are reckoned.
QUARTER = (1, 2, 3, 4, 5, 8, 12, 16, 20, 25, 60, 100)
Colour = ProjectLight.Colour


def adopt(viewer: Viewer, key: str = "yinchuan", kind: str = "lights") -> None:
    text = pack_text(kind, key)
    people.adopt_pack(viewer, kind=kind, text=text, adopted_from=date(2026, 1, 1))


def curve(*percents: float, **told: Any) -> Curve:
    usual = {"kind": "twelve", "title": "年度计划曲线", "reason": "调度会纪要 7 号"}
    return Curve(**usual | told, percents=percents or QUARTER)


def aim(viewer: Viewer, project: Project, yuan: int = 100) -> None:
    about = About("done", 2026, project.pk)
    services.set_target(viewer, about, amount=Decimal(yuan), reason="年度计划表", today=TODAY)


def book(viewer: Viewer, project: Project, yuan: int, month: int | date = 10) -> None:
    first = month if isinstance(month, date) else date(2026, month, 1)
    entry = MonthEntry("done", first, Decimal(yuan))
    services.note_investment(viewer, project.pk, entries=(entry,), source="统计月报", today=TODAY)


def light(project: Project, indicator: str = "done") -> ProjectLight:
    return ProjectLight.objects.get(project=project, indicator=indicator)


def lit_project(head: Viewer, officer: Viewer, **told: Any) -> Project:
    """A project that has a target of 100 yuan in a house that lights by 银川."""
    adopt(head)
    services.set_baseline(head, ZONE, curve=curve(), today=TODAY)
    project = opened(officer, **told)
    aim(officer, project)
    return project
