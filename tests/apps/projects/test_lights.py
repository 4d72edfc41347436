"""Lights follow what is told, turn once, and open into their reason; no data is never green."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.apps.projects.lit import (
    QUARTER,
    TODAY,
    ZONE,
    Colour,
    adopt,
    aim,
    book,
    curve,
    light,
    lit_project,
)
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import LightChange
from zhuchao.apps.projects.services import About, Published
from zhuchao.apps.projects.services.promising import PromiseForm


def turns(viewer: Viewer) -> list[tuple[str, str, str]]:
    told = selectors.light_changes(viewer)
    return [(each.before, each.after, each.cause) for each in reversed(told)]


def test_what_lacks_is_told_and_never_green(officer_a: Viewer, section_head: Viewer) -> None:
    project = opened(officer_a)
    assert light(project).colour == Colour.NO_DATA
    assert "还没有采用亮灯规则" in light(project).sentence

    adopt(section_head)
    book(officer_a, project, 900)
    assert "没有定 2026 年目标" in light(project).sentence
    aim(officer_a, project)
    assert "没有定 2026 年序时基线" in light(project).sentence
    assert light(project).colour == Colour.NO_DATA

    services.set_baseline(section_head, ZONE, curve=curve(), today=TODAY)
    assert light(project).colour == Colour.GREEN
    assert turns(officer_a) == [("no_data", "green", "baseline")]


def test_a_booked_fact_turns_the_light_once(officer_a: Viewer, section_head: Viewer) -> None:
    project = lit_project(section_head, officer_a)
    assert "没有记数" in light(project).sentence

    book(officer_a, project, 10)
    found = light(project)
    assert (found.colour, found.done_share, found.due_share) == (Colour.AMBER, 0.10, 0.25)
    assert found.curve == "年度计划曲线 第 1 版"
    assert "落后序时 15 个百分点" in found.sentence
    book(officer_a, project, 11)
    book(officer_a, project, 40)
    services.reckon_lights(SYSTEM, today=TODAY)
    services.reckon_lights(SYSTEM, today=TODAY)

    assert turns(officer_a) == [("no_data", "amber", "money"), ("amber", "green", "money")]
    numbers = LightChange.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2]


def test_the_running_month_is_not_due_yet(officer_a: Viewer, section_head: Viewer) -> None:
    project = lit_project(section_head, officer_a)

    book(officer_a, project, 10)
    book(officer_a, project, 80, month=11)

    assert light(project).done == 10
    assert light(project).as_of == date(2026, 10, 31)
    services.reckon_lights(SYSTEM, today=date(2026, 12, 1))
    assert (light(project).colour, light(project).done) == (Colour.GREEN, 90)


def test_the_same_numbers_by_other_packs(officer_a: Viewer, section_head: Viewer) -> None:
    project = lit_project(section_head, officer_a)
    book(officer_a, project, 16)

    (line,) = selectors.project_lines(officer_a, project.pk, TODAY)
    by = {each.pack.key: each.light for each in line.by_packs}

    assert light(project).colour == by["yinchuan"].colour == "none"
    assert "规则没有写到这一段" in by["yinchuan"].sentence
    assert by["wuhan"].colour == "amber"
    assert "64.0%" in by["wuhan"].sentence
    assert by["tianjin"].colour == "no_data"
    amber = selectors.lit_otherwise(officer_a, "amber", TODAY, pack="wuhan")
    assert amber == [project.pk]
    assert selectors.lit_otherwise(officer_a, "amber", TODAY, pack="yinchuan") == []
    # Ten twelfths by the straight line: 67 points behind.
    assert selectors.lit_otherwise(officer_a, "red", TODAY, curve="linear-months") == [project.pk]


def test_a_start_that_is_late_is_red_until_it_comes(
    officer_a: Viewer, section_head: Viewer
) -> None:
    project = lit_project(section_head, officer_a)
    book(officer_a, project, 60)
    assert light(project).colour == Colour.GREEN

    promise = PromiseForm("investor", "start", "8 月开工", due_on=date(2026, 8, 15))
    services.note_promise(officer_a, project.pk, form=promise)
    assert light(project).colour == Colour.RED
    assert "已过计划月份 3 个月" in light(project).sentence
    permit = (DocumentForm("construction", "施工许可证"),)
    entry = StageEntry("start", TODAY, permit)
    services.enter_stage(officer_a, project.pk, entry=entry, today=TODAY)
    event = selectors.events(officer_a, project.pk).last()
    assert event is not None
    services.check_stage(section_head, project.pk, event.pk, is_confirmed=True)

    assert light(project).colour == Colour.GREEN
    assert [cause for *_, cause in turns(officer_a)] == ["money", "promise", "stage"]


def test_a_new_version_leaves_the_old_one(officer_a: Viewer, section_head: Viewer) -> None:
    project = lit_project(section_head, officer_a)
    about = About("done", 2026, project.pk)
    book(officer_a, project, 16)

    own = curve(kind="linear_months", title="")
    made = services.set_baseline(section_head, about, curve=own, today=TODAY)
    assert (made.version, light(project).curve) == (1, "按月均摊 第 1 版")
    assert light(project).colour == Colour.RED
    services.set_baseline(section_head, about, curve=curve(*QUARTER), today=TODAY)

    assert [each.version for each in selectors.baselines(officer_a, "done", 2026, project.pk)] == [
        2,
        1,
    ]
    assert light(project).curve == "年度计划曲线 第 2 版"
    with pytest.raises(DatabaseError), transaction.atomic():
        selectors.baselines(section_head, "done", 2026).update(title="改了")
    with pytest.raises(DatabaseError), transaction.atomic():
        LightChange.objects.update(cause="day")


def test_whose_lights_are_told(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, section_head: Viewer, supervisor: Viewer
) -> None:
    project = lit_project(section_head, officer_a)
    book(officer_a, project, 10)

    def told(viewer: Viewer) -> int:
        return selectors.changed_lately(viewer, TODAY).count()

    assert told(officer_a) == told(section_head) == told(supervisor) == 1
    assert told(teammate) == told(officer_b) == 0
    assert selectors.light_changes(officer_b).count() == 0
    assert selectors.lights_by_project(officer_b, [project.pk]) == {}


def test_growth_is_held_against_the_city(officer_a: Viewer, section_head: Viewer) -> None:
    project = lit_project(section_head, officer_a)
    book(officer_a, project, 60, month=date(2025, 10, 1))
    book(officer_a, project, 90)

    def colour() -> str:
        (line,) = selectors.project_lines(officer_a, project.pk, TODAY)
        return next(each.light.colour for each in line.by_packs if each.pack.key == "tianjin")

    assert colour() == "no_data"
    mean = Published(10, "统计局月报", mean_growth=6.5)
    services.note_published(section_head, ZONE, told=mean, today=TODAY)
    # Half as much again; its own plan asks for two thirds.
    assert colour() == "amber"
    aim(officer_a, project, 80)
    assert colour() == "green"
    assert light(project).growth_gap == pytest.approx(0.5 - 1 / 3)


def test_as_many_queries_for_many_projects(officer_a: Viewer, section_head: Viewer) -> None:
    lit_project(section_head, officer_a)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            services.reckon_lights(SYSTEM, today=TODAY)
        return len(queries)

    few = asked()
    for number in range(8):
        project = opened(officer_a, title=f"项目{number}")
        aim(officer_a, project)
        book(officer_a, project, number * 10 + 1)

    assert asked() <= few
