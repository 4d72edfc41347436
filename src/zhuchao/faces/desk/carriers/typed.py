"""Fields of the carriers' forms: forgiving to read, and the same value shown in its normal form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol, cast

from django import forms
from django.core.exceptions import ValidationError

from zhuchao import tables as reference
from zhuchao.apps.properties.bounds import BOUNDS
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef
from zhuchao.faces.hand.corrections import read_typed
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.figures import plain, show
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.terms import spec_of
from zhuchao.faces.hand.words import choices
from zhuchao.faces.hand.written import figure_of

INPUT = {"class": "input", "autocomplete": "off"}
SELECT = {"class": "select"}
REQUIRED = {"required": "请填写此项。"}
LONGEST_FIGURE = 30
WAN = 10_000

Units = Mapping[str, float]
NUMBER: Units = {"": 1.0, "台": 1.0, "个": 1.0, "年": 1.0, "层": 1.0, "度": 1.0, "°": 1.0}
METRES: Units = {"": 1.0, "m": 1.0, "米": 1.0}
TONNES: Units = {"": 1.0, "t": 1.0, "吨": 1.0}
LOADS: Units = {"": 1.0, "t": 1.0, "t/m2": 1.0, "吨": 1.0, "吨/m2": 1.0, "吨/平": 1.0,
                "kg": 0.001, "kg/m2": 0.001, "公斤": 0.001, "公斤/平": 0.001}  # fmt: skip
KVA: Units = {"": 1.0, "kva": 1.0, "千伏安": 1.0}
KILOMETRES: Units = {"": 1.0, "km": 1.0, "公里": 1.0, "千米": 1.0, "m": 0.001, "米": 0.001}
SQUARE_METRES: Units = {"": 1.0, "m2": 1.0, "平方米": 1.0, "平米": 1.0, "平方": 1.0, "平": 1.0,
                        "方": 1.0, "亩": M2_OF_A_MU}  # fmt: skip
LAND: Units = {**SQUARE_METRES, "": M2_OF_A_MU}
YUAN_A_MU: Units = {"": 1.0, "元": 1.0, "元/亩": 1.0, "/亩": 1.0, "一亩": 1.0, "每亩": 1.0,
                    "万元/亩": 10_000.0, "元一亩": 1.0}  # fmt: skip


class Showing(Protocol):
    """A field that can say its value in words."""

    def show(self, value: Any) -> str: ...


class FigureField(TextField):
    """One figure in the column's own unit; ``column`` names its bounds."""

    is_whole = False

    def __init__(self, column: str, units: Units, unit: str = "", **more: Any) -> None:
        self.bound, self.units, self.unit = BOUNDS[column], units, unit
        widget = forms.TextInput(attrs=INPUT | {"inputmode": "decimal"})
        told: dict[str, Any] = {"label": self.bound.label, "required": False} | more
        super().__init__(max_length=LONGEST_FIGURE, widget=widget, **told)

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        if not written:
            return None
        figure = self.read(written)
        if not self.bound.low <= figure <= self.bound.high:
            raise ValidationError(self.bound.sentence() + "。")
        return round(figure) if self.is_whole else figure

    def read(self, written: str) -> float:
        """Raises: ValidationError."""
        negative = written.lstrip().startswith(("-", "－"))
        found = figure_of(written.lstrip(" -－"))
        if found is None or found[1] not in self.units:
            like = f"例如 8 或 8 {self.unit}" if self.unit else "例如 8"
            raise ValidationError(f"“{written}”没有读懂：请写一个数字，{like}。")
        figure = round(found[0] * self.units[found[1]], 6)
        return -figure if negative else figure

    def prepare_value(self, value: Any) -> Any:
        return self.show(value) if isinstance(value, int | float) else value

    def show(self, value: Any) -> str:
        return "" if value is None else f"{self.figure(value)} {self.unit}".strip()

    def figure(self, value: float) -> str:
        return plain(value)


class CountField(FigureField):
    """A whole number, shown without separators: a year is not 2,019."""

    is_whole = True

    def figure(self, value: float) -> str:
        return f"{value:g}"


class LandField(FigureField):
    """An area of land: said in 亩, kept in square metres."""

    def __init__(self, column: str, **more: Any) -> None:
        super().__init__(column, LAND, "亩", **more)

    def figure(self, value: float) -> str:
        return plain(value / M2_OF_A_MU, 2)


class YuanField(FigureField):
    """Yuan for a 亩; a bare figure below ten thousand is one of 万元, as people say it."""

    def __init__(self, column: str, **more: Any) -> None:
        super().__init__(column, YUAN_A_MU, "元/亩", **more)

    def read(self, written: str) -> float:
        figure = super().read(written)
        is_bare = figure < WAN and not set(written) & set("元万")
        return figure * WAN if is_bare else figure

    def show(self, value: Any) -> str:
        return "" if value is None else str(show(value, self.unit))


