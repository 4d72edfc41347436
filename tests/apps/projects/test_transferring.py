"""Transfers by agreement, referrers filed in time, and all of an officer's work handed over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.apps.projects.conftest import FIRM, TODAY, File
from tests.apps.stored import everything_stored

from zhuchao.apps.enquiries import services as enquiry_acts
from zhuchao.apps.parties.models import Company, Contact
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import Claim, Project, TransferAgreement
from zhuchao.apps.projects.services import Referrer, Terms
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import audit

TERMS = Terms(50, ("tax", "output"), 2027, 2031, "首谈方、承接方、园区管委会")


def person(viewer: Viewer) -> int:
    assert viewer.person_id is not None
    return viewer.person_id


def offer(viewer: Viewer, claim: Claim, to: Viewer, terms: Terms = TERMS) -> TransferAgreement:
    return services.propose_transfer(
        viewer, claim.pk, to_person_id=person(to), terms=terms, today=TODAY
    )


def project_of(viewer: Viewer, company: str = FIRM) -> Project:
    evidence = DocumentForm("visit", "来访登记")
    opening = Opening("精密零件项目", evidence, TODAY, company=company)
    return services.open_project(viewer, opening=opening, today=TODAY)


def sign(viewer: Viewer, project: Project) -> None:
    entry = StageEntry("sign", TODAY, (DocumentForm("agreement", "投资协议"),))
    services.enter_stage(viewer, project.pk, entry=entry, today=TODAY)


REFERRER = Referrer("王小明", "13800000009", "商会秘书长，提供信息并陪同来访")


def test_agreed_the_firm_its_projects_and_referrers_pass(
    officer_a: Viewer, officer_b: Viewer, file: File
) -> None:
    claim = file(officer_a)
    project = project_of(officer_a)
    services.add_referral(officer_a, claim.pk, referrer=REFERRER, today=TODAY)
    made = offer(officer_a, claim, officer_b)

    assert list(selectors.open_transfers(officer_b)) == [made]
    taken = services.accept_transfer(officer_b, made.pk, today=TODAY)

    assert Claim.objects.get(pk=claim.pk).state == "transferred"
    assert (taken.state, taken.came_by_id, taken.owner_id) == ("held", made.pk, person(officer_b))
    mine = selectors.project(officer_b, project.pk)
    assert (mine.owner_id, mine.claim_id) == (person(officer_b), taken.pk)
    assert selectors.referrals(officer_b, taken.pk).count() == 1
    assert selectors.transfers_of(officer_b, taken.pk).get().giver_share == 50
    with pytest.raises(NotFound):
        selectors.project(officer_a, project.pk)
    with pytest.raises(Refused, match="不用再答复"):
        services.accept_transfer(officer_b, made.pk, today=TODAY)
    assert audit.verify().is_whole


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"giver_share": 101}, "0 到 100"),
        ({"indicators": ()}, "指标"),
        ({"indicators": ("luck",)}, "指标"),
        ({"first_year": 2032}, "年度"),
        ({"first_year": 2020, "last_year": 2025}, "已经过去"),
        ({"parties": " "}, "协议各方"),
    ],
)
def test_terms_that_cannot_be(
    officer_a: Viewer, officer_b: Viewer, file: File, wrong: dict[str, Any], said: str
) -> None:
    usual = {name: getattr(TERMS, name) for name in TERMS.__slots__}

    with pytest.raises(Refused, match=said):
        offer(officer_a, file(officer_a), officer_b, Terms(**usual | wrong))


def test_who_offers_whom(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, leader: Viewer, file: File
) -> None:
    claim = file(officer_a)

    for viewer, to, said in (
        (teammate, officer_b, "首报人自己"),
        (officer_a, officer_a, "不能流转给自己"),
        (officer_a, leader, "角色不能"),
    ):
        with pytest.raises(Refused, match=said):
            offer(viewer, claim, to)
    made = offer(officer_a, claim, officer_b)
    with pytest.raises(Refused, match="还没答复"):
        offer(officer_a, claim, teammate)
    with pytest.raises(NotFound):
        services.accept_transfer(teammate, made.pk, today=TODAY)
    with pytest.raises(NotFound):
        services.withdraw_transfer(officer_b, made.pk, today=TODAY)
    services.withdraw_transfer(officer_a, made.pk, today=TODAY)
    again = offer(officer_a, claim, teammate)
    services.decline_transfer(teammate, again.pk, today=TODAY)
    assert Claim.objects.get().state == "held"


def test_what_is_disputed_or_over_does_not_pass(
    officer_a: Viewer, officer_b: Viewer, teammate: Viewer, file: File
) -> None:
    claim = file(officer_a)
    made = offer(officer_a, claim, teammate)
    file(officer_b)

    with pytest.raises(Refused, match="有争议"):
        services.accept_transfer(teammate, made.pk, today=TODAY)
    other = file(officer_a, company="澄湖重型装备有限公司")
    late = offer(officer_a, other, teammate)
    with pytest.raises(Refused, match="已过期"):
        services.accept_transfer(teammate, late.pk, today=date(2027, 12, 1))


def test_referrers_are_sealed_and_filed_before_the_signing(
    officer_a: Viewer, officer_b: Viewer, file: File
) -> None:
    claim = file(officer_a)
    project = project_of(officer_a)

    first = services.add_referral(officer_a, claim.pk, referrer=REFERRER, today=TODAY)
    again = services.add_referral(officer_a, claim.pk, referrer=REFERRER, today=TODAY)
    assert first == again
    assert "13800000009" not in everything_stored()
    assert "王小明" not in everything_stored()
    with pytest.raises(NotFound):
        selectors.referrals(officer_b, claim.pk)
    sign(officer_a, project)
    with pytest.raises(Refused, match="签约前备案"):
        services.add_referral(officer_a, claim.pk, referrer=REFERRER, today=TODAY)


def test_nothing_of_an_officers_work_is_left_behind(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    claim = file(officer_a)
    project = project_of(officer_a)
    services.add_referral(officer_a, claim.pk, referrer=REFERRER, today=TODAY)

    made = enquiry_acts.hand_over_all(
        section_head, from_person_id=person(officer_a), to_person_id=person(officer_b)
    )

    for table in (Claim, Project, Company, Contact):
        assert not table.objects.filter(owner_id=person(officer_a)).exists()
        assert table.objects.filter(owner_id=person(officer_b)).exists()
    assert selectors.claim(officer_b, claim.pk).state == "held"
    assert selectors.project(officer_b, project.pk).claim_id == claim.pk
    with pytest.raises(Refused, match="没有未了结"):
        enquiry_acts.hand_over_all(
            officer_a, from_person_id=person(officer_a), to_person_id=person(officer_b)
        )

    enquiry_acts.undo_hand_over(section_head, made.pk)
    for table in (Claim, Project, Company, Contact):
        assert not table.objects.filter(owner_id=person(officer_b)).exists()
    assert selectors.claim(officer_a, claim.pk) == claim
    assert audit.verify().is_whole


def test_what_was_offered_before_is_void_after_a_hand_over(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, file: File
) -> None:
    made = offer(officer_a, file(officer_a), officer_b)
    enquiry_acts.hand_over_all(
        officer_a, from_person_id=person(officer_a), to_person_id=person(teammate)
    )

    with pytest.raises(Refused, match="已经转手"):
        services.accept_transfer(officer_b, made.pk, today=TODAY)
