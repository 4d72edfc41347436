"""A baseline is set, a fact booked, a light turns, opens to its reason, and reaches the leader."""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Seat
from tests.journeys.projects import ADDRESS, begin, claim

from zhuchao.core.progress.reckoning import reported_until

# A quarter by every month's end but December's: 16 % done is nine points behind.
QUARTER = " ".join(["25"] * 11 + ["100"])


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, page.url


def set_a_year(head: Page, number: str) -> None:
    """A curve for the project, first shown and then set, and its target."""
    head.goto(f"/desk/progress/done/?project={number}")
    head.get_by_role("combobox", name="曲线").select_option("twelve")
    head.get_by_role("textbox", name="十二个数").fill(QUARTER)
    head.get_by_role("button", name="预览").click()
    expect(head.get_by_role("heading", name="预览：还没有定下")).to_be_visible()
    expect(head.locator("img.chart")).to_be_visible()
    fits(head)
    head.locator("#curve").get_by_role("textbox", name="名称").fill("季度曲线")
    head.locator("#curve").get_by_role("textbox", name="依据").fill("调度会纪要 12 号")
    head.get_by_role("button", name="定为新的一版").click()
    expect(head.get_by_text("已定下新的一版基线")).to_be_visible()
    head.get_by_role("textbox", name="全年目标").fill("1亿")
    head.locator("#target").get_by_role("textbox", name="依据").fill("年度计划")
    head.get_by_role("button", name="定下目标").click()
    expect(head.get_by_text("已定下目标")).to_be_visible()


def book(officer: Page, number: str, month: date, wan: int) -> None:
    officer.goto(f"/desk/projects/{number}/money/")
    officer.get_by_label("口径").select_option("done")
    officer.get_by_label("年份").fill(str(month.year))
    officer.get_by_label("从哪个月起").select_option(str(month.month))
    officer.get_by_label("金额").fill(str(wan))
    officer.get_by_label("来源").fill("统计月报")
    officer.get_by_role("button", name="记下").click()
    expect(officer.get_by_text("已记下")).to_be_visible()


def test_a_light_turns_and_is_seen(seat: Seat, today: date) -> None:
    month = reported_until(today)
    head, officer = seat("guhuaiyuan"), seat("shenzhihe")
    width = officer.viewport_size["width"] if officer.viewport_size else 0
    name = f"澜序{width}减振器"
    begin(officer, claim(officer, f"澜序{width}减振科技有限公司", today), name, today)
    officer.wait_for_url(ADDRESS)
    number = re.findall(r"\d+", officer.url)[-1]

    set_a_year(head, number)
    book(officer, number, month, 1600)
    officer.goto(f"/desk/projects/{number}/lights/")
    expect(officer.get_by_text("落后序时 9 个百分点").first).to_be_visible()
    expect(officer.get_by_text("规则没有写到这一段").first).to_be_visible()
    expect(officer.get_by_text("为序时的 64.0%").first).to_be_visible()
    fits(officer)

    book(officer, number, month, 500)
    officer.goto("/desk/")
    row = officer.locator("section", has_text="变了的灯").get_by_role("link", name=name).first
    expect(row).to_contain_text("黄灯")
    row.click()
    expect(officer.get_by_text("落后序时 20 个百分点").first).to_be_visible()
    expect(officer.get_by_text("“季度曲线”第").first).to_be_visible()
    leads(seat("zhoujingting"), name)


def leads(leader: Page, name: str) -> None:
    leader.goto("/desk/leading/")
    fits(leader)
    expect(leader.get_by_role("heading", name=re.compile("^有多少："))).to_be_visible()
    expect(leader.get_by_role("heading", name="同样的数字，按各地规则")).to_be_visible()
    leader.locator("a.ladder__step", has_text="黄灯").click()
    expect(leader.get_by_role("link", name=name)).to_be_visible()
