"""Problems followed and inspections to be made change hands with the rest, and come back."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from tests.apps.conftest import _somebody
from tests.apps.projects.test_projects import enter, opened

from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.enquiries.models import HandOver
from zhuchao.apps.people.viewer import Role, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Inspection, Problem, Project
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.apps.projects.services import AssignForm, ProofForm
from zhuchao.core.errors import Refused

# A hand-over is noted on the day on which it is done.
TODAY = timezone.localdate()


@pytest.fixture
def foreign(park: Any, officer_b: Viewer) -> Project:
    """Another officer's project, with a problem that officer_a follows."""
    return enter(officer_b, opened(officer_b), "sign")


@pytest.fixture
def followed(foreign: Project, officer_a: Viewer, officer_b: Viewer, supervisor: Viewer) -> Problem:
    form = ProblemForm("land", "用地指标未落实，摘牌推迟", TODAY)
    made = services.raise_problem(officer_b, foreign.pk, form=form, today=TODAY)
    told = AssignForm("自然资源局", officer_a.person_id)
    return services.assign_problem(supervisor, made.pk, form=told, today=TODAY)


def give(viewer: Viewer, giver: Viewer, to: Viewer) -> HandOver:
    return enquiries.hand_over_all(
        viewer, from_person_id=giver.person_id or 0, to_person_id=to.person_id or 0
    )


def mine(viewer: Viewer) -> list[int]:
    found = selectors.problems(viewer, today=TODAY, show="mine")
    return list(found.values_list("pk", flat=True))


def test_who_takes_the_work_follows_its_problems_and_solves_them(
    followed: Problem, officer_a: Viewer, teammate: Viewer
) -> None:
    give(officer_a, officer_a, teammate)

    assert (mine(teammate), mine(officer_a)) == ([followed.pk], [])
    proof = ProofForm("已取得批复", DocumentForm("filing", "用地预审批复"))
    services.hand_in(teammate, followed.pk, form=proof, on=TODAY, today=TODAY)
    acts = [each.act for each in selectors.problem_events(teammate, followed.pk)]
    assert acts == ["raised", "assigned", "passed_on", "handed_in"]


def test_a_problem_keeps_its_day_and_its_unit(
    followed: Problem, officer_a: Viewer, teammate: Viewer
) -> None:
    give(officer_a, officer_a, teammate)

    now = Problem.objects.get()
    assert (now.unit, now.due_on, now.state) == (followed.unit, followed.due_on, "in_hand")


def test_undone_everything_is_as_it_was(
    followed: Problem, officer_a: Viewer, teammate: Viewer
) -> None:
    made = give(officer_a, officer_a, teammate)

    enquiries.undo_hand_over(officer_a, made.pk)

    assert (mine(officer_a), mine(teammate)) == ([followed.pk], [])
    assert Problem.objects.get().events.count() == 4


def test_what_was_assigned_anew_meanwhile_is_not_taken_back(
    followed: Problem, officer_a: Viewer, teammate: Viewer, supervisor: Viewer, officer_b: Viewer
) -> None:
    made = give(officer_a, officer_a, teammate)
    told = AssignForm("自然资源局", officer_b.person_id)
    services.assign_problem(supervisor, followed.pk, form=told, today=TODAY)

    with pytest.raises(Refused, match="再次转手"):
        enquiries.undo_hand_over(officer_a, made.pk)

    assert mine(officer_b) == [followed.pk]


def test_inspections_that_are_not_made_go_to_who_may_make_them(
    foreign: Project, supervisor: Viewer, officer_a: Viewer, section_head: Viewer, leader: Viewer
) -> None:
    services.plan_round(supervisor, "yuzhou", day=TODAY)

    with pytest.raises(Refused, match="不能接手检查"):
        give(section_head, supervisor, leader)
    made = give(section_head, supervisor, officer_a)

    assert selectors.due_inspections(officer_a).count() == 1
    assert not selectors.due_inspections(supervisor).exists()
    enquiries.undo_hand_over(section_head, made.pk)
    assert Inspection.objects.get().owner_id == supervisor.person_id


def test_a_supervisors_work_goes_to_another_supervisor(
    foreign: Project, park: Any, supervisor: Viewer, section_head: Viewer
) -> None:
    other = _somebody(park, "supervisor-b", Role.SUPERVISOR)
    services.plan_round(supervisor, "yuzhou", day=TODAY)

    give(section_head, supervisor, other)

    assert selectors.due_inspections(other).count() == 1
