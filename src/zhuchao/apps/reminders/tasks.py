"""The reminders' periodic work: planning what is due, and sending what may be sent."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.reminders import services
from zhuchao.ground.jobs import every


@every(minutes=30)
@task()
def plan_reminders() -> int:
    """How many reminders came anew; each is recorded once, however often this runs."""
    return services.plan_reminders(SYSTEM, now=timezone.now())


@every(minutes=5)
@task()
def send_reminders() -> int:
    """How many were tried; what a dead worker left behind is shown as unknown first."""
    services.note_interrupted(SYSTEM, now=timezone.now())
    return services.send_reminders(SYSTEM)
