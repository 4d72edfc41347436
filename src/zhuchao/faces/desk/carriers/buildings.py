"""What an officer types about a building, its floors and its units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.desk.carriers import typed
from zhuchao.faces.desk.carriers.base import CarrierForm, Groups, source_field, text_field, words_of
from zhuchao.faces.desk.carriers.typed import CountField, FigureField, FlagField, PickField
from zhuchao.faces.hand.words import choices

MOST_FLOORS = 60


class BuildingForm(CarrierForm):
    """A building with what is the same all over it."""

    groups = (
        ("楼栋", ("name", "kind", "layout", "structure", "built_year", "yard_m2")),
        (
            "结构与设备",
            ("column_grid", "under_beam_m", "lift_count", "lift_tonnes", "dock_count",
             "fire_class", "has_sprinkler"),
        ),
        ("能源", ("power_kva", "is_dual_fed", "has_gas", "has_steam", "has_sewage")),
        (
            "权属与准入",
            ("source", "is_titled", "land_ownership", "tenure_years", "is_mortgaged",
             "is_registerable", "allows_eia"),
        ),
    )  # fmt: skip

    name = text_field("名称", 80, required=True, help_text="例如 A1号厂房。")
    kind = PickField("类型", words_of(FieldKey.KIND), required=True)
    layout = PickField("楼型", words_of(FieldKey.LAYOUT))
    structure = PickField("结构", choices("structure"))
    built_year = CountField("built_year", typed.NUMBER)
    yard_m2 = FigureField("yard_m2", typed.SQUARE_METRES, "㎡")
    column_grid = text_field("柱距", 20, help_text="例如 9×24 米。")
    under_beam_m = FigureField("under_beam_m", typed.METRES, "米")
    lift_count = CountField("lift_count", typed.NUMBER)
    lift_tonnes = FigureField("lift_tonnes", typed.TONNES, "吨")
    dock_count = CountField("dock_count", typed.NUMBER)
    fire_class = PickField("消防等级", words_of(FieldKey.FIRE_CLASS))
    has_sprinkler = FlagField("喷淋", FieldKey.SPRINKLER)
    power_kva = FigureField("power_kva", typed.KVA, "kVA")
    is_dual_fed = FlagField("供电回路", FieldKey.DUAL_FEED)
    has_gas = FlagField("天然气", FieldKey.GAS)
    has_steam = FlagField("蒸汽", FieldKey.STEAM)
    has_sewage = FlagField("污水纳管", FieldKey.SEWAGE)
    source = source_field()
    is_titled = FlagField("产证", FieldKey.TITLE)
    land_ownership = PickField("土地性质", words_of(FieldKey.LAND_OWNERSHIP))
    tenure_years = CountField("tenure_years", typed.NUMBER, "年", label="剩余年限")
    is_mortgaged = FlagField("抵押", FieldKey.MORTGAGE)
    is_registerable = FlagField("注册", FieldKey.REGISTERABLE)
    allows_eia = FlagField("环评", FieldKey.EIA)


class FloorForm(CarrierForm):
    """A floor that is there."""

    groups: ClassVar[Groups] = (("楼层", ("area_m2", "height_m", "load_t_m2")),)

    area_m2 = FigureField("area_m2", typed.SQUARE_METRES, "㎡")
    height_m = FigureField("height_m", typed.METRES, "米")
    load_t_m2 = FigureField("load_t_m2", typed.LOADS, "吨/㎡", help_text="800公斤 也可以。")


class FloorsForm(FloorForm):
    """New floors, several at once where they are alike."""

    groups = (("楼层", ("numbers", "area_m2", "height_m", "load_t_m2")),)

    numbers = text_field(
        "第几层", 10, required=True, help_text="一层写 1；几层一样写 2-4；地下写 -1。"
    )

    def clean_numbers(self) -> list[int]:
        return floor_numbers(self.cleaned_data["numbers"])


def floor_numbers(written: str) -> list[int]:
    """ "2-4" as [2, 3, 4]; "-1" as [-1].

    Raises: ValidationError.
    """
    text = written.replace("－", "-").replace("–", "-").replace("~", "-").replace("层", "")
    head, _, tail = text[1:].strip().partition("-") if text[:1] == "-" else text.partition("-")
    try:
        low = -int(head) if text[:1] == "-" else int(head)
        high = int(tail) if tail.strip() else low
    except ValueError:
        raise ValidationError(f"“{written}”没有读懂：请写 1 或 2-4。") from None
    numbers = [number for number in range(low, high + 1) if number]
    if not 0 < len(numbers) <= MOST_FLOORS:
        raise ValidationError(f"请从低到高写，一次最多 {MOST_FLOORS} 层，例如 2-4。")
    return numbers


class UnitForm(CarrierForm):
    """What is let as one."""

    groups = (
        ("单元", ("name", "floor", "is_whole", "top_floor", "area_m2", "minimum_let_m2")),
        ("设备", ("crane_count", "crane_tonnes", "dock_count", "power_kva")),
    )

    name = text_field("名称", 40, required=True, help_text="例如 东跨、301、整栋。")
    floor = forms.TypedChoiceField(
        label="位置",
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": "本楼没有这一层，请重新选择。"},
        widget=forms.Select(attrs=typed.SELECT),
    )
    is_whole = forms.BooleanField(
        label="占满所在楼层",
        required=False,
        help_text="整层出租请勾选；勾选后同一层的其他单元不能同时成交。",
        widget=forms.CheckboxInput(attrs={"class": "check"}),
    )
    top_floor = CountField(
        "top_floor", typed.NUMBER, help_text="跨几层时填最高的一层，例如 2 到 4 层填 4。"
    )
    area_m2 = FigureField(
        "area_m2", typed.SQUARE_METRES, "㎡", required=True, error_messages=typed.REQUIRED
    )
    minimum_let_m2 = FigureField("minimum_let_m2", typed.SQUARE_METRES, "㎡")
    crane_count = CountField("crane_count", typed.NUMBER)
    crane_tonnes = FigureField("crane_tonnes", typed.TONNES, "吨")
    dock_count = CountField("dock_count", typed.NUMBER)
    power_kva = FigureField("power_kva", typed.KVA, "kVA", help_text="单独计量时填写。")

    def __init__(self, *args: Any, floors: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_pk = {str(each.pk): each for each in floors}
        field = self.fields["floor"]
        field.choices = [("", "整栋"), *((pk, f"{each.number} 层") for pk, each in by_pk.items())]  # type: ignore[attr-defined]
        field.coerce = by_pk.get  # type: ignore[attr-defined]
        known = self.initial.get("floor")
        self.initial["floor"] = getattr(known, "pk", known)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("floor") is None:
            told |= {"top_floor": None, "is_whole": False}
        return told
