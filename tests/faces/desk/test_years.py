"""Closed years: the head closes and opens them with a reason; all read who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from zhuchao.apps.projects.models import ClosedYear

YEAR = timezone.localdate().year - 1
FORM = {"close-year": str(YEAR), "close-reason": "年报已上报", "close-is_sure": "on"}


@pytest.fixture
def head(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("section_head")


def test_a_year_is_closed_and_opened_again_with_reasons(head: Client, officer: Client) -> None:
    page = head.post("/desk/years/close/", FORM, follow=True).content.decode()
    assert f"{YEAR} 年已关账" in page
    assert "年报已上报" in officer.get("/desk/years/").content.decode()

    form = {"reason": "漏记一笔到位资金"}
    page = head.post(f"/desk/years/{YEAR}/reopen/", form, follow=True).content.decode()
    assert "漏记一笔到位资金" in page
    assert not ClosedYear.objects.filter(reopened_at=None).exists()


@pytest.mark.parametrize("missing", ["close-reason", "close-is_sure", "close-year"])
def test_it_is_closed_only_with_everything_said(head: Client, missing: str) -> None:
    form = {name: value for name, value in FORM.items() if name != missing}

    answer = head.post("/desk/years/close/", form)

    assert answer.status_code == 422
    assert "field--bad" in answer.content.decode()
    assert not ClosedYear.objects.exists()


def test_it_is_opened_again_only_with_a_reason(head: Client) -> None:
    head.post("/desk/years/close/", FORM)

    answer = head.post(f"/desk/years/{YEAR}/reopen/", {"reason": ""})

    assert answer.status_code == 422
    assert "请写明重新开账的理由" in answer.content.decode()
    assert ClosedYear.objects.filter(reopened_at=None).exists()


def test_an_officer_reads_and_neither_closes_nor_opens(officer: Client, head: Client) -> None:
    assert "关账依据" not in officer.get("/desk/years/").content.decode()
    assert officer.post("/desk/years/close/", FORM).status_code == 403

    head.post("/desk/years/close/", FORM)
    assert officer.post(f"/desk/years/{YEAR}/reopen/", {"reason": "想改"}).status_code == 403


def test_who_sees_no_projects_sees_no_years(signed_in: Callable[[str], Client]) -> None:
    assert signed_in("editor").get("/desk/years/").status_code == 403
