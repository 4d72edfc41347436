"""Promises of both sides, and what came of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.models import Project, Promise
from zhuchao.apps.projects.promised import seen_on
from zhuchao.apps.projects.services import OutcomeForm, PromiseForm
from zhuchao.core.errors import NotFound, Refused

TODAY = date(2026, 11, 23)
REWARD = PromiseForm("park", "money", "年税收地方留存部分按 50% 奖励", due_on=TODAY)


@pytest.fixture
def project(park: Any, officer_a: Viewer) -> Project:
    return opened(officer_a)


def start(days: int = 0, **told: Any) -> PromiseForm:
    return PromiseForm("investor", "start", "按期开工", due_on=TODAY + timedelta(days=days), **told)


def test_promises_are_listed_by_what_is_due(officer_a: Viewer, project: Project) -> None:
    forms = (start(-9), start(), start(90), REWARD)
    for form in forms:
        services.note_promise(officer_a, project.pk, form=form)

    assert selectors.due_promises(officer_a, TODAY).count() == 3
    assert selectors.promise_counts(officer_a, TODAY) == {
        "due": 3, "overdue": 1, "review": 1, "open": 4, "decided": 0,
    }  # fmt: skip
    found = seen_on(selectors.promises(officer_a, today=TODAY, side="investor"), TODAY)
    assert [(each.state, each.late) for each in found] == [
        ("overdue", 9), ("due", 0), ("not_due", 0),
    ]  # fmt: skip


def test_a_reward_to_one_firm_waits_for_a_lawyer(officer_a: Viewer, project: Project) -> None:
    made = services.note_promise(officer_a, project.pk, form=REWARD)
    assert made.needs_legal_review
    assert "公平竞争审查条例" in made.review_reason

    with pytest.raises(Refused, match="法务审查"):
        services.record_outcome(officer_a, made.pk, form=OutcomeForm("kept"), today=TODAY)
    services.record_review(officer_a, made.pk, on=TODAY, note="修改后履行", today=TODAY)
    services.record_outcome(officer_a, made.pk, form=OutcomeForm("kept"), today=TODAY)

    assert Promise.objects.get().outcome == "kept"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (PromiseForm("investor", "start", "按期开工"), "写明日期"),
        (PromiseForm("park", "jobs", "用工"), "是投资方的承诺"),
        (PromiseForm("investor", "jobs", " "), "写明承诺的内容"),
        (PromiseForm("investor", "jobs", "用工", amount=Decimal(-1)), "不能是负数"),
        (PromiseForm("investor", "luck", "好运"), "从列表里选择"),
    ],
)
def test_a_wrong_promise_is_refused(
    officer_a: Viewer, project: Project, form: PromiseForm, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        services.note_promise(officer_a, project.pk, form=form)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (OutcomeForm("open"), "请选择"),
        (OutcomeForm("part"), "写明情况"),
        (OutcomeForm("kept", actual=Decimal(-1)), "负数"),
        (OutcomeForm("kept", actual_on=TODAY + timedelta(days=1)), "今天之后"),
    ],
)
def test_a_wrong_outcome_is_refused(
    officer_a: Viewer, project: Project, form: OutcomeForm, sentence: str
) -> None:
    made = services.note_promise(officer_a, project.pk, form=start())

    with pytest.raises(Refused, match=sentence):
        services.record_outcome(officer_a, made.pk, form=form, today=TODAY)


def test_a_promise_is_waived_with_a_reason_and_once(officer_a: Viewer, project: Project) -> None:
    made = services.note_promise(officer_a, project.pk, form=start())

    with pytest.raises(Refused, match="理由"):
        services.waive_promise(officer_a, made.pk, reason=" ")
    services.waive_promise(officer_a, made.pk, reason="会议纪要 3 号")
    with pytest.raises(Refused, match="已免除"):
        services.waive_promise(officer_a, made.pk, reason="又一次")
    with pytest.raises(Refused, match="不用记审查"):
        services.record_review(officer_a, made.pk, on=TODAY, note="可以", today=TODAY)


def test_a_stranger_reaches_no_promise(
    officer_a: Viewer, officer_b: Viewer, project: Project
) -> None:
    made = services.note_promise(officer_a, project.pk, form=start())

    with pytest.raises(NotFound):
        services.waive_promise(officer_b, made.pk, reason="不该")
    assert not selectors.due_promises(officer_b, TODAY).exists()
