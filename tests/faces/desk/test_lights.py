"""Baselines, lights and the leader's page on the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.people import services as people
from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.services import About, MonthEntry
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.core.progress.reckoning import reported_until
from zhuchao.tables.packs import pack_text

SignedIn = Callable[[str], Client]
TWELVE = "25 25 25 25 25 25 25 25 25 25 25 100"


def until() -> date:
    return reported_until(timezone.localdate())


@pytest.fixture
def year() -> int:
    return until().year


@pytest.fixture
def project_id(house: House) -> int:
    """A project of 100 yuan in a house that lights by 银川, without a baseline."""
    head, viewer, today = (
        house.viewer("section_head"),
        house.viewer("officer"),
        timezone.localdate(),
    )
    text = pack_text("lights", "yinchuan")
    people.adopt_pack(head, kind="lights", text=text, adopted_from=until())
    evidence = DocumentForm("visit", "来访记录")
    opening = Opening(title="枢衡精密零件项目", evidence=evidence, occurred_on=until())
    today = timezone.localdate()
    project = services.open_project(viewer, opening=opening, today=today)
    about = About("done", until().year, project.pk)
    services.set_target(viewer, about, amount=Decimal(100), reason="年度计划", today=today)
    return project.pk


def book(house: House, project_id: int, yuan: int) -> None:
    entry = MonthEntry("done", until().replace(day=1), Decimal(yuan))
    services.note_investment(
        house.viewer("officer"), project_id, entries=(entry,), source="月报",
        today=timezone.localdate(),
    )  # fmt: skip


def curve(**told: str) -> dict[str, str]:
    usual = {"kind": "twelve", "percents": TWELVE, "title": "年度曲线", "reason": "会议纪要"}
    return {f"curve-{key}": value for key, value in (usual | told).items()}


def target(client: Client, amount: str) -> None:
    form = {"target-amount": amount, "target-reason": "年度计划"}
    assert client.post("/desk/progress/done/target/", form).status_code == 302


def test_a_light_opens_into_rule_numbers_curve_and_days(
    signed_in: SignedIn, house: House, project_id: int
) -> None:
    book(house, project_id, 16)
    officer, head = signed_in("officer"), signed_in("section_head")
    assert "年序时基线，无数据" in officer.get(f"/desk/projects/{project_id}/").content.decode()

    page = head.post("/desk/progress/done/", curve(), follow=True).content.decode()
    assert "已定下新的一版基线" in page
    assert "测试section_head" in page

    opened = officer.get(f"/desk/projects/{project_id}/lights/").content.decode()
    for told in ("落后序时 9 个百分点", "规则没有写到这一段", "为序时的 64.0%", "黄灯",
                 "“年度曲线”第 1 版", "落后 0 至 10 个百分点", "没有记约定的开工时间"):  # fmt: skip
        assert told in opened, told
    listed = officer.get("/desk/projects/?light=none").content.decode()
    assert "枢衡精密零件项目" in listed
    assert "枢衡精密零件项目" not in officer.get("/desk/projects/?light=green").content.decode()


def test_a_curve_is_shown_before_it_is_set(signed_in: SignedIn, house: House, year: int) -> None:
    head = signed_in("section_head")

    page = head.post("/desk/progress/done/", curve(reason="") | {"preview": "1"})

    text = page.content.decode()
    assert page.status_code == 200
    assert "预览：还没有定下" in text
    assert "请填写此项" not in text
    address = f"/desk/progress/curve.svg?indicator=done&year={year}&kind=twelve&percents={TWELVE}"
    drawn = head.get(address)
    assert drawn["Content-Type"] == "image/svg+xml"
    assert "预览" in drawn.content.decode()
    assert head.get(address, headers={"If-None-Match": drawn["ETag"]}).status_code == 304
    assert "还没有定过" in head.get("/desk/progress/done/").content.decode()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"percents": "1 2 3"}, "现在是 3 个"),
        ({"percents": TWELVE.replace("100", "99")}, "全年应到 100"),
        ({"percents": "很多"}, "没有读懂"),
        ({"reason": ""}, "请填写此项"),
        ({"kind": "straight"}, "curve-kind"),
    ],
)
def test_what_is_no_curve_says_what_to_do(
    signed_in: SignedIn, house: House, told: dict[str, str], sentence: str
) -> None:
    page = signed_in("section_head").post("/desk/progress/done/", curve(**told))

    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_a_published_pair_says_its_baseline(signed_in: SignedIn, house: House) -> None:
    head = signed_in("section_head")
    form = {"published-month": "1", "published-done": "35.1", "published-ahead": "10.1"}
    address = f"/desk/progress/fiscal_revenue/published/?year={timezone.localdate().year}"

    page = head.post(address, form | {"published-source": "统计月报"}, follow=True)

    text = page.content.decode()
    assert "推出序时基线 25%" in text
    assert "与已有的基线都不一致" in text
    half = head.post(address, form | {"published-source": "月报", "published-ahead": ""})
    assert half.status_code == 409
    assert "成对填写" in half.content.decode()


def test_the_leader_sees_how_many_how_much_and_why(
    signed_in: SignedIn, house: House, project_id: int, year: int
) -> None:
    head, leader = signed_in("section_head"), signed_in("leader")
    head.post("/desk/progress/done/", curve())
    target(head, "100")
    book(house, project_id, 16)

    text = leader.get("/desk/leading/").content.decode()

    assert "投资落后序时 9 个百分点" in text
    assert "年度曲线" in text
    assert "light=amber&amp;pack=wuhan" in text
    assert (
        "枢衡精密零件项目" in leader.get("/desk/projects/?light=amber&pack=wuhan").content.decode()
    )
    none = leader.get("/desk/projects/?light=amber&pack=yinchuan").content.decode()
    assert "枢衡精密零件项目" not in none
    for opened in (f"told=done-{year}", "park=0", "park=0&light=none"):
        assert "枢衡精密零件项目" in leader.get(f"/desk/projects/?{opened}").content.decode()
    # Every month's end but December's is a quarter; 5 of 100 is 20 points behind, 0 of 100 25.
    book(house, project_id, 5)
    assert "落后序时 20 个百分点" in leader.get("/desk/leading/").content.decode()
    assert leader.get("/desk/leading/curves.svg")["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        ("officer", "/desk/leading/", 403),
        ("supervisor", "/desk/leading/", 403),
        ("section_head", "/desk/leading/", 200),
        ("leader", "/desk/leading/", 200),
        ("officer", "/desk/progress/", 200),
        ("editor", "/desk/progress/", 403),
        ("officer", "/desk/progress/luck/", 404),
        ("leader", "/desk/projects/?light=red&pack=luck", 404),
        ("officer", "/desk/progress/done/?year=1066", 409),
        ("officer", "/desk/lights/changes/", 200),
    ],
)
def test_who_sees_what(
    signed_in: SignedIn, house: House, who: str, address: str, status: int
) -> None:
    assert signed_in(who).get(address).status_code == status


def test_an_officer_sets_no_baseline(officer: Client, house: House, project_id: int) -> None:
    assert officer.post("/desk/progress/done/", curve()).status_code == 403
    assert officer.post("/desk/progress/done/target/", {
        "target-amount": "1亿", "target-reason": "计划",
    }).status_code == 403  # fmt: skip
    assert officer.post("/desk/lights/reckon/").status_code == 403
    own = f"/desk/progress/done/target/?project={project_id}"
    form = {"target-amount": "200", "target-reason": "调整"}
    assert "第 2 版" in officer.post(own, form, follow=True).content.decode()


def test_today_tells_which_lights_turned(
    signed_in: SignedIn, house: House, project_id: int
) -> None:
    signed_in("section_head").post("/desk/progress/done/", curve())
    assert "变了的灯" not in signed_in("officer").get("/desk/").content.decode()

    book(house, project_id, 5)

    for who in ("officer", "section_head", "supervisor"):
        text = signed_in(who).get("/desk/").content.decode()
        assert "枢衡精密零件项目：无数据 → ▲黄灯" in text, who
        assert "记了投资：投资进度：落后序时 20 个百分点" in text, who
    assert "枢衡精密零件项目" not in signed_in("stranger").get("/desk/").content.decode()


def test_lights_follow_an_adopted_pack_at_once(
    signed_in: SignedIn, house: House, project_id: int
) -> None:
    head = signed_in("section_head")
    head.post("/desk/progress/done/", curve())
    book(house, project_id, 16)
    adopted = {"kind": "lights", "key": "wuhan", "adopted_from": str(timezone.localdate())}

    head.post("/desk/rules/adopt/", adopted)

    changes = head.get("/desk/lights/changes/").content.decode()
    assert "换了规则" in changes
    assert "为序时的 64.0%" in changes
