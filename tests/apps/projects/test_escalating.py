"""Many late problems rise at once, each once for its level, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.projects.test_projects import opened
from tests.apps.projects.test_solving import LAND, TODAY, later

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.models import Problem, ProblemEvent, Project
from zhuchao.apps.projects.problems import to_events, to_standing
from zhuchao.apps.projects.services import AssignForm, escalating
from zhuchao.core.projects.problems import standing
from zhuchao.ground import audit


@pytest.fixture
def project(park: Any, officer_a: Viewer) -> Project:
    return opened(officer_a)


def overdue(viewer: Viewer, project: Project, count: int) -> None:
    for days in range(count):
        problem = services.raise_problem(viewer, project.pk, form=LAND, today=TODAY)
        form = AssignForm(unit="自然资源局", due_on=TODAY + timedelta(days=days % 2))
        services.assign_problem(viewer, problem.pk, form=form, today=TODAY)


def queries_of_rising(project: Project, section_head: Viewer, count: int) -> int:
    overdue(section_head, project, count)
    with CaptureQueriesContext(connection) as asked:
        assert services.escalate_problems(SYSTEM, today=later(3)) == count
    return len(asked)


def test_more_problems_do_not_ask_more(project: Project, section_head: Viewer) -> None:
    few = queries_of_rising(project, section_head, 6)

    assert queries_of_rising(project, section_head, 30) == few


def test_each_batch_rises_once_and_columns_say_what_the_events_say(
    project: Project, section_head: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escalating, "BATCH", 4)
    overdue(section_head, project, 9)

    risen = [services.escalate_problems(SYSTEM, today=later(day)) for day in (2, 2, 9, 9)]

    assert risen == [9, 0, 9, 0]
    for problem in Problem.objects.all():
        assert standing(to_events(problem.events.all())) == to_standing(problem)
        assert (problem.level, problem.escalated_to) == (3, "leader")
    events = ProblemEvent.objects.filter(act="escalated")
    logged = [each for each in audit.latest(100) if each.act == "escalate_problem"]
    assert events.count() == len(logged) == sum(risen)
    assert audit.verify().is_whole


def test_what_was_solved_meanwhile_does_not_rise(
    project: Project, section_head: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    overdue(section_head, project, 2)
    first = Problem.objects.earliest("pk")
    rise = escalating._rise

    def after_another_acted(viewer: Viewer, pks: list[int], *told: Any) -> int:
        form = AssignForm(unit="自然资源局", due_on=later(5))
        services.assign_problem(section_head, first.pk, form=form, today=later(2))
        return int(rise(viewer, pks, *told))

    monkeypatch.setattr(escalating, "_rise", after_another_acted)

    assert services.escalate_problems(SYSTEM, today=later(2)) == 1
    assert list(Problem.objects.order_by("pk").values_list("level", flat=True)) == [0, 1]
