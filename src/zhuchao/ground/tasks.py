"""The ground's own periodic work: clearing what nobody needs any more."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from zhuchao.ground import rations
from zhuchao.ground.jobs import every
from zhuchao.ground.jobs.schedule import forget_old

RESULTS_KEPT = timedelta(days=14)


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
