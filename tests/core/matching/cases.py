"""Terms and properties for the tests of matching, short to write."""

from __future__ import annotations

from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, PlaceRef, Stance, Term, Value

KUNSHAN = PlaceRef("昆山", "320583")
LIYANG = PlaceRef("溧阳", "320481")
CHANGZHOU = PlaceRef("常州", "320400")
JIANGSU = PlaceRef("江苏", "320000")


def term(
    key: FieldKey,
    value: Value | None,
    *,
    unit: str = "",
    stance: Stance = Stance.HARD,
    floor: str = "",
) -> Term:
    state = State.UNKNOWN if value is None else State.GIVEN
    return Term(key, Read(value, state, unit=unit), stance, floor)


def exactly(number: float, per: str = "") -> Amount:
    return Amount(number, number, per=per)


def at_least(number: float) -> Amount:
    return Amount(number, None)


def at_most(number: float) -> Amount:
    return Amount(None, number)


def on_offer(*terms: Term, key: str = "a") -> Property:
    return Property(key, f"房源 {key}", terms)
