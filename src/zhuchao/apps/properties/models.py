"""Carriers (park, building, floor, unit, plot) and offers."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun

__all__ = [
    "Building",
    "Floor",
    "ImportRow",
    "ImportRun",
    "Offer",
    "OfferTick",
    "Park",
    "Plot",
    "Unit",
]


class Park(Owned):
    """A park; its region says where all its carriers are."""

    name = models.CharField("名称", max_length=80)
    region_code = models.CharField("区划代码", max_length=6)
    address = models.CharField("地址", max_length=200, blank=True)

    class Meta:
        verbose_name = "园区"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="properties_park_name")
        ]

    def __str__(self) -> str:
        return self.name


class Building(Owned):
    """A building of a park; ``kind`` and ``layout`` are the choices of ``tables/fields.toml``."""

    park = models.ForeignKey(Park, models.PROTECT, related_name="buildings")
    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类型", max_length=20)
    layout = models.CharField("楼型", max_length=20, blank=True)
    fire_class = models.CharField("火灾危险性类别", max_length=10, blank=True)
    power_kva = models.FloatField("配电 kVA", null=True, blank=True)
    is_titled = models.BooleanField("有产权证", null=True, blank=True)
    allows_eia = models.BooleanField("可办环评", null=True, blank=True)

    class Meta:
        verbose_name = "楼栋"
        constraints = [
            models.UniqueConstraint(fields=["park", "name"], name="properties_building_name")
        ]

    def __str__(self) -> str:
        return f"{self.park} {self.name}"


class Floor(models.Model):
    """A floor of a building with what is the same all over it."""

    building = models.ForeignKey(Building, models.CASCADE, related_name="floors")
    number = models.SmallIntegerField("层")
    area_m2 = models.FloatField("面积 ㎡", null=True, blank=True)
    height_m = models.FloatField("层高 m", null=True, blank=True)
    load_t_m2 = models.FloatField("承重 t/㎡", null=True, blank=True)

    class Meta:
        verbose_name = "楼层"
        constraints = [
            models.UniqueConstraint(fields=["building", "number"], name="properties_floor_number")
        ]

    def __str__(self) -> str:
        return f"{self.building} {self.number} 层"


class Unit(models.Model):
    """What is let as one; on one floor, or the whole building when ``floor`` is empty."""

    building = models.ForeignKey(Building, models.CASCADE, related_name="units")
    floor = models.ForeignKey(Floor, models.CASCADE, null=True, blank=True, related_name="units")
    name = models.CharField("名称", max_length=40)
    area_m2 = models.FloatField("面积 ㎡")
    crane_count = models.SmallIntegerField("行车台数", null=True, blank=True)
    crane_tonnes = models.FloatField("行车吨位", null=True, blank=True)

    class Meta:
        verbose_name = "单元"
        constraints = [
            models.UniqueConstraint(fields=["building", "name"], name="properties_unit_name"),
            models.CheckConstraint(
                condition=models.Q(area_m2__gt=0), name="properties_unit_area_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.building} {self.name}"


class Plot(Owned):
    """A plot of land."""

    park = models.ForeignKey(Park, models.PROTECT, related_name="plots")
    number = models.CharField("地块编号", max_length=40)
    area_m2 = models.FloatField("面积 ㎡")
    far_low = models.FloatField("容积率下限", null=True, blank=True)
    far_high = models.FloatField("容积率上限", null=True, blank=True)
    tenure_years = models.SmallIntegerField("年限", null=True, blank=True)
    is_cleared = models.BooleanField("净地", null=True, blank=True)

    class Meta:
        verbose_name = "地块"
        constraints = [
            models.UniqueConstraint(fields=["park", "number"], name="properties_plot_number"),
            models.CheckConstraint(
                condition=models.Q(area_m2__gt=0), name="properties_plot_area_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.park} {self.number}"


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
