"""Of what in the ledger somebody is to be reminded: each with the person and its day.

All take the machine's viewer within one organisation, and give what is open today and has its day
by ``until``, unordered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.selectors import holders_of
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.projects.holding import HOLDING
from zhuchao.apps.projects.models import Claim, Inspection, LightChange, Problem, Project, Promise
from zhuchao.apps.projects.selectors.claims import DISPUTED
from zhuchao.apps.projects.selectors.inspections import UNDONE
from zhuchao.apps.projects.selectors.problems import OPEN, RUNNING
from zhuchao.core.vocabulary.problem import EscalateTo
from zhuchao.core.vocabulary.reminder import Reason

ROLE_OF = {
    EscalateTo.HEAD: Role.SECTION_HEAD,
    EscalateTo.SUPERVISOR: Role.SUPERVISOR,
    EscalateTo.LEADER: Role.LEADER,
}

RENEWABLE = "凭近期推进可续期"


def problems_falling_due(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Problems whose day comes, with who follows them, else who runs the project."""
    return _with_handlers(_problems(viewer).filter(due_on__range=(today, until)))


def problems_overdue(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Problems whose day is past, with who follows them, else who runs the project."""
    return _with_handlers(_problems(viewer).filter(due_on__lt=today))


def problems_escalated(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Open problems with those before whom the rule brought them; each level is an occasion."""
    people: dict[str, list[int]] = defaultdict(list)
    for to, role in ROLE_OF.items():
        people[to] = [each.pk for each in holders_of(viewer, role)]
    risen = _of_house(viewer, Problem.objects.filter(OPEN, level__gt=0, due_on__isnull=False))
    rows: Iterable[Any] = risen.values_list(
        "pk", "due_on", "words", "unit", "project__title", "level", "escalated_to"
    )
    return [
        Reason(pk, person, day, words, _joined(unit, title), f"L{level}")
        for pk, day, words, unit, title, level, to in rows
        for person in people[to]
    ]


def rounds_due(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Rounds of which inspections are not made, with each who makes some, and how many."""
    found = Inspection.objects.filter(
        state__in=UNDONE, owner__isnull=False, round__due_on__range=(today, until)
    )
    seen = narrow(viewer, found, Subject.INSPECTION).order_by()
    counted: Iterable[Any] = (
        seen.filter(organisation_id=viewer.organisation_id or 0)
        .values("round_id", "owner_id", "round__due_on", "round__title")
        .annotate(left=Count("pk"))
        .values_list("round_id", "owner_id", "round__due_on", "round__title", "left")
    )
    return [
        Reason(number, person, day, title, f"还有 {left} 个项目没有检查")
        for number, person, day, title, left in counted
    ]


def claims_expiring(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """First claims that hold and run out, with who holds them."""
    mine = narrow(viewer, Claim.objects.all(), Subject.CLAIM)
    found = mine.filter(state__in=HOLDING, valid_until__range=(today, until)).exclude(DISPUTED)
    rows = found.filter(organisation_id=viewer.organisation_id or 0, owner__isnull=False)
    return _reasons(rows.values_list("pk", "owner_id", "valid_until", "company_name"), RENEWABLE)


def promises_falling_due(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Promises whose day comes, with who runs the project."""
    return _promises(viewer, due_on__range=(today, until))


def promises_overdue(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Promises whose day is past, with who runs the project."""
    return _promises(viewer, due_on__lt=today)


def lights_turned(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Projects whose light turned since yesterday, with who runs them; each turn is an occasion."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    found = LightChange.objects.filter(
        project__in=seen,
        project__organisation_id=viewer.organisation_id or 0,
        project__owner__isnull=False,
        changed_on__range=(today - timedelta(days=1), until),
    )
    rows = found.select_related("project").order_by("pk")
    return [
        Reason(
            each.project_id,
            each.project.owner_id or 0,
            each.changed_on,
            each.project.title,
            f"{each.get_before_display()}变为{each.get_after_display()}，{each.get_cause_display()}",
            f"{each.light_id}.{each.number}",
        )
        for each in rows
    ]


def _problems(viewer: Viewer) -> QuerySet[Problem]:
    return _of_house(viewer, Problem.objects.filter(state__in=RUNNING))


def _of_house(viewer: Viewer, found: QuerySet[Problem]) -> QuerySet[Problem]:
    seen = narrow(viewer, Project.objects.all(), Subject.PROBLEM)
    return found.filter(project__in=seen, project__organisation_id=viewer.organisation_id or 0)


def _with_handlers(found: QuerySet[Problem]) -> list[Reason]:
    with_person = found.annotate(who=Coalesce(F("handler_id"), F("project__owner_id")))
    rows: Iterable[Any] = with_person.filter(who__isnull=False).values_list(
        "pk", "who", "due_on", "words", "unit", "project__title"
    )
    return [Reason(pk, who, on, words, _joined(*more)) for pk, who, on, words, *more in rows]


def _promises(viewer: Viewer, **when: Any) -> list[Reason]:
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    found = Promise.objects.filter(
        project__in=seen,
        project__organisation_id=viewer.organisation_id or 0,
        project__owner__isnull=False,
        outcome=Promise.Outcome.OPEN,
        **when,
    )
    return _reasons(
        found.values_list("pk", "project__owner_id", "due_on", "words", "project__title")
    )


def _reasons(rows: Iterable[Any], *more: str) -> list[Reason]:
    return [Reason(*row, *more) for row in rows]


def _joined(*told: str) -> str:
    return " · ".join(filter(None, told))
