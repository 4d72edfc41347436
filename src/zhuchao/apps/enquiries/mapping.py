"""A visitor's form as one text with its terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Term

# The form's fields that speak of the property, with the label that the message grammar knows.
LABELLED = (("purpose", "用途"), ("area", "面积"), ("place", "地点"), ("tax", "税收"))


@dataclass(frozen=True, slots=True)
class EnquiryForm:
    """What a visitor filled in; only ``demand`` and ``telephone`` must hold something."""

    demand: str
    telephone: str
    purpose: str = ""
    tax: str = ""
    company: str = ""
    person: str = ""
    area: str = ""
    place: str = ""


def text_of(form: EnquiryForm) -> str:
    """The demand, and below it each filled field with its label."""
    filled = [(label, getattr(form, name).strip()) for name, label in LABELLED]
    return "\n".join(
        [form.demand.strip(), *(f"{label}：{value}" for label, value in filled if value)]
    )


def terms_of(form: EnquiryForm, tables: Tables) -> tuple[Term, ...]:
    """The terms of demand and fields, spans into ``text_of``; a filled field wins."""
    text, head = text_of(form), len(form.demand.strip())
    written = parse(text[:head], tables).terms
    offset = min(head + 1, len(text))
    filled = _shifted(parse(text[offset:], tables).terms, offset)
    told = {(term.key, term.floor) for term in filled}
    return (*filled, *(term for term in written if (term.key, term.floor) not in told))


def _shifted(terms: Iterable[Term], offset: int) -> tuple[Term, ...]:
    return tuple(
        replace(term, read=replace(term.read, span=_moved(term.read.span, offset)))
        for term in terms
    )


def _moved(span: Span | None, offset: int) -> Span | None:
    return None if span is None else Span(span.start + offset, span.end + offset)
