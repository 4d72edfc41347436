"""What is typed to close a year and to open it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.faces.desk.forms import REQUIRED
from zhuchao.faces.desk.stage_forms import INPUT, SELECT
from zhuchao.faces.hand.entry import TextField

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

YEARS_OFFERED = 10


class CloseForm(forms.Form):
    """A year that has ended, why it is closed, and that the consequence was read."""

    prefix = "close"

    year = forms.TypedChoiceField(
        label="年度",
        coerce=int,
        error_messages={"required": "请选择年度。", "invalid_choice": "请从列表里选择年度。"},
        widget=forms.Select(attrs=SELECT),
    )
    reason = TextField(
        label="关账依据",
        help_text="例如：年报已上报统计局。",
        max_length=200,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs=INPUT),
    )
    is_sure = forms.BooleanField(
        label="这一年的数字已核对，关账后要补记须重新开账",
        error_messages={"required": "请核对后勾选确认。"},
        widget=forms.CheckboxInput(attrs={"class": "check"}),
    )

    def __init__(
        self, *args: Any, today: date, closed: Collection[int] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        years = range(today.year - 1, today.year - 1 - YEARS_OFFERED, -1)
        named = [(year, f"{year} 年") for year in years if year not in closed]
        self.fields["year"].choices = named  # type: ignore[attr-defined]


class ReopenForm(forms.Form):
    """Why a year is opened again."""

    reason = TextField(
        label="重新开账的理由",
        max_length=200,
        error_messages={"required": "请写明重新开账的理由。"},
        widget=forms.TextInput(attrs=INPUT),
    )
