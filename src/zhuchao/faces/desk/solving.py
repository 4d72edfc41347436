"""Problems as the desk shows them: one line, the panel of a project, the timeline of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.problems import to_standing
from zhuchao.core.projects import problems as core
from zhuchao.core.workdays import WorkingDays, working_days
from zhuchao.faces.desk.problem_forms import (
    AssignForm,
    CheckForm,
    ProgressForm,
    ProofForm,
    ReasonForm,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhuchao.apps.people.viewer import Viewer
    from zhuchao.apps.projects.models import Problem, ProblemEvent, Project
    from zhuchao.faces.desk.access import DeskRequest

PANEL_ROWS = 8


@dataclass(frozen=True, slots=True)
class ProblemSeen:
    """A problem on a day: its state, how long it is so and how late, in working days."""

    problem: Problem
    kind: str
    state: str
    waits: WorkingDays
    late: WorkingDays


@dataclass(frozen=True, slots=True)
class Line:
    """An event in the timeline; ``is_gone`` was withdrawn, ``may_withdraw`` by this viewer."""

    event: ProblemEvent
    is_gone: bool
    may_withdraw: bool


def kind_names() -> dict[str, str]:
    return {kind.key: kind.name for kind in reference.problem_kinds()}


def seen_on(found: Iterable[Problem], today: date) -> list[ProblemSeen]:
    """Each with its state on a day."""
    names = kind_names()
    return [_seen(each, names, today) for each in found]


def _seen(problem: Problem, names: dict[str, str], today: date) -> ProblemSeen:
    now = to_standing(problem)
    return ProblemSeen(
        problem,
        names.get(problem.kind, problem.kind),
        core.state_on(now, today).value,
        working_days(now.since, today),
        core.overdue(now, today),
    )


def problems_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """For ``_project_problems.html``: open ones first, those longest due first."""
    today = timezone.localdate()
    found = selectors.problems(request.viewer, today=today, project_id=project.pk)
    listed = found.order_by(F("closed_on").desc(nulls_first=True), "due_on", "pk")
    made = selectors.inspections_of_project(request.viewer, project.pk)
    return {
        "problems_seen": seen_on(listed[:PANEL_ROWS], today),
        "problem_count": found.count(),
        "inspections_seen": made[:PANEL_ROWS],
        "may_raise": can(request.viewer, Subject.PROBLEM, Act.MAKE, project),
    }


def timeline(viewer: Viewer, problem: Problem) -> list[Line]:
    """What was recorded, oldest first; what was withdrawn is struck through."""
    events = list(selectors.problem_events(viewer, problem.pk))
    gone = {each.corrects_id for each in events if each.is_withdrawal}
    heads = selectors.can_assign(viewer, problem)
    return [
        Line(each, each.pk in gone, _may_withdraw(viewer, each, gone, heads=heads))
        for each in events
    ]


def _may_withdraw(
    viewer: Viewer, event: ProblemEvent, gone: set[int | None], *, heads: bool
) -> bool:
    is_open = event.pk not in gone and not event.is_withdrawal and event.act != "raised"
    is_mine = viewer.person_id is not None and event.recorded_by_id == viewer.person_id
    return is_open and (is_mine or heads)


def forms_for(viewer: Viewer, problem: Problem, today: date) -> dict[str, Any]:
    """The forms of what the viewer may do to a problem as it stands."""
    heads, works = selectors.can_assign(viewer, problem), selectors.can_work_on(viewer, problem)
    state = problem.state
    is_own = problem.handed_in_by_id is not None and problem.handed_in_by_id == viewer.person_id
    may_hand_in = works and state in ("in_hand", "returned")
    return {
        "assign_form": assign_form(viewer, problem, today)
        if heads and state in ("awaiting", "in_hand", "returned")
        else None,
        "progress_form": ProgressForm(initial={"on": today})
        if works and state != "closed"
        else None,
        "proof_form": proof_form(problem, today) if may_hand_in else None,
        "check_form": CheckForm() if heads and state == "to_check" and not is_own else None,
        "reason_form": ReasonForm() if heads and state == "closed" else None,
        "is_own": is_own and heads and state == "to_check",
    }


def assign_form(viewer: Viewer, problem: Problem, today: date, data: Any = None) -> AssignForm:
    people = [(each.pk, str(each)) for each in people_of(viewer)]
    days = selectors.problem_rule_on(viewer, today).days_for(problem.kind)
    initial = {"unit": problem.unit, "handler_id": problem.handler_id}
    return AssignForm(data, people=people, days=days, initial=initial)


def proof_form(problem: Problem, today: date, data: Any = None, files: Any = None) -> ProofForm:
    known = [(each.pk, str(each)) for each in problem.project.documents.all()]
    return ProofForm(data, files, known=known, initial={"on": today, "kind": "statement"})
