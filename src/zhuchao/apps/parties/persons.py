"""Taking persons out of a message: what is stored names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.term import FieldKey, Term

PERSONAL = (FieldKey.PERSON, FieldKey.TELEPHONE)
COVER = "＊"
# Anything that looks like a telephone is covered, also where no term was made of it.
TELEPHONE = re.compile(
    r"(?<!\d)(?:1[3-9](?:[\s-]?\d){9}|0\d{2,3}[\s-]?\d{7,8}|[48]00(?:[\s-]?\d){7})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Anonymous:
    """A message without its persons; ``text`` keeps its length, so that spans stay true."""

    terms: tuple[Term, ...]
    text: str
    name: str
    telephone: str
    company: str


def anonymous(terms: Iterable[Term], text: str) -> Anonymous:
    """The message with persons covered, and who they were."""
    terms = tuple(terms)
    spans = [t.read.span for t in terms if t.key in PERSONAL and t.read.span is not None]
    spans += [Span(*match.span()) for match in TELEPHONE.finditer(text)]
    return Anonymous(
        terms=tuple(t for t in terms if t.key not in PERSONAL),
        text=_covered(text, spans),
        name=_words(terms, FieldKey.PERSON),
        telephone=_words(terms, FieldKey.TELEPHONE),
        company=_words(terms, FieldKey.COMPANY),
    )


def _covered(text: str, spans: Iterable[Span]) -> str:
    characters = list(text)
    for span in spans:
        end = min(span.end, len(characters))
        characters[span.start : end] = COVER * max(0, end - span.start)
    return "".join(characters)


def _words(terms: Iterable[Term], key: FieldKey) -> str:
    for term in terms:
        value = term.read.value
        if term.key is key and value is not None:
            return str(value[0]) if isinstance(value, tuple) else str(value)
    return ""
