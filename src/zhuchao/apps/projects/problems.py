"""One more event of a problem, and what its events say now; for the services alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.models import Document, Inspection, Problem, ProblemEvent, Project
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import problems
from zhuchao.core.vocabulary import problem as vocabulary
from zhuchao.core.vocabulary.problem import ProblemAct, ProblemRule, ProblemStanding
from zhuchao.tables.packs import pack_of
from zhuchao.tables.problems import KIND, problems_of

REPEATED = (
    "state", "since", "raised_on", "unit", "due_on", "level", "reopened", "closed_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noted:
    """What an event tells beside its act and day."""

    unit: str = ""
    handler_id: int | None = None
    due_on: date | None = None
    level: int = 0
    note: str = ""
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class ProblemForm:
    """A problem as it is raised; ``unit`` is whose it seems to be, empty where not known."""

    kind: str
    words: str
    raised_on: date
    unit: str = ""


def rule_for(viewer: Viewer, on: date) -> ProblemRule:
    """The rule that the viewer's organisation goes by on a day, else the shipped one."""
    may_see = can(viewer, Subject.RULE, Act.SEE)
    adopted = next(iter(packs_in_force(viewer, KIND, on)), None) if may_see else None
    if adopted is None:
        return reference.problem_rule()
    return problems_of(pack_of(KIND, adopted.content))


def held(viewer: Viewer, problem_id: int, act: Act) -> Problem:
    """A problem that the viewer may do ``act`` to, locked. Raises: NotFound."""
    allowed = narrow(viewer, Project.objects.all(), Subject.PROBLEM, act)
    reached = Problem.objects.filter(project__in=allowed)
    if act is Act.CHANGE and viewer.person_id is not None:
        reached |= Problem.objects.filter(handler_id=viewer.person_id)
    found = reached.filter(pk=problem_id).values_list("pk", flat=True)
    locked = Problem.objects.select_for_update(of=("self",)).select_related("project")
    problem = locked.filter(pk__in=list(found)).first()
    if problem is None:
        raise NotFound("没有这个问题，或不由您办理：请联系科长或督查")
    return problem


def begin(
    viewer: Viewer, project: Project, form: ProblemForm, inspection: Inspection | None = None
) -> Problem:
    """A new problem with its first event. Raises: Refused, without words or a kind."""
    if form.kind not in {kind.key for kind in reference.problem_kinds()}:
        raise Refused("请从列表里选择问题类别")
    if not form.words.strip():
        raise Refused("请写明是什么问题，卡在哪里")
    until = problems.assign_by(rule_for(viewer, form.raised_on), form.raised_on)
    problem = Problem.objects.create(
        project=project,
        inspection=inspection,
        kind=form.kind,
        words=covered(form.words.strip())[:300],
        state=Problem.State.AWAITING,
        since=form.raised_on,
        raised_on=form.raised_on,
    )
    told = Noted(unit=form.unit, due_on=until)
    append(viewer, problem, ProblemAct.RAISED, form.raised_on, told)
    return problem


def append(
    viewer: Viewer, problem: Problem, act: ProblemAct, on: date, told: Noted
) -> ProblemEvent:
    """One more event of a locked problem. Raises: Refused, for what its state does not allow."""
    if act is not ProblemAct.RAISED and on < problem.raised_on:
        raise Refused("日期早于问题提出的日期：请核对后重新填写")
    made = ProblemEvent.objects.create(
        problem=problem,
        act=act,
        occurred_on=on,
        recorded_at=timezone.now(),
        recorded_by_id=viewer.person_id,
        unit=covered(told.unit.strip())[:60],
        handler_id=told.handler_id,
        due_on=told.due_on,
        level=told.level,
        note=covered(told.note.strip()),
        document=told.document,
    )
    note_present(problem)
    return made


def require_come(on: date, today: date) -> None:
    """Raises: Refused, for a day that has not come."""
    if on > today:
        raise Refused("日期在今天之后：请填写实际发生的日期")


def to_events(records: Iterable[ProblemEvent]) -> list[vocabulary.ProblemEvent]:
    """As core sees them."""
    return [
        vocabulary.ProblemEvent(
            number=each.pk,
            act=ProblemAct(each.act),
            occurred_on=each.occurred_on,
            recorded_at=each.recorded_at,
            by=each.recorded_by_id,
            unit=each.unit,
            handler=each.handler_id,
            due_on=each.due_on,
            level=each.level,
            corrects=each.corrects_id,
            is_withdrawal=each.is_withdrawal,
        )
        for each in records
    ]


def to_standing(problem: Problem) -> ProblemStanding:
    """What the columns of a problem repeat, as core sees it."""
    return ProblemStanding(
        state=vocabulary.ProblemState(problem.state),
        since=problem.since,
        raised_on=problem.raised_on,
        unit=problem.unit,
        handler=problem.handler_id,
        due_on=problem.due_on,
        level=problem.level,
        reopened=problem.reopened,
        handed_in_by=problem.handed_in_by_id,
        closed_on=problem.closed_on,
    )


def note_present(problem: Problem) -> None:
    """Repeat what the events say now. Raises: Refused, where they contradict one another."""
    now = problems.standing(to_events(problem.events.all()))
    for name in REPEATED:
        setattr(problem, name, getattr(now, name))
    problem.handler_id, problem.handed_in_by_id = now.handler, now.handed_in_by
    if not now.level:
        problem.escalated_to = ""
    problem.save(update_fields=[*REPEATED, "handler", "handed_in_by", "escalated_to"])
