"""What is typed of inspections: what is planned, and the sheet that is filled in on the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from zhuchao import tables as reference
from zhuchao.apps.projects import services
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.core.vocabulary.inspection import Every, Template
from zhuchao.faces.desk.following_forms import SELECT, AheadField, line
from zhuchao.faces.desk.forms import REQUIRED, DayField
from zhuchao.faces.hand.entry import TextField

FINDINGS = 8
MARK = "mark-"


class PlanForm(forms.Form):
    """Which inspection of which month or quarter, and who makes it."""

    prefix = "plan"

    template = forms.ChoiceField(label="评分表", widget=forms.Select(attrs=SELECT))
    day = AheadField(
        label="哪一期", help_text="填这一期里的任意一天，按月或按季排。", required=True
    )
    inspector_id = forms.TypedChoiceField(
        label="检查人", coerce=int, widget=forms.Select(attrs=SELECT)
    )

    def __init__(
        self,
        *args: Any,
        templates: Sequence[Template],
        people: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = [(e.key, e.title) for e in templates if e.every is not Every.TOUR]
        self.fields["template"].choices = listed  # type: ignore[attr-defined]
        self.fields["inspector_id"].choices = list(people)  # type: ignore[attr-defined]


class TourForm(forms.Form):
    """A tour: its day and its stops; the order is that of the numbers."""

    prefix = "tour"

    template = forms.ChoiceField(label="评分表", widget=forms.Select(attrs=SELECT))
    title = TextField(
        label="名称", max_length=120, error_messages=REQUIRED, widget=line(placeholder="四季度观摩")
    )
    on = AheadField(label="日期", required=True)
    inspector_id = forms.TypedChoiceField(
        label="评分人", coerce=int, widget=forms.Select(attrs=SELECT)
    )

    def __init__(
        self,
        *args: Any,
        templates: Sequence[Template],
        people: Sequence[tuple[int, str]],
        projects: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = [(e.key, e.title) for e in templates if e.every is Every.TOUR]
        self.fields["template"].choices = listed  # type: ignore[attr-defined]
        self.fields["inspector_id"].choices = list(people)  # type: ignore[attr-defined]
        for number in range(1, FINDINGS + 1):
            self.fields[f"stop{number}"] = forms.TypedChoiceField(
                label=f"第 {number} 站",
                required=number == 1,
                coerce=int,
                empty_value=None,
                error_messages={"required": "至少选一站。"},
                choices=[("", "请选择"), *projects],
                widget=forms.Select(attrs=SELECT),
            )

    def told(self) -> services.Tour:
        """What was filled in."""
        told = self.cleaned_data
        stops = (told[f"stop{number}"] for number in range(1, FINDINGS + 1))
        return services.Tour(told["title"], told["on"], tuple(s for s in stops if s is not None))


class MarkField(forms.FloatField):
    """A mark from nought to the full one; empty while it is not marked."""

    def __init__(self, label: str, full: float, weight: float, says: str) -> None:
        wrong = f"请填 0 到 {full:g} 的数。"
        super().__init__(
            label=f"{label}（{weight:.0%}，满分 {full:g}）",
            help_text=says,
            required=False,
            min_value=0,
            max_value=full,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
            widget=line(inputmode="decimal", enterkeyhint="next"),
        )


class SheetForm(forms.Form):
    """A sheet of a template: a mark for each item, what was found, and the day."""

    key = forms.CharField(max_length=40, widget=forms.HiddenInput(attrs={"data-draft-key": ""}))
    inspected_on = DayField(label="检查日期")
    note = TextField(
        label="现场情况",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
    )

    def __init__(self, *args: Any, template: Template, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.key, kind.name) for kind in reference.problem_kinds()]
        self.items = template.items
        for item in self.items:
            name = MARK + item.key
            self.fields[name] = MarkField(item.title, item.full, item.weight, item.says)
        for number in range(FINDINGS):
            self.fields[f"kind{number}"] = forms.ChoiceField(
                label="类别", choices=kinds, required=False, widget=forms.Select(attrs=SELECT)
            )
            self.fields[f"words{number}"] = TextField(
                label="问题",
                max_length=300,
                required=False,
                widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
            )
            self.fields[f"unit{number}"] = TextField(
                label="涉及单位", max_length=60, required=False, widget=line(list="known-units")
            )

    @property
    def marks(self) -> list[Any]:
        """The fields of the items."""
        return [self[MARK + item.key] for item in self.items]

    @property
    def findings(self) -> list[tuple[int, list[Any]]]:
        """The fields of each finding, with its number from 1."""
        names = ("words", "kind", "unit")
        return [(n + 1, [self[f"{name}{n}"] for name in names]) for n in range(FINDINGS)]

    def told(self, *, is_signed: bool) -> services.Sheet:
        """What was filled in."""
        told = self.cleaned_data
        marks = {item.key: told[MARK + item.key] for item in self.items}
        findings = tuple(
            ProblemForm(
                told[f"kind{n}"] or "other", told[f"words{n}"], told["inspected_on"],
                told[f"unit{n}"],
            )
            for n in range(FINDINGS)
            if told[f"words{n}"]
        )  # fmt: skip
        return services.Sheet(
            key=told["key"],
            marks={key: mark for key, mark in marks.items() if mark is not None},
            findings=findings,
            inspected_on=told["inspected_on"],
            note=told["note"],
            is_signed=is_signed,
        )


class LeadersForm(forms.Form):
    """The leaders' mark of a quarter."""

    prefix = "leaders"

    points = MarkField("领导评分", 100, 1, "")
    note = TextField(
        label="依据",
        help_text="如主任办公会纪要。",
        max_length=200,
        error_messages=REQUIRED,
        widget=line(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["points"].required, self.fields["points"].label = True, "领导评分（满分 100）"
        self.fields["points"].error_messages["required"] = "请填写领导评分。"
