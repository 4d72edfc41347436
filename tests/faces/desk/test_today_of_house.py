"""今日 of those who see to it: what is late or runs out in the house, with whom, and own lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Claim
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.apps.projects.services import AssignForm, Filing, PromiseForm
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.apps.properties.models import Offer
from zhuchao.apps.properties.selectors import STALE_AFTER_DAYS
from zhuchao.faces.desk.due import panels

TODAY = timezone.localdate()


@pytest.fixture
def officers_work(house: House) -> int:
    """A project of the officer with a promise, a late problem, a claim that runs out."""
    officer, head = house.viewer("officer"), house.viewer("section_head")
    opening = Opening("精密项目", DocumentForm("message", "来访记录"), TODAY)
    project = services.open_project(officer, opening=opening, today=TODAY)
    promise = PromiseForm("investor", "start", "年内开工", due_on=TODAY + timedelta(days=3))
    services.note_promise(officer, project.pk, form=promise)
    early = TODAY - timedelta(days=30)
    raised = ProblemForm("land", "用地指标未落实", early)
    made = services.raise_problem(officer, project.pk, form=raised, today=TODAY)
    told = AssignForm("自然资源局", officer.person_id, early + timedelta(days=1))
    services.assign_problem(head, made.pk, form=told, today=early)
    filing = Filing("澄湖精密制造有限公司", "精密零件项目，用地 50 亩", "来访登记", TODAY)
    claim = services.file_claim(officer, filing=filing, today=TODAY)
    Claim.objects.filter(pk=claim.pk).update(state="held", valid_until=TODAY + timedelta(days=2))
    return project.pk


@pytest.mark.parametrize("who", ["section_head", "supervisor"])
def test_who_sees_to_it_is_told_what_is_late_with_whom(
    signed_in: Callable[[str], Client], officers_work: int, who: str
) -> None:
    page = signed_in(who).get("/desk/").content.decode()

    for title in ("超期未办结的问题", "同事快到期的首谈首报", "同事要兑现的承诺"):
        assert title in page
    for told in ("自然资源局", "测试officer", "用地指标未落实", "年内开工", "澄湖精密制造"):
        assert told in page


def test_the_officer_has_the_same_as_own_work(officer: Client, officers_work: int) -> None:
    page = officer.get("/desk/").content.decode()

    for title in (
        "我跟办的问题",
        "快到期的首谈首报",
        "要兑现的承诺",
        "新房源可推荐",
        "待复核的房源",
    ):
        assert title in page
    assert "同事" not in page


def test_lists_with_nothing_in_them_come_last(house: House, enquiry_id: int) -> None:
    shown = panels(house.viewer("officer"))

    titles = [each.title for each in shown]
    filled = [each.title for each in shown if each.count]
    assert titles.index("今天的看房") >= len(filled) > 0
    assert titles[: len(filled)] == filled
    assert len(filled) < len(titles)


def test_the_supervisor_is_told_of_offers_that_nobody_confirmed(
    signed_in: Callable[[str], Client], house: House, offer_id: int
) -> None:
    old = TODAY - timedelta(days=STALE_AFTER_DAYS + 5)
    Offer.objects.filter(pk=offer_id).update(state="on", confirmed_on=old)

    page = signed_in("supervisor").get("/desk/").content.decode()

    assert "待复核的房源" in page
    assert f"/desk/offers/{offer_id}/" in page


def test_more_problems_ask_no_more_of_today(
    signed_in: Callable[[str], Client], house: House, officers_work: int
) -> None:
    supervisor, counts = signed_in("supervisor"), []
    for more in (4, 12):
        for number in range(more):
            form = ProblemForm("land", f"问题 {number}", TODAY - timedelta(days=20))
            officer = house.viewer("officer")
            services.raise_problem(officer, officers_work, form=form, today=TODAY)
        with CaptureQueriesContext(connection) as queries:
            supervisor.get("/desk/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
