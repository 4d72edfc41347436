"""What a declaration form can tell of a project, and what it leaves blank."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.projects.conftest import yuan
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.declared import answers
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.services import Details, MonthEntry, PromiseForm
from zhuchao.core.errors import NotFound

TODAY = date(2026, 11, 23)
MOST_QUERIES = 10


@pytest.fixture
def project(park: Any, officer_a: Viewer) -> Project:
    return opened(officer_a)


def told(viewer: Viewer, project: Project, key: str) -> list[tuple[object, str]]:
    found = answers(selectors.declaration(viewer, project.pk, TODAY)).get(key, ())
    return [(each.value, each.basis) for each in found]


def promise(viewer: Viewer, project: Project, measure: str, **more: Any) -> int:
    form = PromiseForm("investor", measure, "按协议", **more)
    return services.note_promise(viewer, project.pk, form=form).pk


def started(viewer: Viewer, project: Project) -> int:
    entry = StageEntry("start", TODAY, (DocumentForm("construction", "施工许可证"),))
    services.enter_stage(viewer, project.pk, entry=entry, today=TODAY)
    return int(selectors.events(viewer, project.pk).get(stage="start").pk)


def test_what_nobody_told_has_no_answer(officer_a: Viewer, project: Project) -> None:
    found = answers(selectors.declaration(officer_a, project.pk, TODAY))

    blank = {"total_investment", "land_area", "output", "year_done", "on_signed", "paper_eia"}
    assert not blank & set(found)
    assert all(each for each in found.values())


def test_the_record_comes_before_the_promise(officer_a: Viewer, project: Project) -> None:
    promise(officer_a, project, "total_investment", amount=yuan(3))
    assert told(officer_a, project, "total_investment") == [(yuan(3), "投资方承诺")]

    details = Details(title="减速器项目", total_investment=yuan(2))
    services.edit_project(officer_a, project.pk, details=details)

    assert told(officer_a, project, "total_investment") == [(yuan(2), "项目资料")]


def test_a_waived_promise_and_one_of_the_park_tell_nothing(
    officer_a: Viewer, project: Project
) -> None:
    waived = promise(officer_a, project, "tax", amount=yuan(0.1))
    services.waive_promise(officer_a, waived, reason="双方另有约定")
    promise(officer_a, project, "output", amount=yuan(5), due_on=date(2028, 12, 31))
    park = PromiseForm("park", "land", "供地", amount=Decimal(33_333))
    services.note_promise(officer_a, project.pk, form=park)

    assert told(officer_a, project, "tax") == []
    assert told(officer_a, project, "output") == [(yuan(5), "投资方承诺")]
    assert told(officer_a, project, "land_area") == []


def test_a_promised_day_is_marked_as_planned(officer_a: Viewer, project: Project) -> None:
    promise(officer_a, project, "start", due_on=date(2027, 3, 1))

    found = answers(selectors.declaration(officer_a, project.pk, TODAY))

    assert [(e.value, e.is_planned) for e in found["on_started"]] == [(date(2027, 3, 1), True)]
    assert "on_signed" not in found


def test_a_day_is_told_from_the_check_that_confirms_it(
    officer_a: Viewer, section_head: Viewer, project: Project
) -> None:
    promise(officer_a, project, "start", due_on=date(2027, 3, 1))
    event_id = started(officer_a, project)
    assert told(officer_a, project, "on_started") == [(date(2027, 3, 1), "投资方承诺")]

    services.check_stage(section_head, project.pk, event_id, is_confirmed=True)

    assert told(officer_a, project, "on_started") == [(TODAY, "阶段记录")]


def test_the_year_counts_what_is_done_until_today_and_plans_of_the_whole_year(
    officer_a: Viewer, project: Project
) -> None:
    def note(measure: str, month: date, amount: float) -> None:
        entry = MonthEntry(measure, month, yuan(amount))
        services.note_investment(
            officer_a, project.pk, entries=(entry,), source="统计月报", today=TODAY
        )

    note("plan", date(2026, 12, 1), 0.5)
    note("done", date(2025, 12, 1), 0.2)
    note("done", date(2026, 11, 1), 0.3)

    assert told(officer_a, project, "year_plan") == [(yuan(0.5), "统计月报")]
    assert told(officer_a, project, "year_done") == [(yuan(0.3), "统计月报")]
    assert told(officer_a, project, "done") == [(yuan(0.5), "统计月报")]


def test_a_paper_is_told_with_its_number_and_day(officer_a: Viewer, project: Project) -> None:
    paper = DocumentForm("filing", "备案证", number="溧备〔2026〕18号", dated_on=date(2026, 5, 8))
    services.add_document(officer_a, project.pk, form=paper)

    assert told(officer_a, project, "paper_filing") == [
        ("备案证 溧备〔2026〕18号", "凭据，2026-05-08 落款")
    ]


def test_a_paper_of_a_rejected_step_is_not_told(
    officer_a: Viewer, section_head: Viewer, project: Project
) -> None:
    event_id = started(officer_a, project)
    assert told(officer_a, project, "paper_construction") == [("施工许可证", "凭据")]

    services.check_stage(section_head, project.pk, event_id, is_confirmed=False, note="未盖章")

    assert told(officer_a, project, "paper_construction") == []


def test_the_form_takes_as_many_queries_however_much_is_known(
    officer_a: Viewer, project: Project, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        promise(officer_a, project, "jobs", amount=Decimal(number + 1))
        paper = DocumentForm("eia", f"环评批复 {number}")
        services.add_document(officer_a, project.pk, form=paper)

    with django_assert_max_num_queries(MOST_QUERIES):
        form = selectors.declaration(officer_a, project.pk, TODAY)

    assert len(form.promises) == len(form.papers) - 1 == 20


def test_who_may_not_see_the_project_gets_no_form(officer_b: Viewer, project: Project) -> None:
    with pytest.raises(NotFound):
        selectors.declaration(officer_b, project.pk, TODAY)
