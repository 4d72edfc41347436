"""Problems whose day is past come before those whom the rule names, once for each level."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer, within
from zhuchao.apps.projects.models import Problem, Project
from zhuchao.apps.projects.problems import Noted, append, held, rule_for, to_standing
from zhuchao.core.projects import problems
from zhuchao.core.vocabulary.problem import ProblemAct, ProblemRule

RUNNING = sorted(problems.RUNNING)


def escalate_problems(viewer: Viewer, *, today: date) -> int:
    """Note for every problem that is late how far it went by now; how many rose.

    Those who rise do so each in a transaction of its own under the problem's lock: what another
    worker noted, or somebody solved meanwhile, does not rise again. The others cost one query.
    """
    reached = narrow(viewer, Project.objects.all(), Subject.PROBLEM, Act.PUBLISH)
    late = Problem.objects.filter(project__in=reached, state__in=RUNNING, due_on__lt=today)
    rules: dict[int, ProblemRule] = {}
    risen = 0
    for problem in late.order_by("pk").select_related("project"):
        organisation_id = problem.project.organisation_id
        if organisation_id not in rules:
            rules[organisation_id] = rule_for(within(viewer, organisation_id), today)
        rule = rules[organisation_id]
        if problems.level_on(rule, to_standing(problem), today) > problem.level:
            risen += _rise(viewer, problem.pk, rule, today)
    return risen


@transaction.atomic
def _rise(viewer: Viewer, problem_id: int, rule: ProblemRule, today: date) -> int:
    problem = held(viewer, problem_id, Act.PUBLISH)
    level = problems.level_on(rule, to_standing(problem), today)
    if level <= problem.level:
        return 0
    step = rule.escalations[level - 1]
    problem.escalated_to = step.to
    append(viewer, problem, ProblemAct.ESCALATED, today, Noted(level=level, note=step.says))
    log(viewer, "escalate_problem", Subject.PROBLEM, problem, level=level, to=step.to)
    return 1
