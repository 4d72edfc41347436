"""What a visitor types to find: the filters of the offers."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.portal import entries


class FigureField(TextField):
    """A figure as people write it: ２０００㎡, 2,000 平, 1万."""

    def __init__(self, *, label: str, is_area: bool) -> None:
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


class OfferFilter(forms.Form):
    """Kept in the address; what cannot be read is left out, and said beside its field."""

    SORTS: ClassVar = (("newest", "最新"), ("area", "面积从小到大"), ("-area", "面积从大到小"))

    kind = forms.ChoiceField(label="类型", required=False)
    place = forms.ChoiceField(label="区域", required=False)
    area_from = FigureField(label="最小面积（㎡）", is_area=True)
    area_to = FigureField(label="最大面积（㎡）", is_area=True)
    rent_to = FigureField(label="租金不超过（元/㎡/月）", is_area=False)
    sort = forms.ChoiceField(label="排序", required=False, choices=SORTS)

    def __init__(
        self, *args: Any, kinds: list[tuple[str, str]], places: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "全部类型"), *kinds]  # type: ignore[attr-defined]
        self.fields["place"].choices = [("", "全部区域"), *places]  # type: ignore[attr-defined]
        for name in ("kind", "place", "sort"):
            self.fields[name].widget.attrs["class"] = "select"
