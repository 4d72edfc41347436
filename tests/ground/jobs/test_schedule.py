"""Periodic jobs: enqueued once for each due time, whoever's clock is first."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from zhuchao.ground.jobs import enqueue_due, every, schedule
from zhuchao.ground.models import DueTime

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 31, 9, 7, tzinfo=UTC)


@task()
def remind() -> str:
    return "reminded"


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "REGISTER", {})
    every(minutes=30)(remind)


def enqueued() -> int:
    return DBTaskResult.objects.count()


def test_what_is_due_is_enqueued_once() -> None:
    first, second = enqueue_due(NOW), enqueue_due(NOW + timedelta(minutes=20))

    assert first == [remind.module_path]
    assert second == []
    assert enqueued() == 1


def test_the_next_due_time_enqueues_again() -> None:
    enqueue_due(NOW)
    enqueue_due(NOW + timedelta(minutes=30))

    assert enqueued() == 2


def test_due_times_do_not_depend_on_when_a_worker_started() -> None:
    enqueue_due(NOW)

    assert DueTime.objects.get().due_at == datetime(2026, 3, 31, 9, 0, tzinfo=UTC)


def test_a_long_stop_is_made_up_for_once_and_not_for_every_period_missed() -> None:
    enqueue_due(NOW)
    enqueue_due(NOW + timedelta(days=3))

    assert enqueued() == 2


def test_of_two_clocks_that_both_saw_nothing_only_one_enqueues(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enqueue_due(NOW)
    monkeypatch.setattr(schedule, "_is_served", lambda periodic, due_at: False)

    assert enqueue_due(NOW) == []
    assert enqueued() == 1


def test_old_due_times_are_forgotten_but_not_the_last() -> None:
    enqueue_due(NOW)
    enqueue_due(NOW + timedelta(days=15))

    assert schedule.forget_old(NOW + timedelta(days=15)) == 1
    assert enqueue_due(NOW + timedelta(days=15)) == []
