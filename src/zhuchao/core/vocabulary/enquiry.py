"""What a message turns into: a demand (Enquiry), a supply (Offer), or neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.term import FieldKey, Term


def first(terms: Iterable[Term], key: FieldKey, floor: str = "") -> Term | None:
    """The first known term about ``key`` for that floor ("" is the whole), or None."""
    return next((t for t in terms if t.key is key and t.floor == floor and t.read.is_known), None)


@dataclass(frozen=True, slots=True)
class Flag:
    """A passage that may not be published: the rule's name and label, why, and by which law."""

    rule: str
    label: str
    span: Span
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A demand; ``ask_back`` is a ready sentence, empty when nothing important is missing.

    ``flags`` are the passages of the text that may not be published.
    """

    text: str
    terms: tuple[Term, ...]
    missing: tuple[FieldKey, ...]
    ask_back: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A supply message; same shape as an enquiry, its terms being statements."""

    text: str
    terms: tuple[Term, ...]
    missing: tuple[FieldKey, ...]
    ask_back: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Chatter:
    """A message that neither asks for nor offers anything; ``why`` says how that was seen."""

    text: str
    terms: tuple[Term, ...]
    why: str
    flags: tuple[Flag, ...] = ()


Message = Enquiry | Offer | Chatter
