"""The life of a first claim, and what a blind check answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao import tables as reference
from zhuchao.core.errors import Refused
from zhuchao.core.projects import claims
from zhuchao.core.text.companies import CompanyWords, normal_name
from zhuchao.core.vocabulary.claim import (
    Answer,
    ClaimState,
    Confirmer,
    Firm,
    Held,
    SameBy,
    Standing,
)

RULE = reference.claim_rule()
DAY = date(2026, 11, 23)
WORDS = CompanyWords(
    frozenset({"有限公司", "股份有限公司"}),
    frozenset({"江苏"}),
    frozenset({"精密", "制造", "物流"}),
)
S = ClaimState
STATES = st.sampled_from([state for state in ClaimState if state is not S.EXPIRING])
CLAIMS = st.builds(
    Standing,
    STATES,
    st.none() | st.integers(-400, 400).map(lambda days: DAY + timedelta(days=days)),
    st.booleans(),
)
ONE = "某某精密制造(江苏)有限公司"


def firm(*names: str, code: str = "") -> Firm:
    return Firm(frozenset({code} - {""}), frozenset(map(normal_name, names)))


def until(days: int, state: ClaimState = S.HELD) -> Standing:
    return Standing(state, DAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        (until(8), S.HELD),
        (until(7), S.EXPIRING),
        (until(0), S.EXPIRING),
        (until(-1), S.EXPIRED),
        (until(0, S.RULED), S.EXPIRING),
        (until(3, S.PENDING), S.PENDING),
        (until(-1, S.PENDING), S.EXPIRED),
        (until(-9, S.RELEASED), S.RELEASED),
        (replace(until(-9), is_disputed=True), S.CONTESTED),
        (Standing(S.PENDING, None), S.PENDING),
    ],
)
def test_the_state_follows_from_the_day(claim: Standing, state: ClaimState) -> None:
    assert claims.state_on(claim, DAY, RULE) is state


@given(CLAIMS, st.integers(0, 400))
def test_what_is_over_stays_over(claim: Standing, later: int) -> None:
    now = claims.state_on(claim, DAY, RULE)
    then = claims.state_on(claim, DAY + timedelta(days=later), RULE)

    if now in (*claims.ENDED, S.EXPIRED):
        assert then is now
    if claim.is_disputed:
        assert then is now


@given(CLAIMS)
def test_it_keeps_others_away_exactly_while_it_is_not_over(claim: Standing) -> None:
    is_over = claims.state_on(claim, DAY, RULE) in (*claims.ENDED, S.EXPIRED)

    # A contested claim whose contest is gone waits to be settled.
    if claim.state is not S.CONTESTED:
        assert claims.stands(claim, DAY) is not is_over


@given(STATES, STATES)
def test_nothing_follows_what_is_over(state: ClaimState, following: ClaimState) -> None:
    if state in claims.ENDED:
        with pytest.raises(Refused, match="不能改为"):
            claims.require_follow(state, following)


def test_every_state_but_expiring_is_stored() -> None:
    assert set(claims.FOLLOWS) == set(ClaimState) - {S.EXPIRING}
    assert set(claims.NAMES) == set(ClaimState)


@given(st.integers(-30, 30), st.integers(0, 4), st.none() | st.integers(0, 200))
def test_renewal_needs_a_running_claim_a_renewal_left_and_fresh_evidence(
    days: int, renewals: int, ago: int | None
) -> None:
    claim = until(days)
    shown = None if ago is None else DAY - timedelta(days=ago)
    may = days >= 0 and renewals < RULE.renewals and ago is not None and ago <= RULE.evidence_days

    def renewed() -> date:
        return claims.renewed_until(claim, RULE, renewals=renewals, shown_on=shown, on=DAY)

    if may:
        assert renewed() == DAY + timedelta(days=days + RULE.renewal_days)
    else:
        with pytest.raises(Refused):
            renewed()


def test_a_floor_speaks_of_what_is_unknown() -> None:
    rule = replace(RULE, floor_yuan=Decimal(1_000_000_000))

    assert claims.require_floor(RULE, None) == ""
    assert claims.require_floor(rule, Decimal(1_000_000_000)) == ""
    assert "100,000 万元" in claims.require_floor(rule, None)
    with pytest.raises(Refused, match="99,999"):
        claims.require_floor(rule, Decimal(999_990_000))


def test_the_head_confirms_the_greater_ones() -> None:
    rule = replace(RULE, head_from_yuan=Decimal(100))

    found = [claims.confirmer(rule, sum_) for sum_ in (None, Decimal(99), Decimal(100))]
    assert found == [Confirmer.RULE, Confirmer.RULE, Confirmer.HEAD]


@pytest.mark.parametrize(
    ("asked", "other", "by"),
    [
        (firm(ONE), firm(ONE), SameBy.NAME),
        (firm("某某精密制造（江苏） 有限公司"), firm(ONE), SameBy.NAME),
        (firm("旧名有限公司"), firm(ONE, "旧名有限公司"), SameBy.NAME),
        (firm("任意", code="A"), firm(ONE, code="A"), SameBy.CODE),
        (firm(ONE, code="A"), firm(ONE, code="B"), SameBy.NONE),
        (firm("某某精密"), firm(ONE), SameBy.OWN_PART),
        (firm("某某物流"), firm(ONE), SameBy.NONE),
        (firm("别家有限公司"), firm(ONE), SameBy.NONE),
    ],
)
def test_by_what_two_firms_are_one(asked: Firm, other: Firm, by: SameBy) -> None:
    assert claims.same_by(asked, other, RULE, WORDS) is by
    assert claims.same_by(other, asked, RULE, WORDS) is by


def test_likeness_is_the_rules() -> None:
    for least, by in ((0, SameBy.NONE), (4, SameBy.OWN_PART), (5, SameBy.NONE)):
        rule = replace(RULE, own_part_least=least)
        assert claims.same_by(firm("某某精密"), firm(ONE), rule, WORDS) is by


FIRMS = st.sampled_from([firm(ONE), firm("某某精密"), firm("别家", code="A"), firm(ONE, code="A")])
HELD = st.lists(st.builds(Held, FIRMS, st.booleans()), max_size=4)


@given(FIRMS, HELD)
def test_the_answer_is_the_surest_and_blind_to_order(asked: Firm, held: list[Held]) -> None:
    told = claims.verdict(asked, held, RULE, WORDS)
    same = {(claims.same_by(asked, each.firm, RULE, WORDS), each.is_own) for each in held}
    exact = {is_own for by, is_own in same if by in (SameBy.CODE, SameBy.NAME)}

    assert told == claims.verdict(asked, held[::-1], RULE, WORDS)
    assert (told.answer is Answer.YES) == (False in exact)
    if told.answer is Answer.NO:
        assert {by for by, _ in same} <= {SameBy.NONE}
    assert (told.by is SameBy.NONE) == (told.answer is Answer.NO)
