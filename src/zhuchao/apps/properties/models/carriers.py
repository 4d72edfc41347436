"""Carriers: park, building, floor, unit and plot. What is empty is not known."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned


class Park(Owned):
    """A park; its region says where all its carriers are, and what lies around it."""

    name = models.CharField("名称", max_length=80)
    region_code = models.CharField("区划代码", max_length=6)
    address = models.CharField("地址", max_length=200, blank=True)
    latitude = models.FloatField("纬度", null=True, blank=True)
    longitude = models.FloatField("经度", null=True, blank=True)
    motorway_km = models.FloatField("距高速出入口 km", null=True, blank=True)
    port_km = models.FloatField("距港口 km", null=True, blank=True)
    rail_km = models.FloatField("距铁路站 km", null=True, blank=True)
    amenities = models.JSONField("周边配套", default=list, blank=True)

    class Meta:
        verbose_name = "园区"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="properties_park_name"),
            models.CheckConstraint(
                condition=models.Q(latitude=None) | models.Q(latitude__range=(-90, 90)),
                name="properties_park_latitude",
            ),
            models.CheckConstraint(
                condition=models.Q(longitude=None) | models.Q(longitude__range=(-180, 180)),
                name="properties_park_longitude",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Connected(models.Model):
    """What is laid on to a building or a plot."""

    power_kva = models.FloatField("配电 kVA", null=True, blank=True)
    is_dual_fed = models.BooleanField("双回路", null=True, blank=True)
    has_gas = models.BooleanField("天然气", null=True, blank=True)
    has_steam = models.BooleanField("蒸汽", null=True, blank=True)
    has_sewage = models.BooleanField("污水纳管", null=True, blank=True)

    class Meta:
        abstract = True


class Held(models.Model):
    """By what right it is held, and whose it is; ``source`` is a choice of the field relation."""

    land_ownership = models.CharField("土地性质", max_length=20, blank=True)
    is_mortgaged = models.BooleanField("有抵押", null=True, blank=True)
    tenure_years = models.SmallIntegerField("年限", null=True, blank=True)
    source = models.CharField("房源来路", max_length=20, blank=True)
    landlord = models.ForeignKey(
        "parties.Contact", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True


# How often the whole is let, and how often a part: never both, and the whole once.
LET_ONCE = models.Q(whole_let=0) | models.Q(whole_let=1, parts_let=0)


class Counted(models.Model):
    """How many of its units are let or about to be; written under the building's lock alone."""

    whole_let = models.PositiveSmallIntegerField(default=0, editable=False)
    parts_let = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True


class Building(Owned, Connected, Held, Counted):
    """A building of a park; ``kind`` and ``layout`` are the choices of ``tables/fields.toml``."""

    park = models.ForeignKey(Park, models.PROTECT, related_name="buildings")
    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类型", max_length=20)
    layout = models.CharField("楼型", max_length=20, blank=True)
    structure = models.CharField("结构", max_length=20, blank=True)
    built_year = models.SmallIntegerField("建成年份", null=True, blank=True)
    column_grid = models.CharField("柱距", max_length=20, blank=True)
    under_beam_m = models.FloatField("梁下净高 m", null=True, blank=True)
    yard_m2 = models.FloatField("空地 ㎡", null=True, blank=True)
    lift_count = models.SmallIntegerField("货梯台数", null=True, blank=True)
    lift_tonnes = models.FloatField("货梯吨位", null=True, blank=True)
    dock_count = models.SmallIntegerField("月台个数", null=True, blank=True)
    fire_class = models.CharField("火灾危险性类别", max_length=10, blank=True)
    has_sprinkler = models.BooleanField("喷淋", null=True, blank=True)
    is_titled = models.BooleanField("有产权证", null=True, blank=True)
    is_registerable = models.BooleanField("可注册", null=True, blank=True)
    allows_eia = models.BooleanField("可办环评", null=True, blank=True)

    class Meta:
        verbose_name = "楼栋"
        constraints = [
            models.UniqueConstraint(fields=["park", "name"], name="properties_building_name"),
            models.CheckConstraint(condition=LET_ONCE, name="properties_building_let_once"),
        ]

    def __str__(self) -> str:
        return f"{self.park} {self.name}"


