"""Rounds planned by the machine as the adopted rule says: each period once, by the same people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.apps.projects.test_projects import enter, opened

from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.models import Inspection, InspectionRound, Project
from zhuchao.ground import audit
from zhuchao.tables.packs import pack_text

TODAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def signed(park: Any, officer_a: Viewer) -> Project:
    return enter(officer_a, opened(officer_a), "sign")


def adopt(viewer: Viewer, key: str = "yuzhou") -> None:
    people.adopt_pack(
        viewer, kind="inspections", text=pack_text("inspections", key), adopted_from=TODAY
    )


def plan(today: date) -> int:
    return services.plan_due_rounds(SYSTEM, today=today)


def test_a_house_that_adopted_no_rule_is_left_alone(signed: Project, supervisor: Viewer) -> None:
    assert plan(TODAY) == 0
    assert not InspectionRound.objects.exists()


def test_each_month_is_planned_once_and_takes_in_who_comes_later(
    signed: Project, officer_a: Viewer, section_head: Viewer, supervisor: Viewer
) -> None:
    adopt(section_head)

    grown = [plan(TODAY), plan(TODAY)]
    logged = audit.latest(1)[0].sequence
    plan(TODAY)
    untouched = audit.latest(1)[0].sequence == logged
    enter(officer_a, opened(officer_a, title="后来签约的项目"), "sign")
    grown += [plan(TODAY), plan(DECEMBER)]

    assert grown == [1, 0, 1, 1]
    assert untouched
    assert sorted(InspectionRound.objects.values_list("first", flat=True)) == [
        date(2026, 11, 1), DECEMBER,
    ]  # fmt: skip
    assert Inspection.objects.count() == 4
    assert set(Inspection.objects.values_list("owner_id", flat=True)) == {supervisor.person_id}


def test_who_inspected_a_project_last_inspects_it_again(
    signed: Project, section_head: Viewer, supervisor: Viewer
) -> None:
    adopt(section_head)
    services.plan_round(section_head, "yuzhou", day=TODAY)

    plan(DECEMBER)

    owners = list(Inspection.objects.order_by("pk").values_list("owner_id", flat=True))
    assert owners == [section_head.person_id] * 2


def test_what_a_click_planned_is_not_planned_again(
    signed: Project, section_head: Viewer, supervisor: Viewer
) -> None:
    adopt(section_head)
    services.plan_round(supervisor, "yuzhou", day=TODAY)

    assert plan(TODAY) == 0
    assert InspectionRound.objects.count() == 1
