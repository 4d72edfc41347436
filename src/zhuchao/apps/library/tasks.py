"""The library's periodic work: visiting watched sources and reading what they list."""

from __future__ import annotations

import time

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from zhuchao.apps.library import selectors, services
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.ground.jobs import every

# A round ends before the next one is due, and sooner where other work waits for the worker.
WORK_S = 50.0
# A few pages a minute leave the worker to others.
PAGES_A_ROUND = 20


@every(minutes=1)
@task()
def visit_due() -> int:
    """Visit the sources that are due, then read pages that wait, hosts in turn; how many steps."""
    until = time.monotonic() + WORK_S
    steps = 0
    while time.monotonic() < until and not _is_other_work_waiting():
        if _step():
            steps += 1
        elif not _rested(until):
            break
    return steps


@every(minutes=1)
@task()
def read_facts_again() -> int:
    """Find the facts of pages that older rules read; how many pages."""
    return services.read_facts_again(SYSTEM, most=PAGES_A_ROUND)


def _step() -> bool:
    """Make one request that may be made now; False where there is none."""
    now = timezone.now()
    source_id = selectors.due_source(SYSTEM, now)
    if source_id is not None:
        services.visit_source(SYSTEM, source_id)
        return True
    address_id = selectors.due_address(SYSTEM, now)
    if address_id is not None:
        services.read_waiting(SYSTEM, address_id)
    return address_id is not None


def _rested(until: float) -> bool:
    """Sleep until the next host may be asked; False where none may within this round."""
    now = timezone.now()
    at = selectors.next_turn(SYSTEM, now)
    wait_s = 0.0 if at is None else max(0.0, (at - now).total_seconds())
    if at is None or time.monotonic() + wait_s >= until:
        return False
    time.sleep(wait_s)
    return True


def _is_other_work_waiting() -> bool:
    return DBTaskResult.objects.ready().exclude(task_path=visit_due.module_path).exists()
