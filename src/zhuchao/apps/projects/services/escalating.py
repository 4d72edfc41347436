"""Problems whose day is past come before those whom the rule names, once for each level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log_all
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer, within
from zhuchao.apps.projects.models import Problem, ProblemEvent, Project
from zhuchao.apps.projects.problems import rule_for, to_standing
from zhuchao.core.projects import problems
from zhuchao.core.vocabulary.problem import Escalation, ProblemAct, ProblemRule

RUNNING = sorted(problems.RUNNING)
# Whoever wants to solve one of a batch waits for all of it: some tenths of a second.
BATCH = 500

Rules = Mapping[int, ProblemRule]


def escalate_problems(viewer: Viewer, *, today: date) -> int:
    """Note for every problem that is late how far it went by now; how many rose.

    Some hundreds in a transaction under their locks: what another worker noted, or somebody solved
    meanwhile, does not rise again.
    """
    reached = narrow(viewer, Project.objects.all(), Subject.PROBLEM, Act.PUBLISH)
    late = Problem.objects.filter(project__in=reached, state__in=RUNNING, due_on__lt=today)
    houses = late.order_by().values_list("project__organisation_id", flat=True).distinct()
    rules = {each: rule_for(within(viewer, each), today) for each in houses}
    found = late.select_related("project").order_by("pk")
    risen = [each.pk for each in found if _level(each, rules, today) > each.level]
    batches = (risen[at : at + BATCH] for at in range(0, len(risen), BATCH))
    return sum(_rise(viewer, each, rules, today) for each in batches)


def _level(problem: Problem, rules: Rules, today: date) -> int:
    rule = rules.get(problem.project.organisation_id)
    return 0 if rule is None else problems.level_on(rule, to_standing(problem), today)


@transaction.atomic
def _rise(viewer: Viewer, pks: Sequence[int], rules: Rules, today: date) -> int:
    locked = Problem.objects.select_for_update(of=("self",)).select_related("project")
    rising: dict[tuple[int, Escalation], list[Problem]] = defaultdict(list)
    for problem in locked.filter(pk__in=pks).order_by("pk"):
        level = _level(problem, rules, today)
        if level > problem.level:
            rule = rules[problem.project.organisation_id]
            rising[level, rule.escalations[level - 1]].append(problem)
    for (level, step), risen in rising.items():
        _note(viewer, risen, level, step, today)
    return sum(map(len, rising.values()))


def _note(
    viewer: Viewer, risen: Sequence[Problem], level: int, step: Escalation, today: date
) -> None:
    """An event for each; as the last of its problem it changes what these two columns repeat."""
    now, note = timezone.now(), covered(step.says.strip())
    ProblemEvent.objects.bulk_create(
        ProblemEvent(
            problem=problem,
            act=ProblemAct.ESCALATED,
            occurred_on=today,
            recorded_at=now,
            recorded_by_id=viewer.person_id,
            level=level,
            note=note,
        )
        for problem in risen
    )
    told = Problem.objects.filter(pk__in=[each.pk for each in risen])
    told.update(level=level, escalated_to=step.to)
    detail = {"level": level, "to": step.to}
    log_all(viewer, "escalate_problem", Subject.PROBLEM, ((each, detail) for each in risen))
