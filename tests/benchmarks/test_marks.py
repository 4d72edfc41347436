"""Every mark of a message can be expressed in its field's form; one that cannot never agrees."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality.messages.marks import FOLDER, MACHINES, RANGE, STANCES, STATES

from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import FieldKey

FILES = sorted(FOLDER.glob("*.toml"))
HALVES, SIDES = {"tuning", "test"}, {"demand", "supply", "neither"}
KEYS = {key.value for key in FieldKey}
FLOOR = re.compile(r"-?\d+(?:-\d+|\+)?|each")
PERS = {"per=year", "per=mu", "per=1000m2"}
RENTS = {"元/㎡/天", "元/㎡/月", "元/㎡/年", "元/月", "元/年", "元"}
# What a mark may name beside the field's own unit.
UNITS = {
    "land_area": {"亩"}, "yard_area": {"亩"}, "minimum_let": {"亩"}, "power": {"kW", "kW或kVA"},
    "rent": RENTS, "property_fee": RENTS, "rent_free": {"天"}, "term": {"年", "天"},
    "investment": {"美元"}, "registered_capital": {"美元"}, "output": {"美元"}, "tax": {"美元"},
    "energy": {"kWh"},
}  # fmt: skip


def faults(line: str, tables: Tables) -> Iterator[str]:
    """Why the mark can agree with no term; nothing for one that can."""
    name, _, rest = line.partition(" ")
    key, _, floor = name.lstrip("?").partition("@")
    written, *marks = rest.split() or [""]
    if key not in KEYS:
        yield "no such field"
        return
    spec = tables.fields[FieldKey(key)]
    if floor and not FLOOR.fullmatch(floor):
        yield "no such floor"
    if not can_hold(spec, written):
        yield f"no value of the form {spec.form}"
    known = {*STATES, *STANCES, *PERS, spec.unit, *UNITS.get(key, ())}
    yield from (f"{each} is no unit, state or stance" for each in marks if each not in known)


def can_hold(spec: FieldSpec, written: str) -> bool:
    """Whether the field can have the value that is written."""
    words = written.split("|")
    match spec.form:
        case "amount":
            is_none = written == "no" and "none" in spec.choices
            is_range = RANGE.fullmatch(written) is not None
            return bool(written) and (is_none or is_range or written in spec.choices)
        case "machines":
            return all(MACHINES.fullmatch(word) for word in words)
        case "flag":
            return written in ("yes", "no")
        case "choice" | "choices":
            return set(words) <= spec.choices.keys()
        case _:
            return all(words)


def messages(path: Path) -> list[dict[str, Any]]:
    return tomllib.loads(path.read_text("utf-8"))["message"]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_mark_can_be_the_value_of_its_field(path: Path, tables: Tables) -> None:
    malformed = [
        f"{path.name} message {at}: {line!r}: {fault}"
        for at, message in enumerate(messages(path))
        for line in message.get("terms", "").splitlines()
        if line.strip()
        for fault in faults(line, tables)
    ]

    assert malformed == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_only_an_optional_mark_stands_beside_another_of_its_field_and_floor(path: Path) -> None:
    twice = []
    for at, message in enumerate(messages(path)):
        lines = [line.split() for line in message.get("terms", "").splitlines() if line.strip()]
        due = Counter((line[0], "excluded" in line) for line in lines if line[0][0] != "?")
        twice += [f"{path.name} message {at}: {place}" for place, n in due.items() if n > 1]

    assert twice == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_message_is_of_a_known_half_and_side(path: Path) -> None:
    assert {message["half"] for message in messages(path)} <= HALVES
    assert {message["side"] for message in messages(path)} <= SIDES


@pytest.mark.parametrize(
    "line",
    [
        "title 红本",
        "kind 厂房",
        "area 很大 ㎡",
        "lift 两台",
        "rent 12 万",
        "door yes",
        "area@楼上 9",
    ],
)
def test_a_malformed_mark_is_found(line: str, tables: Tables) -> None:
    assert list(faults(line, tables))