class Floor(Counted):
    """A floor of a building with what is the same all over it."""

    building = models.ForeignKey(Building, models.CASCADE, related_name="floors")
    number = models.SmallIntegerField("层")
    area_m2 = models.FloatField("面积 ㎡", null=True, blank=True)
    height_m = models.FloatField("层高 m", null=True, blank=True)
    load_t_m2 = models.FloatField("承重 t/㎡", null=True, blank=True)

    class Meta:
        verbose_name = "楼层"
        constraints = [
            models.UniqueConstraint(fields=["building", "number"], name="properties_floor_number"),
            models.CheckConstraint(condition=LET_ONCE, name="properties_floor_let_once"),
        ]

    def __str__(self) -> str:
        return f"{self.building} {self.number} 层"


class Unit(models.Model):
    """What is let as one: the whole building when ``floor`` is empty, whole floors where
    ``is_whole``, else a part of them. ``top_floor`` is told where it reaches above its floor.
    """

    building = models.ForeignKey(Building, models.CASCADE, related_name="units")
    floor = models.ForeignKey(Floor, models.CASCADE, null=True, blank=True, related_name="units")
    top_floor = models.SmallIntegerField("到第几层", null=True, blank=True)
    is_whole = models.BooleanField("整层", default=False)
    name = models.CharField("名称", max_length=40)
    area_m2 = models.FloatField("面积 ㎡")
    minimum_let_m2 = models.FloatField("起租面积 ㎡", null=True, blank=True)
    power_kva = models.FloatField("配电 kVA", null=True, blank=True)
    dock_count = models.SmallIntegerField("月台个数", null=True, blank=True)
    crane_count = models.SmallIntegerField("行车台数", null=True, blank=True)
    crane_tonnes = models.FloatField("行车吨位", null=True, blank=True)

    class Meta:
        verbose_name = "单元"
        constraints = [
            models.UniqueConstraint(fields=["building", "name"], name="properties_unit_name"),
            models.CheckConstraint(
                condition=models.Q(area_m2__gt=0), name="properties_unit_area_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(floor__isnull=False) | models.Q(top_floor=None, is_whole=False),
                name="properties_unit_on_floors",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.building} {self.name}"


class Plot(Owned, Connected, Held):
    """A plot of land; sums are in yuan for a 亩, shares from 0 to 1."""

    park = models.ForeignKey(Park, models.PROTECT, related_name="plots")
    number = models.CharField("地块编号", max_length=40)
    area_m2 = models.FloatField("面积 ㎡")
    land_use = models.CharField("用地性质", max_length=20, blank=True)
    far_low = models.FloatField("容积率下限", null=True, blank=True)
    far_high = models.FloatField("容积率上限", null=True, blank=True)
    coverage_low = models.FloatField("建筑系数下限", null=True, blank=True)
    coverage_high = models.FloatField("建筑系数上限", null=True, blank=True)
    green_high = models.FloatField("绿地率上限", null=True, blank=True)
    height_limit_m = models.FloatField("限高 m", null=True, blank=True)
    intensity_yuan_mu = models.FloatField("投资强度 元/亩", null=True, blank=True)
    output_yuan_mu = models.FloatField("产值 元/亩", null=True, blank=True)
    tax_yuan_mu = models.FloatField("税收 元/亩", null=True, blank=True)
    start_price_yuan_mu = models.FloatField("起始价 元/亩", null=True, blank=True)
    auction_on = models.DateField("挂牌出让日期", null=True, blank=True)
    is_cleared = models.BooleanField("净地", null=True, blank=True)
    has_quota = models.BooleanField("用地指标已落实", null=True, blank=True)

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
