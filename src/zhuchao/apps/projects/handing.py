"""What changes hands with a person's work: claims, projects, problems followed, inspections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.db.models import Model, Q
from django.utils import timezone

from zhuchao.apps.enquiries.belonging import Belonging, Handable, register
from zhuchao.apps.parties.families import lock_family
from zhuchao.apps.people.owned import Hands
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.holding import of_person
from zhuchao.apps.projects.models import Claim, Inspection, Problem, Project
from zhuchao.apps.projects.problems import Noted, append
from zhuchao.core.projects import problems
from zhuchao.core.vocabulary.problem import ProblemAct

OPEN = Q(state__in=sorted(problems.OPEN))
UNDONE = (Inspection.State.PLANNED, Inspection.State.ON_SITE)


def register_belongings() -> None:
    """Claims go before projects: firms are locked first."""
    register(Belonging("claim", Subject.CLAIM, Claim, _claims, _enquiries))
    register(Belonging("project", Subject.PROJECT, Project, _projects, _enquiries))
    register(
        Belonging(
            "problem", Subject.PROBLEM, Problem, _problems, move=_pass_on, put_back=_pass_back
        )
    )
    register(Belonging("inspection", Subject.INSPECTION, Inspection, _inspections))


def _claims(viewer: Viewer, person_id: int) -> list[Claim]:
    found = of_person(viewer, person_id)
    for company_id in sorted(set(found.values_list("company_id", flat=True))):
        lock_family(company_id)
    return list(found.select_for_update(of=("self",)))


def _projects(viewer: Viewer, person_id: int) -> list[Project]:
    found = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    mine = found.filter(owner_id=person_id).order_by("pk")
    return list(mine.select_for_update(of=("self",)))


def _enquiries(rows: Iterable[Handable]) -> list[int]:
    numbers = (cast("Claim | Project", row).enquiry_id for row in rows)
    return [number for number in numbers if number is not None]


def _problems(viewer: Viewer, person_id: int) -> list[Problem]:
    """Those open that the person follows, wherever in the house."""
    here = Problem.objects.filter(
        OPEN, handler_id=person_id, project__organisation_id=viewer.organisation_id or 0
    )
    return list(here.select_for_update(of=("self",)).order_by("pk"))


def _pass_on(viewer: Viewer, problem: Problem, to: Hands) -> Hands:
    """The problem says itself who followed it until when."""
    was = Hands(problem.handler_id, None)
    told = Noted(handler_id=to.owner_id, note="随工作交接")
    append(viewer, problem, ProblemAct.PASSED_ON, timezone.localdate(), told)
    return was


def _pass_back(
    viewer: Viewer, table: type[Model], number: int, holder_id: int | None, was: Hands
) -> bool:
    held = Problem.objects.select_for_update().filter(pk=number, handler_id=holder_id).first()
    if held is None:
        return False
    told = Noted(handler_id=was.owner_id, note="撤回交接")
    append(viewer, held, ProblemAct.PASSED_ON, timezone.localdate(), told)
    return True


def _inspections(viewer: Viewer, person_id: int) -> list[Inspection]:
    """Those that the person has yet to make."""
    found = narrow(viewer, Inspection.objects.all(), Subject.INSPECTION, Act.CHANGE)
    mine = found.filter(owner_id=person_id, state__in=UNDONE).order_by("pk")
    return list(mine.select_for_update(of=("self",)))
