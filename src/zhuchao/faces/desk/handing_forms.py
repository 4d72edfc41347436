"""To whom work is handed, with a word on where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from zhuchao.faces.hand.entry import TextField

SELECT = {"class": "select"}
WHO = {"required": "请选择同事。", "invalid_choice": "请从列表里选择同事。"}
People = Sequence[tuple[int, str]]


def _note() -> TextField:
    return TextField(
        label="交接说明",
        help_text="进展到哪、答应过什么、下一步做什么。",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"class": "textarea textarea--small", "rows": 3}),
    )


def _person(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, coerce=int, error_messages=WHO, widget=forms.Select(attrs=SELECT)
    )


class HandOverForm(forms.Form):
    """One enquiry to a colleague."""

    prefix = "hand"

    to_person_id = _person("交给")
    note = _note()

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_person_id"].choices = [("", "请选择"), *people]  # type: ignore[attr-defined]


class HandAllForm(HandOverForm):
    """All of somebody's open work to a colleague."""

    from_person_id = _person("谁的工作")

    field_order = ("from_person_id", "to_person_id", "note")

    def __init__(self, *args: Any, people: People, givers: People, **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        self.fields["from_person_id"].choices = givers  # type: ignore[attr-defined]
