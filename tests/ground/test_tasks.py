"""The ground's own periodic work."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from zhuchao.ground.jobs.schedule import REGISTER
from zhuchao.ground.tasks import clear_expired

pytestmark = pytest.mark.django_db


def result_finished(days_ago: int) -> DBTaskResult:
    clear_expired.enqueue()
    result = DBTaskResult.objects.latest("enqueued_at")
    result.set_successful(0)
    DBTaskResult.objects.filter(pk=result.pk).update(
        finished_at=timezone.now() - timedelta(days=days_ago)
    )
    return result


def test_old_results_are_dropped_and_recent_ones_kept() -> None:
    old, recent = result_finished(15), result_finished(13)

    clear_expired.call()

    assert list(DBTaskResult.objects.all()) == [recent]
    assert old != recent


def test_expired_sessions_are_dropped() -> None:
    now = timezone.now()
    for key, day in (("gone", -1), ("here", 1)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=now + timedelta(days=day)
        )

    clear_expired.call()

    assert [each.session_key for each in Session.objects.all()] == ["here"]


def test_it_is_registered_to_run_daily() -> None:
    assert REGISTER[clear_expired.module_path].period == timedelta(days=1)
