"""Rates and counts over the register: the columns say what the records say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.projects.test_projects import opened

from zhuchao import tables as reference
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.services import MonthEntry, PromiseForm
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects.counting import total
from zhuchao.core.vocabulary.rate import Rate

TODAY = date(2026, 11, 23)
FAR = date(2025, 3, 1)
YI = Decimal(100_000_000)
PACK = reference.rate_pack()


def enter(viewer: Viewer, project: Project, stage: str, on: date, document: DocumentForm) -> None:
    entry = StageEntry(stage, on, (document,))
    services.enter_stage(viewer, project.pk, entry=entry, today=TODAY)


def signed(viewer: Viewer, title: str, on: date = FAR, **told: Any) -> Project:
    project = opened(viewer, title=title, occurred_on=on)
    document = DocumentForm("agreement", f"{title}协议", dated_on=on, amount=told.get("amount", YI))
    enter(viewer, project, "sign", on, document)
    return project


def rate(viewer: Viewer, key: str, as_of: date = TODAY) -> Rate:
    return selectors.rate_on(viewer, PACK, key, as_of)


def test_rates_open_to_their_projects_as_of_a_day(park: Any, officer_a: Viewer) -> None:
    one, two = signed(officer_a, "枢衡精密"), signed(officer_a, "岚驱电机", TODAY)
    enter(officer_a, one, "register", date(2026, 2, 2), DocumentForm("licence", "执照"))

    now, before = rate(officer_a, "registered"), rate(officer_a, "registered", date(2026, 1, 31))

    assert (now.numerator.numbers, now.denominator.numbers) == ((one.pk,), (one.pk, two.pk))
    assert (before.numerator.numbers, before.denominator.numbers) == ((), (one.pk,))
    assert rate(officer_a, "registered_year").value == 1
    assert rate(officer_a, "performed").value == Decimal("0.5")


def test_money_and_promises_stand_in_rates(park: Any, officer_a: Viewer) -> None:
    one = signed(officer_a, "枢衡精密", amount=YI * 2)
    months = (
        MonthEntry("arrived", date(2025, 5, 1), YI / 2),
        MonthEntry("arrived", date(2026, 5, 1), YI / 4),
        MonthEntry("in_statistics", date(2026, 5, 1), YI / 8),
        MonthEntry("plan", date(2026, 5, 1), YI / 2),
    )
    services.note_investment(officer_a, one.pk, entries=months, source="月报", today=TODAY)
    promise = PromiseForm("investor", "start", "年内开工", due_on=date(2026, 12, 30))
    services.note_promise(officer_a, one.pk, form=promise)

    assert rate(officer_a, "arrived").value == Decimal("0.375")
    assert rate(officer_a, "arrived_year").value == Decimal("0.5")
    assert rate(officer_a, "to_fixed_year").value == Decimal("0.5")
    assert rate(officer_a, "arrived", date(2025, 12, 31)).value == Decimal("0.25")
    assert rate(officer_a, "new_started").denominator.numbers == (one.pk,)
    assert rate(officer_a, "new_started").value == 0


def test_an_ended_project_is_not_performed(park: Any, officer_a: Viewer) -> None:
    one = signed(officer_a, "枢衡精密")
    enter(officer_a, one, "register", TODAY, DocumentForm("licence", "执照"))
    entry = StageEntry("ended", TODAY, (DocumentForm("statement", "函"),), note="企业撤资")
    services.enter_stage(officer_a, one.pk, entry=entry, today=TODAY)

    assert rate(officer_a, "performed").numerator.numbers == ()
    assert rate(officer_a, "registered").numerator.numbers == (one.pk,)


def test_queries_do_not_grow_with_projects(park: Any, officer_a: Viewer) -> None:
    signed(officer_a, "枢衡精密")
    with CaptureQueriesContext(
        connection,
    ) as few:
        selectors.rates_on(officer_a, PACK, TODAY)
        selectors.counts(officer_a, reference.count_rule())
    for number in range(5):
        signed(officer_a, f"岚驱电机{number}号")
    with CaptureQueriesContext(connection) as many:
        selectors.rates_on(officer_a, PACK, TODAY)
        selectors.counts(officer_a, reference.count_rule())

    assert len(few) == len(many) <= 20


def test_a_project_signed_three_times_and_entered_thrice_is_one(
    park: Any, officer_a: Viewer
) -> None:
    one = opened(officer_a, title="枢衡精密零件项目", occurred_on=FAR, company="枢衡精密")
    framework = DocumentForm("framework", "框架协议", dated_on=FAR, amount=YI * 9)
    enter(officer_a, one, "talk", FAR, framework)
    enter(officer_a, one, "sign", date(2026, 1, 9), DocumentForm("agreement", "正式", amount=YI))
    two = signed(officer_a, "枢衡精密零件（洽谈会签约）", date(2026, 5, 8))
    three = signed(officer_a, "枢衡精密零件生产基地", date(2026, 9, 8))
    rule = reference.count_rule()
    assert total(selectors.counts(officer_a, rule), 2026)[0] == 3

    assert set(selectors.like_projects(officer_a, three.pk)) == {one, two}
    services.mark_same(officer_a, three.pk, as_id=two.pk, reason="同一备案代码")
    services.mark_same(officer_a, two.pk, as_id=one.pk, reason="同一备案代码")

    assert total(selectors.counts(officer_a, rule), 2026) == (1, YI)
    assert total(selectors.counts(officer_a, rule), 2025) == (0, 0)
    every = selectors.counts(officer_a, rule)
    for year in (2025, 2026):
        of_year = tuple(each for each in every if each.signing.on.year == year)
        assert selectors.counts(officer_a, rule, year) == of_year
    assert selectors.signed_by(officer_a, rule).years() == [2026, 2025]
    assert rate(officer_a, "registered").denominator.numbers == (one.pk,)
    services.unmark(officer_a, two.pk, reason="另一地块")
    assert total(selectors.counts(officer_a, rule), 2026)[0] == 2


def test_marks_make_no_ring_and_need_a_reason(
    park: Any, officer_a: Viewer, officer_b: Viewer
) -> None:
    one, two = opened(officer_a, title="甲"), opened(officer_a, title="乙")
    services.mark_increment(officer_a, two.pk, of_id=one.pk, reason="二期")

    with pytest.raises(Refused, match="已经计入"):
        services.mark_same(officer_a, one.pk, as_id=two.pk, reason="同一协议")
    with pytest.raises(Refused, match="依据"):
        services.mark_same(officer_a, two.pk, as_id=one.pk, reason="")
    with pytest.raises(Refused, match="同一条记录"):
        services.mark_same(officer_a, two.pk, as_id=two.pk, reason="同一协议")
    with pytest.raises(NotFound):
        services.mark_same(officer_b, two.pk, as_id=one.pk, reason="同一协议")
    with pytest.raises(Refused, match="不用撤销"):
        services.unmark(officer_a, one.pk, reason="没有")


def test_an_agreement_that_was_withdrawn_counts_for_nothing(park: Any, officer_a: Viewer) -> None:
    one = signed(officer_a, "枢衡精密")
    event = one.events.get(stage="sign")
    services.withdraw_stage(officer_a, one.pk, event.pk, reason="并未签约", today=TODAY)

    assert selectors.counts(officer_a, reference.count_rule()) == ()
