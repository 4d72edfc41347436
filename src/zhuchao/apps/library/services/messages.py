"""What persons changed in the reading of a message, kept as labelled examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from zhuchao import tables as reference
from zhuchao.apps.library.models import Intake, MessageCorrection
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.messages import Side, parse, parse_as
from zhuchao.core.vocabulary.enquiry import Enquiry, Message, Offer
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term
from zhuchao.core.vocabulary.wire import term_to_json

SIDE = "side"
# Whom a message names stands sealed in its contact, and nowhere else.
PERSONAL = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE})
# What makes a value: where it stands and how it was come by is not what was corrected.
COMPARED = ("value", "unit", "stance")

_Place = tuple[FieldKey, str, bool]


def note_corrections(
    viewer: Viewer,
    intake_id: int | None,
    *,
    text: str,
    terms: Iterable[Term],
    side: Side,
    since: Iterable[Term] | None = None,
) -> None:
    """Keep each field in which the confirmed terms differ from what the text was read as.

    ``side`` is what the message was kept as, "demand" or "supply". A field that was read and
    struck out has nothing as its new value; one that was added, nothing as its old. What came
    in otherwise than as a text is no example. ``since`` are the terms as they were confirmed
    before: only what changed after that is kept.
    """
    if intake_id is None:
        return
    tables = reference.load()
    message: Message = parse(text, tables)
    was_side = {Enquiry: "demand", Offer: "supply"}.get(type(message), "neither")
    if side != was_side:  # its fields were read once more, as of the side that it is of
        message = parse_as(text, tables, side)
    made = list(_differences(message.terms, terms, since))
    made += [(SIDE, "", was_side, side)] if side != was_side and since is None else []
    if not made:
        return
    intake = Intake.objects.get(pk=intake_id)
    MessageCorrection.objects.bulk_create(
        MessageCorrection(
            intake=intake, field=field, floor=floor, was=was, now=now,
            corrected_by_id=viewer.person_id,
        )
        for field, floor, was, now in made
    )  # fmt: skip
    log(viewer, "correct_message", Subject.INTAKE, intake, fields=[each[0] for each in made])


def _differences(
    read: Iterable[Term], confirmed: Iterable[Term], since: Iterable[Term] | None
) -> Iterator[tuple[str, str, Any, Any]]:
    before, after = _by_place(read), _by_place(confirmed)
    known = None if since is None else _by_place(since)
    for place in dict.fromkeys([*before, *after]):
        was, now = before.get(place), after.get(place)
        is_new = known is None or known.get(place) != now
        if was != now and is_new:
            yield place[0].value, place[1], was, now


def _by_place(terms: Iterable[Term]) -> dict[_Place, dict[str, Any]]:
    return {
        (term.key, term.floor, term.stance is Stance.EXCLUDED): _told(term)
        for term in terms
        if term.read.is_known and term.key not in PERSONAL
    }


def _told(term: Term) -> dict[str, Any]:
    whole = term_to_json(term)
    return {name: whole[name] for name in COMPARED}
