from __future__ import annotations

import pytest

from zhuchao.config.demo.content import offers
from zhuchao.config.demo.terms import terms_of
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Value


@pytest.mark.parametrize(
    ("entry", "key", "value"),
    [
        ({"area": 2400}, FieldKey.AREA, Amount(2400, 2400)),
        ({"term": "6-24"}, FieldKey.TERM, Amount(6, 24)),
        ({"tax": 300000, "tax_per": "mu"}, FieldKey.TAX, Amount(300000, 300000, per="mu")),
        ({"tax": "none"}, FieldKey.TAX, "none"),
        ({"mu": 15}, FieldKey.LAND_AREA, Amount(10000, 10000)),
        ({"crane": "2x10"}, FieldKey.CRANE, Machines(2, 10)),
        ({"dock": "8x0"}, FieldKey.DOCK, Machines(8, None)),
        ({"layout": ["single"]}, FieldKey.LAYOUT, ("single",)),
        ({"eia": False}, FieldKey.EIA, False),
        ({"title_deed": True}, FieldKey.TITLE, True),
    ],
)
def test_an_entry_becomes_a_term_of_its_field(
    entry: dict[str, object], key: FieldKey, value: Value
) -> None:
    (term,) = terms_of(entry)

    assert term.key is key
    assert term.read.value == value


def test_a_headline_and_what_is_no_field_become_no_term() -> None:
    assert terms_of({"title": "单层厂房", "by": "shenzhihe", "confirmed_days": 3}) == ()


def test_the_offers_speak_of_most_fields_that_are_matched() -> None:
    told = {term.key for entry in offers() for term in terms_of(entry)}

    assert {
        FieldKey.MINIMUM_LET, FieldKey.HEIGHT, FieldKey.LOAD, FieldKey.CRANE, FieldKey.POWER,
        FieldKey.RENT, FieldKey.FIRE_CLASS, FieldKey.EIA, FieldKey.SPRINKLER, FieldKey.TENURE,
        FieldKey.LAND_PRICE, FieldKey.TOTAL_PRICE, FieldKey.TAX, FieldKey.EXCLUDED_TRADE,
        FieldKey.PROPERTY_FEE, FieldKey.CLEARED_SITE, FieldKey.DISCHARGE_QUOTA,
    } <= told  # fmt: skip
