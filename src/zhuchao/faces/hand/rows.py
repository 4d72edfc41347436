"""The terms of a message as rows of inputs, and what a person typed over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from zhuchao import tables as reference
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Stance, Term
from zhuchao.faces.hand.corrections import correct
from zhuchao.faces.hand.terms import floor_of, label_of, show_term, spec_of, unit_of

LONGEST_VALUE = 300


@dataclass(frozen=True)
class TermRow:
    """One term as a row of inputs; ``text`` is what stands in the input."""

    name: str
    term: Term
    text: str
    stance: str
    error: str = ""

    @property
    def label(self) -> str:
        floor = floor_of(self.term)
        return f"{label_of(self.term.key)}（{floor}）" if floor else label_of(self.term.key)

    @property
    def options(self) -> list[str]:
        """The words to choose from, for a select; empty for free text."""
        spec = spec_of(self.term.key)
        if spec.form == "flag":
            return [spec.choices.get("true", "是"), spec.choices.get("false", "否")]
        return list(spec.choices.values()) if spec.form == "choice" else []

    @property
    def has_stance(self) -> bool:
        """Whether a demand can mean it hard or soft; a name or a telephone it cannot."""
        return spec_of(self.term.key).compare != "none"

    @property
    def unit(self) -> str:
        """What a bare figure would be read in; the text says its own."""
        return "" if self.text else unit_of(spec_of(self.term.key))


def rows_of(terms: Iterable[Term]) -> list[TermRow]:
    """One row a term, as it is told."""
    return [
        TermRow(f"t{place}", term, str(show_term(term)), term.stance.value)
        for place, term in enumerate(terms)
    ]


def typed_over(rows: Iterable[TermRow], posted: Mapping[str, str]) -> list[TermRow]:
    """The rows with what was typed, each with its error where the text could not be read."""
    return [typed(row, posted) for row in rows]


def confirmed_terms(rows: Iterable[TermRow]) -> tuple[Term, ...]:
    """The terms as corrected; an emptied row stays unknown and is left out."""
    return tuple(row.term for row in rows if row.term.read.is_known)


def typed(row: TermRow, posted: Mapping[str, str]) -> TermRow:
    """The row with what was typed; its error says what would be accepted."""
    written = posted.get(row.name, row.text).strip()[:LONGEST_VALUE]
    stance = _stance(posted.get(f"{row.name}-stance", row.stance), row.term.stance)
    if written == row.text:
        return replace(row, term=replace(row.term, stance=stance), stance=stance.value)
    if not written:
        blank = replace(row.term, read=Read(None, State.UNKNOWN), stance=stance)
        return replace(row, term=blank, text="", stance=stance.value)
    try:
        term = correct(row.term, written, stance, reference.load())
    except Refused as refusal:
        return replace(row, text=written, stance=stance.value, error=refusal.sentence)
    return replace(row, term=term, text=written, stance=stance.value)


def _stance(written: str, otherwise: Stance) -> Stance:
    return Stance(written) if written in set(Stance) else otherwise
