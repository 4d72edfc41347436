"""Enquiries."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned


class Enquiry(Owned):
    """A demand; persons are in ``contact`` alone, the text has them covered.

    A visitor's may also tell of premises to let or to sell: its ``side`` is supply, and its intake
    waits to be made an offer. ``erased_at`` says when its personal data were taken out.
    """

    class State(models.TextChoices):
        NEW = "new", "新到"
        CLARIFIED = "clarified", "已澄清"
        MATCHED = "matched", "已匹配"
        VIEWING = "viewing", "看房中"
        DEALT = "dealt", "已落单"
        LAPSED = "lapsed", "已失效"
        CANCELLED = "cancelled", "已取消"

    class Origin(models.TextChoices):
        DESK = "desk", "工作台"
        PORTAL = "portal", "门户"

    class Side(models.TextChoices):
        DEMAND = "demand", "找房源"
        SUPPLY = "supply", "有房源"

    receipt = models.CharField("受理号", max_length=20, unique=True)
    token = models.CharField(max_length=32, unique=True)
    idempotency_key = models.CharField(max_length=80, unique=True)
    text = models.TextField("原文")
    terms = models.JSONField("条件", default=list)
    ask_back = models.TextField("追问", blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.NEW)
    origin = models.CharField("来路", max_length=10, choices=Origin.choices)
    contact = models.ForeignKey(
        "parties.Contact", models.PROTECT, null=True, blank=True, related_name="enquiries"
    )
    company_name = models.CharField("公司", max_length=120, blank=True)
    purpose = models.CharField("用途", max_length=200, blank=True)
    tax_text = models.CharField("税收", max_length=200, blank=True)
    intake = models.OneToOneField(
        "library.Intake", models.PROTECT, null=True, blank=True, related_name="enquiry"
    )
    received_at = models.DateTimeField("收到时间")
    side = models.CharField("供需", max_length=6, choices=Side.choices, default=Side.DEMAND)
    # The offer on whose page the visitor asked.
    offer = models.ForeignKey(
        "properties.Offer", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The asker's last digits as a mark, by which the receipt is followed.
    digits_mark = models.CharField(max_length=64, blank=True)
    # Which wording of the notice the visitor agreed to.
    consent = models.CharField("同意的告知", max_length=20, blank=True)
    answer = models.TextField("给访客的答复", blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    erased_at = models.DateTimeField("个人信息删除时间", null=True, blank=True)

    class Meta:
        verbose_name = "需求"
        indexes = [
            models.Index(
                fields=["organisation", "state", "-received_at"], name="enquiries_by_state"
            ),
            models.Index(fields=["owner", "state"], name="enquiries_by_owner"),
        ]

    def __str__(self) -> str:
        return self.receipt
