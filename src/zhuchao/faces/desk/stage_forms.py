"""What officers type about a project: stages with evidence, documents, its details, its people."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.projects.documents import LARGEST_FILE
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.services import Details
from zhuchao.core.errors import Refused
from zhuchao.faces.desk.forms import DAY, REQUIRED, DayField
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.sums import read_sum, write_sum

if TYPE_CHECKING:
    from django.http import QueryDict

    from zhuchao.apps.projects.models import Document, Project

INPUT = {"class": "input", "autocomplete": "off"}
SELECT = {"class": "select"}
ONE_OF_THREE = "名称、文件、已有凭据至少一项"
NO_EVIDENCE = "进入阶段要有凭据：写明名称或编号，或选择文件、勾选已有凭据。"


def say_aside(form: forms.Form, words: str, *names: str) -> None:
    """What stands beside the labels in the place of 可不填: which of several must be filled in."""
    for name in names:
        form.fields[name].aside = words  # type: ignore[attr-defined]


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d")


class SumField(forms.CharField):
    """An amount as officers write it: 1.2亿, 3500万, 12000000; a Decimal, None where empty."""

    def __init__(self, label: str, unit: str = "元", example: str = "如 1.2亿") -> None:
        super().__init__(
            label=label,
            required=False,
            max_length=40,
            widget=forms.TextInput(attrs=INPUT | {"inputmode": "text", "placeholder": example}),
        )
        self.unit = unit

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value)
        try:
            return read_sum(text) if text else None
        except Refused as failure:
            raise forms.ValidationError(failure.sentence) from None

    def prepare_value(self, value: Any) -> Any:
        return write_sum(value) if isinstance(value, Decimal | float) else value


class EvidenceForm(forms.Form):
    """A document that exists already: its kind, name, number, day, amount, and the file."""

    kind = forms.ChoiceField(label="凭据类别", required=False, widget=forms.Select(attrs=SELECT))
    evidence = TextField(
        label="凭据名称", max_length=200, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    number = TextField(
        label="编号", max_length=80, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    dated_on = forms.DateField(
        label="落款日期", required=False, error_messages=DAY, widget=day_input()
    )
    amount = SumField("凭据金额")
    file = forms.FileField(
        label="文件",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"class": "input"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.key, kind.name) for kind in reference.document_kinds()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        say_aside(self, "", "kind")
        say_aside(self, "与文件至少填一项", "evidence")
        say_aside(self, "与凭据名称至少填一项", "file")

    def document(self) -> DocumentForm | None:
        """The document that was named; None where none was."""
        told = self.cleaned_data
        file = told.get("file")
        if not told["evidence"] and not file:
            return None
        return DocumentForm(
            kind=told["kind"],
            title=told["evidence"] or (file.name if file else ""),
            number=told["number"],
            dated_on=told["dated_on"],
            amount=told["amount"],
            content=file.read(LARGEST_FILE + 1) if file else b"",
            file_name=file.name if file else "",
        )


class StageForm(EvidenceForm):
    """A stage, its day, and its evidence: documents of the project, or one more."""

    stage = forms.ChoiceField(
        label="进入阶段",
        error_messages={"required": "请选择阶段。", "invalid_choice": "没有这个阶段。"},
        widget=forms.Select(attrs=SELECT),
    )
    occurred_on = DayField(label="发生日期")
    documents = forms.MultipleChoiceField(
        label="已有凭据", required=False, widget=forms.CheckboxSelectMultiple
    )
    note = TextField(
        label="说明", max_length=500, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    review_on = forms.DateField(
        label="复核日期", required=False, error_messages=DAY, widget=day_input()
    )
    field_order = (
        "stage", "occurred_on", "kind", "evidence", "number", "dated_on", "amount", "file",
        "documents", "note", "review_on",
    )  # fmt: skip

    def __init__(
        self, *args: Any, stages: list[tuple[str, str]], known: list[Document], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = stages  # type: ignore[attr-defined]
        told = [(str(each.pk), str(each)) for each in known]
        self.fields["documents"].choices = told  # type: ignore[attr-defined]
        if known:
            say_aside(self, ONE_OF_THREE, "evidence", "file", "documents")
        else:
            del self.fields["documents"]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not told.get("evidence") and not told.get("file") and not told.get("documents"):
            self.add_error("evidence", NO_EVIDENCE)
        return told

    def entry(self) -> StageEntry:
        """What was filled in, as the stage that it enters."""
        told, document = self.cleaned_data, self.document()
        return StageEntry(
            told["stage"],
            told["occurred_on"],
            () if document is None else (document,),
            tuple(int(each) for each in told.get("documents", ())),
            told["note"],
            told["review_on"],
        )


class DetailsForm(forms.Form):
    """What is known of a project, parsed once."""

    title = TextField(
        label="项目名称",
        max_length=120,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs=INPUT),
    )
    kind = forms.ChoiceField(label="类型", widget=forms.Select(attrs=SELECT))
    chain_role = forms.ChoiceField(
        label="强补延", required=False, widget=forms.Select(attrs=SELECT)
    )
    chain_node = TextField(
        label="产业链环节", max_length=60, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    method = forms.ChoiceField(label="招商方式", required=False, widget=forms.Select(attrs=SELECT))
    trade_code = TextField(
        label="行业代码", max_length=5, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    total_investment = SumField("总投资")
    fixed_investment = SumField("固定资产投资")
    equipment_investment = SumField("设备投资")
    foreign_usd = SumField("外资", "美元")
    land_area = SumField("用地面积", "㎡", "如 40000")
    next_step = TextField(
        label="下一步", max_length=200, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    next_due = forms.DateField(
        label="下一步期限", required=False, error_messages=DAY, widget=day_input()
    )
    summary = TextField(
        label="内容与规模",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 4}),
    )

    def __init__(self, project: Project, posted: QueryDict | None = None) -> None:
        known = {name: getattr(project, name) for name in self.base_fields}
        super().__init__(posted, initial=known)
        empty = [("", "未定")]
        offered = {
            "kind": project.Kind.choices,
            "chain_role": [*empty, *project.ChainRole.choices],
            "method": [*empty, *project.Method.choices],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def details(self) -> Details:
        told = dict(self.cleaned_data)
        if told["land_area"] is not None:
            told["land_area"] = float(told["land_area"])
        return Details(**told)


def first_day() -> dict[str, Any]:
    return {"occurred_on": timezone.localdate()}
