"""What the investor and the park promised each other."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.projects.models.events import Document
from zhuchao.apps.projects.models.projects import Project


class Promise(models.Model):
    """One promise with its day and what came of it; amounts in the base unit of the measure.

    Whether it is due follows from the day; ``outcome`` is what a person decided.
    """

    class Side(models.TextChoices):
        INVESTOR = "investor", "投资方"
        PARK = "park", "园区"

    class Outcome(models.TextChoices):
        OPEN = "open", "未了结"
        KEPT = "kept", "已兑现"
        PART = "part", "部分兑现"
        MISSED = "missed", "未兑现"
        WAIVED = "waived", "已免除"

    project = models.ForeignKey(Project, models.PROTECT, related_name="promises")
    side = models.CharField("承诺方", max_length=8, choices=Side.choices)
    measure = models.CharField("事项", max_length=20)
    words = models.CharField("承诺内容", max_length=300)
    amount = models.DecimalField("承诺数", max_digits=18, decimal_places=2, null=True, blank=True)
    due_on = models.DateField("兑现期限", null=True, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="promises"
    )
    needs_legal_review = models.BooleanField("需法务审查", default=False)
    review_reason = models.CharField("审查缘由", max_length=200, blank=True)
    reviewed_on = models.DateField("审查日期", null=True, blank=True)
    review_note = models.CharField("审查意见", max_length=300, blank=True)
    actual = models.DecimalField("实际数", max_digits=18, decimal_places=2, null=True, blank=True)
    actual_on = models.DateField("实际日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=8, choices=Outcome.choices, default=Outcome.OPEN)
    outcome_note = models.CharField("结果说明", max_length=300, blank=True)
    recorded_at = models.DateTimeField("记录时间", auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "承诺"
        indexes = [models.Index(fields=["outcome", "due_on"], name="projects_promises_due")]

    def __str__(self) -> str:
        return self.words
