"""What a visitor types: the enquiry."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, ClassVar
from uuid import uuid4

from django import forms

from zhuchao.apps.enquiries.mapping import EnquiryForm as Filled
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.portal import entries

MOST = 80


def _text(label: str, help_text: str = "", **attributes: Any) -> TextField:
    widget = forms.TextInput(attrs={"class": "input"} | attributes)
    return TextField(
        label=label, help_text=help_text, required=False, max_length=MOST, widget=widget
    )


class EnquireForm(forms.Form):
    """Six fields of the trade, area and place; only the demand and a telephone are a must."""

    demand = TextField(
        label="需求",
        help_text="用平常的话说：找什么、做什么、什么时候要。也可以把聊天里的话直接粘贴进来。",
        max_length=5000,
        error_messages={"required": "请写下您的需求，一句话也可以。"},
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 5}),
    )
    purpose = _text("用途", "例如：新能源汽车零部件生产、冷链仓储。")
    area = _text("面积", "例如：2000㎡，或 30 亩。")
    place = _text("地点", "例如：常州、溧阳，或“上海周边一小时”。")
    tax = _text("税收", "预计每年税收，例如：300万；没有把握可以不填。")
    company = _text("公司", autocomplete="organization")
    person = _text("联系人", autocomplete="name")
    telephone = TextField(
        label="手机号",
        help_text="招商专员用它回复您。可以带空格或横线，也可以填带区号的座机。",
        max_length=40,
        error_messages={"required": "请填写手机号，否则无法回复您。"},
        widget=forms.TextInput(attrs={"class": "input", "inputmode": "tel", "autocomplete": "tel"}),
    )
    consent = forms.BooleanField(
        label="同意将以上信息用于处理本次需求",
        help_text="只用于匹配房源和与您联系，加密保存，不公开，也不提供给无关的人。",
        error_messages={"required": "需要您勾选同意，才能受理。"},
    )
    # Nobody sees it; who fills it in is a machine.
    website = TextField(label="请留空", required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    BESIDE: ClassVar = ("purpose", "area", "place", "tax", "company", "person")

    def clean_telephone(self) -> str:
        number = entries.telephone_of(self.cleaned_data["telephone"])
        if not number:
            raise forms.ValidationError(
                "这不像一个电话号码：请填写 11 位手机号，例如 138 0000 0001。"
            )
        return number

    def clean_area(self) -> str:
        return entries.normal_area(self.cleaned_data["area"])

    def clean_tax(self) -> str:
        return entries.normal_money(self.cleaned_data["tax"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("website"):
            raise forms.ValidationError("提交没有成功：请清空隐藏的“请留空”一栏后再试。")
        if "key" in self.errors:  # hidden: its own error would be shown nowhere
            raise forms.ValidationError("提交编号有误，已经换了新的：请再提交一次。")
        return cleaned

    def echo(self) -> None:
        """Show what was understood in its normal form, and keep all that was typed."""
        shown = dict(self.data.items())
        for name in ("telephone", "area", "tax"):
            if name in self.cleaned_data:
                shown[name] = self.cleaned_data[name]
        if not self.cleaned_data.get("key"):
            shown["key"] = str(uuid4())
        self.data = shown

    def filled(self) -> Filled:
        names = ("demand", "telephone", *self.BESIDE)
        return Filled(**{name: self.cleaned_data[name] for name in names})

    def idempotency_key(self) -> str:
        """The same form sent again is the same enquiry; sent again with other words it is not."""
        content = "\x1f".join(str(self.cleaned_data[name]) for name in ("demand", *self.BESIDE))
        content += f"\x1f{self.cleaned_data['telephone']}"
        key = self.cleaned_data["key"] or uuid4()
        return f"{key}:{sha256(content.encode()).hexdigest()[:16]}"
