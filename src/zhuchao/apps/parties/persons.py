"""Taking persons out of what is stored: a text keeps its length and names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.term import FieldKey, Term

PERSONAL = (FieldKey.PERSON, FieldKey.TELEPHONE)
COVER = "＊"
# Full-width digits are digits to whoever dials them.
NARROW = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("＋"): "+"}
_GAP = r"[ \t\u3000.·—–－‐-]?"
# Anything that looks like a telephone is covered, also where no term was made of it: mobiles
# in the groups in which people write them, or digit by digit; lines with area code; 400 numbers.
TELEPHONE = re.compile(
    rf"(?<!\d)(?:(?:\+?86{_GAP})?(?:"
    rf"1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}"
    rf"|1[3-9]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}"
    rf"|1[3-9]\d{_GAP}\d{{3}}{_GAP}\d{{5}}"
    rf"|1[3-9]\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|1{_GAP}[3-9](?:{_GAP[:-1]}\d){{9}})"
    rf"|[(（]?0\d{{2,3}}[)）]?{_GAP}\d{{3,4}}{_GAP}\d{{4}}"
    rf"|[48]00(?:{_GAP}\d){{7}})(?!\d)"
)
# PostgreSQL stores neither; both stand for nothing that anybody wrote.
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Anonymous:
    """A message without its persons; ``text`` keeps its length, so that spans stay true."""

    terms: tuple[Term, ...]
    text: str
    name: str
    telephone: str
    company: str


def anonymous(terms: Iterable[Term], text: str, *, names: Iterable[str] = ()) -> Anonymous:
    """The message with persons covered, and who they were; ``names`` are known from elsewhere."""
    terms = tuple(terms)
    spans = [t.read.span for t in terms if t.key in PERSONAL and t.read.span is not None]
    named = [*names, *_all_words(terms, FieldKey.PERSON)]
    return Anonymous(
        terms=tuple(t for t in terms if t.key not in PERSONAL),
        text=_without(covered(text, names=named), spans),
        name=_words(terms, FieldKey.PERSON),
        telephone=_words(terms, FieldKey.TELEPHONE),
        company=_words(terms, FieldKey.COMPANY),
    )


def covered(text: str, *, names: Iterable[str] = ()) -> str:
    """The text with every telephone and every one of ``names`` covered; it keeps its length."""
    text = UNSTORABLE.sub("\ufffd", text)
    spans = [Span(*match.span()) for match in TELEPHONE.finditer(text.translate(NARROW))]
    for name in {name.strip() for name in names}:
        # One character alone is a surname, and stands in half of all words.
        if len(name) > 1:
            spans += [Span(*match.span()) for match in re.finditer(re.escape(name), text)]
    return _without(text, spans)


def _without(text: str, spans: Iterable[Span]) -> str:
    characters = list(text)
    for span in spans:
        end = min(span.end, len(characters))
        characters[span.start : end] = COVER * max(0, end - span.start)
    return "".join(characters)


def _all_words(terms: Iterable[Term], key: FieldKey) -> Iterator[str]:
    for term in terms:
        value = term.read.value
        if term.key is key and value is not None:
            yield from map(str, value) if isinstance(value, tuple) else (str(value),)


def _words(terms: Iterable[Term], key: FieldKey) -> str:
    return next(_all_words(terms, key), "")
