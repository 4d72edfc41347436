"""A worker runs what is enqueued, with its clock beside it."""

import threading

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from zhuchao.ground.jobs import worker
from zhuchao.ground.jobs.reclaim import SILENT_AFTER
from zhuchao.ground.models import DueTime, WorkerBeat

pytestmark = pytest.mark.django_db


@task()
def add(left: int, right: int) -> int:
    return left + right


def test_a_task_whose_worker_died_is_done_by_the_next_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)  # the test's own
    add.enqueue(2, 3)
    left = DBTaskResult.objects.get()
    left.claim("dead")
    DBTaskResult.objects.update(started_at=timezone.now() - 2 * SILENT_AFTER)

    worker.tick("next", timezone.now())
    next_worker = worker.make_worker("next", batch=True)
    next_worker.run()

    left.refresh_from_db()
    assert (left.status, left.return_value) == ("SUCCESSFUL", 5)
    assert left.worker_ids == ["dead", "next"]


def test_a_tick_beats_and_enqueues_what_is_due() -> None:
    worker.tick("this", timezone.now())

    assert WorkerBeat.objects.get().worker_id == "this"
    assert DueTime.objects.filter(name="zhuchao.ground.tasks.clear_expired").exists()


def test_the_clock_survives_a_database_that_is_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, ticks = threading.Event(), list[str]()

    def away(worker_id: str, now: object) -> None:
        ticks.append(worker_id)
        if len(ticks) == 2:
            stop.set()
        raise worker.DatabaseError

    monkeypatch.setattr(worker, "tick", away)
    monkeypatch.setattr(worker, "TICK_S", 0.01)

    # In a thread, as in the worker: it closes its thread's connection, not the test's.
    clock = threading.Thread(target=worker.run_clock, args=("this", stop))
    clock.start()
    clock.join(5)

    assert len(ticks) == 2
    assert "could not reach the database" in caplog.text
