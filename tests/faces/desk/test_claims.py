"""First claims on the desk: asked blindly, filed, disputed without a trace, ruled, passed on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.models import Claim, Contest, TransferAgreement
from zhuchao.ground import audit

FIRM = "澄湖精密制造有限公司"
CHECK, NEW = "/desk/claims/check/", "/desk/claims/new/"
SignedIn = Callable[[str], Client]


def filled(**told: str) -> dict[str, str]:
    return {
        "company": FIRM,
        "intention": "精密零件项目",
        "investment": "12000",
        "talked_on": str(timezone.localdate()),
        "evidence": "来访登记",
    } | told


def file(client: Client, **told: str) -> int:
    answer = client.post(NEW, filled(**told))
    assert answer.status_code == 302, answer.content.decode()
    return int(answer["Location"].split("/")[-2])


@pytest.fixture
def held_id(officer: Client) -> int:
    return file(officer)


@pytest.fixture
def contested_id(signed_in: SignedIn, held_id: int) -> int:
    return file(signed_in("stranger"))


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return unescape(answer.content.decode())


def test_a_sum_is_taken_in_any_usual_form(officer: Client) -> None:
    claim_id = file(officer, investment="5千万")

    assert "5,000" in page(officer, f"/desk/claims/{claim_id}/")


def test_a_check_answers_big_and_tells_nothing_else(signed_in: SignedIn, held_id: int) -> None:
    stranger = signed_in("stranger")

    taken = stranger.post(CHECK, {"name": FIRM}).content.decode()
    free = stranger.post(CHECK, {"name": "另一家有限公司"}).content.decode()

    assert "已有同事首报" in taken
    assert "企业名称或别名相同" in taken
    assert "测试section_head" in taken
    assert "今天还能查 19 次" in taken
    for told in ("测试officer", "精密零件", f"/desk/claims/{held_id}/"):
        assert told not in taken, told
    assert "没有人首报" in free
    carried = stranger.post(NEW, {"from_check": "1", "company": "另一家有限公司"})
    assert 'value="另一家有限公司"' in carried.content.decode()
    assert stranger.post(CHECK, {"name": " "}).status_code == 409


def test_the_list_and_the_page_of_a_claim(officer: Client, held_id: int) -> None:
    assert FIRM in page(officer, "/desk/claims/?state=held&owner=mine&q=精密")
    assert FIRM not in page(officer, "/desk/claims/?state=expired")
    shown = page(officer, f"/desk/claims/{held_id}/")
    for told in ("持有", "还有 90 天", "系统默认", "来访登记", "首报"):
        assert told in shown, told


def test_a_form_with_faults_keeps_what_was_typed(officer: Client) -> None:
    for told, status, sentence in (
        ({"evidence": ""}, 422, "请填写此项"),
        ({"investment": "很多"}, 422, "没有读懂“很多”"),
        ({"talked_on": "2999-01-01"}, 422, "不能晚于今天"),
        ({"credit_code": "123"}, 409, "18 位"),
    ):
        answer = officer.post(NEW, filled(**told))
        assert (answer.status_code, sentence in answer.content.decode()) == (status, True), told
        assert FIRM in answer.content.decode()
    assert not Claim.objects.exists()


def test_it_is_kept_by_activity_and_given_free(officer: Client, held_id: int) -> None:
    address = f"/desk/claims/{held_id}/"

    refused = officer.post(f"{address}renew/")
    assert (refused.status_code, "有凭据的推进" in refused.content.decode()) == (409, True)
    told = {
        "activity-on": str(timezone.localdate()),
        "activity-text": "会面",
        "activity-evidence": "纪要",
    }
    assert officer.post(f"{address}activity/", told).status_code == 302
    assert officer.post(f"{address}renew/").status_code == 302
    assert "已续期 1 次" in page(officer, address)
    referral = {
        "referral-name": "王小明", "referral-telephone": "13800000009", "referral-relation": "陪同",
    }  # fmt: skip
    assert officer.post(f"{address}referrers/", referral).status_code == 302
    shown = page(officer, address)
    assert "陪同" in shown
    assert "13800000009" not in shown
    opened = officer.post(f"{address}referrers/{_referral(held_id)}/contact/").content.decode()
    assert "13800000009" in opened
    assert officer.post(f"{address}release/", {"reason-reason": ""}).status_code == 422
    assert officer.post(f"{address}release/", {"reason-reason": "投资方放弃"}).status_code == 302
    assert "已释放" in page(officer, address)


def _referral(claim_id: int) -> int:
    return Claim.objects.get(pk=claim_id).referrals.get().pk


def test_a_contest_shows_each_side_its_own_and_the_head_both(
    signed_in: SignedIn, officer: Client, held_id: int, contested_id: int
) -> None:
    stranger, head = signed_in("stranger"), signed_in("section_head")
    contest = Contest.objects.get()
    address = f"/desk/contests/{contest.pk}/"
    told = {"statement-text": "十一月首谈", "statement-evidence": "纪要"}
    assert officer.post(f"{address}statements/{held_id}/", told).status_code == 302

    theirs = page(stranger, address)
    for secret in ("测试officer", "十一月首谈", f"/desk/claims/{held_id}/"):
        assert secret not in theirs, secret
    assert stranger.get(f"/desk/claims/{held_id}/").status_code == 404
    assert "另有同事首报" in page(officer, f"/desk/claims/{held_id}/")
    assert "待裁定的首报争议" in page(head, "/desk/")
    assert "我的首报争议" in page(stranger, "/desk/")
    file_page = page(head, address)
    assert "测试officer" in file_page
    assert "测试stranger" in file_page
    ruling = {"ruling-reasons": "首谈在先", "decision": str(contested_id)}
    early = head.post(f"{address}ruling/", ruling)
    assert (early.status_code, "还没有陈述" in early.content.decode()) == (409, True)
    stranger.post(f"{address}statements/{contested_id}/", told)
    assert head.post(f"{address}ruling/", ruling).status_code == 302
    assert "首报争议有了结果" in page(officer, "/desk/")
    assert "不归您" in page(officer, address)
    assert "归您" in page(stranger, address)
    assert "裁定持有" in page(stranger, f"/desk/claims/{contested_id}/")
    assert audit.verify().is_whole


def opening() -> dict[str, str]:
    return {
        "project-title": "精密零件项目",
        "project-occurred_on": str(timezone.localdate()),
        "project-evidence": "来访登记",
    }


def test_a_firm_and_its_project_pass_by_agreement(
    signed_in: SignedIn, officer: Client, house: House, held_id: int
) -> None:
    stranger, address = signed_in("stranger"), f"/desk/claims/{held_id}/"
    project = officer.post(f"{address}project/", opening())["Location"]
    offered = {
        "transfer-to_person_id": str(house.people["stranger"].pk),
        "transfer-giver_share": "50",
        "transfer-first_year": "2027",
        "transfer-last_year": "2031",
        "transfer-indicators": ["tax", "output"],
        "transfer-parties": "首谈方、承接方",
    }
    assert (
        officer.post(f"{address}transfer/", offered | {"transfer-giver_share": "101"}).status_code
        == 422
    )
    assert officer.post(f"{address}transfer/", offered).status_code == 302
    made = TransferAgreement.objects.get()

    assert "等您答复的流转" in page(stranger, "/desk/")
    assert "税收（地方留成）、产值" in page(stranger, f"/desk/transfers/{made.pk}/")
    answer = stranger.post(f"/desk/transfers/{made.pk}/answer/", {"answer": "accept"})
    assert "由流转取得" in page(stranger, answer["Location"])
    assert stranger.get(project).status_code == 200
    assert "已流转" in page(officer, address)


def test_alerts_are_read_by_the_head(signed_in: SignedIn, house: House) -> None:
    for number in range(16):
        services.check(
            house.viewer("stranger"), name=f"第{number}号公司", today=timezone.localdate()
        )
    head, alert = signed_in("section_head"), selectors.alerts(house.viewer("section_head")).get()

    assert "盲查提醒" in page(head, "/desk/")
    assert "当日盲查 16 次" in page(head, "/desk/check-alerts/")
    assert head.post(f"/desk/check-alerts/{alert.pk}/seen/").status_code == 302
    assert "盲查提醒" not in page(head, "/desk/")
    assert "已阅" in page(head, "/desk/check-alerts/")
    assert signed_in("stranger").post(f"/desk/check-alerts/{alert.pk}/seen/").status_code == 403


def test_what_runs_out_is_due_today(officer: Client, held_id: int) -> None:
    Claim.objects.update(valid_until=timezone.localdate() + timedelta(days=2))

    assert "快到期的首谈首报" in page(officer, "/desk/")
    assert "tag--late" in page(officer, "/desk/claims/")


def test_who_has_no_part_in_claims(signed_in: SignedIn, held_id: int) -> None:
    for who, status in (("agent", 403), ("editor", 403), ("leader", 200), ("supervisor", 200)):
        assert signed_in(who).get("/desk/claims/").status_code == status, who
    for who in ("agent", "leader", "supervisor"):
        assert signed_in(who).post(CHECK, {"name": FIRM}).status_code == 403, who


def test_longer_lists_ask_no_more(officer: Client, held_id: int) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(officer, "/desk/claims/")
        return len(asked)

    few = queries()
    for number in range(12):
        file(officer, company=f"第{number}号实业有限公司")
    assert queries() == few
