"""Promises: where one stands, and which of the park a lawyer must see."""

from datetime import date, timedelta

import pytest

from zhuchao.core.projects.promises import days_late, review_of, state_on
from zhuchao.core.text.folding import fold
from zhuchao.core.vocabulary.promise import Promised, PromiseState
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.tables import promise_measures

DUE = date(2026, 6, 30)
MEASURES = {each.key: each for each in promise_measures()}


@pytest.mark.parametrize(
    ("promise", "days", "state"),
    [
        (Promised(DUE), -1, "not_due"),
        (Promised(DUE), 0, "due"),
        (Promised(DUE), 9, "overdue"),
        (Promised(None), 0, "undated"),
        (Promised(DUE, needs_review=True), 9, "in_review"),
        (Promised(DUE, needs_review=True, reviewed_on=DUE), 9, "overdue"),
        (Promised(DUE, "kept", needs_review=True), 9, "kept"),
        (Promised(DUE, "waived"), 9, "waived"),
        (Promised(DUE, "part"), -9, "part"),
    ],
)
def test_where_a_promise_stands(promise: Promised, days: int, state: str) -> None:
    assert state_on(promise, DUE + timedelta(days=days)) is PromiseState(state)


@pytest.mark.parametrize(
    ("promise", "days", "late"),
    [(Promised(DUE), 10, 10), (Promised(DUE), -3, 0), (Promised(None), 5, 0)],
)
def test_how_late_it_is(promise: Promised, days: int, late: int) -> None:
    assert days_late(promise, DUE + timedelta(days=days)) == late


def test_what_came_late_stays_late_by_its_own_day() -> None:
    assert days_late(Promised(DUE, "kept"), DUE + timedelta(days=99), DUE + timedelta(days=4)) == 4


@pytest.mark.parametrize(
    ("measure", "words", "is_of_park", "law"),
    [
        ("other", "年税收地方留存部分按50%奖励企业", True, "公平竞争审查条例"),
        ("tax_support", "按协议执行", True, "公平竞争审查条例"),
        ("land_support", "按协议执行", True, "国办发〔2006〕100 号"),
        ("money", "按省级专精特新政策兑现", True, "公平竞争审查条例"),
        ("talent", "协助招工 200 人", True, ""),
        ("tax", "年税收不低于 1000 万元", False, ""),
    ],
)
def test_rewards_to_one_firm_go_to_legal_review(
    tables: Tables, measure: str, words: str, is_of_park: bool, law: str
) -> None:
    folded = fold(words, tables.folding, tables.evasions)

    found = review_of(folded, MEASURES[measure], is_of_park=is_of_park, rules=tables.flag_rules)

    assert (found is not None) == bool(law)
    assert found is None or found.basis.startswith(law)
