"""Field precision, recall and F1, invented values, states, stances and kinds of messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.quality.gate import Suite, digest_of
from benchmarks.quality.messages.marks import Labelled, Mark, load
from zhuchao import tables
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Enquiry, Message, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Term

PERSONAL = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE})
HALVES = ("tuning", "test")


@dataclass
class Tally:
    """Counts over one half; ``failures`` quotes what went wrong, a line each."""

    expected: int = 0
    found: int = 0
    right: int = 0
    invented: int = 0
    states: list[bool] = field(default_factory=list)
    stances: list[bool] = field(default_factory=list)
    sides: list[bool] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def suites(*, is_verbose: bool) -> list[Suite]:
    """Both halves; with ``is_verbose`` the failures of the tuning half, never the test's."""
    reference = tables.load()
    made = []
    for half in HALVES:
        messages = [each for each in load() if each.half == half]
        if not messages:
            continue
        tally = tallied(messages, reference)
        notes = tuple(tally.failures) if is_verbose and half == "tuning" else ()
        digest = digest_of(repr(each).encode() for each in messages)
        invented = {"invented": float(tally.invented)}
        made.append(Suite(f"messages.{half}", digest, _figures(tally), invented, notes))
    return made


def tallied(messages: Sequence[Labelled], reference: Tables) -> Tally:
    """The counts over these messages."""
    tally = Tally()
    for labelled in messages:
        message = parse(labelled.text, reference)
        tally.sides.append(_side(message) == labelled.side)
        if not tally.sides[-1]:
            tally.failures.append(f"side: {_side(message)}, not {labelled.side}: {labelled.text}")
        _compare(labelled, message, tally)
    return tally


def _compare(labelled: Labelled, message: Message, tally: Tally) -> None:
    marks = {(mark.key, mark.floor): mark for mark in labelled.marks}
    keys = {mark.key for mark in labelled.marks}
    # Whom a message names that is neither demand nor supply need not be marked.
    unmarked = PERSONAL if labelled.side == "neither" else frozenset()
    told = {
        (term.key.value, term.floor): term
        for term in message.terms
        if term.read.is_known and term.key not in unmarked
    }
    for place, term in told.items():
        _judge(labelled, marks.get(place), term, is_labelled=term.key.value in keys, tally=tally)
    for place, mark in marks.items():
        tally.expected += not mark.is_optional
        if place not in told and not mark.is_optional:
            tally.failures.append(f"missed {'@'.join(place)} {mark.written}: {labelled.text}")


def _judge(
    labelled: Labelled, mark: Mark | None, term: Term, *, is_labelled: bool, tally: Tally
) -> None:
    is_right = mark is not None and mark.agrees(term)
    if mark is not None and is_right:
        tally.states += [mark.state == term.read.state.value] if mark.state else []
        tally.stances += [mark.stance == term.stance.value] if mark.stance else []
        tally.found += not mark.is_optional
        tally.right += not mark.is_optional
        return
    tally.found += 1
    tally.invented += not is_labelled
    name = "wrong" if is_labelled else "invented"
    wanted = f" not {mark.written} {mark.unit}" if mark else ""
    read = f"{term.key}@{term.floor} {term.read.value} {term.read.unit}"
    tally.failures.append(f"{name} {read}{wanted}: {labelled.text}")


def _side(message: Message) -> str:
    if isinstance(message, Enquiry):
        return "demand"
    return "supply" if isinstance(message, Offer) else "neither"


def _figures(tally: Tally) -> dict[str, float]:
    return {
        "precision": tally.right / max(1, tally.found),
        "recall": tally.right / max(1, tally.expected),
        "f1": 2 * tally.right / max(1, tally.found + tally.expected),
        "state": _share(tally.states),
        "stance": _share(tally.stances),
        "kind": _share(tally.sides),
    }


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / max(1, len(marks))
