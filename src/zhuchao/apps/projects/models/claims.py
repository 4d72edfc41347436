"""The first claim on a firm: who may work with it, until when, by which rule."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class Claim(Owned):
    """A firm claimed by ``owner``. ``rule`` and the days are those that held when it was filed.

    At most one claim of a firm holds it; of merged firms the lock on the head row sees to that.
    ``company_name`` is the firm as it was filed: what the register calls it may be a colleague's.
    A claim that an open contest holds keeps its state, unless it came as the later one.
    Whether one is running out or has run out follows from ``valid_until``.
    """

    class State(models.TextChoices):
        PENDING = "pending", "待确认"
        HELD = "held", "持有"
        CONTESTED = "contested", "有争议"
        RULED = "ruled", "裁定持有"
        EXPIRED = "expired", "已过期"
        TRANSFERRED = "transferred", "已流转"
        RELEASED = "released", "已释放"

    company = models.ForeignKey("parties.Company", models.PROTECT, related_name="claims")
    company_name = models.CharField("所报企业", max_length=120)
    intention = models.CharField("投资意向", max_length=200)
    evidence = models.CharField("首谈凭据", max_length=200)
    talked_on = models.DateField("首谈日期")
    total_investment = models.DecimalField(
        "意向投资", max_digits=18, decimal_places=2, null=True, blank=True
    )
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.PENDING)
    filed_at = models.DateTimeField("首报时间")
    valid_until = models.DateField("有效期至", null=True, blank=True)
    last_activity_on = models.DateField("最近推进", null=True, blank=True)
    renewals = models.PositiveSmallIntegerField("已续期次数", default=0)
    rule = models.CharField("规则", max_length=160)
    enquiry = models.ForeignKey(
        "enquiries.Enquiry", models.PROTECT, null=True, blank=True, related_name="claims"
    )
    contest = models.ForeignKey(
        "projects.Contest", models.PROTECT, null=True, blank=True, related_name="claims"
    )
    came_by = models.ForeignKey(
        "projects.TransferAgreement", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "首谈首报"
        indexes = [
            models.Index(fields=["company", "state"], name="projects_claims_of"),
            models.Index(fields=["owner", "state", "valid_until"], name="projects_claims_until"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["company"],
                condition=models.Q(state__in=("held", "ruled")),
                name="projects_one_holder",
            ),
        ]

    def __str__(self) -> str:
        return f"首谈首报 {self.pk}"


class ClaimEvent(models.Model):
    """What happened to a claim; appended, never changed."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="events")
    act = models.CharField("事项", max_length=20)
    on = models.DateField("日期")
    at = models.DateTimeField("记录时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    evidence = models.CharField("凭据", max_length=200, blank=True)
    note = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "首谈记录"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.claim} {self.act}"


class Referral(models.Model):
    """Who brought the firm, filed before a project of it was signed; the person is sealed."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="referrals")
    contact = models.ForeignKey("parties.Contact", models.PROTECT, related_name="+")
    filed_at = models.DateTimeField("备案时间")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    relation = models.CharField("引荐方式", max_length=200)

    class Meta:
        verbose_name = "引荐人"
        constraints = [
            models.UniqueConstraint(fields=["claim", "contact"], name="projects_referrer_once")
        ]

    def __str__(self) -> str:
        return f"{self.claim} 引荐"
