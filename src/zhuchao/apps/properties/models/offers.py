"""Offers, and the count by which their changes are followed."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.apps.properties.models.carriers import Plot, Unit


class OfferTick(models.Model):
    """How often an organisation's offers changed: who follows them asks for what is new alone."""

    organisation = models.OneToOneField(
        "people.Organisation", models.CASCADE, primary_key=True, related_name="+"
    )
    number = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "房源变更计数"

    def __str__(self) -> str:
        return f"房源变更 {self.number}"


class Offer(Owned):
    """Something on offer: a carrier where it is known, and the terms that were confirmed."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        CHECKING = "checking", "核实中"
        ON = "on", "在架"
        HELD = "held", "暂留"
        UNDER_OFFER = "under_offer", "洽谈中"
        DONE = "done", "已成交"
        STALE = "stale", "待复核"
        OFF = "off", "已下架"

    code = models.CharField("编号", max_length=20, unique=True)
    title = models.CharField("标题", max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="offers")
    plot = models.ForeignKey(Plot, models.PROTECT, null=True, blank=True, related_name="offers")
    intent = models.CharField("交易方式", max_length=20, blank=True)
    kind = models.CharField("类型", max_length=20, blank=True)
    region_code = models.CharField("区划代码", max_length=6, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    area_m2 = models.FloatField("面积 ㎡", null=True, blank=True)
    terms = models.JSONField("条件", default=list)
    text = models.TextField("原文", blank=True)
    remarks = models.TextField("备注", blank=True)
    # How its source calls it: its number there, and its park, building and unit while no carrier
    # of the register is known.
    told = models.JSONField("来源所称", default=dict, blank=True)
    state = models.CharField("状态", max_length=20, choices=State.choices, default=State.DRAFT)
    is_public = models.BooleanField("在门户展示", default=True)
    # Who offers it: a choice of the field relation; ``contact`` is that person.
    source = models.CharField("房源来路", max_length=20, blank=True)
    confirmed_on = models.DateField("核实日期", null=True, blank=True)
    # The organisation's OfferTick when this offer last changed.
    tick = models.BigIntegerField(default=0)
    contact = models.ForeignKey(
        "parties.Contact", models.PROTECT, null=True, blank=True, related_name="offers"
    )
    intake = models.OneToOneField(
        "library.Intake", models.PROTECT, null=True, blank=True, related_name="offer"
    )

    class Meta:
        verbose_name = "房源"
        indexes = [
            models.Index(fields=["organisation", "state", "-created_at"], name="properties_offers"),
            models.Index(fields=["state", "is_public", "kind"], name="properties_public"),
            models.Index(fields=["organisation", "tick"], name="properties_ticks"),
            models.Index(fields=["state", "confirmed_on"], name="properties_confirmed"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(state__in=["under_offer", "done"]),
                name="properties_unit_let_once",
            ),
            models.UniqueConstraint(
                fields=["plot"],
                condition=models.Q(state__in=["under_offer", "done"]),
                name="properties_plot_let_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
