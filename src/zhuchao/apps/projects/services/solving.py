"""Problems: raised, assigned, worked on, handed in, checked by somebody else, reopened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.documents import keep_documents
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Document, Problem, ProblemEvent, Project
from zhuchao.apps.projects.problems import (
    Noted,
    ProblemForm,
    append,
    begin,
    held,
    note_present,
    require_come,
    rule_for,
    to_events,
)
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import problems
from zhuchao.core.vocabulary.problem import ProblemAct


@dataclass(frozen=True, slots=True)
class AssignForm:
    """To whom a problem is given; without a day the rule's working days are counted."""

    unit: str
    handler_id: int | None = None
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProofForm:
    """That a problem is solved, by a document that the project has or one more."""

    note: str = ""
    document: DocumentForm | None = None
    document_id: int | None = None


@transaction.atomic
def raise_problem(viewer: Viewer, project_id: int, *, form: ProblemForm, today: date) -> Problem:
    """Raises: NotFound; Refused, without words or a kind, and for a day ahead."""
    allowed = narrow(viewer, Project.objects.all(), Subject.PROBLEM, Act.MAKE)
    project = allowed.filter(pk=project_id).first()
    if project is None:
        raise NotFound("没有这个项目，或不在您的范围内")
    require_come(form.raised_on, today)
    problem = begin(viewer, project, form)
    log(viewer, "raise_problem", Subject.PROBLEM, problem, project=project.pk, kind=form.kind)
    return problem


@transaction.atomic
def assign_problem(viewer: Viewer, problem_id: int, *, form: AssignForm, today: date) -> Problem:
    """Give a problem to a unit, and to a colleague who follows it, with a day; or to another.

    Raises: NotFound; Refused, without a unit, for a day that is past, and in a state that does
    not allow it.
    """
    problem = held(viewer, problem_id, Act.PUBLISH)
    if not form.unit.strip():
        raise Refused("请写明责任单位，例如自然资源局、供电公司")
    if form.due_on is not None and form.due_on < today:
        raise Refused("办结期限在今天之前：请重新填写")
    known = people_of(viewer).filter(pk=form.handler_id or 0)
    if form.handler_id is not None and not known.exists():
        raise NotFound("没有这位同事，或已不在本单位")
    due_on = form.due_on or problems.due_by(rule_for(viewer, today), problem.kind, today)
    told = Noted(form.unit, form.handler_id, due_on, note=form.note)
    append(viewer, problem, ProblemAct.ASSIGNED, today, told)
    log(viewer, "assign_problem", Subject.PROBLEM, problem, due_on=str(due_on))
    return problem


@transaction.atomic
def note_progress(viewer: Viewer, problem_id: int, *, note: str, on: date, today: date) -> Problem:
    """Raises: NotFound; Refused, without a word, for a day ahead, and for what is struck off."""
    problem = held(viewer, problem_id, Act.CHANGE)
    if not note.strip():
        raise Refused("请写明进展")
    require_come(on, today)
    append(viewer, problem, ProblemAct.NOTED, on, Noted(note=note))
    log(viewer, "note_progress", Subject.PROBLEM, problem)
    return problem


@transaction.atomic
def hand_in(viewer: Viewer, problem_id: int, *, form: ProofForm, on: date, today: date) -> Problem:
    """Hand in the proof that a problem is solved.

    Raises: NotFound; Refused, without a document, for a day ahead, and while it is not in hand.
    """
    problem = held(viewer, problem_id, Act.CHANGE)
    require_come(on, today)
    document = _proof(viewer, problem.project, form)
    append(viewer, problem, ProblemAct.HANDED_IN, on, Noted(note=form.note, document=document))
    log(viewer, "hand_in_problem", Subject.PROBLEM, problem, document=document.pk)
    return problem


