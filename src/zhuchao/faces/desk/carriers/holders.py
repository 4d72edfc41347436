"""Who holds a carrier or offers it: sealed as soon as it is saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from zhuchao.faces.desk.carriers.base import source_field, text_field


class LandlordForm(forms.Form):
    """Whose it is: a name or a telephone, sealed as soon as it is saved."""

    name = text_field("姓名或称呼", 40)
    telephone = text_field("电话", 40)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if not told.get("name") and not told.get("telephone"):
            raise ValidationError("请至少填写姓名或电话。")
        return told


class OffererForm(LandlordForm):
    """Who offers it: what they are, and who."""

    source = source_field()
    field_order = ("source", "name", "telephone")

    def clean(self) -> dict[str, Any]:
        # To say what they are is enough: who they are may be known already.
        return forms.Form.clean(self) or self.cleaned_data
