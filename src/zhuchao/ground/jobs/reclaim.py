"""Heartbeats of workers, and the tasks of those that stopped beating."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from zhuchao.ground.models import WorkerBeat

SILENT_AFTER = timedelta(seconds=60)
MOST_ATTEMPTS = 3


class WorkerDied(Exception):
    """The worker died while it ran the task, as often as is allowed."""


def beat(worker_id: str, now: datetime) -> None:
    """Say that this worker is alive."""
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"beat_at": now})


def reclaim(now: datetime) -> int:
    """Put tasks of silent workers back, or fail them after the last attempt; how many."""
    alive = set(
        WorkerBeat.objects.filter(beat_at__gte=now - SILENT_AFTER).values_list(
            "worker_id", flat=True
        )
    )
    with transaction.atomic():
        running = DBTaskResult.objects.running().select_for_update(skip_locked=True)
        orphans = [
            each
            for each in running.filter(started_at__lt=now - SILENT_AFTER)
            if not each.worker_ids or each.worker_ids[-1] not in alive
        ]
        for orphan in orphans:
            _put_back(orphan)
    WorkerBeat.objects.filter(beat_at__lt=now - 100 * SILENT_AFTER).delete()
    return len(orphans)


def _put_back(orphan: DBTaskResult[..., Any]) -> None:
    if len(orphan.worker_ids) >= MOST_ATTEMPTS:
        orphan.set_failed(WorkerDied(f"after {len(orphan.worker_ids)} attempts"))
        return
    orphan.status = "READY"
    orphan.started_at = None
    orphan.save(update_fields=["status", "started_at"])
