"""Every example message of the domain text comes out as the table beside this file states."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term, TradeRef

TABLE = Path(__file__).with_name("expectations.toml")
MESSAGES = tomllib.loads(TABLE.read_text("utf-8"))["message"]


def plain(term: Term) -> Any:
    """The value in the notation of the table."""
    match term.read.value:
        case Amount(low, high):
            return ["" if bound is None else bound for bound in (low, high)]
        case Machines(count, tonnes):
            told = {"count": count, "tonnes": tonnes}
            return {name: figure for name, figure in told.items() if figure is not None}
        case tuple() as items:
            return [item.name if isinstance(item, PlaceRef | TradeRef) else item for item in items]
        case value:
            return value


def differences(expected: dict[str, Any], term: Term) -> dict[str, tuple[Any, Any]]:
    value = term.read.value
    shown = {
        "value": plain(term),
        "unit": term.read.unit,
        "state": term.read.state.value,
        "stance": term.stance.value,
        "codes": [item.code for item in value if isinstance(item, PlaceRef | TradeRef)]
        if isinstance(value, tuple) else [],
        "per": value.per if isinstance(value, Amount) else "",
        "about": isinstance(value, Amount) and value.about,
    }  # fmt: skip
    wanted = {"state": "given"} | {k: v for k, v in expected.items() if k not in ("key", "floor")}
    if wanted["state"] == "any":
        del wanted["state"]
    return {name: (v, shown[name]) for name, v in wanted.items() if shown[name] != v}


@pytest.mark.parametrize("entry", MESSAGES, ids=[entry["name"] for entry in MESSAGES])
def test_an_example_is_read_as_stated(entry: dict[str, Any], tables: Tables) -> None:
    message = parse(entry["text"], tables)

    assert not isinstance(message, Chatter)
    assert isinstance(message, Enquiry) is (entry["side"] == "demand")
    told = {(term.key.value, term.floor): term for term in message.terms}
    wrong: dict[str, Any] = {}
    for expected in entry["terms"]:
        place = (expected["key"], expected.get("floor", ""))
        found = differences(expected, told[place]) if place in told else "not read"
        if found:
            wrong["@".join(place)] = found
    assert wrong == {}
    assert {key for key, _ in told}.isdisjoint(entry.get("absent", ()))
    assert set(entry.get("missing", ())) <= {key.value for key in message.missing}


def test_the_examples_are_all_there() -> None:
    keys = {expected["key"] for entry in MESSAGES for expected in entry["terms"]}

    assert len(MESSAGES) == 16
    assert keys <= {key.value for key in FieldKey}
