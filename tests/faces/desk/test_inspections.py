"""Inspections on the desk: planned, filled in on a phone, signed once, published."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.services.opening import Opening


@pytest.fixture
def project_id(house: House) -> int:
    today, officer = timezone.localdate(), house.viewer("officer")
    opening = Opening("精密项目", DocumentForm("message", "来访记录"), today)
    project = services.open_project(officer, opening=opening, today=today)
    entry = StageEntry("sign", today, (DocumentForm("agreement", "投资协议"),))
    services.enter_stage(officer, project.pk, entry=entry, today=today)
    return project.pk


@pytest.fixture
def supervisor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("supervisor")


@pytest.fixture
def address(supervisor: Client, house: House, project_id: int) -> str:
    """The address of the month's inspection."""
    plan = {
        "plan-template": "yuzhou",
        "plan-day": str(timezone.localdate()),
        "plan-inspector_id": house.people["supervisor"].pk,
    }
    answer = supervisor.post("/desk/inspections/plan/", plan, follow=True)
    page = answer.content.decode()
    assert "已排好这一期的检查" in page
    number = page.rpartition('data-label="项目"><a href="/desk/inspections/')[2].partition("/")[0]
    return f"/desk/inspections/{number}/"


def sheet(**told: Any) -> dict[str, Any]:
    marks = {"progress": "80", "money": "90", "permits": "100", "solved": "50"}
    usual = {f"mark-{key}": mark for key, mark in marks.items()}
    usual |= {"key": "a" * 32, "act": "sign", "inspected_on": str(timezone.localdate())}
    usual |= {"words0": "围墙外移占道", "kind0": "land", "unit0": "自然资源局"}
    return usual | told


def test_a_signed_sheet_shows_its_formula_and_raises_its_problems(
    supervisor: Client, officer: Client, address: str
) -> None:
    page = supervisor.post(f"{address}fill/", sheet(), follow=True).content.decode()

    assert "40% × 80 + 30% × 90 + 20% × 100 + 10% × 50 = 84.00" in page
    assert "围墙外移占道" in page
    assert "围墙外移占道" in officer.get("/desk/problems/?state=awaiting").content.decode()
    again = supervisor.post(f"{address}fill/", sheet(), follow=True)
    assert again.status_code == 200
    assert officer.get("/desk/problems/").content.decode().count('class="first"') == 1
    refused = supervisor.post(f"{address}fill/", sheet(key="b" * 32))
    assert refused.status_code == 409
    assert "不能再填" in refused.content.decode()
    assert "已公布" in supervisor.post(f"{address}publish/", follow=True).content.decode()


def test_what_is_half_filled_is_gone_on_with(supervisor: Client, address: str) -> None:
    half = sheet(act="save", **{"mark-money": ""})
    page = supervisor.post(f"{address}fill/", half, follow=True).content.decode()
    assert "已暂存" in page
    assert "签字后进入问题清单" in page

    form = supervisor.get(f"{address}fill/").content.decode()

    assert 'value="80"' in form
    assert "围墙外移占道" in form
    assert "a" * 32 not in form
    refused = supervisor.post(f"{address}fill/", sheet(key="c" * 32, **{"mark-money": ""}))
    assert refused.status_code == 409
    assert "还有没评的项" in refused.content.decode()


def test_a_key_that_comes_with_other_marks_is_refused(supervisor: Client, address: str) -> None:
    supervisor.post(f"{address}fill/", sheet(act="save"))

    answer = supervisor.post(f"{address}fill/", sheet(act="save", **{"mark-money": "10"}))

    assert answer.status_code == 409
    assert "内容却不同" in answer.content.decode()


@pytest.mark.parametrize(
    "told", [{"mark-money": "101"}, {"mark-money": "很好"}, {"inspected_on": "2999-01-01"}]
)
def test_a_wrong_mark_is_said_beside_it(
    supervisor: Client, address: str, told: dict[str, str]
) -> None:
    answer = supervisor.post(f"{address}fill/", sheet(**told))

    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()


def test_the_leaders_mark_enters_the_quarter(supervisor: Client, address: str) -> None:
    supervisor.post(f"{address}fill/", sheet())
    told = {"leaders-points": "92", "leaders-note": "主任办公会纪要"}

    page = supervisor.post(f"{address}leaders/", told, follow=True).content.decode()

    assert "10% × 92" in page
    assert "不出总分" in page
    assert supervisor.post(f"{address}leaders/", {"leaders-points": "101"}).status_code == 422


def test_a_tour_with_its_stops(supervisor: Client, house: House, project_id: int) -> None:
    told = {
        "tour-template": "tour",
        "tour-title": "四季度观摩",
        "tour-on": str(timezone.localdate()),
        "tour-inspector_id": house.people["supervisor"].pk,
        "tour-stop1": project_id,
    }

    page = supervisor.post("/desk/inspections/tour/", told, follow=True).content.decode()

    assert "已建立这次观摩" in page
    assert "每站不超过 60 分钟" in page
    again = supervisor.post("/desk/inspections/tour/", told | {"tour-stop2": project_id})
    assert again.status_code == 409
    assert supervisor.post("/desk/inspections/tour/", {}).status_code == 422


def test_who_may_not(signed_in: Callable[[str], Client], officer: Client, address: str) -> None:
    assert officer.get(address).status_code == 200
    assert officer.post(f"{address}fill/", sheet()).status_code == 403
    assert officer.post(f"{address}publish/").status_code == 404
    assert signed_in("stranger").get(address).status_code == 404
    assert signed_in("auditor").get("/desk/inspections/").status_code == 403
    assert "按月按季排检查" not in officer.get("/desk/inspections/").content.decode()
