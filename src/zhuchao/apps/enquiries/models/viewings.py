"""Viewings: who is shown what, when, and what came of it."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.enquiries.models.enquiries import Enquiry
from zhuchao.apps.people.owned import Owned


class Viewing(Owned):
    """A client sees offers; ``host`` opens the door, the client is the enquiry's contact."""

    class Outcome(models.TextChoices):
        PLANNED = "planned", "待看房"
        INTERESTED = "interested", "有意向"
        CHANGES = "changes", "要求调整"
        DECLINED = "declined", "看不中"
        NO_SHOW = "no_show", "未到场"
        CANCELLED = "cancelled", "已取消"

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="viewings")
    offers = models.ManyToManyField("properties.Offer", related_name="viewings")
    starts_at = models.DateTimeField("时间")
    minutes = models.PositiveSmallIntegerField("时长（分钟）", default=60)
    host = models.ForeignKey(
        "parties.Contact", models.PROTECT, null=True, blank=True, related_name="viewings"
    )
    place = models.CharField("集合地点", max_length=200, blank=True)
    note = models.TextField("备注", blank=True)
    outcome = models.CharField(
        "结果", max_length=10, choices=Outcome.choices, default=Outcome.PLANNED
    )
    reason = models.CharField("原因", max_length=200, blank=True)
    next_step = models.CharField("下一步", max_length=200, blank=True)
    next_on = models.DateField("下一步日期", null=True, blank=True)
    told_at = models.DateTimeField("记录结果时间", null=True, blank=True)

    class Meta:
        verbose_name = "看房"
        indexes = [
            models.Index(fields=["owner", "outcome", "starts_at"], name="enquiries_viewings_due"),
            models.Index(fields=["organisation", "-starts_at"], name="enquiries_viewings"),
        ]

    def __str__(self) -> str:
        return f"{self.enquiry} {self.starts_at:%Y-%m-%d %H:%M}"
