"""Counting: the same project signed three times is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.projects.counting import count, may_be_same, total
from zhuchao.core.vocabulary.count import Counted, OwnerChange, Project, Signing
from zhuchao.tables import count_rule

RULE = count_rule()
YI = Decimal(100_000_000)


def project(number: int, **told: object) -> Project:
    usual = {"name": f"P{number}", "kind": "industry", "kind_name": "工业"}
    return Project(number, **{**usual, **told})  # type: ignore[arg-type]


def signing(of: int, day: int, kind: str = "agreement", amount: Decimal | None = YI) -> Signing:
    return Signing(of, day, kind, "协议", date(2026, 3, day), amount)


def test_the_same_project_signed_three_times_and_entered_as_three_is_one() -> None:
    projects = [project(1), project(2, same_as=1), project(3, same_as=2)]
    signings = [signing(1, 1, "framework"), signing(2, 9), signing(3, 20), signing(1, 25)]

    told = count(signings, projects, RULE)

    assert [each.outcome for each in told] == [Counted.NOT, Counted.FIRST, Counted.NOT, Counted.NOT]
    assert total(told, 2026) == (1, YI)
    assert total(told, 2025) == (0, 0)
    assert "不算签约" in told[0].why
    assert "2026-03-09" in told[2].why


def test_more_capital_counts_its_increment_and_no_number() -> None:
    projects = [project(1), project(2, increment_of=1)]
    signings = [signing(1, 1), signing(1, 5, "supplement", YI / 2), signing(2, 9, amount=YI * 2)]

    told = count(signings, projects, RULE)

    assert total(told) == (1, YI * Decimal("3.5"))
    assert [each.project for each in told] == [1, 1, 1]


@pytest.mark.parametrize(
    ("rule", "counted_for"), [(OwnerChange.NEW_OWNER, 1), (OwnerChange.STAYS, 2)]
)
def test_after_a_change_of_owner_it_counts_by_the_rule(rule: OwnerChange, counted_for: int) -> None:
    projects = [project(1), project(2, same_as=1)]

    told = count([signing(2, 1), signing(1, 9)], projects, replace(RULE, owner_change=rule))

    assert (told[0].outcome, told[0].project) == (Counted.FIRST, counted_for)


@pytest.mark.parametrize(
    ("project_kind", "amount", "why"),
    [
        ("school", YI * 3, "不计入"),
        ("industry", YI - 1, "未到起点"),
        ("industry", None, "补填金额"),
    ],
)
def test_what_is_not_recognised_says_why(
    project_kind: str, amount: Decimal | None, why: str
) -> None:
    rule = count_rule("sanming")

    told = count([signing(1, 1, amount=amount)], [project(1, kind=project_kind)], rule)

    assert told[0].outcome is Counted.NOT
    assert why in told[0].why


def test_an_increment_without_what_it_adds_to_waits() -> None:
    told = count([signing(1, 1, "supplement")], [project(1)], RULE)

    assert told[0].outcome is Counted.NOT
    assert "还没有计入" in told[0].why


PROJECTS = st.lists(
    st.builds(
        project,
        st.integers(1, 6),
        same_as=st.none() | st.integers(1, 6),
        increment_of=st.none() | st.integers(1, 6),
    ),
    max_size=6,
    unique_by=lambda each: each.number,
)
KINDS = st.sampled_from(["framework", "agreement", "supplement"])
SIGNINGS = st.lists(st.builds(signing, st.integers(1, 6), st.integers(1, 28), KINDS), max_size=12)


@given(PROJECTS, SIGNINGS)
def test_nothing_is_counted_twice(projects: list[Project], signings: list[Signing]) -> None:
    told = count(signings, projects, RULE)

    firsts = [each.project for each in told if each.outcome is Counted.FIRST]
    assert len(firsts) == len(set(firsts)) <= len(projects)
    assert all(each.why for each in told)
    assert all((each.amount is None) == (each.outcome is Counted.NOT) for each in told)


@pytest.mark.parametrize(
    ("title", "other", "is_alike"),
    [
        ("枢衡精密零件项目", "枢衡精密零件生产基地项目", True),
        ("枢衡精密零件项目（一期）", "枢衡精密零件", True),
        ("枢衡精密零件项目", "岚驱电机项目", False),
        ("电池项目", "储能电池项目", False),
    ],
)
def test_titles_that_may_be_one(title: str, other: str, is_alike: bool) -> None:
    assert may_be_same(title, other) is is_alike


def test_sizes_are_tiers() -> None:
    assert RULE.tiers[0].name == "百亿级"
    tier = RULE.tier(YI * 12)
    assert tier is not None
    assert tier.name == "十亿级"
    assert RULE.tier(None) is None
