"""What an officer types about a park and its plots."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.desk.carriers import typed
from zhuchao.faces.desk.carriers.base import CarrierForm, source_field, text_field, words_of
from zhuchao.faces.desk.carriers.typed import (
    CountField,
    FigureField,
    FlagField,
    PickField,
    RangeField,
)
from zhuchao.faces.hand.words import choices


class ParkForm(CarrierForm):
    """A park, where it is and what lies around it."""

    groups = (
        ("园区", ("name", "region_code", "address")),
        ("交通", ("motorway_km", "port_km", "rail_km", "latitude", "longitude")),
        ("周边", ("amenities",)),
    )

    name = text_field("名称", 80, required=True)
    region_code = typed.RegionField(
        label="所在区划",
        max_length=60,
        help_text="写到市或县，例如 常州溧阳。",
        error_messages=typed.REQUIRED,
        widget=forms.TextInput(attrs=typed.INPUT),
    )
    address = text_field("地址", 200)
    motorway_km = FigureField("motorway_km", typed.KILOMETRES, "公里")
    port_km = FigureField("port_km", typed.KILOMETRES, "公里")
    rail_km = FigureField("rail_km", typed.KILOMETRES, "公里")
    latitude = FigureField("latitude", typed.NUMBER, help_text="例如 31.4168。")
    longitude = FigureField("longitude", typed.NUMBER, help_text="例如 119.4842。")
    amenities = typed.SeveralField("周边配套", "amenity")


class PlotForm(CarrierForm):
    """A plot of land with what it asks of who takes it."""

    groups = (
        ("地块", ("number", "area_m2", "land_use", "is_cleared", "has_quota")),
        ("规划条件", ("far", "coverage", "green_high", "height_limit_m")),
        ("准入要求", ("intensity_yuan_mu", "output_yuan_mu", "tax_yuan_mu")),
        ("出让", ("start_price_yuan_mu", "auction_on", "tenure_years")),
        ("能源", ("power_kva", "is_dual_fed", "has_gas", "has_steam", "has_sewage")),
        ("权属", ("source", "land_ownership", "is_mortgaged")),
    )
    ranges: ClassVar = {
        "far": ("far_low", "far_high"),
        "coverage": ("coverage_low", "coverage_high"),
    }

    number = text_field("地块编号", 40, required=True, help_text="例如 CH2026-03。")
    area_m2 = typed.LandField(
        "area_m2", required=True, error_messages=typed.REQUIRED, help_text="只写数字按亩计。"
    )
    land_use = PickField("用地性质", choices("land_use"))
    is_cleared = FlagField("净地", FieldKey.CLEARED_SITE)
    has_quota = FlagField("用地指标已落实")
    far = RangeField(
        FigureField("far_low", typed.NUMBER),
        FigureField("far_high", typed.NUMBER),
        label="容积率",
        help_text="例如 1.2-2.0。",
    )
    coverage = RangeField(
        typed.ShareField("coverage_low"),
        typed.ShareField("coverage_high"),
        label="建筑系数",
        help_text="例如 35-65%。",
    )
    green_high = typed.ShareField("green_high", help_text="不高于，例如 20%。")
    height_limit_m = FigureField("height_limit_m", typed.METRES, "米")
    intensity_yuan_mu = typed.YuanField(
        "intensity_yuan_mu", help_text="例如 400万；只写 400 也按万元。"
    )
    output_yuan_mu = typed.YuanField("output_yuan_mu", help_text="亩均，例如 400万。")
    tax_yuan_mu = typed.YuanField("tax_yuan_mu", help_text="亩均，例如 30万。")
    start_price_yuan_mu = typed.YuanField("start_price_yuan_mu", help_text="例如 24万。")
    auction_on = typed.ComingDayField("挂牌出让日期")
    tenure_years = CountField("tenure_years", typed.NUMBER, "年", label="出让年限")
    power_kva = FigureField("power_kva", typed.KVA, "kVA")
    is_dual_fed = FlagField("供电回路", FieldKey.DUAL_FEED)
    has_gas = FlagField("天然气", FieldKey.GAS)
    has_steam = FlagField("蒸汽", FieldKey.STEAM)
    has_sewage = FlagField("污水纳管", FieldKey.SEWAGE)
    source = source_field()
    land_ownership = PickField("土地性质", words_of(FieldKey.LAND_OWNERSHIP))
    is_mortgaged = FlagField("抵押", FieldKey.MORTGAGE)
