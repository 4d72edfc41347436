"""A visitor's sentence, read field by field: what was told and where, and what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import PERSONAL
from zhuchao.core.messages import parse, parse_as
from zhuchao.core.messages.asking import MOST_QUESTIONS, QUESTIONS
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message, Offer, first
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term
from zhuchao.faces.hand.corrections import TYPED
from zhuchao.faces.hand.marking import Run, runs, term_marks
from zhuchao.faces.hand.rows import TermRow, confirmed_terms, rows_of, typed_over

# Who sends is asked for beside the terms.
SENDER = {
    "person": FieldKey.PERSON, "telephone": FieldKey.TELEPHONE, "company": FieldKey.COMPANY,
}  # fmt: skip
NOT_A_ROW = frozenset({*PERSONAL, *SENDER.values()})
BY_VISITOR = "访客填写"


@dataclass(frozen=True, slots=True)
class Barred:
    """A passage that may not be promised in public."""

    words: str
    label: str


@dataclass(frozen=True, slots=True)
class HeardRow:
    """A field with the words that it was read from, or the question that asks for it."""

    row: TermRow
    quote: str
    question: str


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """``side`` is "demand" or "supply"; ``why`` says what left it open, empty where it is clear."""

    text: str
    side: str
    why: str
    terms: tuple[Term, ...]
    asked: tuple[Term, ...]
    sender: Mapping[str, str]
    barred: tuple[Barred, ...]

    @property
    def mark(self) -> str:
        """By which a sentence that was changed meanwhile is told."""
        return mark_of(self.text)

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(runs(self.text, term_marks(self.terms)))

    def rows(self, posted: Mapping[str, str], side: str) -> list[HeardRow]:
        """The fields with what was typed over them; at most three that are asked for stand last."""
        rows = typed_over(rows_of((*self.terms, *self.asked)), posted)
        return [
            HeardRow(row, self._quote(place), "" if row.term.read.is_known else _ask(row, side))
            for place, row in enumerate(rows)
        ]

    def _quote(self, place: int) -> str:
        span = self.terms[place].read.span if place < len(self.terms) else None
        return span.of(self.text) if span is not None else ""


def hear(text: str) -> HeardSentence:
    """What a sentence asks for or offers. Raises: Unreadable, for a text that is far too long."""
    message, why = parse(text, reference.load()), ""
    if isinstance(message, Chatter):
        # Who tells a sentence where needs are asked for has one, however he puts it.
        why, message = message.why, parse_as(text, reference.load(), "demand")
    terms = tuple(each for each in message.terms if each.key not in NOT_A_ROW)
    return HeardSentence(
        text=text,
        side="supply" if isinstance(message, Offer) else "demand",
        why=why,
        terms=terms,
        asked=_asked(message, {each.key for each in terms}),
        sender=_sender(message),
        barred=tuple(Barred(each.span.of(text), each.label) for each in message.flags),
    )


def mark_of(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def confirmed(rows: Iterable[HeardRow], side: str) -> tuple[Term, ...]:
    """The terms as the visitor leaves them, each as firm as its field usually is meant."""
    return tuple(_meant(term, side) for term in confirmed_terms(each.row for each in rows))


def _meant(term: Term, side: str) -> Term:
    if term.read.why == TYPED:
        term = replace(term, read=replace(term.read, why=BY_VISITOR))
    return replace(term, stance=Stance.HARD) if side == "supply" else term


def _asked(message: Enquiry | Offer, told: set[FieldKey]) -> tuple[Term, ...]:
    side = 1 if isinstance(message, Offer) else 0
    keys = [key for key in message.missing if key not in NOT_A_ROW | told and QUESTIONS[key][side]]
    fields = reference.load().fields
    return tuple(
        Term(key, Read(None, State.UNKNOWN), Stance(fields[key].default_stance))
        for key in keys[:MOST_QUESTIONS]
    )


def _ask(row: TermRow, side: str) -> str:
    question = QUESTIONS.get(row.term.key, ("", ""))[1 if side == "supply" else 0]
    return f"{question}？" if question else ""


def _sender(message: Message) -> dict[str, str]:
    found = {name: first(message.terms, key) for name, key in SENDER.items()}
    return {name: str(term.read.value) for name, term in found.items() if term is not None}
