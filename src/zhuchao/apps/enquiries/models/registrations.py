"""Registrations: who may serve a client for an offer or a park, until when, and shared how."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class RegisteredClient(models.Model):
    """A client as registrations know it; its row is locked while one is made."""

    mark = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "报备客户"

    def __str__(self) -> str:
        return self.mark[:8]


class Registration(Owned):
    """A client registered for an offer or a whole park; persons stand in ``contact`` alone.

    The marks are keyed hashes of telephone and company. ``rule`` and ``days`` are those that held
    when it was made. ``place`` names the offer or the park, for the rule that one place protects
    a client once.
    """

    class State(models.TextChoices):
        HELD = "held", "保护中"
        CONTESTED = "contested", "有争议"
        RELEASED = "released", "已释放"
        LAPSED = "lapsed", "已到期"

    offer = models.ForeignKey(
        "properties.Offer", models.PROTECT, null=True, blank=True, related_name="registrations"
    )
    park = models.ForeignKey(
        "properties.Park", models.PROTECT, null=True, blank=True, related_name="registrations"
    )
    place = models.CharField(max_length=24)
    contact = models.ForeignKey(
        "parties.Contact", models.PROTECT, null=True, blank=True, related_name="registrations"
    )
    company_name = models.CharField("公司", max_length=120, blank=True)
    telephone_mark = models.CharField(max_length=64, blank=True)
    company_mark = models.CharField(max_length=64, blank=True)
    note = models.TextField("说明", blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.HELD)
    rule = models.CharField("保护期规则", max_length=120)
    days = models.PositiveSmallIntegerField("保护天数")
    registered_on = models.DateField("报备日期")
    until = models.DateField("保护至")
    extended_by = models.ForeignKey(
        "enquiries.Viewing", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ruling = models.CharField("裁定", max_length=200, blank=True)

    class Meta:
        verbose_name = "报备"
        indexes = [
            models.Index(fields=["telephone_mark", "state"], name="enquiries_registered_phone"),
            models.Index(fields=["company_mark", "state"], name="enquiries_registered_firm"),
            models.Index(fields=["owner", "state", "until"], name="enquiries_registered_until"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(offer=None) ^ models.Q(park=None),
                name="enquiries_registered_for_one_thing",
            ),
            models.CheckConstraint(
                condition=~models.Q(telephone_mark="", company_mark=""),
                name="enquiries_registered_somebody",
            ),
            models.UniqueConstraint(
                fields=["place", "telephone_mark"],
                condition=models.Q(state="held") & ~models.Q(telephone_mark=""),
                name="enquiries_phone_held_once",
            ),
            models.UniqueConstraint(
                fields=["place", "company_mark"],
                condition=models.Q(state="held") & ~models.Q(company_mark=""),
                name="enquiries_firm_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"报备 {self.pk}"


class Cooperation(models.Model):
    """Two people who share a registered client's deal; ``share`` and ``other_share`` in percent."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待对方同意"
        AGREED = "agreed", "已约定"
        DECLINED = "declined", "未同意"

    registration = models.ForeignKey(Registration, models.PROTECT, related_name="cooperations")
    proposer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    partner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    share = models.PositiveSmallIntegerField("发起人分成 %")
    partner_share = models.PositiveSmallIntegerField("对方分成 %")
    note = models.TextField("约定", blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PROPOSED)
    proposed_at = models.DateTimeField("发起时间", auto_now_add=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        verbose_name = "合作分成"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(share=100 - models.F("partner_share")),
                name="enquiries_shares_add_up",
            ),
            models.CheckConstraint(
                condition=~models.Q(proposer=models.F("partner")),
                name="enquiries_two_cooperate",
            ),
            models.UniqueConstraint(
                fields=["registration"],
                condition=~models.Q(state="declined"),
                name="enquiries_one_cooperation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.share}:{self.partner_share}"
