"""Contests: opened by the second claim, stated by both, ruled with reasons by somebody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.projects.conftest import FIRM, TODAY, File

from zhuchao.apps.parties.models import Company, CompanyMerge
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.models import Claim, Contest, Statement
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit

REASONS = "一方的来访登记早于对方，按首谈时间认定"


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def plead(viewer: Viewer, claim: Claim, on: date = TODAY) -> Statement:
    return services.state_case(
        viewer, claim.pk, text="11 月 12 日在对方总部首谈", evidence="纪要 7 号", today=on
    )


def now(claim: Claim) -> Claim:
    return Claim.objects.select_related("contest").get(pk=claim.pk)


@pytest.fixture
def two(officer_a: Viewer, officer_b: Viewer, file: File) -> tuple[Claim, Claim]:
    first, second = file(officer_a), file(officer_b)
    return now(first), now(second)


def test_the_second_claim_is_contested_and_the_first_holds(
    two: tuple[Claim, Claim], officer_a: Viewer, officer_b: Viewer, section_head: Viewer
) -> None:
    first, second = two

    assert (first.state, second.state) == ("held", "contested")
    contest = selectors.contests_to_rule(section_head).get()
    assert first.contest_id == second.contest_id == contest.pk
    assert contest.statements_until == days(5)
    for viewer, claim in ((officer_a, first), (officer_b, second)):
        told = selectors.claim_on(viewer, selectors.claim(viewer, claim.pk), days(400))
        assert told.state == "contested"
    assert audit.verify().is_whole


def test_a_side_sees_nothing_of_the_other(
    two: tuple[Claim, Claim], officer_a: Viewer, officer_b: Viewer, section_head: Viewer
) -> None:
    first, second = two
    plead(officer_a, first)

    contest = selectors.contest(officer_b, second.contest_id or 0)
    own = selectors.sides(officer_b, contest.pk)
    assert [side.claim for side in own] == [second]
    assert own[0].statements == ()
    events = selectors.claim_events(officer_a, first.pk)
    assert {each.by_id for each in events if each.act == "contested"} == {None}
    file = selectors.sides(section_head, contest.pk)
    assert [(side.claim, len(side.statements)) for side in file] == [(first, 1), (second, 0)]
    assert not selectors.contests_to_rule(officer_a)


def test_upheld_it_is_ruled_and_the_other_gives_it_free(
    two: tuple[Claim, Claim], officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    first, second = two
    contest_id = first.contest_id or 0
    plead(officer_b, second)

    def rule(**told: Any) -> Claim:
        usual = {"claim_id": second.pk, "reasons": REASONS, "today": TODAY}
        return services.uphold_claim(section_head, contest_id, **usual | told)

    with pytest.raises(Refused, match="测试officer-a还没有陈述"):
        rule()
    with pytest.raises(Refused, match="裁定理由"):
        rule(reasons=" ")
    plead(officer_a, first)
    assert rule().state == "ruled"

    assert now(first).state == "released"
    assert now(second).valid_until == days(90)
    assert selectors.contest(officer_a, contest_id).reasons == REASONS
    with pytest.raises(Refused, match="已经结案"):
        rule()
    with pytest.raises(Refused, match="已经裁定"):
        file(officer_a)
    assert audit.verify().is_whole


def test_dismissed_the_first_goes_on_without_loss(
    two: tuple[Claim, Claim], officer_a: Viewer, section_head: Viewer, officer_b: Viewer, file: File
) -> None:
    first, second = two
    services.dismiss_contest(
        section_head, first.contest_id or 0, reasons=REASONS, today=days(8)
    )  # the term is over: nobody needs to have spoken

    assert (now(first).state, now(second).state) == ("held", "released")
    opened_days = (days(8) - timezone.localdate(Contest.objects.get().opened_at)).days
    assert now(first).valid_until == days(90 + max(opened_days, 0))


def test_who_rules(
    two: tuple[Claim, Claim],
    officer_a: Viewer,
    teammate: Viewer,
    leader: Viewer,
    section_head: Viewer,
    file: File,
) -> None:
    contest_id = two[0].contest_id or 0
    for viewer in (officer_a, teammate, leader):
        with pytest.raises(NotAllowed):
            services.dismiss_contest(viewer, contest_id, reasons=REASONS, today=days(9))
    file(section_head)  # a head who claims is a side
    with pytest.raises(NotAllowed, match="当事一方"):
        services.dismiss_contest(section_head, contest_id, reasons=REASONS, today=days(9))
    with pytest.raises(NotFound):
        selectors.contest(officer_a, contest_id + 1)


def test_statements_are_ones_own_and_in_time(
    two: tuple[Claim, Claim], officer_a: Viewer, teammate: Viewer
) -> None:
    with pytest.raises(Refused, match="首报人自己"):
        plead(teammate, two[0])
    with pytest.raises(Refused, match="举证期限"):
        plead(officer_a, two[0], days(6))
    with pytest.raises(NotFound):
        plead(officer_a, two[1])


def test_a_side_that_gives_it_free_ends_the_contest(
    two: tuple[Claim, Claim], officer_a: Viewer
) -> None:
    services.release_claim(officer_a, two[0].pk, reason="让给同事", today=TODAY)

    assert now(two[1]).state == "held"
    assert Contest.objects.get().closed_at is not None


def test_merging_two_held_firms_opens_a_contest_and_undoing_settles_it(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    first, second = file(officer_a), file(officer_b, company="澄湖精密股份公司")
    kept, folded = second.company_id, first.company_id

    made = services.merge_companies(
        section_head, kept_id=kept, folded_id=folded, reason="更名通知书", today=TODAY
    )
    assert (now(first).state, now(second).state) == ("held", "contested")
    assert services.open_contest_for(section_head, folded, today=TODAY) == made
    assert file(officer_b) == now(second)

    merge = CompanyMerge.objects.get()
    services.undo_merge(section_head, merge.pk, today=TODAY)
    assert (now(first).state, now(second).state) == ("held", "held")
    assert Contest.objects.get().closed_at is not None
    assert services.open_contest_for(section_head, kept, today=TODAY) is None
    assert audit.verify().is_whole


def test_a_new_claim_on_a_member_meets_the_holder_of_the_family(
    officer_a: Viewer, officer_b: Viewer, file: File
) -> None:
    first = file(officer_a, company="澄湖精密股份公司")
    head = Company.objects.create(
        organisation_id=first.organisation_id, name=FIRM, normal_name=FIRM
    )
    Company.objects.filter(pk=first.company_id).update(head=head)

    assert file(officer_b).state == "contested"
    assert services.expire_claims(SYSTEM, today=days(300)) == 0