def _proof(viewer: Viewer, project: Project, form: ProofForm) -> Document:
    if form.document is not None:
        return keep_documents(viewer, project, [form.document])[0]
    found = Document.objects.filter(project=project, pk=form.document_id or 0).first()
    if found is None:
        raise Refused("报办结要有凭据：请选已有文件，或写明批复、合同、回函的名称，照片不是必需")
    return found


@transaction.atomic
def check_problem(
    viewer: Viewer,
    problem_id: int,
    *,
    is_solved: bool,
    note: str,
    today: date,
    due_on: date | None = None,
) -> Problem:
    """Strike a problem off, or return it, with a new day where one is given.

    Raises: NotFound; Refused, for who handed the proof in, for a return without a reason, for a
    day that is past, and while no proof waits.
    """
    problem = held(viewer, problem_id, Act.PUBLISH)
    if not is_solved and not note.strip():
        raise Refused("退回要写明哪里没有解决")
    if due_on is not None and due_on < today:
        raise Refused("新的期限在今天之前：请重新填写")
    act = ProblemAct.CLOSED if is_solved else ProblemAct.RETURNED
    append(viewer, problem, act, today, Noted(note=note, due_on=None if is_solved else due_on))
    log(viewer, "check_problem", Subject.PROBLEM, problem, solved=is_solved)
    return problem


@transaction.atomic
def reopen_problem(viewer: Viewer, problem_id: int, *, reason: str, today: date) -> Problem:
    """Raises: NotFound; Refused, without a reason, and for what is not struck off."""
    problem = held(viewer, problem_id, Act.PUBLISH)
    if not reason.strip():
        raise Refused("重开要写明理由，例如问题再次出现")
    until = problems.assign_by(rule_for(viewer, today), today)
    append(viewer, problem, ProblemAct.REOPENED, today, Noted(note=reason, due_on=until))
    log(viewer, "reopen_problem", Subject.PROBLEM, problem, times=problem.reopened)
    return problem


@transaction.atomic
def withdraw_problem_event(
    viewer: Viewer, problem_id: int, event_id: int, *, reason: str
) -> Problem:
    """Append that something was not done; the record of it is kept, known until now.

    Raises: NotFound; Refused, without a reason, for the first event, for another's record where
    the viewer does not head problems, and where the later events cannot stand without it.
    """
    problem = _withdrawable(viewer, problem_id, event_id)
    wrong = problem.events.get(pk=event_id)
    if not reason.strip():
        raise Refused("请写明撤销的理由")
    if wrong.act == ProblemAct.RAISED:
        raise Refused("问题的提出不能撤销：如不属实，请附说明报办结，由另一位同事核销")
    standing = {each.number for each in problems.known(to_events(problem.events.all()))}
    if wrong.pk not in standing:
        raise Refused("这条记录已经撤销过")
    made = _withdrawal(viewer, problem, wrong, reason)
    note_present(problem)
    log(viewer, "withdraw_problem_event", Subject.PROBLEM, problem, event=made.pk, gone=wrong.pk)
    return problem


def _withdrawable(viewer: Viewer, problem_id: int, event_id: int) -> Problem:
    """One's own record, or anybody's for who assigns and checks."""
    own = ProblemEvent.objects.filter(
        problem_id=problem_id, pk=event_id, recorded_by_id=viewer.person_id or 0
    )
    heads = can(viewer, Subject.PROBLEM, Act.PUBLISH)
    problem = held(viewer, problem_id, Act.CHANGE if own.exists() and not heads else Act.PUBLISH)
    if not problem.events.filter(pk=event_id, is_withdrawal=False).exists():
        raise NotFound("没有这条记录，或不在您的范围内")
    return problem


def _withdrawal(viewer: Viewer, problem: Problem, wrong: ProblemEvent, reason: str) -> ProblemEvent:
    return ProblemEvent.objects.create(
        problem=problem,
        act=wrong.act,
        occurred_on=wrong.occurred_on,
        recorded_at=timezone.now(),
        recorded_by_id=viewer.person_id,
        corrects=wrong,
        is_withdrawal=True,
        note=covered(reason.strip()),
    )
