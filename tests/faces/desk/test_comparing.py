"""Conditions and offers side by side: both values, a verdict for every cell, four at most."""

from __future__ import annotations

import pytest

from zhuchao.core.matching import match
from zhuchao.core.matching.ranking import conditions_of
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Stance, Term, Value
from zhuchao.faces.desk.comparing import Comparison, compare
from zhuchao.faces.desk.recommending import recommend


def term(key: FieldKey, value: Value, stance: Stance = Stance.HARD) -> Term:
    return Term(key, Read(value, State.GIVEN), stance)


WANTED = (
    term(FieldKey.KIND, "factory"),
    term(FieldKey.HEIGHT, Amount(8, None)),
    term(FieldKey.EIA, True, Stance.SOFT),
)


def offered(key: str, height: float | None) -> Property:
    terms = (term(FieldKey.KIND, "factory"),)
    if height is not None:
        terms += (term(FieldKey.HEIGHT, Amount(height, height)),)
    return Property(key, key, terms)


def compared(tables: Tables, *heights: float | None, chosen: tuple[int, ...] = ()) -> Comparison:
    offers = [offered(f"F{number}", height) for number, height in enumerate(heights, start=1)]
    matches = match(WANTED, offers, tables)
    places = {each.key: (int(each.key[1:]), f"/desk/offers/{each.key}/") for each in offers}
    cards = recommend("X1", matches, places).cards
    conditions = [each.term for each in conditions_of(WANTED, tables)]
    return compare(conditions, matches, cards, chosen)


def test_each_row_has_what_is_asked_for_and_each_answer(tables: Tables) -> None:
    table = compared(tables, 9, 7.8, None)

    height = table.rows[1]
    assert (height.label, height.wanted) == ("层高", "≥ 8 m")
    assert [column.card.title for column in table.columns] == ["F1", "F3", "F2"]
    assert [cell.value for cell in height.cells] == ["9 m", "未写明", "7.8 m"]
    assert [cell.verdict for cell in height.cells] == ["meets", "ask", "fails"]
    assert "7.8" in height.cells[2].sentence


def test_a_condition_that_is_only_liked_says_so(tables: Tables) -> None:
    assert [row.stance for row in compared(tables, 9).rows] == ["", "", "soft"]


def test_the_best_four_are_shown_and_the_others_offered(tables: Tables) -> None:
    table = compared(tables, *[9.0] * 6)

    assert len(table.columns) == 4
    assert [card.title for card in table.others] == ["F5", "F6"]
    assert not table.has_room


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [((3, 1), ["F1", "F3"]), ((2,), ["F2"]), ((99,), ["F1", "F2", "F3"]), ((), ["F1", "F2", "F3"])],
)
def test_the_chosen_are_shown_best_first(
    tables: Tables, chosen: tuple[int, ...], shown: list[str]
) -> None:
    table = compared(tables, 9, 9, 9, chosen=chosen)

    assert [column.card.title for column in table.columns] == shown


def test_a_column_knows_the_table_without_it(tables: Tables) -> None:
    table = compared(tables, 9, 9, 9)

    assert table.columns[1].without == "compare=1&compare=3"


def test_nothing_on_offer_gives_no_rows(tables: Tables) -> None:
    assert compared(tables).rows == ()
