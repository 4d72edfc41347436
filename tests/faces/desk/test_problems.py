"""Problems on the desk: raised on a project, assigned, proved, checked, listed by who has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.apps.projects.services.opening import Opening

WORDS = "用地指标未落实，摘牌推迟"


@pytest.fixture
def project_id(house: House) -> int:
    today = timezone.localdate()
    opening = Opening("精密项目", DocumentForm("message", "来访记录"), today)
    return services.open_project(house.viewer("officer"), opening=opening, today=today).pk


def raised(client: Client, project_id: int, **told: Any) -> Any:
    form = {"problem-kind": "land", "problem-words": WORDS, "problem-unit": ""}
    form |= {"problem-raised_on": str(timezone.localdate())}
    return client.post(f"/desk/projects/{project_id}/problems/", form | told)


@pytest.fixture
def address(officer: Client, project_id: int) -> str:
    answer = raised(officer, project_id)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def act(client: Client, address: str, name: str, **told: Any) -> str:
    answer = client.post(f"{address}{name}/", told, follow=True)
    return str(answer.content.decode())


def test_from_raising_to_striking_off(
    officer: Client, signed_in: Callable[[str], Client], address: str, project_id: int
) -> None:
    supervisor = signed_in("supervisor")
    assert "待交办" in officer.get(address).content.decode()

    page = act(supervisor, address, "assign", **{"assign-unit": "自然资源局"})
    assert "已交办" in page
    assert "办理中" in page
    today = str(timezone.localdate())
    page = act(officer, address, "progress", **{"progress-note": "已报件", "progress-on": today})
    assert "已报件" in page
    proof = {"proof-kind": "filing", "proof-evidence": "用地批复", "proof-on": today}
    page = act(officer, address, "proof", **proof)
    assert "等另一位同事核验" in page
    assert "核验通过，销号</button>" not in page

    page = act(supervisor, address, "check", verdict="solved", **{"check-note": "看过批复"})

    assert "已销号" in page
    assert "凭据：用地批复" in page
    page = act(supervisor, address, "reopen", **{"reason-reason": "又卡住"})
    assert "重开 1 次" in page
    panel = officer.get(f"/desk/projects/{project_id}/").content.decode()
    assert WORDS in panel


def test_what_lacks_is_said_beside_its_field(
    officer: Client, signed_in: Callable[[str], Client], address: str, project_id: int
) -> None:
    answer = raised(officer, project_id, **{"problem-words": ""})
    assert answer.status_code == 422
    assert "请填写此项" in answer.content.decode()
    supervisor = signed_in("supervisor")
    answer = supervisor.post(f"{address}assign/", {"assign-unit": ""})
    assert answer.status_code == 422
    act(supervisor, address, "assign", **{"assign-unit": "自然资源局"})
    answer = officer.post(
        f"{address}proof/", {"proof-on": str(timezone.localdate()), "proof-note": "好了"}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "报办结要有凭据" in page
    assert "好了" in page


def test_a_record_is_withdrawn_with_a_reason(
    officer: Client, signed_in: Callable[[str], Client], address: str
) -> None:
    supervisor = signed_in("supervisor")
    page = act(supervisor, address, "assign", **{"assign-unit": "自然资源局"})
    event = page.partition(f"{address}events/")[2].partition("/")[0]

    assert supervisor.post(f"{address}events/{event}/withdraw/").status_code == 409
    page = act(supervisor, address, f"events/{event}/withdraw", reason="交错单位")

    assert "<s><strong>交办</strong></s>" in page
    assert "待交办" in page


def test_the_list_is_filtered_and_the_load_opens_to_it(
    officer: Client, signed_in: Callable[[str], Client], address: str
) -> None:
    supervisor = signed_in("supervisor")
    assert "还没有定单位" in supervisor.get("/desk/problems/load/").content.decode()
    act(supervisor, address, "assign", **{"assign-unit": "自然资源局"})

    page = supervisor.get("/desk/problems/load/").content.decode()
    assert "1 个问题未销号，0 个超期" in page
    assert "?state=open&amp;unit=%E8%87%AA" in page
    for query, is_seen in (
        ("state=open&unit=自然资源局", True),
        ("state=awaiting", False),
        ("state=overdue", False),
        ("kind=land&q=摘牌", True),
        ("kind=money", False),
        ("state=nonsense", True),
    ):
        found = supervisor.get(f"/desk/problems/?{query}").content.decode()
        assert (WORDS in found) is is_seen, query


def test_whom_it_does_not_concern(
    signed_in: Callable[[str], Client], address: str, project_id: int
) -> None:
    assert signed_in("stranger").get(address).status_code == 404
    assert signed_in("auditor").get("/desk/problems/").status_code == 403
    leader = signed_in("leader")
    assert leader.get(address).status_code == 200
    assert leader.post(f"{address}assign/", {"assign-unit": "某局"}).status_code == 404
    assert raised(leader, project_id).status_code == 403


def test_what_is_late_is_told_today_to_whom_it_rose(
    signed_in: Callable[[str], Client], house: House, project_id: int
) -> None:
    today = timezone.localdate()
    early = ProblemForm("utility", "正式用电未接入", today - timedelta(days=40))
    services.raise_problem(house.viewer("officer"), project_id, form=early, today=today)
    assert signed_in("officer").post("/desk/problems/escalate/").status_code == 403

    for risen in (1, 0):
        answer = signed_in("supervisor").post("/desk/problems/escalate/", follow=True)
        assert f"升级了 {risen} 个问题" in answer.content.decode()

    for who in ("section_head", "supervisor", "leader"):
        page = signed_in(who).get("/desk/").content.decode()
        assert "超期升级的问题" in page, who
    assert "超期升级的问题" not in signed_in("officer").get("/desk/").content.decode()


@pytest.mark.parametrize("address", ["/desk/problems/", "/desk/problems/load/"])
def test_more_problems_ask_no_more_questions(
    officer: Client, house: House, project_id: int, address: str
) -> None:
    def fill(count: int) -> int:
        for number in range(count):
            form = ProblemForm("land", f"问题 {number}", timezone.localdate())
            services.raise_problem(
                house.viewer("officer"), project_id, form=form, today=timezone.localdate()
            )
        with CaptureQueriesContext(connection) as caught:
            assert officer.get(address).status_code == 200
        return len(caught)

    few = fill(2)

    assert fill(12) <= few
