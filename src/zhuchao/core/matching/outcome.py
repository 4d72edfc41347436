"""What one comparison needs and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from zhuchao.core.matching.wording import EACH_FLOOR, name_of, term_in_words
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict on one condition and the sentence that shows it."""

    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A property with its known terms by field.

    ``adds_fee``: the demand names a rent that includes the property fee, so a fee told apart is
    added to the rent before the two are compared.
    """

    property: Property
    by_key: Mapping[FieldKey, tuple[Term, ...]]
    adds_fee: bool = False

    def about(self, key: FieldKey, floor: str) -> tuple[Term, ...]:
        """The terms that answer for that floor: its own, else those of the whole.

        Asked for the whole where only floors are told, all floors answer.
        """
        terms = self.by_key.get(key, ())
        if len(terms) == 1 and not terms[0].floor:
            return terms
        whole = tuple(t for t in terms if not t.floor)
        if not floor:
            return whole or terms
        return tuple(t for t in terms if t.floor and covers_floor(t.floor, floor)) or whole


@dataclass(frozen=True, slots=True)
class Case:
    """One condition against one term of one property."""

    wanted: Term
    offered: Term
    spec: FieldSpec
    offer: Offered
    tables: Tables

    @property
    def label(self) -> str:
        return name_of(self.wanted if self.wanted.floor else self.offered, self.spec)

    @property
    def wanted_text(self) -> str:
        return term_in_words(self.wanted, self.spec)

    @property
    def offered_text(self) -> str:
        return term_in_words(self.offered, self.spec)


def offered_of(offered: Property, *, adds_fee: bool = False) -> Offered:
    """The property's known terms, gathered by field."""
    by_key: dict[FieldKey, tuple[Term, ...]] = {}
    for term in offered.terms:
        if term.read.is_known:
            by_key[term.key] = (*by_key.get(term.key, ()), term)
    return Offered(offered, by_key, adds_fee)


def covers_floor(floors: str, floor: str) -> bool:
    """Whether "2-4", "2+" or "each" speaks of "3"; other words cover only themselves."""
    if floors == floor:
        return True
    asked, told = _floors(floor), _floors(floors)
    if asked is None or told is None:
        return False
    return told[0] <= asked[0] and asked[1] <= told[1]


def _floors(written: str) -> tuple[float, float] | None:
    if written == EACH_FLOOR:
        return 1, inf
    if written.endswith("+") and written[:-1].isdecimal():
        return int(written[:-1]), inf
    first, _, last = written.partition("-")
    last = last or first
    return (int(first), int(last)) if first.isdecimal() and last.isdecimal() else None


def meets(sentence: str) -> Outcome:
    return Outcome(Verdict.MEETS, sentence)


def fails(sentence: str) -> Outcome:
    return Outcome(Verdict.FAILS, sentence)


def asks(sentence: str) -> Outcome:
    return Outcome(Verdict.ASK, sentence)


def asks_for(wanted: Term, spec: FieldSpec) -> Outcome:
    """The outcome where the property tells nothing about the field."""
    stance = "不考虑" if wanted.stance is Stance.EXCLUDED else "需要"
    return asks(f"{name_of(wanted, spec)}待问（{stance} {term_in_words(wanted, spec)}）")
