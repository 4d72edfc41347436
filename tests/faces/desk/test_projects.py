"""A project climbs its ladder by evidence, and its history is shown."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone


@pytest.fixture
def project_id(officer: Client, enquiry_id: int) -> int:
    form = {"title": "精密项目", "evidence": "微信消息", "occurred_on": timezone.localdate()}
    answer = officer.post(f"/desk/enquiries/{enquiry_id}/project/", form)
    return int(answer["Location"].split("/")[-2])


def test_a_stage_is_entered_with_evidence(officer: Client, project_id: int) -> None:
    form = {
        "stage": "talk",
        "kind": "visit",
        "evidence": "会谈记录一号",
        "occurred_on": timezone.localdate(),
    }

    page = officer.post(f"/desk/projects/{project_id}/stage/", form, follow=True).content.decode()

    assert "已进入“在谈”" in page
    assert "会谈记录一号" in page


def test_a_stage_without_evidence_is_told_at_the_field(officer: Client, project_id: int) -> None:
    form = {"stage": "talk", "kind": "visit", "evidence": "", "occurred_on": timezone.localdate()}

    answer = officer.post(f"/desk/projects/{project_id}/stage/", form)

    assert answer.status_code == 422
    assert "进入阶段要有凭据" in answer.content.decode()


def test_the_list_narrows_by_stage_and_today_counts_it(officer: Client, project_id: int) -> None:
    address = f"/desk/projects/{project_id}/"

    assert address in officer.get("/desk/projects/?stage=lead").content.decode()
    assert address not in officer.get("/desk/projects/?stage=talk").content.decode()
    assert 'href="/desk/projects/?stage=lead"' in officer.get("/desk/").content.decode()


def test_three_people_see_it_differently(
    signed_in: Callable[[str], Client], project_id: int
) -> None:
    address = f"/desk/projects/{project_id}/"

    assert signed_in("stranger").get(address).status_code == 404
    assert "进入下一阶段" not in signed_in("leader").get(address).content.decode()
    assert "进入下一阶段" in signed_in("section_head").get(address).content.decode()


def test_the_head_tells_the_tier_and_what_kind_of_project_it_is(
    officer: Client, project_id: int
) -> None:
    page = officer.get(f"/desk/projects/{project_id}/").content.decode()
    assert "总投资未填，不分档" in page
    assert f"/desk/projects/{project_id}/edit/#id_chain_role" in page

    form = {
        "title": "精密项目", "kind": "industry", "chain_role": "fill", "chain_node": "谐波减速器",
        "method": "fund", "total_investment": "12亿",
    }  # fmt: skip
    officer.post(f"/desk/projects/{project_id}/edit/", form)

    head = officer.get(f"/desk/projects/{project_id}/").content.decode().split("</header>")[0]
    for told in ("十亿级", "补链", "谐波减速器", "基金招商"):
        assert told in head


def test_who_may_not_change_it_is_not_offered_to(
    signed_in: Callable[[str], Client], project_id: int
) -> None:
    page = signed_in("leader").get(f"/desk/projects/{project_id}/").content.decode()

    assert "招商方式未定" in page
    assert "改强补延" not in page
