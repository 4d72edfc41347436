"""The history of a record in words: who did what, when, and which values it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.core.vocabulary.wire import value_from_json
from zhuchao.faces.hand.terms import label_of, show_value
from zhuchao.faces.hand.words import word
from zhuchao.ground import audit

EMPTY = "未知"


@dataclass(frozen=True, slots=True)
class Change:
    """A field's value before and after."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a history; ``more`` is the state or cause that it names."""

    at: datetime
    who: str
    what: str
    more: str
    changes: tuple[Change, ...]


def told(viewer: Viewer, entries: Iterable[audit.Entry]) -> tuple[Told, ...]:
    """The entries in words; people that the viewer may not know of keep their sign-in."""
    names = dict(people_of(viewer).values_list("sign_in", "display_name"))
    return tuple(
        Told(
            entry.at,
            names.get(entry.actor) or word("actor", entry.actor).text,
            word("act", entry.act).text,
            _more(entry.detail),
            tuple(_changes(entry.detail)),
        )
        for entry in entries
    )


def _more(detail: Mapping[str, Any]) -> str:
    kinds = (("state", "enquiry"), ("cause", "cause"), ("outcome", "viewing"))
    return "、".join(word(kind, detail[name]).text for name, kind in kinds if detail.get(name))


def _changes(detail: Mapping[str, Any]) -> Iterator[Change]:
    for each in detail.get("changes", ()):
        key = FieldKey(each["field"])
        yield Change(label_of(key), _value(key, each["was"]), _value(key, each["now"]))


def _value(key: FieldKey, value: Mapping[str, Any] | None) -> str:
    """A value as the audit keeps it; one of a form no longer known is shown as it stands."""
    if not value:
        return EMPTY
    try:
        shown = str(show_value(key, value_from_json(value["value"]), value["unit"]))
    except Refused:
        shown = str(value["value"])
    stance = value.get("stance", "hard")
    return shown if stance == "hard" else f"{shown}（{word('stance', stance).text}）"
