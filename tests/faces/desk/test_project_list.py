"""The project list: narrowed, kept under names, exported, and due under 今日."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from zhuchao.apps.projects.models import Project, SavedFilter, StageEvent, StageReached

YI = Decimal(100_000_000)


@pytest.fixture
def project(officer: Client, enquiry_id: int) -> Project:
    form = {"title": "精密项目", "evidence": "微信消息", "occurred_on": timezone.localdate()}
    officer.post(f"/desk/enquiries/{enquiry_id}/project/", form)
    return Project.objects.get()


def more(project: Project, count: int, **told: Any) -> list[Project]:
    """Projects of the same hands, beneath the services."""
    first = Project.objects.count()
    usual: dict[str, Any] = {
        "stage": "talk",
        "stage_on": date(2026, 1, 5),
        "organisation_id": project.organisation_id,
        "team_id": project.team_id,
        "owner_id": project.owner_id,
    }
    return Project.objects.bulk_create(
        Project(**{"code": f"X-{first + n}", "title": f"另一个{first + n}"} | usual | told)
        for n in range(count)
    )


def listed(client: Client, query: str) -> set[str]:
    rows = client.get(f"/desk/projects/?{query}").context["rows"]
    return {row["record"].title for row in rows}


def test_several_stages_narrow_together(officer: Client, project: Project) -> None:
    more(project, 1, title="在谈的")
    more(project, 1, title="签约的", stage="sign")

    assert listed(officer, "stage=talk&stage=sign") == {"在谈的", "签约的"}
    assert listed(officer, "stage=lead") == {"精密项目"}


@pytest.mark.parametrize(
    "query",
    ["kind=service", "chain_role=fill", "method=fund", "least=1亿&most=3亿", "q=补链的", "q=x-1",
     "due=over", "due=soon"],
)  # fmt: skip
def test_each_filter_keeps_what_it_says(officer: Client, project: Project, query: str) -> None:
    told = {"title": "补链的", "kind": "service", "chain_role": "fill", "method": "fund"}
    yesterday = timezone.localdate() - timedelta(days=1)
    more(project, 1, total_investment=2 * YI, next_due=yesterday, **told)

    assert listed(officer, query) == {"补链的"}


def test_the_year_of_signing_is_the_day_on_which_it_was_reached(
    officer: Client, project: Project
) -> None:
    (signed,) = more(project, 1, title="签过的", stage="start")
    on = date(2025, 12, 31)
    event = StageEvent.objects.create(
        project=signed, stage="sign", occurred_on=on, recorded_at=timezone.now()
    )
    StageReached.objects.create(project=signed, stage="sign", on=on, event=event)

    assert listed(officer, "signed=2025") == {"签过的"}
    assert listed(officer, "signed=2026") == set()


def test_a_sum_that_is_none_is_told_and_does_not_narrow(officer: Client, project: Project) -> None:
    page = officer.get("/desk/projects/?least=很多").content.decode()

    assert "没有读懂“很多”" in page
    assert project.title in page


def test_a_filter_is_kept_renamed_and_dropped(officer: Client, project: Project) -> None:
    officer.post("/desk/projects/?stage=talk&owner=mine&page=3&x=1", {"name": "我的在谈"})
    kept = SavedFilter.objects.get()
    assert kept.query == "stage=talk&owner=mine"
    assert "我的在谈" in officer.get("/desk/projects/").content.decode()

    officer.post("/desk/projects/", {"filter": kept.pk, "name": "在谈"})
    assert SavedFilter.objects.get().name == "在谈"

    officer.post("/desk/projects/", {"filter": kept.pk, "drop": "1"})
    assert not SavedFilter.objects.exists()


def test_a_kept_filter_is_its_keepers_alone(
    officer: Client, signed_in: Callable[[str], Client], project: Project
) -> None:
    officer.post("/desk/projects/?owner=mine", {"name": "我的"})
    kept = SavedFilter.objects.get()

    answer = signed_in("section_head").post("/desk/projects/", {"filter": kept.pk, "drop": "1"})

    assert answer.status_code == 404
    assert SavedFilter.objects.exists()


def test_a_name_that_is_taken_is_told_beside_the_field(officer: Client, project: Project) -> None:
    for name, query in (("甲", "kind=road"), ("乙", "owner=mine")):
        officer.post(f"/desk/projects/?{query}", {"name": name})
    kept = SavedFilter.objects.get(name="乙")

    answer = officer.post("/desk/projects/?kind=road", {"filter": kept.pk, "name": "甲"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'role="alert">已有名为“甲”的常用筛选' in page
    assert f'id="filter-{kept.pk}" name="name" maxlength="40" value="甲"' in page
    assert answer.context["chosen_stages"] == []
    assert "保存与管理常用筛选" in page


def test_twenty_filters_are_kept_and_no_more(officer: Client, project: Project) -> None:
    for number in range(20):
        officer.post("/desk/projects/?kind=road", {"name": f"筛选{number}"})

    answer = officer.post("/desk/projects/?kind=road", {"name": "又一个"})
    again = officer.post("/desk/projects/?kind=school", {"name": "筛选1"})

    assert "最多保存 20 个" in answer.content.decode()
    assert again.status_code == 302
    assert SavedFilter.objects.count() == 20


def test_what_is_narrowed_is_exported_and_no_cell_is_a_formula(
    officer: Client, project: Project
) -> None:
    more(project, 1, title="=1+1", kind="road")

    answer: Any = officer.get("/desk/projects/export/?form=csv&kind=road")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()

    assert len(lines) == 2
    assert "'=1+1" in lines[1]


def test_the_queries_do_not_grow_with_the_rows(officer: Client, project: Project) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            officer.get("/desk/projects/?stage=talk")
        return len(seen)

    more(project, 4)
    few = queries()
    more(project, 20)

    assert queries() == few


@pytest.mark.parametrize(
    ("query", "is_open"),
    [
        ("", False),
        ("stage=lead&q=精密&sort=name", False),
        ("owner=&least=", False),
        ("owner=mine", True),
        ("most=3亿", True),
        ("light=red&q=精密", True),
    ],
)
def test_a_condition_that_a_phone_folds_away_unfolds_when_it_is_set(
    officer: Client, project: Project, query: str, is_open: bool
) -> None:
    page = officer.get(f"/desk/projects/?{query}").content.decode()

    (toggle,) = re.findall(r'<input class="check"[^>]*>(?=更多条件)', page)
    assert ("checked" in toggle) == is_open


def test_due_next_steps_stand_under_today(officer: Client, project: Project) -> None:
    today = timezone.localdate()
    Project.objects.update(next_step="约见总经理", next_due=today - timedelta(days=2))
    more(project, 1, title="还早的", next_due=today + timedelta(days=9))

    page = officer.get("/desk/").content.decode()

    assert "我的项目下一步" in page
    assert "已过期 2 天 · 约见总经理" in page
    assert "还早的" not in page
