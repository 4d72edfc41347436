"""A visitor's form as one text with its terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from zhuchao.apps.parties.persons import PERSONAL, covered
from zhuchao.core.messages import parse
from zhuchao.core.messages.asking import PRICES, SIZES, ask_back
from zhuchao.core.vocabulary.enquiry import Enquiry
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term
from zhuchao.core.vocabulary.wire import term_to_json

# The form's fields that speak of the property, with the label that the message grammar knows.
LABELLED = (("purpose", "用途"), ("area", "面积"), ("place", "地点"), ("tax", "税收"))
PERSONS = (("company", "公司"), ("person", "联系人"), ("telephone", "手机号"))
# What each field was asked for; anything else that is read out of it is only a hint.
ASKED = frozenset(
    {FieldKey.KIND, FieldKey.TRADE, FieldKey.AREA, FieldKey.LAND_AREA, FieldKey.PLACE, FieldKey.TAX}
)


@dataclass(frozen=True, slots=True)
class EnquiryForm:
    """What a visitor filled in; only ``demand`` and ``telephone`` must hold something.

    ``terms`` are what the visitor confirmed of a sentence, with spans into the stripped demand;
    None where the words were not shown field by field. ``consent`` names the wording agreed to.
    """

    demand: str
    telephone: str
    purpose: str = ""
    tax: str = ""
    company: str = ""
    person: str = ""
    area: str = ""
    place: str = ""
    terms: tuple[Term, ...] | None = None
    is_supply: bool = False
    offer_code: str = ""
    consent: str = ""


def text_of(form: EnquiryForm) -> str:
    """The demand, and below it each filled field with its label."""
    filled = [(label, getattr(form, name).strip()) for name, label in LABELLED]
    return "\n".join(
        [form.demand.strip(), *(f"{label}：{value}" for label, value in filled if value)]
    )


def original_of(form: EnquiryForm) -> str:
    """All that was filled in, persons too: for the kept files, never for a column."""
    filled = [(label, getattr(form, name).strip()) for name, label in PERSONS]
    return "\n".join([text_of(form), *(f"{label}：{value}" for label, value in filled if value)])


def terms_of(form: EnquiryForm, tables: Tables) -> tuple[Term, ...]:
    """The terms of demand and fields, spans into ``text_of``; a filled field wins.

    What a field merely lets one guess (an area in 亩 suggests land) gives way to the demand. What
    the visitor confirmed is taken as it was confirmed.
    """
    if form.terms is not None:
        return form.terms
    text, head = text_of(form), len(form.demand.strip())
    offset = min(head + 1, len(text))
    written = parse(text[:head], tables).terms
    filled = _filled(text[offset:], tables, offset)
    said = {term.key for term in written}
    kept = [term for term in filled if _is_told(term) or term.key not in said]
    told = {(term.key, term.floor) for term in kept}
    return (*kept, *(term for term in written if (term.key, term.floor) not in told))


def still_open(terms: Iterable[Term], text: str, tables: Tables) -> str:
    """The sentence that asks back for what ``text`` leaves open; empty once the terms tell it."""
    message = parse(text, tables)
    if not isinstance(message, Enquiry):
        return ""
    told = {term.key for term in terms if term.read.is_known}
    return message.ask_back if set(message.missing) - told else ""


def left_open(terms: Iterable[Term], text: str, tables: Tables) -> tuple[FieldKey, ...]:
    """What the text does not tell and the terms have not told since; persons are not asked for.

    Of fields that answer one question (a size, a price) one is enough.
    """
    message = parse(text, tables)
    if not isinstance(message, Enquiry):
        return ()
    told = {term.key for term in terms if term.read.is_known}
    told |= {key for alike in (SIZES, PRICES) if told & alike for key in alike}
    return tuple(key for key in message.missing if key not in told and key not in PERSONAL)


def asked_again(terms: Iterable[Term], text: str, tables: Tables) -> str:
    """The sentence that asks back for what is still open after an answer; empty for nothing."""
    return ask_back(left_open(terms, text, tables), is_demand=True)


def covered_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms with every telephone in a typed text covered."""
    return tuple(
        replace(term, read=replace(term.read, value=covered(term.read.value)))
        if isinstance(term.read.value, str)
        else term
        for term in terms
    )


def changes_between(before: Iterable[Term], after: Iterable[Term]) -> list[dict[str, Any]]:
    """Each field that differs, with its value before and after; None is unknown."""
    old, new = _by_place(before), _by_place(after)
    return [
        {"field": place[0].value, "floor": place[1], "was": old.get(place), "now": new.get(place)}
        for place in dict.fromkeys([*old, *new])
        if old.get(place) != new.get(place)
    ]


def _by_place(terms: Iterable[Term]) -> dict[tuple[FieldKey, str, bool], dict[str, Any]]:
    """What makes a value, by the field, its floor, and whether it is one to avoid."""
    found = ((term, term_to_json(term)) for term in terms if term.read.is_known)
    return {
        (term.key, term.floor, term.stance is Stance.EXCLUDED): {
            name: whole[name] for name in ("value", "unit", "stance")
        }
        for term, whole in found
    }


def _is_told(term: Term) -> bool:
    is_guess = term.key is FieldKey.KIND and bool(term.read.why)
    return term.key in ASKED and not is_guess


def _filled(text: str, tables: Tables, offset: int) -> tuple[Term, ...]:
    """The fields' terms as a demand means them, also where the words alone tell no side."""
    message = parse(text, tables)
    moved = _shifted(message.terms, offset)
    if isinstance(message, Enquiry):
        return moved
    return tuple(
        replace(term, stance=Stance(tables.fields[term.key].default_stance))
        if term.stance is not Stance.EXCLUDED
        else term
        for term in moved
    )


def _shifted(terms: Iterable[Term], offset: int) -> tuple[Term, ...]:
    return tuple(
        replace(term, read=replace(term.read, span=_moved(term.read.span, offset)))
        for term in terms
    )


def _moved(span: Span | None, offset: int) -> Span | None:
    return None if span is None else Span(span.start + offset, span.end + offset)
