"""The filters of the list of offers, each with how many it would leave."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from django import forms

from zhuchao import tables as reference
from zhuchao.apps.properties.figured import STEPS
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.sheets import choice_name, place_name
from zhuchao.faces.hand.terms import label_of, spec_of
from zhuchao.faces.portal import entries

Choices = list[tuple[str, str]]
FACETS = ("intent", "kind", "place", "height", "load", "crane", "power", "fire")
RANGES = {
    "area_from": ("area", "面积"),
    "area_to": ("area", "面积"),
    "rent_to": ("rent", "租金"),
    "total_to": ("total", "总价"),
    "tax_to": ("tax", "税收要求"),
}
NAMED = {"intent": FieldKey.INTENT, "kind": FieldKey.KIND, "fire": FieldKey.FIRE_CLASS}
SORTS: tuple[tuple[str, str], ...] = (
    ("", "默认排序"),
    ("newest", "最新"),
    ("area", "面积从小到大"),
    ("-area", "面积从大到小"),
    ("rent", "租金从低到高"),
    ("-rent", "租金从高到低"),
)
BAD_CHOICE = "没有这个选项，已按“不限”列出。"
LONGEST_QUESTION = 60


class FigureField(TextField):
    """A figure as people write it: ２０００㎡, 2,000 平, 1万."""

    def __init__(self, *, label: str, is_area: bool = False) -> None:
        self.read = entries.area_m2_of if is_area else entries.number_of
        widget = forms.TextInput(attrs={"class": "input", "inputmode": "decimal"})
        super().__init__(label=label, required=False, max_length=20, widget=widget)

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        if not written:
            return None
        number = self.read(written)
        if number is None:
            raise forms.ValidationError("请填写数字，例如 2000。")
        return number


class ChosenField(forms.ChoiceField):
    """One of the choices, or none."""

    def __init__(self, label: str, choices: Choices) -> None:
        super().__init__(
            label=label,
            required=False,
            choices=[("", "不限"), *choices],
            widget=forms.Select(attrs={"class": "select"}),
            error_messages={"invalid_choice": BAD_CHOICE},
        )


class OfferFilter(forms.Form):
    """Kept in the address; what cannot be read is left out, and said beside its field."""

    FIRST: ClassVar = ("intent", "kind", "place", "area_from", "area_to", "rent_to")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        search = forms.TextInput(
            attrs={"class": "input", "type": "search", "data-find": "", "autocomplete": "off"}
        )
        self.fields["q"] = TextField(
            label="找什么", required=False, max_length=LONGEST_QUESTION, widget=search
        )
        for name in FACETS:
            self.fields[name] = ChosenField(_label(name), _all_choices(name))
            if name == "place":
                self._place_before_figures()
        self.fields["total_to"] = FigureField(label="总价不超过（万元）")
        self.fields["tax_to"] = FigureField(label="每年能交税（万元）")
        self.fields["park"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, error_messages={"invalid": BAD_CHOICE}
        )
        self.fields["sort"] = ChosenField("排序", [])
        self.fields["sort"].choices = SORTS  # type: ignore[attr-defined]

    def _place_before_figures(self) -> None:
        self.fields["area_from"] = FigureField(label="最小面积（㎡）", is_area=True)
        self.fields["area_to"] = FigureField(label="最大面积（㎡）", is_area=True)
        self.fields["rent_to"] = FigureField(label="租金不超过（元/㎡/月）")

    def wish(self, name: str) -> Any:
        """What was chosen or typed; None where nothing was, or nothing that can be read."""
        value = self.cleaned_data.get(name)
        return None if value in ("", None) else value

    def tell(self, name: str, counts: Mapping[str, int]) -> None:
        """Show how many each choice of a facet would leave; a choice of none is left out."""
        chosen = str(self.wish(name) or "")
        told = [
            (key, f"{label}（{counts.get(f'{name}={key}', 0):,}）")
            for key, label in _all_choices(name)
            if counts.get(f"{name}={key}") or key == chosen
        ]
        self.fields[name].choices = [("", "不限"), *told]  # type: ignore[attr-defined]

    def first(self) -> list[Any]:
        """What most people narrow by."""
        return [self[name] for name in self.FIRST]

    def rest(self) -> list[Any]:
        """The conditions of the building, folded where none is used."""
        known = {*self.FIRST, "q", "park", "sort"}
        return [self[name] for name in self.fields if name not in known]

    def uses_rest(self) -> bool:
        return any(field.data or field.errors for field in self.rest())


def words_for(name: str, value: Any) -> str:
    """A condition in words, for a reader who may drop it."""
    if name == "q":
        return f"“{value}”"
    if name in FACETS:
        return f"{_label(name)}：{dict(_all_choices(name)).get(str(value), value).strip()}"
    labels = {"area_from": "面积至少", "area_to": "面积至多", "rent_to": "租金至多",
              "total_to": "总价至多", "tax_to": "年税收至多"}  # fmt: skip
    units = {"rent_to": "元/㎡/月", "total_to": "万元", "tax_to": "万元"}
    return f"{labels[name]} {value:,.10g} {units.get(name, '㎡')}"


def _label(name: str) -> str:
    if name == "fire":
        return "消防等级（及以上）"
    return label_of(FieldKey(name))


@cache
def _all_choices(name: str) -> Choices:
    if name == "place":
        return [(code, _indented(code)) for code in sorted(reference.load().regions)]
    if name in STEPS:
        unit = spec_of(FieldKey(name)).unit
        return [(f"{step:g}", f"{step:g} {unit} 以上") for step in STEPS[name]]
    key = NAMED[name]
    return [(value, choice_name(key, value)) for value in spec_of(key).choices]


def _indented(code: str) -> str:
    """Provinces, cities and counties below one another."""
    region = reference.load().regions[code]
    depth = {"province": 0, "city": 1}.get(region.level, 2)
    return "\u3000" * depth + (region.short_name if depth < 2 else place_name(code))
