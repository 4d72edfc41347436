"""What agents type to register a client, to extend, to rule and to share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from zhuchao.apps.enquiries.services import Client, Split
from zhuchao.faces.desk.following_forms import CODE, SELECT, line
from zhuchao.faces.desk.forms import REQUIRED
from zhuchao.faces.hand.entry import TextField

PERCENT = {
    "required": "请填写分成。",
    "invalid": "分成请填整数。",
    "min_value": "分成要大于 0。",
    "max_value": "分成要小于 100。",
}


class RegistrationForm(forms.Form):
    """Whom, and for which offer or park."""

    company = TextField(label="客户公司", required=False, max_length=120, widget=line())
    name = TextField(label="联系人", required=False, max_length=40, widget=line())
    telephone = TextField(
        label="电话",
        help_text="公司和电话至少填一项，两项都填最稳妥。",
        required=False,
        max_length=30,
        widget=line(inputmode="tel"),
    )
    offer_code = TextField(
        label="房源编号", required=False, max_length=30, widget=line(placeholder="F2026-00012")
    )
    park_id = forms.TypedChoiceField(
        label="或整个园区",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "请从列表里选择园区。"},
        widget=forms.Select(attrs=SELECT),
    )
    note = TextField(label="说明", required=False, max_length=300, widget=line())

    def __init__(self, *args: Any, parks: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["park_id"].choices = [("", "不选园区"), *parks]  # type: ignore[attr-defined]

    def clean_offer_code(self) -> str:
        typed: str = self.cleaned_data["offer_code"]
        found = CODE.search(typed)
        if typed and found is None:
            raise forms.ValidationError("房源编号请写成 F2026-00012 的样子。")
        return found[0].upper() if found else ""

    def client(self) -> Client:
        found = self.cleaned_data
        return Client(found["company"], found["name"], found["telephone"])


class ExtendForm(forms.Form):
    """The viewing by which a registration is extended."""

    prefix = "extend"

    viewing_id = forms.TypedChoiceField(
        label="依据的看房",
        coerce=int,
        error_messages={
            "required": "请选择作为依据的看房。",
            "invalid_choice": "请选择作为依据的看房。",
        },
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, *args: Any, viewings: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["viewing_id"].choices = viewings  # type: ignore[attr-defined]


class RulingForm(forms.Form):
    """Whose a contested client is, and why."""

    prefix = "ruling"

    reason = TextField(label="裁定理由", max_length=200, error_messages=REQUIRED, widget=line())


class SplitForm(forms.Form):
    """With whom the deal is shared, and how much each gets."""

    prefix = "split"

    partner_id = forms.TypedChoiceField(
        label="合作同事",
        coerce=int,
        error_messages={"required": "请选择同事。", "invalid_choice": "请从列表里选择同事。"},
        widget=forms.Select(attrs=SELECT),
    )
    share = forms.IntegerField(
        label="我的分成 %",
        min_value=1,
        max_value=99,
        error_messages=PERCENT,
        widget=line(inputmode="numeric"),
    )
    partner_share = forms.IntegerField(
        label="对方分成 %",
        min_value=1,
        max_value=99,
        error_messages=PERCENT,
        widget=line(inputmode="numeric"),
    )
    note = TextField(label="约定", required=False, max_length=300, widget=line())

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner_id"].choices = [("", "请选择"), *people]  # type: ignore[attr-defined]

    def split(self) -> Split:
        found = self.cleaned_data
        return Split(found["share"], found["partner_share"], found["note"])
