"""Money by month: appended, the latest word stands, and nothing is ever derived."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import InvestmentFact, MonthlyInvestment, Project
from zhuchao.apps.projects.months import money_sums
from zhuchao.apps.projects.services import MonthEntry
from zhuchao.core.errors import NotFound, Refused

TODAY = date(2026, 11, 23)


@pytest.fixture
def project(park: Any, officer_a: Viewer) -> Project:
    return opened(officer_a)


def entry(month: int, yuan: int, measure: str = "done", year: int = 2026) -> MonthEntry:
    return MonthEntry(measure, date(year, month, 1), Decimal(yuan))


def note(viewer: Viewer, project: Project, *entries: MonthEntry, **told: Any) -> None:
    told = {"source": "统计月报", "today": TODAY} | told
    services.note_investment(viewer, project.pk, entries=entries, **told)


def test_a_later_word_on_a_month_takes_the_place_of_the_earlier(
    officer_a: Viewer, project: Project
) -> None:
    note(officer_a, project, entry(3, 100), entry(4, 200))
    between = timezone.now()
    note(officer_a, project, entry(3, 80), source="核减")

    now = selectors.money_by_month(officer_a, project.pk)
    then = selectors.money_by_month(officer_a, project.pk, known_by=between)

    assert [each.amount for each in now] == [80, 200]
    assert [each.amount for each in then] == [100, 200]
    assert money_sums(now, 2026) == {"done": 280}
    assert InvestmentFact.objects.count() == 3
    stored = MonthlyInvestment.objects.order_by("month").values_list("amount", flat=True)
    assert list(stored) == [each.amount for each in now]


def test_money_is_never_derived_from_an_agreement(officer_a: Viewer, project: Project) -> None:
    agreement = DocumentForm("agreement", "投资协议", amount=Decimal(10**9))
    for stage, document in (
        ("sign", agreement),
        ("build", DocumentForm("accounts", "监理月报：形象进度 60%")),
    ):
        stage_entry = StageEntry(stage, TODAY, (document,))
        services.enter_stage(officer_a, project.pk, entry=stage_entry, today=TODAY)

    assert selectors.money_by_month(officer_a, project.pk) == ()
    assert not MonthlyInvestment.objects.exists()


@pytest.mark.parametrize(
    ("entries", "told", "sentence"),
    [
        ((entry(3, -1),), {}, "3 月的金额是负数"),
        ((entry(12, 5),), {}, "未来的月份只能填计划"),
        ((entry(3, 1), entry(3, 2)), {}, "填了两次"),
        ((entry(3, 1),), {"source": " "}, "请写明来源"),
        ((), {}, "没有读到金额"),
        ((entry(3, 1, "profit"),), {}, "选择口径"),
        ((entry(3, 1, year=1926),), {}, "核对年份"),
    ],
)
def test_what_is_wrong_is_refused_whole(
    officer_a: Viewer,
    project: Project,
    entries: tuple[MonthEntry, ...],
    told: dict[str, Any],
    sentence: str,
) -> None:
    with pytest.raises(Refused, match=sentence):
        note(officer_a, project, *entries, **told)

    assert not InvestmentFact.objects.exists()


def test_a_plan_may_lie_ahead(officer_a: Viewer, project: Project) -> None:
    note(officer_a, project, entry(12, 5, "plan"), entry(1, 7, "plan", 2027))

    assert len(selectors.money_by_month(officer_a, project.pk)) == 2


def test_a_document_of_another_project_is_none(officer_a: Viewer, project: Project) -> None:
    other = opened(officer_a, title="丙项目").documents.get()

    with pytest.raises(NotFound):
        note(officer_a, project, entry(3, 1), document_id=other.pk)


def test_a_stranger_neither_tells_nor_sees_money(
    officer_a: Viewer, officer_b: Viewer, project: Project
) -> None:
    note(officer_a, project, entry(3, 1))

    with pytest.raises(NotFound):
        note(officer_b, project, entry(3, 2))
    with pytest.raises(NotFound):
        selectors.money_by_month(officer_b, project.pk)


def test_what_was_told_stays(officer_a: Viewer, project: Project) -> None:
    note(officer_a, project, entry(3, 1))

    with pytest.raises(DatabaseError), transaction.atomic():
        InvestmentFact.objects.update(amount=9)
