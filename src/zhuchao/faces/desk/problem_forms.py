"""What is typed of problems: what is wrong, whose it is, what was done, whether it is solved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from zhuchao import tables as reference
from zhuchao.apps.projects import services
from zhuchao.apps.projects.problems import ProblemForm as Raised
from zhuchao.faces.desk.following_forms import SELECT, AheadField, line
from zhuchao.faces.desk.forms import REQUIRED, DayField
from zhuchao.faces.desk.stage_forms import EvidenceForm
from zhuchao.faces.hand.entry import TextField

UNITS = "known-units"


def words_area(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "input", "rows": rows})


class ProblemForm(forms.Form):
    """A problem as it is raised."""

    prefix = "problem"

    kind = forms.ChoiceField(label="类别", widget=forms.Select(attrs=SELECT))
    raised_on = DayField(label="发现日期")
    words = TextField(
        label="问题",
        help_text="写清卡在哪里、缺什么，例如“用地指标未落实，摘牌推迟”。",
        max_length=300,
        error_messages=REQUIRED,
        widget=words_area(),
    )
    unit = TextField(label="涉及单位", required=False, max_length=60, widget=line(list=UNITS))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.key, kind.name) for kind in reference.problem_kinds()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def told(self) -> Raised:
        """What was filled in."""
        return Raised(**self.cleaned_data)


class AssignForm(forms.Form):
    """Whose a problem becomes, and until when."""

    prefix = "assign"

    unit = TextField(
        label="责任单位", max_length=60, error_messages=REQUIRED, widget=line(list=UNITS)
    )
    handler_id = forms.TypedChoiceField(
        label="跟办人",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs=SELECT),
    )
    due_on = AheadField(label="办结期限", required=False)
    note = TextField(label="要求", required=False, max_length=300, widget=line())

    def __init__(
        self, *args: Any, people: Sequence[tuple[int, str]], days: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler_id"].choices = [("", "暂不指定"), *people]  # type: ignore[attr-defined]
        self.fields["due_on"].help_text = f"不填按规则计 {days} 个工作日。"

    def told(self) -> services.AssignForm:
        """What was filled in."""
        return services.AssignForm(**self.cleaned_data)


class ProgressForm(forms.Form):
    """How far it is."""

    prefix = "progress"

    note = TextField(label="进展", max_length=500, error_messages=REQUIRED, widget=words_area())
    on = DayField(label="日期")


class ProofForm(EvidenceForm):
    """That it is solved, by a document of the project or one more."""

    prefix = "proof"

    document_id = forms.TypedChoiceField(
        label="已有凭据",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs=SELECT),
    )
    on = DayField(label="办结日期")
    note = TextField(label="怎样解决的", required=False, max_length=500, widget=words_area())
    field_order = ("document_id", "kind", "evidence", "file", "on", "note")

    def __init__(self, *args: Any, known: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("number", "dated_on", "amount"):
            del self.fields[name]
        self.fields["document_id"].choices = [("", "另附一份"), *known]  # type: ignore[attr-defined]
        self.fields["evidence"].label = "新凭据名称"
        self.fields["evidence"].help_text = "已有的批复、合同、回函即可，照片不是必需。"

    def told(self) -> services.ProofForm:
        """What was filled in."""
        told = self.cleaned_data
        document = None
        if told["document_id"] is None and (told["evidence"] or told["file"]):
            told |= {"number": "", "dated_on": None, "amount": None}
            document = self.document()
        return services.ProofForm(told["note"], document, told["document_id"])


class CheckForm(forms.Form):
    """Whether the proof stands."""

    prefix = "check"

    note = TextField(
        label="核验情况",
        help_text="退回时必填：哪里没有解决。",
        required=False,
        max_length=500,
        widget=words_area(),
    )
    due_on = AheadField(label="退回后的新期限", required=False)


class ReasonForm(forms.Form):
    """Why it is opened again."""

    prefix = "reason"

    reason = TextField(label="重开理由", max_length=300, error_messages=REQUIRED, widget=line())
