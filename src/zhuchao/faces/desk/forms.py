"""What officers type on the desk, checked before any act is done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils import timezone

from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.faces.hand.entry import TextField

REQUIRED = {"required": "请填写此项。"}
DAY = {"required": "请填写日期。", "invalid": "日期请写成 2026-03-31 的样子。"}


def _input(**attributes: Any) -> dict[str, Any]:
    return {"class": "input", "autocomplete": "off"} | attributes


class SignInForm(AuthenticationForm):
    """Account and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {
            "invalid_login": "账号或密码不对，请核对后再试。连续输错会暂时锁定。",
            "inactive": "这个账号已停用，请联系管理员。",
        }
        for name, label in (("username", "账号"), ("password", "密码")):
            field = self.fields[name]
            field.label = label
            field.error_messages["required"] = f"请填写{label}。"
            field.widget.attrs |= {"class": "input"}


class DayField(forms.DateField):
    """A day that has come; the future is refused with a sentence."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d")
        super().__init__(error_messages=DAY, widget=widget, **kwargs)

    def clean(self, value: Any) -> date:
        day: date = super().clean(value)
        if day and day > timezone.localdate():
            raise forms.ValidationError("日期不能晚于今天。")
        return day


class ProjectForm(forms.Form):
    """One act turns an enquiry into a project with its first stage event."""

    title = TextField(
        label="项目名称",
        max_length=120,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs=_input()),
    )
    offer_id = forms.TypedChoiceField(
        label="拟落地房源",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"class": "select"}),
    )
    evidence = TextField(
        label="凭据",
        help_text="能证明进入第一阶段的材料，如来访记录、需求原文、会议纪要。",
        max_length=200,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs=_input()),
    )
    occurred_on = DayField(label="发生日期")

    def __init__(self, *args: Any, offers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer_id"].choices = [("", "暂不确定"), *offers]  # type: ignore[attr-defined]

    def opening(self) -> Opening:
        """What was filled in, as the project that it opens."""
        told = dict(self.cleaned_data)
        return Opening(**told | {"evidence": DocumentForm("message", told["evidence"])})


class PageForm(forms.Form):
    """The fields of a read page that an officer may correct, and where the draft goes."""

    title = TextField(
        label="标题",
        max_length=200,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs=_input() | {"data-key": "e"}),
    )
    original_title = TextField(
        label="原标题",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=_input()),
    )
    source = TextField(
        label="来源", required=False, max_length=80, widget=forms.TextInput(attrs=_input())
    )
    editor = TextField(
        label="编辑", required=False, max_length=40, widget=forms.TextInput(attrs=_input())
    )
    author = TextField(
        label="作者", required=False, max_length=40, widget=forms.TextInput(attrs=_input())
    )
    category = TextField(
        label="栏目", required=False, max_length=80, widget=forms.TextInput(attrs=_input())
    )
    published = DayField(label="发布日期", required=False)
    channel_id = forms.TypedChoiceField(
        label="发布到",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"class": "select"}),
    )

    def __init__(self, *args: Any, channels: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel_id"].choices = [("", "默认栏目"), *channels]  # type: ignore[attr-defined]
