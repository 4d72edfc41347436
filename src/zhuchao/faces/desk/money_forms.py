"""What is typed of a project's money: a month, or a row of months pasted from a sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from zhuchao.apps.projects.services import MonthEntry
from zhuchao.core.errors import Refused
from zhuchao.core.text.money import SCALES, yuan_of
from zhuchao.faces.desk.following_forms import SELECT, line
from zhuchao.faces.desk.forms import REQUIRED
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices

MONTHS = 12
WHOLE = {"required": "请填写整数。", "invalid": "请填写整数。"}
BETWEEN_CELLS = re.compile(r"\t|\r?\n|;|；| {2,}")
SPACES = re.compile(r"\s+")


class MoneyForm(forms.Form):
    """Amounts from a month on, one cell a month; an empty cell tells nothing."""

    prefix = "money"

    measure = forms.ChoiceField(
        label="口径", choices=choices("measure"), widget=forms.Select(attrs=SELECT)
    )
    phase = forms.IntegerField(
        label="期次",
        min_value=1,
        max_value=99,
        error_messages=WHOLE,
        widget=line(inputmode="numeric"),
    )
    year = forms.IntegerField(
        label="年份",
        min_value=1990,
        max_value=2100,
        error_messages=WHOLE,
        widget=line(inputmode="numeric"),
    )
    month = forms.TypedChoiceField(
        label="从哪个月起",
        coerce=int,
        choices=[(each, f"{each} 月") for each in range(1, MONTHS + 1)],
        widget=forms.Select(attrs=SELECT),
    )
    amounts = TextField(
        label="金额",
        help_text="填一个月的，或从表格里复制一行粘贴，依次到 12 月为止；空格子写“-”。",
        max_length=1000,
        error_messages=REQUIRED,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
    )
    unit = forms.ChoiceField(
        label="没写单位的按",
        choices=[(unit, unit) for unit in ("万元", "亿元", "元")],
        widget=forms.Select(attrs=SELECT),
    )
    source = TextField(
        label="来源",
        help_text="如统计月报、银行到账单、企业填报。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )
    document_id = forms.TypedChoiceField(
        label="凭据",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, *args: Any, documents: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {
            "phase": 1,
            "year": today.year,
            "month": today.month,
            "measure": "done",
        }
        super().__init__(*args, **kwargs)
        self.fields["document_id"].choices = [("", "没有"), *documents]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = dict(self.cleaned_data)
        if {"amounts", "unit", "month"} <= set(told):
            try:
                told["sums"] = cells_of(told["amounts"], told["unit"])
            except Refused as failure:
                self.add_error("amounts", failure.sentence)
                return told
            over = len(told["sums"]) - (MONTHS + 1 - told["month"])
            if over > 0:
                self.add_error(
                    "amounts", f"从 {told['month']} 月起填，多出 {over} 个数：请分年填写。"
                )
        return told

    def entries(self) -> tuple[MonthEntry, ...]:
        """What was filled in, month by month."""
        told = self.cleaned_data
        first: int = told["month"]
        return tuple(
            MonthEntry(told["measure"], date(told["year"], first + at, 1), yuan, told["phase"])
            for at, yuan in enumerate(told["sums"])
            if yuan is not None
        )


def cells_of(text: str, unit: str) -> list[Decimal | None]:
    """A row of cells as sums in yuan, None for an empty one. Raises: Refused."""
    line_told = text.strip("\r\n ")
    cells = BETWEEN_CELLS.split(line_told)
    if len(cells) == 1 and not any(unit in line_told for unit in SCALES):
        cells = SPACES.split(line_told)
    return [yuan_of(cell, unit) for cell in cells]
