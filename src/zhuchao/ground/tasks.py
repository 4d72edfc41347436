"""The ground's own periodic work: clearing what nobody needs, and keeping the search in step."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from zhuchao.ground import rations
from zhuchao.ground.finding import house
from zhuchao.ground.jobs import every
from zhuchao.ground.jobs.schedule import forget_old

RESULTS_KEPT = timedelta(days=14)


@every(minutes=1)
@task()
def follow_registers() -> int:
    """Take up for the search what changed in the registers; how many records."""
    return house.follow()


@every(minutes=24 * 60)
@task()
def mend_search() -> int:
    """Compare all rows with the search index and put right what differs; how many records."""
    return house.mend()


@every(minutes=24 * 60)
@task()
def clear_expired() -> int:
    """Drop finished task results older than two weeks, expired sessions, old due times, rations."""
    now = timezone.now()
    finished = DBTaskResult.objects.finished().filter(finished_at__lt=now - RESULTS_KEPT)
    dropped = finished.delete()[0]
    SessionStore.clear_expired()
    dropped += rations.forget_old(timezone.localdate(now))
    return dropped + forget_old(now)
