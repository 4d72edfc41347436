"""Hand-overs: work that goes from one person to another, with the way back."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class HandOver(Owned):
    """Work handed to ``owner`` by ``giver``; undone only until it is acknowledged."""

    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField("说明", blank=True)
    acknowledged_at = models.DateTimeField("接手时间", null=True, blank=True)
    undone_at = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        verbose_name = "交接"
        indexes = [
            models.Index(
                fields=["owner", "acknowledged_at", "undone_at"], name="enquiries_handed_open"
            )
        ]

    def __str__(self) -> str:
        return f"交接 {self.pk}"


class HandedRecord(models.Model):
    """One record of a hand-over, and whose it was before.

    ``kind`` is one of these, or that of a ``Belonging`` which a register above this one keeps.
    """

    class Kind(models.TextChoices):
        ENQUIRY = "enquiry", "需求"
        VIEWING = "viewing", "看房"
        REGISTRATION = "registration", "报备"
        CONTACT = "contact", "联系人"
        INTAKE = "intake", "收件"
        SHEET = "sheet", "推荐单"
        COMPANY = "company", "企业"

    hand_over = models.ForeignKey(HandOver, models.PROTECT, related_name="records")
    kind = models.CharField("类别", max_length=12)
    record_id = models.BigIntegerField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "交接的记录"
        constraints = [
            models.UniqueConstraint(
                fields=["hand_over", "kind", "record_id"], name="enquiries_handed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"
