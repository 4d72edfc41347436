"""Over which channels, and on which days, somebody wants to be reminded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.apps.reminders.services import ChannelForm
from zhuchao.faces.hand.entry import TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhuchao.apps.reminders.selectors import ChannelSeen


class OneChannelForm(forms.Form):
    """One channel; without an address what the account says holds."""

    is_on = forms.BooleanField(required=False)
    address = TextField(
        required=False, max_length=250, widget=forms.TextInput(attrs={"class": "input"})
    )

    def __init__(self, seen: ChannelSeen, data: Any = None) -> None:
        self.seen = seen
        initial = {"is_on": seen.is_on, "address": seen.address}
        super().__init__(data, prefix=seen.folder.key, initial=initial)
        field, recipient = self.fields["address"], seen.folder.recipient
        field.label, field.help_text = recipient.label, recipient.help
        field.widget.attrs |= {"placeholder": seen.starts, "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        address, recipient = told.get("address", ""), self.seen.folder.recipient
        if address and not re.fullmatch(recipient.pattern, address):
            self.add_error("address", recipient.wrong)
        if told.get("is_on") and not address and not self.seen.starts:
            self.add_error("address", f"开启{self.seen.folder.name}要填{recipient.label}。")
        return told

    def told(self) -> ChannelForm:
        return ChannelForm(**self.cleaned_data)


class DaysForm(forms.Form):
    """Whether weekends and holidays count."""

    on_days_off = forms.BooleanField(required=False)


def channel_forms(seen: Iterable[ChannelSeen], data: Any = None) -> list[OneChannelForm]:
    return [OneChannelForm(each, data) for each in seen]