class ShareField(FigureField):
    """A share from 0 to 1, said in per cent."""

    def __init__(self, column: str, **more: Any) -> None:
        super().__init__(column, {"": 1.0, "%": 0.01}, "%", **more)

    def read(self, written: str) -> float:
        figure = super().read(written)
        return figure / 100 if figure > 1 else figure

    def figure(self, value: float) -> str:
        return plain(value * 100, 2)


class RangeField(TextField):
    """Two columns said as one: 1.2-2.0, or one figure for both; gives (low, high)."""

    def __init__(self, low: FigureField, high: FigureField, **more: Any) -> None:
        self.ends = (low, high)
        widget = forms.TextInput(attrs=INPUT)
        super().__init__(required=False, max_length=LONGEST_FIGURE, widget=widget, **more)

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        for sign in "–—~～至到－":
            written = written.replace(sign, "-")
        parts = [part.strip() for part in written.split("-")] if written else []
        if len(parts) > 2:
            raise ValidationError(f"“{written}”没有读懂：请写成 1.2-2.0 的样子。")
        read = [field.clean(part) for field, part in zip(self.ends, parts * 2, strict=False)]
        low, high = read[:2] if read else (None, None)
        if low is not None and high is not None and low > high:
            raise ValidationError("前一个数应不大于后一个数。")
        return (low, high)

    def prepare_value(self, value: Any) -> Any:
        return self.show(value) if isinstance(value, tuple) else value

    def show(self, value: Any) -> str:
        ends = zip(self.ends, value, strict=True)
        figures = dict.fromkeys(field.figure(end) for field, end in ends if end is not None)
        return f"{'-'.join(figures)} {self.ends[0].unit}".strip() if figures else ""


class FlagField(forms.TypedChoiceField):
    """Yes, no, or not known; in the field's own words where it is one of the reference table."""

    def __init__(self, label: str, key: FieldKey | None = None) -> None:
        words = spec_of(key).choices if key is not None else {}
        self.words = {True: words.get("true", "是"), False: words.get("false", "否")}
        super().__init__(
            label=label,
            required=False,
            choices=[("", "不清楚"), ("true", self.words[True]), ("false", self.words[False])],
            coerce=lambda told: told == "true",
            empty_value=None,
            widget=forms.Select(attrs=SELECT),
        )

    def prepare_value(self, value: Any) -> Any:
        return str(value).lower() if isinstance(value, bool) else value

    def show(self, value: Any) -> str:
        return "" if value is None else self.words[value]


class PickField(forms.ChoiceField):
    """One of a few words."""

    def __init__(self, label: str, options: Iterable[tuple[str, str]], **more: Any) -> None:
        self.words = dict(options)
        asked = {"required": "请选择一项。"}
        told: dict[str, Any] = {"required": False, "error_messages": asked} | more
        super().__init__(
            label=label,
            choices=[("", "请选择" if told["required"] else "不清楚"), *self.words.items()],
            widget=forms.Select(attrs=SELECT),
            **told,
        )

    def show(self, value: Any) -> str:
        return self.words.get(value, value or "")


class SeveralField(forms.MultipleChoiceField):
    """Several of a few words."""

    def __init__(self, label: str, kind: str) -> None:
        self.words = dict(choices(kind))
        super().__init__(
            label=label,
            required=False,
            choices=choices(kind),
            widget=forms.CheckboxSelectMultiple(attrs={"class": "check"}),
        )

    def show(self, value: Any) -> str:
        return "、".join(self.words.get(each, each) for each in value or ())


class RegionField(TextField):
    """A place by its name or its code; gives the code of GB/T 2260."""

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        if not written or written in reference.load().regions:
            return written
        try:
            found = read_typed(FieldKey.PLACE, written, reference.load()).value
        except Refused:
            found = ()
        refs = found if isinstance(found, tuple) else ()
        codes = {each.code for each in refs if isinstance(each, PlaceRef) and each.code}
        if len(codes) != 1:
            raise ValidationError(f"没有认出“{written}”是哪里：请写到市或县，例如 常州溧阳。")
        return codes.pop()

    def prepare_value(self, value: Any) -> Any:
        return self.show(value)

    def show(self, value: Any) -> str:
        region = reference.load().regions.get(value or "")
        return region.full_name if region is not None else value or ""


class ComingDayField(forms.DateField):
    """A day, also one to come."""

    def __init__(self, label: str) -> None:
        widget = forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d")
        told = {"invalid": "日期请写成 2026-03-31 的样子。"}
        super().__init__(label=label, required=False, error_messages=told, widget=widget)

    def show(self, value: date | None) -> str:
        return date_cn(value)


def words_of(field: forms.Field, value: Any) -> str:
    """The value as the field says it; empty where it is not known."""
    if hasattr(field, "show"):
        return cast(Showing, field).show(value)
    if isinstance(field, forms.BooleanField):
        return "是" if value else ""
    if isinstance(field, forms.ChoiceField):
        told = "" if value is None else str(value)
        return str(dict(field.choices).get(told, told))  # type: ignore[arg-type]
    return str(value or "")
