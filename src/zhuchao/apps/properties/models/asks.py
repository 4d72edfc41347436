"""What the owner of an offer was asked, and what the owner said."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.properties.models.offers import Offer


class OwnerAsk(models.Model):
    """Whether an offer still stands, asked by a link that only its owner was sent."""

    class Answer(models.TextChoices):
        STANDS = "stands", "还在"
        LET = "let", "已租出或售出"
        CHANGED = "changed", "价格或情况有变"

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="asks")
    token = models.CharField(max_length=32, unique=True)
    asked_on = models.DateField("询问日期")
    expires_on = models.DateField("有效至")
    answer = models.CharField("回复", max_length=10, choices=Answer.choices, blank=True)
    remark = models.CharField("说明", max_length=500, blank=True)
    answered_at = models.DateTimeField("回复时间", null=True, blank=True)
    # How often it was answered: a slip can be put right, a link cannot be hammered.
    answers = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "业主询问"
        indexes = [models.Index(fields=["offer", "-asked_on"], name="properties_asks")]

    def __str__(self) -> str:
        return f"{self.offer.code} {self.asked_on}"
