"""Sheets of offers that were shared with a client."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned


class SharedSheet(Owned):
    """Offers recommended to one client, behind a token; what they tell is read when it is opened.

    The choice and its order never change: who wants another one makes another sheet.
    """

    token = models.CharField(max_length=48, unique=True)
    idempotency_key = models.CharField(max_length=80, unique=True)
    title = models.CharField("标题", max_length=60)
    note = models.TextField("给客户的说明", blank=True)
    enquiry = models.ForeignKey(
        "enquiries.Enquiry", models.PROTECT, null=True, blank=True, related_name="sheets"
    )
    expires_on = models.DateField("有效期至")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        verbose_name = "推荐单"
        indexes = [models.Index(fields=["organisation", "-created_at"], name="enquiries_sheets")]

    def __str__(self) -> str:
        return self.title


class SharedOffer(models.Model):
    """An offer in its place on a sheet, and what the client said to it."""

    class Answer(models.TextChoices):
        INTERESTED = "interested", "感兴趣"
        UNSUITABLE = "unsuitable", "不合适"

    sheet = models.ForeignKey(SharedSheet, models.CASCADE, related_name="shared_offers")
    offer = models.ForeignKey("properties.Offer", models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField("次序")
    answer = models.CharField("回应", max_length=12, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField("回应时间", null=True, blank=True)

    class Meta:
        verbose_name = "推荐的房源"
        constraints = [
            models.UniqueConstraint(fields=["sheet", "offer"], name="enquiries_offer_shared_once"),
            models.UniqueConstraint(fields=["sheet", "place"], name="enquiries_place_taken_once"),
        ]
        indexes = [models.Index(fields=["answered_at"], name="enquiries_answers")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.place}"


class SheetDay(models.Model):
    """How often a sheet was opened and answered on a day: counts, and nothing about anybody."""

    sheet = models.ForeignKey(SharedSheet, models.CASCADE, related_name="days")
    day = models.DateField("日期")
    opened = models.PositiveIntegerField("打开次数", default=0)
    answered = models.PositiveIntegerField("回应次数", default=0)

    class Meta:
        verbose_name = "推荐单的一天"
        constraints = [models.UniqueConstraint(fields=["sheet", "day"], name="enquiries_sheet_day")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.day}"
