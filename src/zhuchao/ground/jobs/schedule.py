"""Periodic jobs: registered where the task is defined, enqueued once for each due time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django_tasks.base import Task

from zhuchao.ground.models import DueTime

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
KEPT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Periodic:
    """A task and its period, counted from a fixed moment so that restarts change nothing."""

    name: str
    task: Task[Any, Any]
    period: timedelta

    def last_due(self, now: datetime) -> datetime:
        return EPOCH + (now - EPOCH) // self.period * self.period


REGISTER: dict[str, Periodic] = {}


def every(*, minutes: int) -> Callable[[Task[[], Any]], Task[[], Any]]:
    """Register a task without arguments to be run every so many minutes."""

    def register(task: Task[[], Any]) -> Task[[], Any]:
        name = task.module_path
        REGISTER[name] = Periodic(name, task, timedelta(minutes=minutes))
        return task

    return register


def enqueue_due(now: datetime) -> list[str]:
    """Enqueue what is due and was not enqueued yet, by any process; the names of those."""
    return [each.name for each in REGISTER.values() if _enqueue_once(each, each.last_due(now))]


def _is_served(periodic: Periodic, due_at: datetime) -> bool:
    return DueTime.objects.filter(name=periodic.name, due_at=due_at).exists()


def _enqueue_once(periodic: Periodic, due_at: datetime) -> bool:
    if _is_served(periodic, due_at):
        return False
    try:
        with transaction.atomic():
            DueTime.objects.create(name=periodic.name, due_at=due_at)
            periodic.task.enqueue()
    except IntegrityError:  # another process's clock was first
        return False
    return True


def forget_old(now: datetime) -> int:
    """Drop due times that no clock can come back to; how many."""
    return DueTime.objects.filter(due_at__lt=now - timedelta(days=KEPT_DAYS)).delete()[0]
