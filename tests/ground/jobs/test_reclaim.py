"""Tasks whose worker died are run again, and given up after the last attempt."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from zhuchao.ground.jobs import beat, reclaim
from zhuchao.ground.jobs.reclaim import MOST_ATTEMPTS, SILENT_AFTER
from zhuchao.ground.models import WorkerBeat

pytestmark = pytest.mark.django_db

NOW = timezone.now()
LONG_AGO = NOW - 2 * SILENT_AFTER


@task()
def greet() -> str:
    return "hello"


def running_since(moment: object, *workers: str) -> DBTaskResult:
    greet.enqueue()
    result = DBTaskResult.objects.get()
    result.status, result.started_at, result.worker_ids = "RUNNING", moment, list(workers)
    result.save()
    return result


def test_a_task_left_by_a_dead_worker_is_put_back() -> None:
    left = running_since(LONG_AGO, "dead")

    assert reclaim(NOW) == 1

    left.refresh_from_db()
    assert left.status == "READY"
    assert DBTaskResult.objects.ready().get() == left


def test_a_task_of_a_worker_that_went_silent_is_put_back() -> None:
    beat("silent", LONG_AGO)
    running_since(LONG_AGO, "silent")

    assert reclaim(NOW) == 1


def test_a_long_task_of_a_living_worker_is_left_alone() -> None:
    beat("alive", NOW - timedelta(seconds=5))
    running_since(LONG_AGO, "dead", "alive")

    assert reclaim(NOW) == 0


def test_a_task_that_has_just_begun_is_left_alone() -> None:
    running_since(NOW - timedelta(seconds=1), "new")

    assert reclaim(NOW) == 0


def test_after_the_last_attempt_the_task_fails_with_the_reason() -> None:
    left = running_since(LONG_AGO, *(f"dead{n}" for n in range(MOST_ATTEMPTS)))

    assert reclaim(NOW) == 1

    left.refresh_from_db()
    assert left.status == "FAILED"
    assert "WorkerDied" in left.exception_class_path
    assert reclaim(NOW) == 0


def test_beats_are_kept_while_they_matter() -> None:
    beat("alive", LONG_AGO)
    beat("alive", NOW)
    beat("ancient", NOW - timedelta(days=1))

    reclaim(NOW)

    assert list(WorkerBeat.objects.values_list("worker_id", flat=True)) == ["alive"]
