"""Rents of another unit are compared by a convention that the sentence names."""

import pytest
from tests.core.matching.cases import at_most, exactly, on_offer, term

from zhuchao.core.matching.conditions import judge
from zhuchao.core.matching.outcome import offered_of
from zhuchao.core.matching.units import in_base
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.tables import MONTHS, Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey

MONTHLY = "元/㎡/月"


@pytest.mark.parametrize(
    ("amount", "unit", "base", "expected"),
    [
        (exactly(0.57), "元/㎡/天", MONTHLY, 17.1),
        (exactly(0.9), "元/㎡/天", MONTHLY, 27),
        (exactly(240), "元/㎡/年", MONTHLY, 20),
        (exactly(18), "", MONTHLY, 18),
        (exactly(20), "亩", "㎡", 13_333.333333),
    ],
)
def test_an_amount_is_converted(amount: Amount, unit: str, base: str, expected: float) -> None:
    converted = in_base(amount, unit, base)

    assert converted is not None
    assert converted.amount == exactly(expected)


def test_a_month_may_be_a_twelfth_of_a_year() -> None:
    converted = in_base(exactly(0.57), "元/㎡/天", MONTHLY, month=MONTHS["365/12"])

    assert converted is not None
    assert converted.amount == exactly(17.3375)
    assert converted.note == "按每月 365/12 天计"


def test_an_amount_of_another_measure_is_not_converted() -> None:
    assert in_base(exactly(200), "kW", "kVA") is None


def test_a_whole_rent_needs_the_area() -> None:
    converted = in_base(exactly(360_000), "元/年", MONTHLY, 1500)

    assert converted is not None
    assert converted.amount == exactly(20)
    assert in_base(exactly(360_000), "元/年", MONTHLY) is None


def test_the_sentence_names_the_thirty_day_month(tables: Tables) -> None:
    offer = offered_of(on_offer(term(FieldKey.RENT, exactly(0.9), unit="元/㎡/天")))

    outcome = judge(term(FieldKey.RENT, at_most(26)), offer, tables, "")

    assert outcome.verdict is Verdict.FAILS
    assert outcome.sentence == ("租金 0.9 元/㎡/天（按每月 30 天计为 27 元/㎡/月） > 26 元/㎡/月")


def test_another_currency_is_asked(tables: Tables) -> None:
    offer = offered_of(on_offer(term(FieldKey.TOTAL_PRICE, exactly(1e6), unit="美元")))

    outcome = judge(term(FieldKey.TOTAL_PRICE, at_most(2e7)), offer, tables, "")

    assert outcome.verdict is Verdict.ASK
