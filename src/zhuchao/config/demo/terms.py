"""The entries of the content files as terms, each by the form that its field has."""

from __future__ import annotations

from collections.abc import Iterator

from zhuchao import tables as reference
from zhuchao.config.demo.content import Entry
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term, Value

# Where the content's name of a field is not the field's own: an offer's ``title`` is its headline.
NAMES = {
    "title_deed": FieldKey.TITLE,
    "land_mu": FieldKey.LAND_AREA,
    "mu": FieldKey.LAND_AREA,
    "region": FieldKey.PLACE,
}
HEADLINE = "title"
FIELD_NAMES = frozenset(key.value for key in FieldKey)


def terms_of(entry: Entry) -> tuple[Term, ...]:
    """What an entry tells, in the entry's order; keys that are no fields are passed over."""
    return tuple(_terms_of(entry))


def _terms_of(entry: Entry) -> Iterator[Term]:
    fields = reference.load().fields
    for name, told in entry.items():
        key = _key_of(name)
        if key is not None:
            spec = fields[key]
            value = _value_of(spec.form, told, entry.get(f"{name}_per", ""))
            if name in ("land_mu", "mu") and isinstance(value, Amount) and value.low is not None:
                square_metres = round(value.low * M2_OF_A_MU, 1)
                value = Amount(square_metres, square_metres)
            yield Term(key, Read(value, State.GIVEN, None, spec.unit))


def _key_of(name: str) -> FieldKey | None:
    if name == HEADLINE:
        return None
    if name in NAMES:
        return NAMES[name]
    return FieldKey(name) if name in FIELD_NAMES else None


def _value_of(form: str, told: object, per: str) -> Value:
    match form, told:
        case _, bool():
            return told
        case "amount", int() | float():
            return Amount(float(told), float(told), per=per)
        case _, list():
            return tuple(str(each) for each in told)
        case _:
            return _value_of_words(form, str(told), per)


def _value_of_words(form: str, told: str, per: str) -> Value:
    match form:
        case "amount" if "-" in told:
            low, high = told.split("-")
            return Amount(float(low), float(high), per=per)
        case "places":
            return (PlaceRef(reference.load().regions[told].full_name, told),)
        case "machines":
            count, tonnes = told.split("x")
            return Machines(int(count), float(tonnes) or None)
        case _:
            return told
