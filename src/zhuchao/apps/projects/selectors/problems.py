"""Problems that a viewer may see: listed, counted, and what is open with whom and how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, DateField, F, Min, Q, QuerySet, Value, When

from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.viewer import Act, Role, Subject, Viewer
from zhuchao.apps.projects.models import Problem, ProblemEvent, Project
from zhuchao.apps.projects.problems import rule_for
from zhuchao.core.errors import NotFound
from zhuchao.core.projects import problems as core
from zhuchao.core.vocabulary.problem import EscalateTo, ProblemRule
from zhuchao.core.workdays import working_days

RUNNING = sorted(core.RUNNING)
OPEN = Q(state__in=sorted(core.OPEN))
SHOWN = ("mine", "overdue", "to_check", "awaiting", "open", "closed")


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """What lies open with a unit: how many by state, the oldest, in working days until today."""

    unit: str
    open: int
    awaiting: int
    overdue: int
    to_check: int
    reopened: int
    oldest_on: date
    oldest_days: int


def problems(
    viewer: Viewer,
    *,
    today: date,
    show: str = "",
    kind: str = "",
    unit: str | None = None,
    q: str = "",
    project_id: int | None = None,
) -> QuerySet[Problem]:
    """Problems by what is shown (one of ``SHOWN``, or all), by kind, unit, and words; unordered.

    ``until`` is the day that somebody has to keep; what is struck off comes last by it.
    """
    found = _until(_seen(viewer)).select_related("project", "handler")
    if project_id is not None:
        found = found.filter(project_id=project_id)
    if kind:
        found = found.filter(kind=kind)
    if unit is not None:
        found = found.filter(unit=unit)
    if q.strip():
        word = q.strip()
        found = found.filter(
            Q(words__icontains=word) | Q(unit__icontains=word) | Q(project__title__icontains=word)
        )
    where = _shown(viewer, today).get(show)
    return found if where is None else found.filter(where)


def _until(found: QuerySet[Problem]) -> QuerySet[Problem]:
    closed = When(state=Problem.State.CLOSED, then=Value(date.max))
    return found.annotate(until=Case(closed, default=F("due_on"), output_field=DateField()))


def _seen(viewer: Viewer) -> QuerySet[Problem]:
    reached = narrow(viewer, Project.objects.all(), Subject.PROBLEM)
    found = Problem.objects.filter(project__in=reached)
    if can(viewer, Subject.PROBLEM, Act.SEE) and viewer.person_id is not None:
        found |= Problem.objects.filter(handler_id=viewer.person_id)
    return found


def _shown(viewer: Viewer, today: date) -> Mapping[str, Q]:
    return {
        "mine": OPEN & Q(handler_id=viewer.person_id or 0),
        "overdue": Q(state__in=RUNNING, due_on__lt=today),
        "to_check": Q(state=Problem.State.TO_CHECK),
        "awaiting": Q(state=Problem.State.AWAITING),
        "open": OPEN,
        "closed": Q(state=Problem.State.CLOSED),
    }


def problem_counts(viewer: Viewer, today: date) -> dict[str, int]:
    """How many are shown under each heading of the list; one query."""
    counted = {key: Count("pk", filter=where) for key, where in _shown(viewer, today).items()}
    return _seen(viewer).aggregate(**counted)


def problem(viewer: Viewer, problem_id: int) -> Problem:
    """Raises: NotFound."""
    told = _seen(viewer).select_related("project", "handler", "handed_in_by", "inspection__round")
    found = told.filter(pk=problem_id).first()
    if found is None:
        raise NotFound("没有这个问题，或不在您的范围内")
    return found


def problem_events(viewer: Viewer, problem_id: int) -> QuerySet[ProblemEvent]:
    """All that was recorded of a problem, withdrawn or not, oldest first. Raises: NotFound."""
    events = problem(viewer, problem_id).events.select_related("recorded_by", "handler", "document")
    return events.order_by("recorded_at", "pk")


def problem_rule_on(viewer: Viewer, on: date) -> ProblemRule:
    """By which rule problems run late."""
    return rule_for(viewer, on)


def can_assign(viewer: Viewer, record: Problem) -> bool:
    """Whether the viewer assigns, checks and reopens it."""
    return can(viewer, Subject.PROBLEM, Act.PUBLISH, record.project)


def can_work_on(viewer: Viewer, record: Problem) -> bool:
    """Whether the viewer notes progress of it and hands in its proof."""
    is_mine = record.handler_id is not None and record.handler_id == viewer.person_id
    return is_mine or can(viewer, Subject.PROBLEM, Act.CHANGE, record.project)


def open_by_unit(viewer: Viewer, today: date) -> list[UnitLoad]:
    """What is open, with whom, how long: the unit with most overdue first; one query."""
    late = Q(state__in=RUNNING, due_on__lt=today)
    rows = (
        _seen(viewer)
        .filter(OPEN)
        .order_by()
        .values("unit")
        .annotate(
            open=Count("pk"),
            awaiting=Count("pk", filter=Q(state=Problem.State.AWAITING)),
            overdue=Count("pk", filter=late),
            to_check=Count("pk", filter=Q(state=Problem.State.TO_CHECK)),
            again=Count("pk", filter=Q(reopened__gt=0)),
            oldest_on=Min("raised_on"),
        )
    )
    loads = [_load(row, today) for row in rows]
    return sorted(loads, key=lambda each: (-each.overdue, each.oldest_on, each.unit))


def _load(row: Mapping[str, Any], today: date) -> UnitLoad:
    told = {name: row[name] for name in ("unit", "open", "awaiting", "overdue", "to_check")}
    days = working_days(row["oldest_on"], today).days
    return UnitLoad(**told, reopened=row["again"], oldest_on=row["oldest_on"], oldest_days=days)


def escalated(viewer: Viewer) -> QuerySet[Problem]:
    """Open problems that the rule brings before somebody of the viewer's role, latest day first."""
    before = {
        Role.LEADER: (EscalateTo.LEADER,),
        Role.SUPERVISOR: (EscalateTo.SUPERVISOR, EscalateTo.LEADER),
        Role.SECTION_HEAD: tuple(EscalateTo),
    }
    mine = {to for role in viewer.roles for to in before.get(role, ())}
    found = _seen(viewer).filter(OPEN, level__gt=0, escalated_to__in=sorted(mine))
    return found.select_related("project", "handler").order_by(F("due_on").asc(), "pk")


def units(viewer: Viewer) -> list[str]:
    """The units that were named so far, by name, to choose from."""
    named = _seen(viewer).exclude(unit="").order_by("unit").values_list("unit", flat=True)
    return list(named.distinct())
