"""What is typed of a year: its curve, its target, and what texts published of it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

from django import forms

from zhuchao.apps.projects.services import Curve, Published
from zhuchao.core.errors import Refused
from zhuchao.core.progress.baselines import twelve_of
from zhuchao.faces.desk.following_forms import SELECT, line
from zhuchao.faces.desk.forms import REQUIRED
from zhuchao.faces.desk.stage_forms import SumField
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices

BETWEEN = re.compile(r"[\s,，;；、|]+")
TWELVE = "twelve"
NUMBER = {"invalid": "请填写数字，如 35.1。", "required": "请填写数字，如 35.1。"}


class CurveForm(forms.Form):
    """A baseline: how it rises, what it is called and on what ground."""

    prefix = "curve"

    kind = forms.ChoiceField(
        label="曲线", choices=choices("curve"), widget=forms.Select(attrs=SELECT)
    )
    percents = TextField(
        label="十二个数",
        help_text="选“逐月十二个数”时填写：1 到 12 月底各应完成全年的百分之几，累计数，"
        "末月 100；可从表格里复制一行粘贴。",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2, "inputmode": "decimal"}),
    )
    title = TextField(
        label="名称",
        help_text="如“2026 年度计划曲线”；不填就用曲线的名字。",
        required=False,
        max_length=60,
        widget=line(),
    )
    reason = TextField(
        label="依据",
        help_text="如年度计划文件、调度会纪要；会和名字、时间一起留下。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("kind") == TWELVE:
            try:
                told["shares"] = twelve_of(percents_of(told.get("percents", "")))
            except Refused as failure:
                self.add_error("percents", failure.sentence)
        return told

    def curve(self) -> Curve:
        told = self.cleaned_data
        is_twelve = told["kind"] == TWELVE
        percents = percents_of(told["percents"]) if is_twelve else ()
        return Curve(told["kind"], told["title"], told["reason"], percents)


class TargetForm(forms.Form):
    """How much the year is to bring."""

    prefix = "target"

    amount = SumField("全年目标")
    reason = TextField(
        label="依据",
        help_text="如年度投资计划表；改目标会另记一版，以前的保留。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if "amount" in told and told["amount"] is None:
            self.add_error("amount", "请填写全年目标，如 1.2亿。")
        return told

    def amount_told(self) -> Decimal:
        amount: Decimal = self.cleaned_data["amount"]
        return amount


class PublishedForm(forms.Form):
    """What a text tells without its curve, or the city's mean growth."""

    prefix = "published"

    month = forms.TypedChoiceField(
        label="截至",
        coerce=int,
        choices=[(each, f"{each} 月底") for each in range(1, 13)],
        widget=forms.Select(attrs=SELECT),
    )
    done = forms.FloatField(
        label="完成全年（%）",
        required=False,
        error_messages=NUMBER,
        widget=line(inputmode="decimal", placeholder="如 35.1"),
    )
    ahead = forms.FloatField(
        label="超序时（百分点，落后写负数）",
        required=False,
        error_messages=NUMBER,
        widget=line(inputmode="text", placeholder="如 10.1"),
    )
    mean_growth = forms.FloatField(
        label="全市平均增速（%）",
        help_text="和前两项分两次记；按增速对参照亮灯时用到。",
        required=False,
        error_messages=NUMBER,
        widget=line(inputmode="text", placeholder="如 6.5"),
    )
    source = TextField(
        label="出处",
        help_text="如某市统计局 2026 年 4 月通报。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )

    def published(self) -> Published:
        return Published(**self.cleaned_data)


def percents_of(text: str) -> tuple[float, ...]:
    """Percentages as they are pasted. Raises: Refused, for what is no number."""
    plain = unicodedata.normalize("NFKC", text).replace("%", " ")
    cells = [each for each in BETWEEN.split(plain) if each]
    try:
        return tuple(float(each) for each in cells)
    except ValueError:
        wrong = next(each for each in cells if not _is_number(each))
        raise Refused(f"没有读懂“{wrong}”：请只填数字，如 8.3") from None


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(?:\.\d+)?", text) is not None
