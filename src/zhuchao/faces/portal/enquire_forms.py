"""What a visitor types to be answered: the enquiry field by field, a sentence, a receipt."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, ClassVar
from uuid import uuid4

from django import forms

from zhuchao.apps.enquiries.mapping import EnquiryForm as Filled
from zhuchao.core.vocabulary.term import Term
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.portal import entries

MOST = 80
LONGEST_DEMAND = 5000
# Which wording of ``portal/_consent.html`` is agreed to; it changes with the words.
CONSENT = "2026-11"


def _text(label: str, help_text: str = "", **attributes: Any) -> TextField:
    widget = forms.TextInput(attrs={"class": "input"} | attributes)
    return TextField(
        label=label, help_text=help_text, required=False, max_length=MOST, widget=widget
    )


def _demand(label: str, help_text: str, rows: int) -> TextField:
    return TextField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_DEMAND,
        error_messages={"required": "请写下您的需求，一句话也可以。"},
        widget=forms.Textarea(attrs={"class": "textarea", "rows": rows}),
    )


class Sender(forms.Form):
    """Who sends, and agrees to what; only a telephone and the consent are a must."""

    company = _text("公司", autocomplete="organization")
    person = _text("联系人", autocomplete="name")
    telephone = TextField(
        label="手机号",
        help_text="招商专员用它回复您。可以带空格或横线，也可以填带区号的座机。",
        max_length=40,
        error_messages={"required": "请填写手机号，否则无法回复您。"},
        widget=forms.TextInput(
            attrs={"class": "input", "type": "tel", "inputmode": "tel", "autocomplete": "tel"}
        ),
    )
    consent = forms.BooleanField(
        label="我已阅读并同意按以上说明处理我的个人信息",
        error_messages={"required": "需要您勾选同意，才能受理。"},
    )
    # Nobody sees it; who fills it in is a machine.
    website = TextField(label="请留空", required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    offer = TextField(required=False, max_length=30, widget=forms.HiddenInput)

    # As they stand on the page: what is wrong is told in this order.
    field_order = (
        *("demand", "side", "purpose", "area", "place", "tax"),
        *("company", "person", "telephone", "consent"),
    )

    # What is shown again in its normal form, and what makes two sendings the same.
    NORMAL: ClassVar[tuple[str, ...]] = ("telephone",)
    SAID: ClassVar[tuple[str, ...]] = ("demand", "company", "person", "telephone", "offer")

    def clean_telephone(self) -> str:
        number = entries.telephone_of(self.cleaned_data["telephone"])
        if not number:
            raise forms.ValidationError(
                "这不像一个电话号码：请填写 11 位手机号，例如 138 0000 0001。"
            )
        return number

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
        for name in self.NORMAL:
            if name in self.cleaned_data:
                shown[name] = self.cleaned_data[name]
        if not self.cleaned_data.get("key"):
            shown["key"] = str(uuid4())
        self.data = shown

    def idempotency_key(self, *more: str) -> str:
        """The same form sent again is the same enquiry; sent again with other words it is not."""
        content = "\x1f".join([*(str(self.cleaned_data[name]) for name in self.SAID), *more])
        key = self.cleaned_data["key"] or uuid4()
        return f"{key}:{sha256(content.encode()).hexdigest()[:16]}"


class EnquireForm(Sender):
    """Six fields of the trade, area and place; besides the sender's only the demand is a must."""

    demand = _demand("需求", "用平常的话说：找什么、做什么、什么时候要。", 4)
    purpose = _text("用途", "例如：新能源汽车零部件生产、冷链仓储。")
    area = _text("面积", "例如：2000㎡，或 30 亩。")
    place = _text("地点", "例如：常州、溧阳，或“上海周边一小时”。")
    tax = _text("税收", "预计每年税收，例如：300万；没有把握可以不填。")

    BESIDE: ClassVar = ("purpose", "area", "place", "tax", "company", "person")
    NORMAL = (*Sender.NORMAL, "area", "tax")
    SAID = ("demand", *BESIDE, "telephone", "offer")

    def clean_area(self) -> str:
        return entries.normal_area(self.cleaned_data["area"])

    def clean_tax(self) -> str:
        return entries.normal_money(self.cleaned_data["tax"])

    def filled(self) -> Filled:
        told = {name: self.cleaned_data[name] for name in ("demand", "telephone", *self.BESIDE)}
        return Filled(**told, offer_code=self.cleaned_data["offer"], consent=CONSENT)


class SentenceForm(Sender):
    """A sentence of one's own, read field by field before it is sent."""

    DEMAND, SUPPLY = "demand", "supply"
    SIDES: ClassVar = ((DEMAND, "我在找房源"), (SUPPLY, "我有房源要出租、出售或转让"))

    demand = _demand("您的话", "可以直接粘贴聊天里的话；改了之后请点“重新读一遍”。", 3)
    side = forms.ChoiceField(label="这句话说的是", choices=SIDES, widget=forms.RadioSelect)
    # The sentence of which the fields were shown.
    read_of = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_demand(self) -> str:
        return plain(self.cleaned_data["demand"])

    def filled(self, terms: tuple[Term, ...]) -> Filled:
        told = {
            name: self.cleaned_data[name] for name in ("demand", "telephone", "company", "person")
        }
        return Filled(
            **told,
            terms=terms,
            is_supply=self.cleaned_data["side"] == self.SUPPLY,
            offer_code=self.cleaned_data["offer"],
            consent=CONSENT,
        )


class FollowForm(forms.Form):
    """The number of a receipt, and the telephone's last four digits."""

    number = TextField(
        label="受理号",
        help_text="在提交后的回执上，例如 X-7K2M-9QXR，大小写和横线都可以不管。",
        max_length=40,
        error_messages={"required": "请填写受理号。"},
        widget=forms.TextInput(
            attrs={"class": "input", "autocomplete": "off", "autocapitalize": "characters"}
        ),
    )
    digits = forms.RegexField(
        r"^\s*\d{4}\s*$",
        label="手机号后四位",
        help_text="提交时所留号码的最后 4 位数字。",
        error_messages={"required": "请填写手机号后四位。", "invalid": "请只填 4 位数字。"},
        widget=forms.TextInput(
            attrs={"class": "input", "inputmode": "numeric", "autocomplete": "off", "maxlength": 6}
        ),
    )


def plain(sentence: str) -> str:
    """A sentence with one kind of line end, as its spans count it."""
    return sentence.replace("\r\n", "\n").replace("\r", "\n").strip()
