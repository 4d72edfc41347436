"""First claims: filed once, kept by evidence, run out, given free."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.projects.conftest import FIRM, TODAY, File, filing, yuan
from tests.apps.stored import everything_stored

from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.holding import Noted
from zhuchao.apps.projects.models import BlindCheck, Claim
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit
from zhuchao.tables.packs import pack_text


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def act(viewer: Viewer, claim: Claim, on: date, evidence: str = "会议纪要 12 号") -> None:
    noted = Noted(on, evidence, "与投资方会面，议定选址")
    services.note_activity(viewer, claim.pk, noted=noted, today=on)


def go_by(head: Viewer, key: str) -> None:
    people.adopt_pack(head, kind="claims", text=pack_text("claims", key), adopted_from=TODAY)


def stated(viewer: Viewer, claim: Claim, on: date = TODAY) -> str:
    return selectors.claim_on(viewer, selectors.claim(viewer, claim.pk), on).state.value


def test_who_files_first_holds_the_firm(officer_a: Viewer, file: File) -> None:
    claim = file(officer_a)

    assert (claim.state, claim.valid_until) == ("held", days(90))
    assert "系统默认" in claim.rule
    assert claim.owner_id == officer_a.person_id
    assert [each.act for each in selectors.claim_events(officer_a, claim.pk)] == ["filed"]
    assert BlindCheck.objects.filter(verdict="no").count() == 1
    assert audit.verify().is_whole


def test_the_same_firm_again_is_the_same_claim(officer_a: Viewer, file: File) -> None:
    first = file(officer_a)

    assert file(officer_a, company=" 澄湖精密制造有限公司 ") == first
    assert Claim.objects.count() == 1


def test_a_claim_is_seen_by_its_team_alone(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    claim = file(officer_a)

    for viewer in (officer_a, teammate, section_head):
        assert selectors.claim(viewer, claim.pk) == claim
    with pytest.raises(NotFound):
        selectors.claim(officer_b, claim.pk)
    assert not selectors.claims(officer_b, today=TODAY)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"company": " "}, "企业名称"),
        ({"intention": ""}, "投资意向"),
        ({"evidence": " "}, "首谈凭据"),
        ({"talked_on": days(1)}, "今天之后"),
        ({"investment": Decimal(-1)}, "负数"),
    ],
)
def test_what_is_refused_asks_nothing(
    officer_a: Viewer, file: File, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refused, match=said):
        file(officer_a, **wrong)

    assert not Claim.objects.exists()
    assert not BlindCheck.objects.exists()


def test_a_floor_refuses_less_and_waits_for_what_is_not_known(
    officer_a: Viewer, section_head: Viewer, file: File
) -> None:
    go_by(section_head, "major-projects")

    with pytest.raises(Refused, match="未到“重大项目首报保护"):
        file(officer_a, investment=yuan(9.9))
    claim = file(officer_a)

    assert claim.state == "pending"
    assert claim.total_investment is None
    services.state_investment(officer_a, claim.pk, investment=yuan(12), today=TODAY)
    with pytest.raises(Refused, match="未到"):
        services.state_investment(officer_a, claim.pk, investment=yuan(1), today=TODAY)


def test_the_head_confirms_where_the_rule_says_so(
    officer_a: Viewer, section_head: Viewer, file: File
) -> None:
    go_by(section_head, "two-step-review")
    small, great = file(officer_a, investment=yuan(0.5)), file(
        officer_a, company="澄湖重型装备有限公司", investment=yuan(2)
    )  # fmt: skip

    assert (small.state, great.state) == ("held", "pending")
    with pytest.raises(NotAllowed):
        services.confirm_claim(officer_a, great.pk, today=TODAY)
    confirmed = services.confirm_claim(section_head, great.pk, today=days(2))
    assert (confirmed.state, confirmed.valid_until) == ("held", days(92))
    with pytest.raises(Refused, match="不用再确认"):
        services.confirm_claim(section_head, great.pk, today=days(2))


def test_a_pending_claim_is_declined_with_a_reason(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    go_by(section_head, "major-projects")
    claim = file(officer_a)

    with pytest.raises(Refused, match="理由"):
        services.decline_claim(section_head, claim.pk, reason=" ", today=TODAY)
    services.decline_claim(section_head, claim.pk, reason="未见来访登记", today=TODAY)

    assert stated(officer_a, claim) == "released"
    assert file(officer_b).state == "pending"


def test_it_is_renewed_by_evidence_and_so_often(officer_a: Viewer, file: File) -> None:
    claim = file(officer_a)

    with pytest.raises(Refused, match="有凭据的推进"):
        services.renew_claim(officer_a, claim.pk, today=days(80))
    act(officer_a, claim, days(79), evidence=" ")
    with pytest.raises(Refused, match="有凭据的推进"):
        services.renew_claim(officer_a, claim.pk, today=days(80))
    for day, until in ((80, 150), (140, 210)):
        act(officer_a, claim, days(day))
        assert services.renew_claim(officer_a, claim.pk, today=days(day)).valid_until == days(until)
        with pytest.raises(Refused, match=r"有凭据的推进|最多续期"):
            services.renew_claim(officer_a, claim.pk, today=days(day))
    act(officer_a, claim, days(200))
    with pytest.raises(Refused, match="最多续期 2 次"):
        services.renew_claim(officer_a, claim.pk, today=days(200))


def test_it_says_when_it_runs_out_and_lets_go(
    officer_a: Viewer, officer_b: Viewer, file: File
) -> None:
    claim = file(officer_a)

    on = {day: stated(officer_a, claim, days(day)) for day in (82, 83, 90, 91)}
    assert on == {82: "held", 83: "expiring", 90: "expiring", 91: "expired"}
    assert list(selectors.due_claims(officer_a, days(85))) == [claim]
    soon = [selectors.claim_on(officer_a, claim, days(day)).urgency for day in (85, 86, 88)]
    assert soon == ["", "slow", "late"]
    assert file(officer_b, today=days(91)).state == "held"
    assert Claim.objects.get(pk=claim.pk).state == "expired"


def test_nightly_what_ran_out_is_let_go(officer_a: Viewer, file: File) -> None:
    file(officer_a)
    file(officer_a, company="澄湖重型装备有限公司", today=days(5))

    assert services.expire_claims(SYSTEM, today=days(91)) == 1
    assert services.expire_claims(SYSTEM, today=days(91)) == 0
    assert audit.verify().is_whole


def test_lists_name_the_state_of_the_day(officer_a: Viewer, file: File) -> None:
    file(officer_a)

    def found(state: str, day: int) -> int:
        return selectors.claims(officer_a, today=days(day), states=(state,)).count()

    for day in (0, 85, 91):
        claim = Claim.objects.get()
        told = selectors.claim_on(officer_a, claim, days(day)).state.value
        states = ("pending", "held", "expiring", "expired", "contested", "ruled", "released")
        assert [state for state in states if found(state, day)] == [told]


def test_given_free_it_is_for_anybody(officer_a: Viewer, officer_b: Viewer, file: File) -> None:
    claim = file(officer_a)

    with pytest.raises(Refused, match="理由"):
        services.release_claim(officer_a, claim.pk, reason="", today=TODAY)
    services.release_claim(officer_a, claim.pk, reason="投资方放弃", today=TODAY)
    with pytest.raises(Refused, match="不用释放"):
        services.release_claim(officer_a, claim.pk, reason="再来", today=TODAY)

    assert file(officer_b).state == "held"


def test_who_may_not_claim(leader: Viewer, agent: Viewer, officer_a: Viewer, file: File) -> None:
    for viewer in (leader, agent):
        with pytest.raises(NotAllowed):
            services.file_claim(viewer, filing=filing(), today=TODAY)
    claim = file(officer_a)
    with pytest.raises(NotFound):
        services.release_claim(leader, claim.pk, reason="无", today=TODAY)


def test_telephones_are_covered(officer_a: Viewer, file: File) -> None:
    claim = file(officer_a, evidence="来电 13800000001", intention="王总 13800000001 要地")
    act(officer_a, claim, TODAY, "电话 13800000001")

    assert "13800000001" not in everything_stored()
    assert FIRM in everything_stored()
