"""What is confirmed of a measure before it becomes a row of a profile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.apps.library.services.profiling import FIRST_YEAR, LAST_YEAR, RowForm
from zhuchao.faces.desk.following_forms import line
from zhuchao.faces.desk.forms import REQUIRED
from zhuchao.faces.desk.stating import value_in
from zhuchao.faces.hand.entry import TextField

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Fact

YEAR = re.compile(r"(?:19|20)\d\d")
WRONG_YEAR = f"年份请填 {FIRST_YEAR} 到 {LAST_YEAR} 之间的四位数。"


class ProfileRowForm(forms.Form):
    """Of whom, which measure, and for when; the figure is the page's."""

    about = TextField(
        label="对象",
        help_text="县（市、区）、园区或企业的名称。",
        max_length=60,
        error_messages=REQUIRED,
        widget=line(),
    )
    metric = TextField(label="指标", max_length=60, error_messages=REQUIRED, widget=line())
    year = forms.IntegerField(
        label="年份",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={"required": "请填写年份。", "invalid": WRONG_YEAR}
        | dict.fromkeys(("min_value", "max_value"), WRONG_YEAR),
        widget=line(inputmode="numeric"),
    )
    period = TextField(
        label="时段",
        help_text="整年不填；如 2026-01..2026-04。",
        required=False,
        max_length=40,
        widget=line(),
    )

    def row(self) -> RowForm:
        return RowForm(**self.cleaned_data)


def begun_with(fact: Fact) -> dict[str, Any]:
    """What the form begins with; the year is that of the period, else that of the page."""
    period = value_in(fact, "period")
    year = YEAR.search(period)
    published = fact.page.published_on
    return {
        "about": value_in(fact, "subject"),
        "metric": value_in(fact, "metric"),
        "year": int(year[0]) if year else (published.year if published else None),
        "period": "" if year and period == year[0] else period,
    }
