"""Rounds planned by rule, tours with stops, sheets sent twice, findings that become problems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.apps.projects.test_projects import enter, opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.models import Inspection, InspectionRound, Problem, Project
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.apps.projects.services import Sheet, Tour
from zhuchao.core.errors import NotAllowed, NotFound, Refused

TODAY = date(2026, 11, 23)
FULL = {"progress": 80.0, "money": 90.0, "permits": 100.0, "solved": 50.0}
FINDING = ProblemForm("land", "围墙外移占道，施工受阻", TODAY, "自然资源局")
SHEET = Sheet("k-1", FULL, (FINDING,), TODAY, is_signed=True)


@pytest.fixture
def signed(park: Any, officer_a: Viewer) -> Project:
    project = opened(officer_a)
    return enter(officer_a, project, "sign")


@pytest.fixture
def planned(supervisor: Viewer, signed: Project) -> Inspection:
    made = services.plan_round(supervisor, "yuzhou", day=TODAY)
    return selectors.inspections_of(supervisor, made.pk).get()


def test_a_month_is_planned_for_signed_projects_and_only_once(
    supervisor: Viewer, officer_a: Viewer, planned: Inspection
) -> None:
    opened(officer_a, title="还没有签约的项目")
    again = services.plan_round(supervisor, "yuzhou", day=TODAY)

    assert again.pk == planned.round_id
    assert (again.title, again.due_on) == ("2026年11月 · 月度检查（禹州办法）", date(2026, 11, 30))
    assert selectors.inspections_of(supervisor, again.pk).count() == 1

    enter(officer_a, opened(officer_a, title="后来签约的项目"), "sign")
    services.plan_round(supervisor, "yuzhou", day=TODAY)
    positions = [each.position for each in selectors.inspections_of(supervisor, again.pk)]
    assert positions == [1, 2]
    assert InspectionRound.objects.count() == 1


def test_a_signed_sheet_gives_the_mark_and_its_findings_are_problems(
    supervisor: Viewer, officer_a: Viewer, planned: Inspection
) -> None:
    told = services.keep_sheet(supervisor, planned.pk, sheet=SHEET, today=TODAY)

    assert (told.state, told.points) == ("signed", pytest.approx(84))
    problem = selectors.problems(officer_a, today=TODAY).get()
    assert (problem.inspection_id, problem.kind, problem.state) == (told.pk, "land", "awaiting")
    assert problem.unit == "自然资源局"
    _, mark = selectors.mark_seen(supervisor, told)
    assert mark.formula.endswith("= 84.00")
    assert services.publish_inspection(supervisor, told.pk).state == "published"


def test_a_sheet_sent_again_changes_nothing(supervisor: Viewer, planned: Inspection) -> None:
    for _ in range(3):
        services.keep_sheet(supervisor, planned.pk, sheet=SHEET, today=TODAY)

    assert planned.sheets.count() == 1
    assert Problem.objects.count() == 1
    with pytest.raises(Refused, match="已签字"):
        services.keep_sheet(supervisor, planned.pk, sheet=replace(SHEET, key="k-2"), today=TODAY)
    assert Problem.objects.count() == 1


def test_a_half_filled_sheet_is_kept_and_raises_nothing(
    supervisor: Viewer, planned: Inspection
) -> None:
    half = replace(SHEET, marks={"progress": 80.0}, is_signed=False)
    told = services.keep_sheet(supervisor, planned.pk, sheet=half, today=TODAY)

    assert (told.state, told.points, Problem.objects.count()) == ("on_site", None, 0)
    sheet = replace(half, key="k-2", is_signed=True)
    with pytest.raises(Refused, match="没评"):
        services.keep_sheet(supervisor, planned.pk, sheet=sheet, today=TODAY)
    assert planned.sheets.count() == 1
    with pytest.raises(Refused, match="不能再改为“已公布”"):
        services.publish_inspection(supervisor, planned.pk)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"key": ""}, "标识"),
        ({"inspected_on": date(2026, 11, 24)}, "今天之后"),
        ({"marks": FULL | {"money": 101.0}}, "满分 100"),
        ({"findings": (FINDING,) * 21}, "最多记 20"),
        ({"findings": (replace(FINDING, words=" "),)}, "写明"),
    ],
)
def test_a_wrong_sheet_keeps_nothing(
    told: dict[str, Any], said: str, supervisor: Viewer, planned: Inspection
) -> None:
    with pytest.raises(Refused, match=said):
        services.keep_sheet(supervisor, planned.pk, sheet=replace(SHEET, **told), today=TODAY)

    assert (planned.sheets.count(), Problem.objects.count()) == (0, 0)


def test_a_tour_keeps_the_order_of_its_stops(supervisor: Viewer, officer_a: Viewer) -> None:
    first, second = opened(officer_a, title="甲"), opened(officer_a, title="乙")
    tour = Tour("四季度观摩", TODAY, (second.pk, first.pk))

    made = services.plan_tour(supervisor, "tour", tour=tour, today=TODAY)

    stops = [each.project_id for each in selectors.inspections_of(supervisor, made.pk)]
    assert stops == [second.pk, first.pk]
    for wrong in (
        replace(tour, project_ids=()),
        replace(tour, title=" "),
        replace(tour, on=date(2026, 11, 1)),
        replace(tour, project_ids=(first.pk, first.pk)),
    ):
        with pytest.raises(Refused):
            services.plan_tour(supervisor, "tour", tour=wrong, today=TODAY)
    with pytest.raises(Refused, match="不是观摩用的"):
        services.plan_tour(supervisor, "yuzhou", tour=tour, today=TODAY)
    with pytest.raises(Refused, match="观摩不按月"):
        services.plan_round(supervisor, "tour", day=TODAY)


def test_the_quarter_is_three_months_and_the_leaders(
    supervisor: Viewer, planned: Inspection
) -> None:
    for month, points in ((10, 80.0), (11, 90.0), (12, 85.0)):
        made = services.plan_round(supervisor, "yuzhou", day=date(2026, month, 5))
        found = selectors.inspections_of(supervisor, made.pk).get()
        sheet = Sheet("k", dict.fromkeys(FULL, points), (), TODAY, is_signed=True)
        services.keep_sheet(supervisor, found.pk, sheet=sheet, today=TODAY)
    seen = selectors.quarter_of(supervisor, planned)
    assert seen is not None
    assert seen.mark.points is None

    for points in (70, 92):
        services.mark_quarter(
            supervisor, planned.project_id, day=TODAY, points=points, note="主任办公会纪要"
        )

    seen = selectors.quarter_of(supervisor, planned)
    assert seen is not None
    assert seen.mark.formula == "30% × 80 + 30% × 90 + 30% × 85 + 10% × 92 = 85.70"
    with pytest.raises(Refused):
        services.mark_quarter(supervisor, planned.project_id, day=TODAY, points=92, note="")


def test_who_plans_and_who_fills_in(
    supervisor: Viewer, officer_a: Viewer, officer_b: Viewer, leader: Viewer, agent: Viewer,
    signed: Project,
) -> None:  # fmt: skip
    for viewer in (officer_a, leader, agent):
        with pytest.raises(NotAllowed):
            services.plan_round(viewer, "yuzhou", day=TODAY)
    made = services.plan_round(supervisor, "yuzhou", day=TODAY, inspector_id=officer_b.person_id)
    found = selectors.inspections_of(supervisor, made.pk).get()

    for viewer in (officer_a, leader, agent):
        with pytest.raises(NotFound):
            services.keep_sheet(viewer, found.pk, sheet=SHEET, today=TODAY)
    assert selectors.due_inspections(officer_b).get() == found
    assert services.keep_sheet(officer_b, found.pk, sheet=SHEET, today=TODAY).state == "signed"
    with pytest.raises(NotFound):
        services.publish_inspection(officer_b, found.pk)
    assert not selectors.rounds(agent).exists()
    assert selectors.rounds(officer_a).get().done == 1


def test_the_database_refuses_to_change_a_sheet(supervisor: Viewer, planned: Inspection) -> None:
    services.keep_sheet(supervisor, planned.pk, sheet=SHEET, today=TODAY)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute("UPDATE projects_inspectionsheet SET note = 'x'")
