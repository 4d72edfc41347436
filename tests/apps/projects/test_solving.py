"""Problems from raising to striking off, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Problem, Project
from zhuchao.apps.projects.problems import ProblemForm, rule_for
from zhuchao.apps.projects.services import AssignForm, ProofForm
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.workdays import after_working_days
from zhuchao.ground import audit
from zhuchao.tables import problem_rule
from zhuchao.tables.packs import pack_text

# A Monday, and working days counted from it.
TODAY = date(2026, 11, 23)
LAND = ProblemForm("land", "用地指标未落实，摘牌推迟", TODAY)
REPLY = ProofForm("已取得批复", DocumentForm("filing", "用地预审批复"))


def later(days: int) -> date:
    return after_working_days(TODAY, days)


@pytest.fixture
def project(park: Any, officer_a: Viewer) -> Project:
    return opened(officer_a)


@pytest.fixture
def problem(project: Project, officer_a: Viewer) -> Problem:
    return services.raise_problem(officer_a, project.pk, form=LAND, today=TODAY)


def assign(viewer: Viewer, problem: Problem, on: date = TODAY, **told: Any) -> Problem:
    form = AssignForm(**{"unit": "自然资源局"} | told)
    return services.assign_problem(viewer, problem.pk, form=form, today=on)


def hand_in(viewer: Viewer, problem: Problem, on: date = TODAY) -> Problem:
    return services.hand_in(viewer, problem.pk, form=REPLY, on=on, today=on)


def check(viewer: Viewer, problem: Problem, *, is_solved: bool = True, **told: Any) -> Problem:
    usual = {"note": "现场看过", "today": TODAY}
    return services.check_problem(viewer, problem.pk, is_solved=is_solved, **usual | told)


def test_a_problem_is_solved_with_a_document_and_checked_by_another(
    officer_a: Viewer, supervisor: Viewer, problem: Problem
) -> None:
    assert (problem.state, problem.due_on) == ("awaiting", later(2))

    told = assign(supervisor, problem, handler_id=officer_a.person_id)
    assert (told.state, told.unit, told.due_on) == ("in_hand", "自然资源局", later(20))
    hand_in(officer_a, problem)
    told = check(supervisor, problem)

    assert (told.state, told.closed_on, told.handed_in_by_id) == (
        "closed", TODAY, officer_a.person_id,
    )  # fmt: skip
    acts = [each.act for each in selectors.problem_events(officer_a, problem.pk)]
    assert acts == ["raised", "assigned", "handed_in", "closed"]
    logged = [each.act for each in audit.about("problem", problem.pk)]
    assert set(logged) >= {"raise_problem", "assign_problem", "hand_in_problem", "check_problem"}


def test_who_handed_it_in_does_not_check_it(section_head: Viewer, problem: Problem) -> None:
    assign(section_head, problem)
    hand_in(section_head, problem)

    with pytest.raises(Refused, match="另一位同事"):
        check(section_head, problem)

    assert Problem.objects.get().state == "to_check"
    assert problem.events.count() == 3


def test_a_returned_problem_is_handed_in_again_and_a_reopened_one_is_counted(
    officer_a: Viewer, section_head: Viewer, problem: Problem
) -> None:
    assign(section_head, problem)
    hand_in(officer_a, problem)
    told = check(section_head, problem, is_solved=False, note="批复是复印件", due_on=later(3))
    assert (told.state, told.due_on) == ("returned", later(3))
    hand_in(officer_a, problem)
    check(section_head, problem)

    told = services.reopen_problem(section_head, problem.pk, reason="又卡住", today=TODAY)

    assert (told.state, told.reopened, told.closed_on, told.due_on) == (
        "awaiting", 1, None, later(2),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda v, p: services.raise_problem(
            v, p.project_id, form=ProblemForm("land", " ", TODAY), today=TODAY), "写明"),
        (lambda v, p: services.raise_problem(
            v, p.project_id, form=ProblemForm("moon", "x", TODAY), today=TODAY), "类别"),
        (lambda v, p: services.raise_problem(
            v, p.project_id, form=ProblemForm("land", "x", later(1)), today=TODAY), "今天之后"),
        (lambda v, p: assign(v, p, unit=" "), "责任单位"),
        (lambda v, p: assign(v, p, due_on=TODAY - timedelta(days=1)), "今天之前"),
        (hand_in, "不能报办结"),
        (lambda v, p: services.hand_in(
            v, p.pk, form=ProofForm("好了"), on=TODAY, today=TODAY), "凭据"),
        (lambda v, p: services.note_progress(v, p.pk, note="", on=TODAY, today=TODAY), "进展"),
        (lambda v, p: services.note_progress(
            v, p.pk, note="x", on=TODAY - timedelta(days=1), today=TODAY), "早于问题提出"),
        (lambda v, p: check(v, p, is_solved=False, note=""), "哪里没有解决"),
        (lambda v, p: services.reopen_problem(v, p.pk, reason="", today=TODAY), "理由"),
        (lambda v, p: services.reopen_problem(v, p.pk, reason="x", today=TODAY), "不能重开"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_and_nothing_is_kept(
    act: Callable[[Viewer, Problem], Problem], said: str, section_head: Viewer, problem: Problem
) -> None:
    with pytest.raises(Refused, match=said):
        act(section_head, problem)

    assert problem.events.count() == 1
    assert Problem.objects.get() == problem
    assert not problem.project.documents.filter(title="用地预审批复").exists()


def test_it_rises_once_for_each_level_by_working_days(
    officer_a: Viewer, supervisor: Viewer, section_head: Viewer, leader: Viewer, problem: Problem
) -> None:
    assign(supervisor, problem, due_on=TODAY)

    def rise(on: date) -> tuple[int, int, str]:
        count = services.escalate_problems(SYSTEM, today=on)
        told = Problem.objects.get()
        return count, told.level, told.escalated_to

    assert rise(TODAY) == (0, 0, "")
    assert rise(later(1)) == (1, 1, "section_head")
    assert rise(later(1)) == (0, 1, "section_head")
    assert not selectors.escalated(supervisor).exists()
    assert rise(later(3)) == (1, 2, "supervisor")
    assert selectors.escalated(supervisor).get() == problem
    assert not selectors.escalated(leader).exists()
    assert rise(later(9)) == (1, 3, "leader")
    assert [selectors.escalated(v).count() for v in (section_head, leader, officer_a)] == [1, 1, 0]

    told = assign(supervisor, problem, on=later(9))
    assert (told.level, told.escalated_to) == (0, "")


def test_those_who_do_not_rise_ask_no_more(
    supervisor: Viewer, section_head: Viewer, project: Project
) -> None:
    def queries(problems: int) -> int:
        for _ in range(problems):
            made = services.raise_problem(section_head, project.pk, form=LAND, today=TODAY)
            assign(supervisor, made, due_on=TODAY)
        assert services.escalate_problems(SYSTEM, today=later(1)) == problems
        with CaptureQueriesContext(connection) as asked:
            assert services.escalate_problems(SYSTEM, today=later(1)) == 0
        return len(asked)

    assert queries(1) == queries(5)


def test_an_adopted_rule_holds_from_its_day(section_head: Viewer, project: Project) -> None:
    text = pack_text("problems", "one-week")
    people.adopt_pack(section_head, kind="problems", text=text, adopted_from=TODAY)

    assert rule_for(section_head, TODAY) == problem_rule("one-week")
    assert rule_for(section_head, TODAY - timedelta(days=1)) == problem_rule()
    problem = services.raise_problem(section_head, project.pk, form=LAND, today=TODAY)
    assert problem.due_on == TODAY
    assert assign(section_head, problem).due_on == later(5)
    services.escalate_problems(SYSTEM, today=later(6))
    assert Problem.objects.get().escalated_to == "leader"


def test_a_record_made_in_error_is_withdrawn_and_kept(
    officer_a: Viewer, section_head: Viewer, problem: Problem
) -> None:
    assign(section_head, problem)
    hand_in(officer_a, problem)
    wrong = problem.events.get(act="handed_in")

    told = services.withdraw_problem_event(officer_a, problem.pk, wrong.pk, reason="交错了项目")

    assert told.state == "in_hand"
    assert problem.events.count() == 4
    with pytest.raises(Refused, match="已经撤销"):
        services.withdraw_problem_event(officer_a, problem.pk, wrong.pk, reason="再撤")
    assigned = problem.events.get(act="assigned")
    with pytest.raises(NotFound):
        services.withdraw_problem_event(officer_a, problem.pk, assigned.pk, reason="不办")
    hand_in(officer_a, problem)
    with pytest.raises(Refused):
        services.withdraw_problem_event(section_head, problem.pk, assigned.pk, reason="记错")


def test_the_database_refuses_to_change_what_was_recorded(problem: Problem) -> None:
    for statement in (
        "UPDATE projects_problemevent SET note = 'x'",
        "DELETE FROM projects_problemevent",
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement)


def test_whose_problem_it_is(
    officer_a: Viewer, officer_b: Viewer, teammate: Viewer, agent: Viewer, leader: Viewer,
    section_head: Viewer, problem: Problem,
) -> None:  # fmt: skip
    for viewer in (officer_b, agent):
        with pytest.raises(NotFound):
            selectors.problem(viewer, problem.pk)
    for viewer in (officer_a, teammate, leader):
        assert selectors.problem(viewer, problem.pk) == problem
    for viewer in (officer_a, leader, officer_b):
        with pytest.raises(NotFound):
            assign(viewer, problem)

    assign(section_head, problem, handler_id=officer_b.person_id)

    assert selectors.problems(officer_b, today=TODAY, show="mine").get() == problem
    assert hand_in(officer_b, problem).state == "to_check"
    with pytest.raises(NotFound):
        check(officer_b, problem)


def test_what_is_open_with_whom_and_how_long(
    officer_a: Viewer, section_head: Viewer, supervisor: Viewer, project: Project, problem: Problem,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    early = ProblemForm("utility", "正式用电未接入", TODAY - timedelta(days=10))
    power = services.raise_problem(officer_a, project.pk, form=early, today=TODAY)
    assign(section_head, power, unit="供电公司", due_on=TODAY)
    assign(section_head, problem)

    with django_assert_num_queries(1):
        loads = selectors.open_by_unit(supervisor, later(1))

    assert [(e.unit, e.open, e.overdue, e.oldest_days) for e in loads] == [
        ("供电公司", 1, 1, 7), ("自然资源局", 1, 0, 1),
    ]  # fmt: skip
    with django_assert_num_queries(1):
        counts = selectors.problem_counts(supervisor, later(1))
    assert counts == {
        "mine": 0, "overdue": 1, "to_check": 0, "awaiting": 0, "open": 2, "closed": 0,
    }  # fmt: skip
