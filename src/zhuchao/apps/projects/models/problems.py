"""Problems of projects, and everything that was done about each."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.projects.models.events import Document
from zhuchao.apps.projects.models.inspections import Inspection
from zhuchao.apps.projects.models.projects import Project


class Problem(models.Model):
    """A problem of a project. All columns below ``words`` repeat what its events say.

    That it is overdue follows from ``due_on``; ``level`` and ``escalated_to`` say how far it went.
    """

    class State(models.TextChoices):
        AWAITING = "awaiting", "待交办"
        IN_HAND = "in_hand", "办理中"
        TO_CHECK = "to_check", "待核"
        RETURNED = "returned", "退回"
        CLOSED = "closed", "销号"

    project = models.ForeignKey(Project, models.PROTECT, related_name="problems")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, blank=True, related_name="problems"
    )
    kind = models.CharField("类别", max_length=20)
    words = models.CharField("问题", max_length=300)
    state = models.CharField("状态", max_length=10, choices=State.choices)
    since = models.DateField("处于现状态自")
    raised_on = models.DateField("提出日期")
    unit = models.CharField("责任单位", max_length=60, blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("期限", null=True, blank=True)
    level = models.PositiveSmallIntegerField("升级", default=0)
    escalated_to = models.CharField("升级到", max_length=20, blank=True)
    reopened = models.PositiveSmallIntegerField("重开次数", default=0)
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_on = models.DateField("销号日期", null=True, blank=True)

    class Meta:
        verbose_name = "问题"
        indexes = [
            models.Index(fields=["state", "due_on"], name="projects_problems_due"),
            models.Index(fields=["handler", "state"], name="projects_problems_with"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="closed", closed_on__isnull=False)
                | (~models.Q(state="closed") & models.Q(closed_on=None)),
                name="projects_problem_closed_on_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.words


class ProblemEvent(models.Model):
    """One act on a problem, or the withdrawal of one; appended, never changed.

    ``occurred_on`` is the day on which it was done; it is known from ``recorded_at``.
    """

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="events")
    act = models.CharField("事项", max_length=10)
    occurred_on = models.DateField("日期")
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    unit = models.CharField("责任单位", max_length=60, blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("期限", null=True, blank=True)
    level = models.PositiveSmallIntegerField("升级", default=0)
    note = models.TextField("说明", blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="problem_events"
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    is_withdrawal = models.BooleanField("撤销", default=False)

    class Meta:
        verbose_name = "问题记录"
        ordering = ("recorded_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_withdrawal=True, corrects__isnull=False)
                | models.Q(is_withdrawal=False, corrects=None),
                name="projects_problem_withdrawal",
            ),
            models.CheckConstraint(
                condition=~models.Q(act="handed_in")
                | models.Q(document__isnull=False)
                | models.Q(is_withdrawal=True),
                name="projects_problem_proof",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.problem} {self.act} {self.occurred_on}"
