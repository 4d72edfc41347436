"""What is typed of promises: what was promised, what came of it, what a lawyer said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from zhuchao import tables as reference
from zhuchao.apps.projects import services
from zhuchao.core.errors import Refused
from zhuchao.core.text.money import yuan_of
from zhuchao.faces.desk.following_forms import SELECT, AheadField, line
from zhuchao.faces.desk.forms import REQUIRED, DayField
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices

TYPED = re.compile(r"([\d.,]+\s*(?:亿|万)?元?).*", re.DOTALL)


def figure_of(typed: str) -> Decimal | None:
    """A figure in the measure's base unit; 万 and 亿 are understood. Raises: Refused."""
    found = TYPED.fullmatch(typed.strip())
    return yuan_of(found[1] if found else typed)


class FigureField(TextField):
    """A figure, with 万 or 亿 where it is large."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, widget=line(), **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        try:
            return figure_of(super().clean(value))
        except Refused as failure:
            raise forms.ValidationError(failure.sentence) from failure


class PromiseForm(forms.Form):
    """A promise as the agreement words it."""

    prefix = "promise"

    side = forms.ChoiceField(
        label="承诺方", choices=choices("promise_side"), widget=forms.Select(attrs=SELECT)
    )
    measure = forms.ChoiceField(label="事项", widget=forms.Select(attrs=SELECT))
    words = TextField(
        label="承诺内容",
        help_text="照协议写；园区给单个企业的奖补、返还和地价优惠会自动转法务审查。",
        max_length=300,
        error_messages=REQUIRED,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
    )
    amount = FigureField(label="承诺数", help_text="如 1.2 亿元、300 人；单位见事项。")
    due_on = AheadField(label="兑现期限", required=False)
    document_id = forms.TypedChoiceField(
        label="凭据",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, *args: Any, documents: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measures = [
            (each.key, f"{each.name}（{each.unit}）" if each.unit else each.name)
            for each in reference.promise_measures()
        ]
        self.fields["measure"].choices = measures  # type: ignore[attr-defined]
        self.fields["document_id"].choices = [("", "没有"), *documents]  # type: ignore[attr-defined]

    def told(self) -> services.PromiseForm:
        """What was filled in."""
        return services.PromiseForm(**self.cleaned_data)


class OutcomeForm(forms.Form):
    """What came of a promise."""

    prefix = "outcome"

    outcome = forms.ChoiceField(
        label="结果",
        choices=[("kept", "已兑现"), ("part", "部分兑现"), ("missed", "未兑现")],
        widget=forms.Select(attrs=SELECT),
    )
    actual = FigureField(label="实际数")
    actual_on = DayField(label="实际日期", required=False)
    note = TextField(label="情况", required=False, max_length=300, widget=line())

    def told(self) -> services.OutcomeForm:
        """What was filled in."""
        return services.OutcomeForm(**self.cleaned_data)


class WaiveForm(forms.Form):
    """Why a promise need not be kept."""

    prefix = "waive"

    reason = TextField(label="理由和依据", max_length=300, error_messages=REQUIRED, widget=line())


class ReviewForm(forms.Form):
    """What a lawyer said."""

    prefix = "review"

    on = DayField(label="审查日期")
    note = TextField(
        label="审查意见",
        help_text="可以履行、修改后履行，还是停止履行。",
        max_length=300,
        error_messages=REQUIRED,
        widget=line(),
    )


class MarkForm(forms.Form):
    """Which project this one is, or adds money to."""

    prefix = "mark"

    how = forms.ChoiceField(
        label="认定为",
        choices=[("same", "同一个项目，不重复计"), ("increment", "它的增资，只计增量")],
        widget=forms.Select(attrs=SELECT),
    )
    other = forms.TypedChoiceField(
        label="原项目",
        coerce=int,
        error_messages={"required": "请选择原项目。", "invalid_choice": "请从列表里选择项目。"},
        widget=forms.Select(attrs=SELECT),
    )
    reason = TextField(
        label="依据",
        help_text="如同一投资协议、同一备案代码、企业确认。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )

    def __init__(self, *args: Any, projects: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [("", "请选择"), *projects]  # type: ignore[attr-defined]


class UnmarkForm(forms.Form):
    """Why a project counts by itself after all."""

    prefix = "unmark"

    reason = TextField(label="撤销的理由", max_length=200, error_messages=REQUIRED, widget=line())
