"""Before a project is opened: what it may be already, and nothing of what others have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao import tables as reference
from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import BlindCheck, Project
from zhuchao.apps.projects.services import Filing
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.core.errors import Refused

FIRM = "江苏锐芯半导体制造有限公司"
FORM = {"title": "先进封测生产线", "evidence": "来访登记"}
BUDGET = reference.claim_rule().checks_a_day


@pytest.fixture
def claim_id(house: House) -> int:
    return claimed(house, "officer", FIRM)


def claimed(house: House, who: str, firm: str) -> int:
    today = timezone.localdate()
    filing = Filing(firm, "芯片封测，用地 50 亩", "来访登记", today)
    return services.file_claim(house.viewer(who), filing=filing, today=today).pk


def opened(house: House, who: str, title: str, firm: str) -> Project:
    today = timezone.localdate()
    opening = Opening(title, DocumentForm("visit", "来访登记"), today, firm)
    return services.open_project(house.viewer(who), opening=opening, today=today)


def post(client: Client, claim_id: int, **told: str) -> Any:
    day = {"occurred_on": str(timezone.localdate())}
    form = {f"project-{name}": value for name, value in (FORM | day).items()}
    return client.post(f"/desk/claims/{claim_id}/project/", form | told)


def test_a_firm_without_a_project_opens_at_once(officer: Client, claim_id: int) -> None:
    assert post(officer, claim_id).status_code == 302
    assert Project.objects.get().title == "先进封测生产线"


@pytest.mark.parametrize(
    ("title", "firm"),
    [("别的名称", FIRM), ("别的名称", "锐芯半导体"), ("锐芯先进封测生产线项目", "另一家有限公司")],
)
def test_a_like_project_is_told_first(
    house: House, officer: Client, claim_id: int, title: str, firm: str
) -> None:
    known = opened(house, "officer", title, firm)

    answer = post(officer, claim_id)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert Project.objects.count() == 1
    assert f"/desk/projects/{known.pk}/?kind=agreement#documents" in page
    assert 'name="project-title" value="先进封测生产线"' in page


def test_it_is_opened_nevertheless_with_a_reason(
    house: House, officer: Client, claim_id: int
) -> None:
    opened(house, "officer", "别的名称", FIRM)

    assert "另立项要写明理由" in post(officer, claim_id, despite=" ").content.decode()
    answer = post(officer, claim_id, despite="第二处厂区")

    made = Project.objects.get(title="先进封测生产线")
    assert answer["Location"] == f"/desk/projects/{made.pk}/"
    assert made.events.get().note == "另立项的理由：第二处厂区"


def test_a_different_firm_and_title_is_no_likeness(
    house: House, officer: Client, claim_id: int
) -> None:
    opened(house, "officer", "冷链物流园", "锐芯物流有限公司")

    assert post(officer, claim_id).status_code == 302


def test_an_attacker_learns_no_more_than_a_blind_check_tells(
    house: House, signed_in: Callable[[str], Client], claim_id: int
) -> None:
    theirs = opened(house, "officer", "锐芯先进封测生产线", FIRM)
    attacker = house.viewer("stranger")
    today = timezone.localdate()

    likely = services.look_before_opening(
        attacker, title="锐芯先进封测生产线", company="锐芯半导体", today=today
    )

    assert likely.projects == ()
    assert likely.told is not None
    assert theirs.title not in repr(likely)
    assert FIRM not in repr(likely)
    assert BlindCheck.objects.filter(person_id=attacker.person_id).count() == 1


def test_asking_again_of_the_same_firm_does_not_count(house: House) -> None:
    attacker, today = house.viewer("stranger"), timezone.localdate()
    for _ in range(3):
        services.look_before_opening(attacker, title="甲", company=FIRM, today=today)

    assert BlindCheck.objects.count() == 1


def test_firms_are_tried_no_oftener_than_checks_are_given(
    house: House, signed_in: Callable[[str], Client], claim_id: int
) -> None:
    attacker, today = house.viewer("stranger"), timezone.localdate()
    for number in range(BUDGET):
        services.look_before_opening(attacker, title="甲", company=f"第{number}甲厂", today=today)

    with pytest.raises(Refused, match="盲查已经用完"):
        services.look_before_opening(attacker, title="甲", company=FIRM, today=today)


def test_the_section_head_sees_the_project_and_asks_nothing(house: House, claim_id: int) -> None:
    theirs = opened(house, "officer", "锐芯先进封测生产线", FIRM)
    head = house.viewer("section_head")

    likely = services.look_before_opening(
        head, title="甲", company="锐芯半导体", today=timezone.localdate()
    )

    assert (likely.projects, likely.told) == ((theirs,), None)
    assert not BlindCheck.objects.filter(person_id=head.person_id).exists()
