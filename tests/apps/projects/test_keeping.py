"""Closed years, adopted ladders, documents without a stage, details, people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.apps.projects.test_projects import TODAY, enter, opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.services import Details
from zhuchao.core.errors import NotAllowed, NotFound, Refused

LAST_YEAR = date(2025, 3, 31)
HANDED_IN = "年报已上报"


def test_a_closed_year_takes_no_entry_until_it_is_opened_again(
    officer_a: Viewer, section_head: Viewer
) -> None:
    project = opened(officer_a, occurred_on=date(2024, 5, 1))
    with pytest.raises(NotAllowed):
        services.close_year(officer_a, 2025, reason=HANDED_IN)
    services.close_year(section_head, 2025, reason=HANDED_IN)
    services.close_year(section_head, 2025, reason=HANDED_IN)

    with pytest.raises(Refused, match="重新开账"):
        enter(officer_a, project, "talk", occurred_on=LAST_YEAR)
    assert [each.year for each in selectors.closed_years(officer_a)] == [2025]

    services.reopen_year(section_head, 2025, reason="漏记一笔")
    assert enter(officer_a, project, "talk", occurred_on=LAST_YEAR).stage == "talk"
    event = selectors.events(officer_a, project.pk).get(stage="talk")
    services.close_year(section_head, 2025, reason=HANDED_IN)
    with pytest.raises(Refused, match="2025 年已经关账"):
        services.withdraw_stage(officer_a, project.pk, event.pk, reason="记错", today=TODAY)


def test_an_agreement_of_a_closed_year_is_not_added_to_it(
    officer_a: Viewer, section_head: Viewer
) -> None:
    project = opened(officer_a)
    services.close_year(section_head, 2025, reason=HANDED_IN)

    signed = DocumentForm("agreement", "投资协议", dated_on=LAST_YEAR, amount=Decimal(1))
    with pytest.raises(Refused, match="2025 年已经关账"):
        services.add_document(officer_a, project.pk, form=signed)
    other = DocumentForm("lease", "租赁合同", dated_on=LAST_YEAR)
    assert services.add_document(officer_a, project.pk, form=other).dated_on == LAST_YEAR


def test_what_a_closed_year_counts_stays(officer_a: Viewer, section_head: Viewer) -> None:
    """Neither marks nor details change the counts of a year whose figures are handed in."""
    signed, other = opened(officer_a, occurred_on=date(2025, 1, 5)), opened(officer_a, title="乙")
    enter(officer_a, signed, "talk", occurred_on=date(2025, 2, 1))
    agreement = DocumentForm("agreement", "投资协议", dated_on=LAST_YEAR)
    enter(officer_a, signed, "sign", occurred_on=LAST_YEAR, documents=(agreement,))
    services.close_year(section_head, 2025, reason=HANDED_IN)

    for act in (
        lambda: services.mark_same(officer_a, other.pk, as_id=signed.pk, reason="同一协议"),
        lambda: services.mark_increment(officer_a, signed.pk, of_id=other.pk, reason="二期"),
        lambda: services.edit_project(
            officer_a, signed.pk, details=Details("甲", total_investment=Decimal(9))
        ),
        lambda: services.edit_project(officer_a, signed.pk, details=Details("甲", kind="service")),
    ):
        with pytest.raises(Refused, match="2025 年已经关账"):
            act()
    told = Details("甲项目改名", summary="精密零件")
    assert services.edit_project(officer_a, signed.pk, details=told).title == "甲项目改名"

    services.reopen_year(section_head, 2025, reason="同一项目重复计数")
    services.mark_same(officer_a, other.pk, as_id=signed.pk, reason="同一协议")
    services.close_year(section_head, 2025, reason=HANDED_IN)
    with pytest.raises(Refused, match="2025 年已经关账"):
        services.unmark(officer_a, other.pk, reason="另一地块")


def test_who_closed_and_opened_again_stays_to_be_read(
    officer_a: Viewer, section_head: Viewer
) -> None:
    with pytest.raises(Refused, match="关账依据"):
        services.close_year(section_head, 2025, reason=" ")
    services.close_year(section_head, 2025, reason=HANDED_IN)
    with pytest.raises(Refused, match="重新开账的理由"):
        services.reopen_year(section_head, 2025, reason="")
    with pytest.raises(NotAllowed):
        services.reopen_year(officer_a, 2025, reason="漏记")

    services.reopen_year(section_head, 2025, reason="漏记一笔")

    assert not selectors.closed_years(officer_a)
    (past,) = selectors.reopened_years(officer_a)
    assert (past.reason, past.reopened_reason) == (HANDED_IN, "漏记一笔")
    assert past.reopened_by_id == section_head.person_id
    with pytest.raises(NotFound):
        services.reopen_year(section_head, 2025, reason="再开")


def test_a_year_that_runs_cannot_be_closed(section_head: Viewer) -> None:
    with pytest.raises(Refused, match="还没有结束"):
        services.close_year(section_head, 2999, reason=HANDED_IN)


def test_a_document_is_kept_without_a_stage_and_given_back(
    officer_a: Viewer, officer_b: Viewer
) -> None:
    project = opened(officer_a)
    form = DocumentForm("lease", "租赁合同", content=b"%PDF-1", file_name="合同.pdf")
    made = services.add_document(officer_a, project.pk, form=form)

    assert selectors.kept_document(officer_a, project.pk, made.pk) == ("合同.pdf", b"%PDF-1")
    with pytest.raises(NotFound):
        selectors.kept_document(officer_b, project.pk, made.pk)
    named = selectors.documents(officer_a, project.pk).get(file="")
    with pytest.raises(NotFound, match="原件"):
        selectors.kept_document(officer_a, project.pk, named.pk)


def test_a_negative_amount_is_refused(officer_a: Viewer) -> None:
    project = opened(officer_a)
    with pytest.raises(Refused, match="不能是负数"):
        services.add_document(
            officer_a, project.pk, form=DocumentForm("lease", "合同", amount=Decimal(-1))
        )
    with pytest.raises(Refused, match="总投资不能是负数"):
        services.edit_project(
            officer_a, project.pk, details=Details("乙项目", total_investment=Decimal(-1))
        )


def test_details_are_kept(officer_a: Viewer) -> None:
    project = opened(officer_a)
    told = Details("新名", total_investment=Decimal(120_000_000), next_step="报评审会")
    services.edit_project(officer_a, project.pk, details=told)

    found = selectors.project(officer_a, project.pk)
    assert (found.title, found.total_investment, found.next_step) == (
        "新名", Decimal(120_000_000), "报评审会",
    )  # fmt: skip


def test_a_person_is_kept_sealed(officer_a: Viewer) -> None:
    project = opened(officer_a)
    services.add_person(
        officer_a, project.pk, name="钱多多", telephone="13800000077", role="投资方联系人"
    )
    services.add_person(
        officer_a, project.pk, name="钱多多", telephone="13800000077", role="投资方联系人"
    )

    (person,) = selectors.people(officer_a, project.pk)
    assert "多多" not in str(person.contact)
    assert "13800000077" not in str(person.contact)


def test_what_waits_for_a_check_is_listed(officer_a: Viewer, section_head: Viewer) -> None:
    project = opened(officer_a)
    enter(officer_a, project, "start")

    (event,) = selectors.waiting_checks(section_head)
    services.check_stage(section_head, project.pk, event.pk, is_confirmed=True)
    assert not selectors.waiting_checks(section_head).exists()
