"""A worker process: django-tasks-db's own, and beside it a clock that beats, enqueues, reclaims."""

from __future__ import annotations

import logging
import threading
from datetime import datetime

from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from zhuchao.ground.jobs.reclaim import beat, reclaim
from zhuchao.ground.jobs.schedule import enqueue_due

TICK_S = 10.0
log = logging.getLogger(__name__)


def run() -> None:
    """Work until told to stop by SIGINT or SIGTERM."""
    worker_id = get_random_string(32)
    worker = make_worker(worker_id)
    stop = threading.Event()
    clock = threading.Thread(target=run_clock, args=(worker_id, stop), name="clock", daemon=True)
    clock.start()
    worker.configure_signals()
    try:
        worker.run()
    finally:
        stop.set()


def make_worker(worker_id: str, *, batch: bool = False) -> Worker:
    """A worker for every queue; ``batch`` ends it when nothing is left to do."""
    return Worker(
        queue_names=["*"],
        interval=1.0,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )


def tick(worker_id: str, now: datetime) -> None:
    """Say that this worker lives, put back what dead ones left, enqueue what is due."""
    beat(worker_id, now)
    reclaim(now)
    enqueue_due(now)


def run_clock(worker_id: str, stop: threading.Event) -> None:
    """Tick until told to stop, on a connection of the clock's own."""
    while not stop.is_set():
        try:
            tick(worker_id, timezone.now())
        except DatabaseError:
            log.exception("the clock could not reach the database; it tries again")
        finally:
            connection.close()
        stop.wait(TICK_S)
