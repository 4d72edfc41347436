"""The marks of the messages beside this file as values that a parsed term is compared with."""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from zhuchao import tables
from zhuchao.core.vocabulary.term import Amount, Machines, PlaceRef, Term, TradeRef, Value

FOLDER = Path(__file__).parent
STATES = {"~": "inferred", "^": ""}
STANCES = frozenset({"soft", "hard", "excluded"})
NUMBER = r"\d+(?:\.\d+)?"
NUMBERED = rf"\d*x(?:{NUMBER})?"
RANGE = re.compile(rf"(?P<low>{NUMBER})?(?P<dots>\.\.)?(?P<high>{NUMBER})?(?P<about>±)?")
# "yes" is a machine that is only named; two kinds are 2x10+1x5.
KIND = re.compile(rf"(?P<count>\d+)?x(?P<tonnes>{NUMBER})?|yes")
MACHINES = re.compile(rf"{NUMBERED}(?:\+{NUMBERED})*|yes")
# Ten per cent either way is the default meaning of 左右 (DOMAIN 4.3, trap 9).
MARGIN = 0.1


@dataclass(frozen=True)
class Mark:
    """One expected term; an empty ``unit``, ``per``, ``state`` or ``stance`` is not compared."""

    key: str
    floor: str
    written: str
    unit: str
    per: str
    state: str
    stance: str
    is_optional: bool

    @property
    def place(self) -> tuple[str, str, bool]:
        """What the mark is about: its field, its floor, and whether it is excluded."""
        return self.key, self.floor, self.stance == "excluded"

    def agrees(self, term: Term) -> bool:
        """Whether the value is the marked one, in the marked unit."""
        if self.unit and self.unit != term.read.unit:
            return False
        value = term.read.value
        if self.per and not (isinstance(value, Amount) and value.per == self.per):
            return False
        return value is not None and _is_value(self.written, value)


@dataclass(frozen=True)
class Labelled:
    """One marked message; ``marks`` is None where only its side was marked."""

    text: str
    half: str
    side: str
    marks: tuple[Mark, ...] | None


def load() -> list[Labelled]:
    """The marked messages, file by file."""
    return [each for _, each in load_with_files()]


def load_with_files() -> list[tuple[str, Labelled]]:
    """The marked messages, each with the name of its file: those of one writer stand in one."""
    entries = [
        (table.stem, entry)
        for table in sorted(FOLDER.glob("*.toml"))
        for entry in tomllib.loads(table.read_text("utf-8"))["message"]
    ]
    return [
        (
            name,
            Labelled(
                entry["text"].strip(),
                entry["half"],
                entry["side"],
                _marks(entry["terms"]) if "terms" in entry else None,
            ),
        )
        for name, entry in entries
    ]


def _marks(terms: str) -> tuple[Mark, ...]:
    return tuple(_mark(line) for line in terms.splitlines() if line)


def _mark(line: str) -> Mark:
    # A value is read in simplified characters, however it was written.
    name, written, *rest = line.translate(tables.load().traditional).split()
    key, _, floor = name.lstrip("?").partition("@")
    states = [STATES[each] for each in rest if each in STATES]
    units = [each for each in rest if each not in STATES.keys() | STANCES and "=" not in each]
    return Mark(
        key,
        floor,
        written,
        unit=next(iter(units), ""),
        per=next((each.partition("=")[2] for each in rest if "=" in each), ""),
        # The margin of 左右 is a convention, whether the figure was told or not.
        state=next(iter(states), "" if written.endswith("±") else "given"),
        stance=next((each for each in rest if each in STANCES), ""),
        is_optional=name.startswith("?"),
    )


def _is_value(written: str, value: Value) -> bool:
    match value:
        case Amount(low, high):
            return _is_range(written, low, high)
        case Machines():
            # Marks from before two kinds could be read name them as either of both.
            either = [written.replace("|", "+"), *written.split("|")]
            return any(_are_machines(each, value) for each in either)
        case bool():
            return written == ("yes" if value else "no")
        case tuple():
            names = [each.name if isinstance(each, PlaceRef | TradeRef) else each for each in value]
            return _are_words(written.split("|"), names)
        case _:
            return any(_are_words([either], [value]) for either in written.split("|"))


def _are_machines(written: str, value: Machines) -> bool:
    found = [KIND.fullmatch(kind) for kind in written.split("+")]
    return len(found) == len(value.kinds) and all(
        math.isclose(float(told or -1), -1 if read is None else read)
        for kind, one in zip(found, value.kinds, strict=True)
        for told, read in _figures_of(kind, one)
    )


def _figures_of(
    found: re.Match[str] | None, value: Machines
) -> tuple[tuple[str | None, float | None], ...]:
    if found is None:
        return (("0", None),)
    return (found["count"], value.count), (found["tonnes"], value.tonnes)


def _is_range(written: str, low: float | None, high: float | None) -> bool:
    found = RANGE.fullmatch(written)
    if found is None:
        return False
    first = float(found["low"]) if found["low"] else None
    last = float(found["high"]) if found["high"] else first if not found["dots"] else None
    if found["about"] and first is not None:
        first, last = first * (1 - MARGIN), first * (1 + MARGIN)
    return all(
        (one is None and other is None)
        or (one is not None and other is not None and math.isclose(one, other, rel_tol=1e-6))
        for one, other in ((first, low), (last, high))
    )


def _are_words(expected: list[str], found: list[str]) -> bool:
    return all(any(one in other or other in one for other in found) for one in expected) and all(
        any(one in other or other in one for one in expected) for other in found
    )
