"""A term's value in words, whatever its form, and never as markup."""

import pytest

from zhuchao.core.vocabulary.read import Read, State, unknown
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term, TradeRef, Value
from zhuchao.faces.hand.templatetags import hand
from zhuchao.faces.hand.terms import aside_of, find_term, floor_of, in_order, label_of, show_term


def term(key: FieldKey, value: Value, floor: str = "") -> Term:
    return Term(key, Read(value, State.GIVEN), floor=floor)


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        (term(FieldKey.AREA, Amount(2000, 2500)), "2,000–2,500 ㎡"),
        (term(FieldKey.LAND_AREA, Amount(31_200, 31_200)), "46.8 亩"),
        (Term(FieldKey.LAND_AREA, Read(Amount(20, 20), State.GIVEN, unit="亩")), "20 亩"),
        (term(FieldKey.CRANE, Machines(2, 10)), "10 t × 2 台"),
        (term(FieldKey.CRANE, Machines(None, None)), "有"),
        (term(FieldKey.PLACE, (PlaceRef("昆山", "320583"), PlaceRef("太仓", ""))), "昆山、太仓"),
        (term(FieldKey.COMPANY, "甲乙精密"), "甲乙精密"),
        (term(FieldKey.EXCLUDED_TRADE, (TradeRef("喷涂", "336"), TradeRef("甲", ""))), "喷涂、甲"),
    ],
)
def test_every_form_has_words(known: Term, shown: str) -> None:
    assert str(show_term(known)) == shown


def test_an_unknown_term_shows_nothing() -> None:
    missing = Term(FieldKey.AREA, unknown("未写明"))

    assert hand.term_value(missing) == ""
    assert "state--unknown" in hand.read_mark(missing.read)


def test_the_whole_is_found_before_a_floor() -> None:
    first = term(FieldKey.AREA, Amount(2600, 2600), floor="1")
    whole = term(FieldKey.AREA, Amount(10_400, 10_400))

    assert find_term([first, whole], "area") is whole
    assert find_term([first], "area") is first
    assert "1 层" in hand.term_label(first)


@pytest.mark.parametrize(
    ("floor", "named"),
    [
        ("", ""),
        ("1", "1 层"),
        ("2-4", "2–4 层"),
        ("2+", "2 层及以上"),
        ("each", "每层"),
        ("-1", "地下 1 层"),
    ],
)
def test_floors_are_named_in_chinese(floor: str, named: str) -> None:
    assert floor_of(term(FieldKey.AREA, Amount(2600, 2600), floor=floor)) == named


def test_the_first_told_of_several_fields_is_shown() -> None:
    land = term(FieldKey.LAND_AREA, Amount(20_000, 20_000))

    assert "30" in hand.term_of([land], "area land_area")
    assert "未知" in hand.term_of([land], "area")


def test_terms_stand_in_the_order_of_the_table() -> None:
    area, intent = term(FieldKey.AREA, Amount(1, 1)), term(FieldKey.INTENT, "rent")

    assert in_order([area, intent]) == [intent, area]


def test_a_covered_number_is_three_stars() -> None:
    assert hand.masked("李＊＊ ＊＊＊＊＊，急") == "李＊＊＊，急"


def test_markup_in_a_value_is_escaped() -> None:
    shown = hand.term_value(term(FieldKey.COMPANY, "<script>alert(1)</script>"))

    assert "<script>" not in shown


def test_every_field_has_a_chinese_label() -> None:
    assert not [key for key in FieldKey if label_of(key) == key.value]


def test_a_state_is_never_colour_alone() -> None:
    shown = hand.state_mark("offer", "stale")

    assert "待复核" in shown
    assert "■" in shown


@pytest.mark.parametrize(
    ("known", "beside"),
    [
        (
            Term(FieldKey.RENT, Read(Amount(0.65, 0.65), State.GIVEN, unit="元/㎡/天")),
            "折合 19.5 元/㎡/月（按每月 30 天计）",
        ),
        (
            Term(FieldKey.LAND_AREA, Read(Amount(46.8, 46.8), State.GIVEN, unit="亩")),
            "折合 31,200 ㎡（1 亩 = 10000/15 ㎡）",
        ),
        (term(FieldKey.RENT, Amount(18, 18)), ""),
        (term(FieldKey.TRADE, (TradeRef("CNC", "3484"),)), "GB/T 4754：3484 机械零部件加工"),
        (term(FieldKey.TRADE, (TradeRef("甲", ""),)), ""),
        (term(FieldKey.KIND, "factory"), ""),
    ],
)
def test_a_figure_in_another_unit_names_the_convention(known: Term, beside: str) -> None:
    assert aside_of(known) == beside
