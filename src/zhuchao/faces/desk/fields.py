"""The rows of the proposal's form: one a term or page field, and what comes back from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.forms import BoundField

from zhuchao import tables as reference
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import FieldSpec
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term
from zhuchao.faces.desk.corrections import correct
from zhuchao.faces.desk.forms import PageForm
from zhuchao.faces.desk.proposals import PAGE_FIELDS, MessageProposal
from zhuchao.faces.hand.terms import floor_of, label_of, show_term, spec_of, unit_of
from zhuchao.faces.hand.words import choices

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


@dataclass(frozen=True)
class PageRow:
    """One field of a page: how it was read and the input to correct it."""

    name: str
    read: Read[object]
    field: BoundField


def term_rows(proposal: MessageProposal) -> list[TermRow]:
    return rows_of(proposal.terms)


def rows_of(terms: Iterable[Term]) -> list[TermRow]:
    """One row a term, as it is told."""
    return [
        TermRow(f"t{place}", term, str(show_term(term)), term.stance.value)
        for place, term in enumerate(terms)
    ]


def typed_rows(proposal: MessageProposal, posted: Mapping[str, str]) -> list[TermRow]:
    """The rows with what was typed, each with its error where the text could not be read."""
    return typed_over(term_rows(proposal), posted)


def typed_over(rows: Iterable[TermRow], posted: Mapping[str, str]) -> list[TermRow]:
    """The same of any rows."""
    return [_typed(row, posted) for row in rows]


def other_fields(proposal: MessageProposal) -> list[FieldSpec]:
    """The fields that the message does not speak of, for the officer to add."""
    return fields_beside(proposal.terms)


def fields_beside(terms: Iterable[Term]) -> list[FieldSpec]:
    """The fields that none of the terms is about, in the table's order."""
    present = {term.key for term in terms}
    return [spec for key, spec in reference.load().fields.items() if key not in present]


def confirmed_terms(rows: Iterable[TermRow]) -> tuple[Term, ...]:
    """The terms as corrected; an emptied row stays unknown and is left out."""
    return tuple(row.term for row in rows if row.term.read.is_known)


def added_rows(posted: Mapping[str, str]) -> list[TermRow]:
    """Fields that the officer added under ``add-<key>``."""
    keys = [key for key in FieldKey if posted.get(f"add-{key.value}", "").strip()]
    blank = [Term(key, Read(None, State.UNKNOWN)) for key in keys]
    return [_typed(TermRow(f"add-{term.key.value}", term, "", "hard"), posted) for term in blank]


def page_rows(page: Page, form: PageForm) -> list[PageRow]:
    return [PageRow(name, getattr(page, name), form[name]) for name in PAGE_FIELDS]


def page_initial(page: Page) -> dict[str, object]:
    """What stands in the inputs: the known values; a moment is shown as its day."""
    values = {name: getattr(page, name).value for name in PAGE_FIELDS}
    return {name: _day(value) for name, value in values.items()}


def page_corrections(page: Page, cleaned: Mapping[str, object]) -> dict[str, str]:
    """Only the fields that the officer changed."""
    initial = page_initial(page)
    return {
        name: _written(cleaned[name])
        for name in PAGE_FIELDS
        if _written(cleaned[name]) != _written(initial[name])
    }


def stances() -> list[tuple[str, str]]:
    return choices("stance")


def _typed(row: TermRow, posted: Mapping[str, str]) -> TermRow:
    typed = posted.get(row.name, row.text).strip()[:LONGEST_VALUE]
    stance = _stance(posted.get(f"{row.name}-stance", row.stance), row.term.stance)
    if typed == row.text:
        return replace(row, term=replace(row.term, stance=stance), stance=stance.value)
    if not typed:
        blank = replace(row.term, read=Read(None, State.UNKNOWN), stance=stance)
        return replace(row, term=blank, text="", stance=stance.value)
    try:
        term = correct(row.term, typed, stance, reference.load())
    except Refused as refusal:
        return replace(row, text=typed, stance=stance.value, error=refusal.sentence)
    return replace(row, term=term, text=typed, stance=stance.value)


def _stance(written: str, otherwise: Stance) -> Stance:
    return Stance(written) if written in set(Stance) else otherwise


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
