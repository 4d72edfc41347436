"""What is typed to adopt a rule pack: a shipped one or one's own text, and from when."""

from __future__ import annotations

from typing import Any

from django import forms

from zhuchao.faces.desk.forms import DAY
from zhuchao.faces.hand.entry import TextField
from zhuchao.tables.kinds import KINDS

LONGEST_TEXT = 60_000


def _day(label: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, error_messages=DAY, widget=widget)


class AdoptForm(forms.Form):
    """A rule to go by, also from a day to come."""

    kind = forms.ChoiceField(
        label="类别",
        choices=lambda: [(key, kind.label) for key, kind in KINDS.items()],
        error_messages={"required": "请选择类别。", "invalid_choice": "没有这一类规则。"},
        widget=forms.Select(attrs={"class": "select"}),
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    adopted_from = _day("自哪天起")
    text = TextField(
        label="规则文本（TOML）",
        help_text="从随附的规则改起：换成本园区的数字、文件和日期，并改代号 key 和版本 version。",
        required=False,
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(
            attrs={"class": "textarea textarea--code", "rows": 16, "spellcheck": "false"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("key") and not cleaned.get("text", "").strip():
            self.add_error("text", "请粘贴规则文本，或从随附的规则中选一份采用。")
        return cleaned


class EndForm(forms.Form):
    """From when a rule holds no longer."""

    ended_on = _day("自哪天起停用")
