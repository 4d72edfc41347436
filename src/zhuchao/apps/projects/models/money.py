"""Money of a project by month and phase, as it was told and as it stands."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.projects.models.events import Document
from zhuchao.apps.projects.models.projects import Project


class Investment(models.Model):
    """What an amount of a month is about; ``month`` is its first day, ``amount`` in yuan."""

    class Measure(models.TextChoices):
        PLAN = "plan", "计划"
        DONE = "done", "完成"
        ARRIVED = "arrived", "资金到位"
        IN_STATISTICS = "in_statistics", "入统"

    phase = models.PositiveSmallIntegerField("期次", default=1)
    month = models.DateField("月份")
    measure = models.CharField("口径", max_length=14, choices=Measure.choices)
    amount = models.DecimalField("金额", max_digits=18, decimal_places=2)

    class Meta:
        abstract = True


class InvestmentFact(Investment):
    """One statement of an amount with its source; a later one of the same month takes its place.

    Appended, never changed, and never derived from an agreement.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="investments")
    source = models.CharField("来源", max_length=200)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="investments"
    )
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "投资记录"
        ordering = ("recorded_at", "pk")
        indexes = [
            models.Index(fields=["project", "recorded_at"], name="projects_investments"),
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.month} {self.measure} {self.amount}"


class MonthlyInvestment(Investment):
    """The amount of a month as it is known now: that of the latest fact, for sums and charts."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="months")
    fact = models.ForeignKey(InvestmentFact, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "月度投资"
        # The first holds all that sums of projects read, the second all that those of a zone do.
        indexes = [
            models.Index(fields=["project", "measure", "month", "amount"], name="projects_months"),
            models.Index(
                fields=["measure", "month", "project", "amount"], name="projects_by_month"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "phase", "month", "measure"], name="projects_month_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.month} {self.measure} {self.amount}"
