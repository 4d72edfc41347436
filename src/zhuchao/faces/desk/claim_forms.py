"""What officers type to ask for a firm, to claim it, to keep it and to pass it on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from zhuchao.apps.projects.holding import Noted
from zhuchao.apps.projects.services import INDICATORS, Filing, Referrer, Terms
from zhuchao.core.errors import Refused
from zhuchao.faces.desk.following_forms import SELECT, line
from zhuchao.faces.desk.forms import REQUIRED, DayField
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.sums import read_sum
from zhuchao.faces.hand.words import word

YEAR = {
    "required": "请填写年度。",
    "invalid": "年度请填四位数字，例如 2027。",
    "min_value": "年度请填四位数字，例如 2027。",
    "max_value": "年度请填四位数字，例如 2027。",
}
PERCENT = {
    "required": "请填写分享比例。",
    "invalid": "分享比例请填整数。",
    "min_value": "分享比例不能小于 0。",
    "max_value": "分享比例不能大于 100。",
}


class WanField(TextField):
    """A sum on the screen, bare in 万元, or with its own 万 or 亿; in yuan as a value.

    Empty is not known.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, widget=line(placeholder="如 5000 或 1.2亿"), **kwargs)
        self.unit = "万元"

    def clean(self, value: Any) -> Decimal | None:
        typed = super().clean(value)
        try:
            told = read_sum(typed, bare="万") if typed else None
        except Refused as failure:
            raise forms.ValidationError(failure.sentence) from None
        if told is not None and told < 0:
            raise forms.ValidationError("金额不能是负数。")
        return told


def _text(label: str, *, length: int = 200, rows: int = 0, **kwargs: Any) -> TextField:
    area = forms.Textarea(attrs={"class": "textarea textarea--small", "rows": rows or 3})
    told = {"error_messages": REQUIRED} if kwargs.get("required", True) else {}
    return TextField(
        label=label, max_length=length, widget=area if rows else line(), **told, **kwargs
    )


def _credit_code() -> TextField:
    return _text("统一社会信用代码", length=40, required=False, help_text="知道就填，比名称更准。")


class CheckForm(forms.Form):
    """One firm to ask for."""

    name = TextField(
        label="企业名称",
        help_text="名称和代码至少填一项。",
        required=False,
        max_length=120,
        widget=line(**{"data-find": "", "autofocus": True, "placeholder": "营业执照上的名称"}),
    )
    credit_code = _credit_code()


class FilingForm(forms.Form):
    """A first claim."""

    company = _text("企业名称", length=120, help_text="与营业执照一致最稳妥。")
    credit_code = _credit_code()
    intention = _text("投资意向", help_text="做什么、多大规模、想要什么。")
    investment = WanField(label="意向投资", required=False)
    talked_on = DayField(label="首谈日期")
    evidence = _text("首谈凭据", help_text="来访登记、会议纪要、往来函件等已有文件；照片不是必需。")

    def filing(self) -> Filing:
        return Filing(**self.cleaned_data)


class ActivityForm(forms.Form):
    """What was done for the firm."""

    prefix = "activity"

    on = DayField(label="日期")
    text = _text("做了什么", length=500)
    evidence = _text(
        "凭据", required=False, help_text="有凭据的推进才能用来续期；写明已有文件即可。"
    )

    def noted(self) -> Noted:
        return Noted(**self.cleaned_data)


class ReasonForm(forms.Form):
    """Why a firm is given free, or a claim not confirmed."""

    prefix = "reason"

    reason = _text("理由")


class InvestmentForm(forms.Form):
    """The investment, once it is known."""

    prefix = "investment"

    investment = WanField(label="意向投资", required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["investment"].error_messages["required"] = "请填写意向投资。"


class ReferralForm(forms.Form):
    """Who brought the firm."""

    prefix = "referral"

    name = _text("引荐人", length=40)
    telephone = TextField(label="电话", required=False, max_length=30, widget=line(inputmode="tel"))
    relation = _text("引荐方式", help_text="提供信息、陪同来访或全程推动。")

    def referrer(self) -> Referrer:
        return Referrer(**self.cleaned_data)


class TransferForm(forms.Form):
    """To whom a firm passes, and what stays with the giver."""

    prefix = "transfer"

    to_person_id = forms.TypedChoiceField(
        label="承接同事",
        coerce=int,
        error_messages={"required": "请选择同事。", "invalid_choice": "请从列表里选择同事。"},
        widget=forms.Select(attrs=SELECT),
    )
    giver_share = forms.IntegerField(
        label="我方分享 %",
        min_value=0,
        max_value=100,
        error_messages=PERCENT,
        widget=line(inputmode="numeric"),
    )
    first_year = forms.IntegerField(
        label="起始年度",
        min_value=2000,
        max_value=2100,
        error_messages=YEAR,
        widget=line(inputmode="numeric"),
    )
    last_year = forms.IntegerField(
        label="截止年度",
        min_value=2000,
        max_value=2100,
        error_messages=YEAR,
        widget=line(inputmode="numeric"),
    )
    indicators = forms.MultipleChoiceField(
        label="分享哪些指标",
        error_messages={
            "required": "请至少选一项指标。",
            "invalid_choice": "请从列表里选择指标。",
        },
        widget=forms.CheckboxSelectMultiple(attrs={"class": "check"}),
    )
    parties = _text("协议各方", help_text="例如：首谈方、承接方、园区管委会。")
    note = _text("约定", length=500, required=False)

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_person_id"].choices = [("", "请选择"), *people]  # type: ignore[attr-defined]
        named = [(each, word("indicator", each).text) for each in INDICATORS]
        self.fields["indicators"].choices = named  # type: ignore[attr-defined]

    def terms(self) -> Terms:
        found = {name: told for name, told in self.cleaned_data.items() if name != "to_person_id"}
        return Terms(**found | {"indicators": tuple(found["indicators"])})


class StatementForm(forms.Form):
    """One side of a contest."""

    prefix = "statement"

    text = _text("陈述", length=2000, rows=5, help_text="何时、与谁、谈了什么。对方看不到。")
    evidence = _text("凭据", required=False, help_text="已有文件的名称或编号。")


class ContestRulingForm(forms.Form):
    """Whose the firm is, and why; both sides read the reasons."""

    prefix = "ruling"

    reasons = _text(
        "裁定理由",
        length=1000,
        rows=4,
        help_text="双方都会看到：写依据的规则和凭据，不写对方姓名。",
    )


class FirstProjectForm(forms.Form):
    """What a claim becomes."""

    prefix = "project"

    title = _text("项目名称", length=120)
    occurred_on = DayField(label="日期")
    evidence = _text("凭据", help_text="来访登记、函件等已有文件。")
