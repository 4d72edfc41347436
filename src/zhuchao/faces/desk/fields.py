"""The rows of the proposal's form: those of its terms, one a page field, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.forms import BoundField

from zhuchao import tables as reference
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import FieldSpec
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.faces.desk.forms import PageForm
from zhuchao.faces.desk.proposals import PAGE_FIELDS, MessageProposal
from zhuchao.faces.hand.rows import TermRow, rows_of, typed, typed_over
from zhuchao.faces.hand.words import choices


@dataclass(frozen=True)
class PageRow:
    """One field of a page: how it was read and the input to correct it."""

    name: str
    read: Read[object]
    field: BoundField


def term_rows(proposal: MessageProposal) -> list[TermRow]:
    return rows_of(proposal.terms)


def typed_rows(proposal: MessageProposal, posted: Mapping[str, str]) -> list[TermRow]:
    """The rows with what was typed, each with its error where the text could not be read."""
    return typed_over(term_rows(proposal), posted)


def other_fields(proposal: MessageProposal) -> list[FieldSpec]:
    """The fields that the message does not speak of, for the officer to add."""
    return fields_beside(proposal.terms)


def fields_beside(terms: Iterable[Term]) -> list[FieldSpec]:
    """The fields that none of the terms is about, in the table's order."""
    present = {term.key for term in terms}
    return [spec for key, spec in reference.load().fields.items() if key not in present]


def added_rows(posted: Mapping[str, str]) -> list[TermRow]:
    """Fields that the officer added under ``add-<key>``."""
    keys = [key for key in FieldKey if posted.get(f"add-{key.value}", "").strip()]
    blank = [Term(key, Read(None, State.UNKNOWN)) for key in keys]
    return [typed(TermRow(f"add-{term.key.value}", term, "", "hard"), posted) for term in blank]


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


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
