"""Field precision, recall and F1, invented values, states, stances and kinds of messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.quality.gate import Suite, digest_of
from benchmarks.quality.messages.marks import Labelled, Mark, load
from zhuchao import tables
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Enquiry, Message, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term

PERSONAL = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE})
Place = tuple[str, str, bool]
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
        if labelled.marks is not None:
            _compare(labelled, labelled.marks, message, tally)
    return tally


def _compare(labelled: Labelled, expected: Sequence[Mark], message: Message, tally: Tally) -> None:
    marks: dict[Place, list[Mark]] = {}
    for mark in expected:
        marks.setdefault(mark.place, []).append(mark)
    # Whom a message names that is neither demand nor supply need not be marked.
    unmarked = PERSONAL if labelled.side == "neither" else frozenset()
    told = set()
    for term in message.terms:
        if term.read.is_known and term.key not in unmarked:
            place = _place(term, marks)
            told.add(place)
            _judge(labelled, marks.get(place, ()), term, tally)
    for place, either in marks.items():
        is_due = any(not mark.is_optional for mark in either)
        tally.expected += is_due
        if place not in told and is_due:
            tally.failures.append(f"missed {place[:2]} {either[0].written}: {labelled.text}")


def _place(term: Term, marks: Mapping[Place, Sequence[Mark]]) -> Place:
    """Where the term's marks stand: one that is excluded beside another that is asked for."""
    is_excluded = term.stance is Stance.EXCLUDED
    place = (term.key.value, term.floor, is_excluded)
    other = (term.key.value, term.floor, not is_excluded)
    return other if place not in marks and other in marks else place


def _judge(labelled: Labelled, marks: Sequence[Mark], term: Term, tally: Tally) -> None:
    """Any of several marks is as right as another."""
    mark = next((mark for mark in marks if mark.agrees(term)), None)
    is_due = not marks or any(not mark.is_optional for mark in marks)
    if mark is not None:
        tally.states += [mark.state == term.read.state.value] if mark.state else []
        tally.stances += [mark.stance == term.stance.value] if mark.stance else []
        tally.found += is_due
        tally.right += is_due
        return
    is_labelled = any(each.key == term.key.value for each in labelled.marks or ())
    tally.found += 1
    tally.invented += not is_labelled
    name = "wrong" if is_labelled else "invented"
    wanted = " or ".join(f"{each.written} {each.unit}" for each in marks)
    read = f"{term.key}@{term.floor} {term.read.value} {term.read.unit}"
    tally.failures.append(f"{name} {read} not {wanted}: {labelled.text}")


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
