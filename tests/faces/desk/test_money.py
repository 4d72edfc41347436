"""Money, promises, rates and counts on the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.services.opening import Opening

SignedIn = Callable[[str], Client]
FAR = date(2025, 3, 1)


def opened(house: House, title: str) -> int:
    viewer, today = house.viewer("officer"), timezone.localdate()
    evidence = DocumentForm("visit", "来访记录")
    opening = Opening(title=title, evidence=evidence, occurred_on=FAR)
    project = services.open_project(viewer, opening=opening, today=today)
    entry = StageEntry("sign", FAR, (DocumentForm("agreement", "投资协议", dated_on=FAR),))
    services.enter_stage(viewer, project.pk, entry=entry, today=today)
    return project.pk


@pytest.fixture
def project_id(house: House) -> int:
    return opened(house, "枢衡精密零件项目")


def money(**told: str) -> dict[str, str]:
    usual = {
        "measure": "done", "phase": "1", "year": "2025", "month": "1", "unit": "万元",
        "amounts": "100\t-\t1.2亿", "source": "统计月报",
    }  # fmt: skip
    return {f"money-{key}": value for key, value in (usual | told).items()}


def test_a_row_of_months_is_pasted_at_once(officer: Client, project_id: int) -> None:
    page = officer.post(f"/desk/projects/{project_id}/money/", money(), follow=True)

    text = page.content.decode()
    assert "已记下" in text
    assert "2025-03" in text
    assert "2025-02" not in text
    shown = officer.get(f"/desk/projects/{project_id}/").content.decode()
    assert "累计完成" in shown
    assert "/money.svg?v=" in shown


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"amounts": "-5"}, "负数"),
        ({"amounts": "很多"}, "读不出金额"),
        ({"amounts": "1 2 3", "month": "11"}, "多出 1 个数"),
        ({"year": "2090"}, "还没到"),
        ({"source": ""}, "请填写此项"),
    ],
)
def test_bad_money_says_what_to_do(
    officer: Client, project_id: int, told: dict[str, str], sentence: str
) -> None:
    page = officer.post(f"/desk/projects/{project_id}/money/", money(**{"amounts": "1"} | told))

    assert page.status_code in (409, 422)
    assert sentence in page.content.decode()


def test_the_chart_is_drawn_once(officer: Client, project_id: int, signed_in: SignedIn) -> None:
    officer.post(f"/desk/projects/{project_id}/money/", money())
    address = f"/desk/projects/{project_id}/money.svg"

    first = officer.get(address)
    again = officer.get(address, headers={"If-None-Match": first["ETag"]})

    assert first["Content-Type"] == "image/svg+xml"
    assert "完成" in first.content.decode()
    assert again.status_code == 304
    assert signed_in("stranger").get(address).status_code == 404


def test_a_promise_goes_its_way(officer: Client, project_id: int) -> None:
    form = {
        "promise-side": "park", "promise-measure": "money", "promise-words": "税收留存按50%奖励",
        "promise-amount": "500万", "promise-due_on": "2026-01-31",
    }  # fmt: skip
    page = officer.post(f"/desk/projects/{project_id}/promises/", form, follow=True)
    text, address = page.content.decode(), page.redirect_chain[-1][0]
    assert "需法务审查" in text
    assert "公平竞争审查条例" in text

    refused = officer.post(f"{address}outcome/", {"outcome-outcome": "kept"})
    assert refused.status_code == 409
    assert "先记下审查意见" in refused.content.decode()
    review = {"review-on": "2026-02-01", "review-note": "停止履行"}
    assert "停止履行" in officer.post(f"{address}review/", review, follow=True).content.decode()
    waived = officer.post(f"{address}waive/", {"waive-reason": "会议纪要 3 号"}, follow=True)
    assert "已免除" in waived.content.decode()
    listed = officer.get("/desk/promises/?state=decided&side=park").content.decode()
    assert "税收留存按" in listed
    assert officer.post(f"{address}waive/", {}).status_code == 422


def test_rates_open_to_the_projects_of_either_side(officer: Client, project_id: int) -> None:
    text = officer.get("/desk/rates/?as_of=2025-12-31").content.decode()
    assert "履约率" in text
    assert "0%" in text

    one = officer.get("/desk/rates/registered/denominator/?as_of=2025-12-31").content.decode()
    none = officer.get("/desk/rates/registered/numerator/").content.decode()
    assert "枢衡精密零件项目" in one
    assert "这一边没有项目" in none
    assert "合同履约率" in officer.get("/desk/rates/?pack=yulin").content.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/desk/rates/?as_of=2999-01-01", 409),
        ("/desk/rates/?as_of=soon", 409),
        ("/desk/rates/luck/numerator/", 404),
        ("/desk/rates/registered/middle/", 404),
    ],
)
def test_what_is_no_rate_is_told(officer: Client, address: str, status: int) -> None:
    assert officer.get(address).status_code == status


def test_a_project_entered_twice_is_counted_once(
    officer: Client, house: House, project_id: int
) -> None:
    again = opened(house, "枢衡精密零件（洽谈会签约）")
    assert "计入 2 个项目" in officer.get("/desk/counts/?year=2025").content.decode()
    address = f"/desk/projects/{again}/counted/"
    assert "可能是同一个" in officer.get(address).content.decode()

    form = {"mark-how": "same", "mark-other": str(project_id), "mark-reason": "同一备案代码"}
    page = officer.post(address, form, follow=True).content.decode()

    assert "同一备案代码" in page
    counted = officer.get("/desk/counts/?year=2025").content.decode()
    assert "计入 1 个项目" in counted
    assert "再次签约不重复计" in counted
    officer.post(address, {"unmark-reason": "另一地块"})
    assert "计入 2 个项目" in officer.get("/desk/counts/?year=2025").content.decode()
    assert officer.post(address, {}).status_code == 422
