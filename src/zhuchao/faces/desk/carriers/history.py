"""What was done to a carrier, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from zhuchao.faces.desk.carriers import typed
from zhuchao.faces.desk.carriers.base import CarrierForm
from zhuchao.faces.desk.carriers.buildings import BuildingForm, FloorForm, UnitForm
from zhuchao.faces.desk.carriers.parks import ParkForm, PlotForm
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from zhuchao.apps.properties.selectors import Change

FORMS: Mapping[str, type[CarrierForm]] = {
    "park": ParkForm,
    "building": BuildingForm,
    "floor": FloorForm,
    "unit": UnitForm,
    "plot": PlotForm,
}
UNKNOWN = "未知"


@dataclass(frozen=True, slots=True)
class Line:
    """One column that changed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what when, with what changed."""

    at: datetime
    who: str
    act: str
    lines: tuple[Line, ...]


def told(kind: str, changes: Iterable[Change], names: Mapping[str, str]) -> list[Entry]:
    """``names`` are the people's by their sign-in."""
    fields = FORMS[kind].base_fields
    columns = dict(fields)
    for name, ends in FORMS[kind].ranges.items():
        field = fields[name]
        if isinstance(field, typed.RangeField):
            columns.update(zip(ends, field.ends, strict=True))
    return [
        Entry(
            each.at,
            names.get(each.actor) or word("actor", each.actor).text,
            word("act", each.act).text,
            tuple(_line(columns, name, *pair) for name, pair in each.changed.items()),
        )
        for each in changes
    ]


def _line(columns: Mapping[str, Any], name: str, before: object, after: object) -> Line:
    field = columns.get(name)
    label = str(field.label) if field is not None else name
    return Line(label, _said(field, before), _said(field, after))


def _said(field: Any, value: object) -> str:
    if field is None or value is None:
        return UNKNOWN if value in (None, "") else str(value)
    if isinstance(field, typed.ComingDayField) and isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, bool) and not hasattr(field, "show"):
        return "是" if value else "否"
    return typed.words_of(field, value) or UNKNOWN
