"""What is typed of a company: a name, the code of its licence, and with which it is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.core.errors import Refused
from zhuchao.core.text.companies import credit_code
from zhuchao.faces.desk.following_forms import SELECT, line
from zhuchao.faces.desk.forms import REQUIRED
from zhuchao.faces.hand.entry import TextField

if TYPE_CHECKING:
    from django.http import QueryDict

    from zhuchao.apps.parties.models import CompanyName

KINDS = [("short", "简称"), ("full", "全称"), ("former", "曾用名")]


class NameForm(forms.Form):
    """One more name by which the company goes."""

    prefix = "name"

    name = TextField(label="名称", max_length=120, error_messages=REQUIRED, widget=line())
    kind = forms.ChoiceField(label="种类", choices=KINDS, widget=forms.Select(attrs=SELECT))


class CorrectForm(NameForm):
    """One of the names as it should stand; each stands on the page with the number of its own."""

    def __init__(self, data: QueryDict | None = None, *, name: CompanyName) -> None:
        initial = {"name": name.name, "kind": name.kind}
        super().__init__(data, prefix=f"name-{name.pk}", initial=initial)


class RenameForm(forms.Form):
    """What the company calls itself from now on."""

    prefix = "rename"

    name = TextField(
        label="新的全称",
        max_length=120,
        help_text="现在的名称转为曾用名，仍能查到。",
        error_messages=REQUIRED,
        widget=line(),
    )


class CodeForm(forms.Form):
    """The credit code, proved by its check character."""

    prefix = "code"

    credit_code = TextField(
        label="统一社会信用代码",
        required=False,
        max_length=30,
        help_text="照营业执照填 18 位；填错一位会指出。",
        widget=line(),
    )

    def clean_credit_code(self) -> str:
        try:
            return credit_code(self.cleaned_data["credit_code"])
        except Refused as failure:
            raise forms.ValidationError(failure.sentence) from failure


class MergeForm(forms.Form):
    """Which company is the same, and by what that is known."""

    prefix = "merge"

    folded_id = forms.TypedChoiceField(
        label="同一家的另一条",
        coerce=int,
        error_messages={"required": "请选择企业。", "invalid_choice": "请从列表里选择企业。"},
        widget=forms.Select(attrs=SELECT),
    )
    reason = TextField(
        label="依据",
        help_text="如营业执照、更名通知书、企业来函。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )

    def __init__(self, *args: Any, companies: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["folded_id"].choices = [("", "请选择"), *companies]  # type: ignore[attr-defined]
