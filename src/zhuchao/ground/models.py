"""The tables of the ground: the audit chain, workers' heartbeats, due times served, rations."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """A link of the chain; the database refuses to change or delete one."""

    sequence = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=60)
    person_id = models.BigIntegerField(null=True)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=30)
    subject_id = models.CharField(max_length=60)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "审计记录"
        indexes = [
            models.Index(fields=["subject", "subject_id"], name="ground_audit_subject"),
            models.Index(fields=["person_id", "at"], name="ground_audit_person"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.actor} {self.act}"


class WorkerBeat(models.Model):
    """The last sign of life of a worker process."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        verbose_name = "后台进程心跳"

    def __str__(self) -> str:
        return self.worker_id


class DueTime(models.Model):
    """A due time of a periodic job that has been enqueued; unique, so enqueued once."""

    name = models.CharField(max_length=120)
    due_at = models.DateTimeField()

    class Meta:
        verbose_name = "定时任务时点"
        constraints = [
            models.UniqueConstraint(fields=["name", "due_at"], name="ground_due_time_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.due_at:%Y-%m-%d %H:%M}"


class Ration(models.Model):
    """How often something was done by somebody, known by a keyed mark only, on a day."""

    scope = models.CharField(max_length=30)
    who = models.CharField(max_length=64)
    day = models.DateField(db_index=True)
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "当日次数"
        constraints = [
            models.UniqueConstraint(fields=["scope", "who", "day"], name="ground_ration_once")
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.day} {self.taken}"
