"""Which floors a term speaks of, and how they are written in a sentence."""

import pytest
from tests.core.matching.cases import exactly, on_offer, term

from zhuchao.core.matching.conditions import judge
from zhuchao.core.matching.outcome import covers_floor, offered_of
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey

K = FieldKey


@pytest.mark.parametrize(
    ("floors", "floor", "covered"),
    [
        ("1", "1", True),
        ("2-4", "3", True),
        ("2-4", "2-3", True),
        ("2-4", "5", False),
        ("2-4", "1-3", False),
        ("2+", "7", True),
        ("2+", "1", False),
        ("each", "4", True),
        ("夹层", "2", False),
        ("夹层", "夹层", True),
    ],
)
def test_a_term_covers_the_floors_that_it_names(floors: str, floor: str, *, covered: bool) -> None:
    assert covers_floor(floors, floor) is covered


@pytest.mark.parametrize(
    ("floor", "shown"),
    [("1", "1 层"), ("2-4", "2-4 层"), ("2+", "2 层以上"), ("each", "每层")],
)
def test_the_floor_stands_in_the_sentence(tables: Tables, floor: str, shown: str) -> None:
    offer = offered_of(on_offer(term(K.LOAD, exactly(1), floor=floor)))

    outcome = judge(term(K.LOAD, exactly(2)), offer, tables, "")

    assert outcome.sentence == f"承重（{shown}） 1 t/㎡ < 2 t/㎡"


def test_asked_for_the_whole_the_weakest_floor_answers(tables: Tables) -> None:
    floors = [term(K.LOAD, exactly(2), floor="1"), term(K.LOAD, exactly(1), floor="2-4")]

    outcome = judge(term(K.LOAD, exactly(2)), offered_of(on_offer(*floors)), tables, "")

    assert outcome.verdict is Verdict.FAILS


def test_a_condition_on_a_floor_names_it(tables: Tables) -> None:
    wanted = term(K.AREA, exactly(3000), floor="1")

    outcome = judge(wanted, offered_of(on_offer(term(K.AREA, exactly(6800)))), tables, "")

    assert outcome.sentence == "面积（1 层） 6,800 ㎡，大于 3,000 ㎡，能否分割待问"
