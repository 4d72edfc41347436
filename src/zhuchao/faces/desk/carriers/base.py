"""The form of a carrier: a field a column, in groups, and the same as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.desk.carriers import typed
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.terms import spec_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.forms import BoundField
    from django.http import QueryDict

# A title and the names of its fields.
Groups = tuple[tuple[str, tuple[str, ...]], ...]
SOURCES = ("owner", "sublessor", "agent", "park", "state_firm")


def text_field(label: str, most: int, *, required: bool = False, help_text: str = "") -> TextField:
    return TextField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        error_messages=typed.REQUIRED,
        widget=forms.TextInput(attrs=typed.INPUT),
    )


def words_of(key: FieldKey) -> list[tuple[str, str]]:
    return list(spec_of(key).choices.items())


def source_field() -> typed.PickField:
    known = spec_of(FieldKey.RELATION).choices
    return typed.PickField("房源来路", [(key, known[key]) for key in SOURCES])


class CarrierForm(forms.Form):
    """Fields named as columns are; ``ranges`` names the fields that are two columns."""

    groups: ClassVar[Groups] = ()
    ranges: ClassVar[dict[str, tuple[str, str]]] = {}

    def __init__(self, posted: QueryDict | None = None, *, record: object | None = None) -> None:
        super().__init__(posted, initial=self._known(record) if record is not None else None)

    def _known(self, record: object) -> dict[str, Any]:
        names = [name for name in self.base_fields if name not in self.ranges]
        known = {name: getattr(record, name) for name in names if hasattr(record, name)}
        for name, ends in self.ranges.items():
            known[name] = tuple(getattr(record, end) for end in ends)
        return known

    def columns(self) -> dict[str, Any]:
        """What was typed, by column."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in self.ranges}
        for name, ends in self.ranges.items():
            told.update(zip(ends, self.cleaned_data[name], strict=True))
        return told

    def in_groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        for title, names in self.groups:
            yield title, [self[name] for name in names]

    def facts(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What is known of the record, in words; groups without anything known are left out."""
        found = ((title, list(self._told(names))) for title, names in self.groups)
        return [(title, rows) for title, rows in found if rows]

    def _told(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        for name in names:
            words = typed.words_of(self.fields[name], self.initial.get(name))
            if words:
                yield str(self.fields[name].label), words
