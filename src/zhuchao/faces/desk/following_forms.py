"""What officers type to follow an enquiry: a viewing, its outcome, a deal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from zhuchao import tables as reference
from zhuchao.apps.enquiries.services import OUTCOMES, PRICES, Plan, Result, Signed
from zhuchao.core.errors import Refused
from zhuchao.core.matching.units import in_base
from zhuchao.core.vocabulary.read import Read
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term, Value
from zhuchao.faces.desk.forms import REQUIRED, DayField
from zhuchao.faces.hand.corrections import read_typed
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.terms import label_of, spec_of
from zhuchao.faces.hand.words import word

MOMENT = {"required": "请填写日期和时间。", "invalid": "时间请写成 2026-03-31 14:00 的样子。"}
MOMENT_FORMS = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")
CODE = re.compile(r"F\d{4}-\d{5,}", re.IGNORECASE)
SIZES = (FieldKey.AREA, FieldKey.LAND_AREA)
SELECT = {"class": "select"}


def line(**attributes: Any) -> forms.TextInput:
    """The input of one line of text."""
    return forms.TextInput(attrs={"class": "input", "autocomplete": "off"} | attributes)


class MomentField(forms.DateTimeField):
    """A day and a time of the day, ahead or past."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(
            attrs={"class": "input", "type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        )
        super().__init__(error_messages=MOMENT, widget=widget, input_formats=MOMENT_FORMS, **kwargs)


class AheadField(forms.DateField):
    """A day that may lie ahead."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d")
        told = {"invalid": "日期请写成 2026-03-31 的样子。"}
        super().__init__(error_messages=told, widget=widget, **kwargs)


class ViewingForm(forms.Form):
    """What is shown, when, and who opens the door."""

    prefix = "viewing"

    offers = forms.TypedMultipleChoiceField(
        label="看哪几处",
        required=False,
        coerce=int,
        error_messages={"invalid_choice": "所选房源已不在列表里：请重新勾选。"},
        widget=forms.CheckboxSelectMultiple(attrs={"class": "check"}),
    )
    codes = TextField(
        label="其他房源编号", required=False, max_length=200, widget=line(placeholder="F2026-00012")
    )
    starts_at = MomentField(label="时间")
    minutes = forms.IntegerField(
        label="大约多久（分钟）",
        min_value=1,
        max_value=720,
        error_messages={
            "required": "请填写时长。",
            "invalid": "时长请填整数分钟。",
            "min_value": "时长至少 1 分钟。",
            "max_value": "时长最多 720 分钟。",
        },
        widget=line(inputmode="numeric"),
    )
    place = TextField(label="集合地点", required=False, max_length=200, widget=line())
    host_name = TextField(label="现场接待", required=False, max_length=40, widget=line())
    host_telephone = TextField(
        label="接待电话", required=False, max_length=30, widget=line(inputmode="tel")
    )
    note = TextField(label="备注", required=False, max_length=500, widget=line())

    def __init__(self, *args: Any, offers: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offers"].choices = offers  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("offers") and not self.other_codes():
            self.add_error("offers", "请勾选要看的房源，或填写房源编号。")
        return cleaned

    def other_codes(self) -> list[str]:
        """The codes that were typed, however they are parted."""
        return [code.upper() for code in CODE.findall(self.cleaned_data.get("codes", ""))]

    def plan(self) -> Plan:
        names = ("starts_at", "minutes", "place", "note", "host_name", "host_telephone")
        return Plan(**{name: self.cleaned_data[name] for name in names})


class MoveForm(forms.Form):
    """Another time."""

    prefix = "move"

    starts_at = MomentField(label="改到")


class OutcomeForm(forms.Form):
    """What came of a viewing."""

    prefix = "outcome"

    outcome = forms.ChoiceField(
        label="结果",
        choices=[(each.value, word("viewing", each.value).text) for each in OUTCOMES],
        error_messages={"required": "请选择看房结果。", "invalid_choice": "请选择看房结果。"},
        widget=forms.RadioSelect(attrs={"class": "check"}),
    )
    reason = TextField(
        label="原因、要求",
        help_text="看不中、取消要写明原因；要求调整的写下要改什么。",
        required=False,
        max_length=200,
        widget=line(),
    )
    next_step = TextField(label="下一步", required=False, max_length=200, widget=line())
    next_on = AheadField(label="下一步日期", required=False)

    def result(self) -> Result:
        return Result(**self.cleaned_data)


class DealForm(forms.Form):
    """What was signed; a rent makes it a letting."""

    prefix = "deal"

    offer_id = forms.TypedChoiceField(
        label="成交房源",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "请选择成交的房源。"},
        widget=forms.Select(attrs=SELECT),
    )
    code = TextField(
        label="或填房源编号", required=False, max_length=30, widget=line(placeholder="F2026-00012")
    )
    area = TextField(
        label="成交面积",
        max_length=60,
        error_messages=REQUIRED,
        widget=line(placeholder="2000㎡ 或 20亩"),
    )
    price_key = forms.ChoiceField(
        label="价格口径",
        choices=[(key.value, label_of(key)) for key in PRICES],
        widget=forms.Select(attrs=SELECT),
    )
    price = TextField(
        label="成交价格",
        max_length=60,
        error_messages=REQUIRED,
        widget=line(placeholder="18元/㎡/月、2600万"),
    )
    term = TextField(
        label="租期", required=False, max_length=60, widget=line(placeholder="3年，买卖不填")
    )
    signed_on = DayField(label="签约日期")

    def __init__(self, *args: Any, offers: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer_id"].choices = [("", "按编号填写"), *offers]  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        found = CODE.search(self.cleaned_data["code"])
        return found[0].upper() if found else ""

    def clean_area(self) -> float:
        """The area in square metres, however it was written."""
        typed = self.cleaned_data["area"]
        is_land = "亩" in typed or "公顷" in typed
        return _figure(SIZES[is_land], typed)

    def clean_term(self) -> float | None:
        typed = self.cleaned_data["term"]
        return _figure(FieldKey.TERM, typed) if typed else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("offer_id") and not cleaned.get("code"):
            self.add_error("offer_id", "请选择成交的房源，或填写房源编号。")
        if "price" in cleaned and "price_key" in cleaned:
            key = FieldKey(cleaned["price_key"])
            try:
                cleaned["price"] = Term(key, _read(key, cleaned["price"]))
            except forms.ValidationError as error:
                self.add_error("price", error)
        return cleaned

    def signed(self, offer_id: int) -> Signed:
        found = self.cleaned_data
        return Signed(offer_id, found["price"], found["area"], found["signed_on"], found["term"])


def _read(key: FieldKey, typed: str) -> Read[Value]:
    """Raises: ValidationError, for what is no figure; 面议 is none either."""
    try:
        read = read_typed(key, typed, reference.load())
    except Refused as refusal:
        raise forms.ValidationError(refusal.sentence) from refusal
    if not isinstance(read.value, Amount):
        raise forms.ValidationError(f"{label_of(key)}没有读懂，请写成数字加单位")
    return read


def _figure(key: FieldKey, typed: str) -> float:
    """One figure in the field's base unit; of a range the upper end."""
    read, tables = _read(key, typed), reference.load()
    if isinstance(read.value, Amount):
        turned = in_base(read.value, read.unit, spec_of(key).unit, month=tables.month)
        figure = (turned.amount.high or turned.amount.low) if turned else None
        if figure:
            return figure
    raise forms.ValidationError(f"{label_of(key)}没有读懂，请写成数字加单位")
