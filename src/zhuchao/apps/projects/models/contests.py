"""Two claims on one firm: the file, the ruling, and how a firm passes to another."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class Contest(Owned):
    """Claims on one firm that cannot all stand; the section head rules, with reasons."""

    company = models.ForeignKey("parties.Company", models.PROTECT, related_name="contests")
    opened_at = models.DateTimeField("立案时间")
    statements_until = models.DateField("举证期限")
    reasons = models.TextField("裁定理由", blank=True)
    upheld = models.ForeignKey(
        "projects.Claim", models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("结案时间", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "首谈争议"
        constraints = [
            models.UniqueConstraint(
                fields=["company"],
                condition=models.Q(closed_at=None),
                name="projects_one_open_contest",
            )
        ]

    def __str__(self) -> str:
        return f"争议 {self.pk}"


class Statement(models.Model):
    """What one side of a contest states, with its evidence; appended, never changed."""

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="statements")
    claim = models.ForeignKey("projects.Claim", models.PROTECT, related_name="statements")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("提交时间")
    text = models.TextField("陈述")
    evidence = models.CharField("凭据", max_length=200, blank=True)

    class Meta:
        verbose_name = "争议陈述"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.contest} 陈述"


class TransferAgreement(models.Model):
    """A firm passes from one officer to another: shares, which indicators, for which years."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待对方同意"
        AGREED = "agreed", "已生效"
        DECLINED = "declined", "未同意"

    claim = models.ForeignKey("projects.Claim", models.PROTECT, related_name="transfers")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    giver_share = models.PositiveSmallIntegerField("转出方分享 %")
    indicators = models.JSONField("分享指标", default=list)
    first_year = models.PositiveSmallIntegerField("起始年度")
    last_year = models.PositiveSmallIntegerField("截止年度")
    parties = models.CharField("协议各方", max_length=200)
    note = models.TextField("约定", blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PROPOSED)
    proposed_at = models.DateTimeField("发起时间")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        verbose_name = "流转协议"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(giver_share__lte=100), name="projects_share_within_whole"
            ),
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")),
                name="projects_years_in_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("receiver")), name="projects_passes_to_another"
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=models.Q(state="proposed"),
                name="projects_one_open_transfer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim} 流转"
