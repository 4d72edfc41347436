"""The ledger's periodic work: claims run out, late problems rise, rounds are planned by rule."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.projects import services
from zhuchao.ground.jobs import every


@every(minutes=60 * 24)
@task()
def let_claims_expire() -> int:
    """How many first claims ran out; what is asked meanwhile is reckoned from its last day."""
    return services.expire_claims(SYSTEM, today=timezone.localdate())


@every(minutes=60 * 6)
@task()
def escalate_problems() -> int:
    """How many late problems were brought before the next one; each level is noted once."""
    return services.escalate_problems(SYSTEM, today=timezone.localdate())


@every(minutes=60 * 12)
@task()
def plan_due_rounds() -> int:
    """How many rounds of inspections were planned or grew; a period is planned once."""
    return services.plan_due_rounds(SYSTEM, today=timezone.localdate())
