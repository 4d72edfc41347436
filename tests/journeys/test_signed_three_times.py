"""One project signed three times is counted once; more capital counts as its increment."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from playwright.sync_api import Locator, Page, expect
from tests.journeys.conftest import Seat
from tests.journeys.projects import ADDRESS, begin, claim, enter, fill_evidence

YI = 100_000_000


def counted(page: Page) -> tuple[int, Decimal]:
    """How many projects the year counts, and how much money in yuan."""
    page.goto("/desk/counts/")
    number = page.locator("h1 .count").inner_text()
    exact = page.locator(".head__line [title]").first.get_attribute("title") or ""
    return int(number), Decimal(re.sub(r"[^\d.]", "", exact))


def add(page: Page, kind: str, name: str, amount: str, on: date) -> None:
    """One more agreement of a project whose page is open, with its documents unfolded."""
    form = page.locator("#documents form")
    fill_evidence(form, kind, name, amount)
    form.get_by_label("落款日期").fill(str(on))
    form.get_by_role("button", name="添加文件").click()
    expect(page.locator("#documents").get_by_text(name)).to_be_visible()


def rows(page: Page, title: str) -> Locator:
    page.goto("/desk/counts/")
    return page.get_by_role("row", name=re.compile(title))


def sign_and_sign_again(page: Page, claimed: str, title: str, first: date, today: date) -> None:
    """A project signed once, and a second signing noted on it where a new project was asked."""
    begin(page, claimed, title, first)
    page.wait_for_url(ADDRESS)
    enter(page, "签约", "正式投资协议", "投资协议", first, "1亿")
    begin(page, claimed, f"{title}产业园", first)
    expect(page.get_by_role("heading", level=1)).to_have_text("可能已有这个项目")
    page.get_by_role("link", name="就是它，去记新签约").click()
    expect(page.locator("#documents").get_by_label("凭据类别")).to_have_value("agreement")
    add(page, "正式投资协议", "再次签约的协议", "1.5亿", today)


def open_it_nevertheless(page: Page, claimed: str, title: str, first: date, today: date) -> None:
    """A second record of the project, signed as well, which is then said to be the first."""
    begin(page, claimed, f"{title}产业园", first)
    page.get_by_label("理由").fill("区里要求另报一次")
    page.get_by_role("button", name="仍要立项").click()
    page.wait_for_url(ADDRESS)
    enter(page, "签约", "正式投资协议", "区里签的协议", today, "2亿")
    page.get_by_role("link", name="与别的项目是同一个？").click()
    page.get_by_label("认定为").select_option(label="同一个项目，不重复计")
    page.get_by_label("原项目").select_option(index=1)
    page.get_by_label("依据").fill("同一备案代码")
    page.get_by_role("button", name="按此计数").click()
    expect(page.get_by_text("已按认定计数")).to_be_visible()
    page.locator("#money").get_by_role("link", name=re.compile(title)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_signed_three_times_it_is_one(seat: Seat, tab: Page, today: date) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    page, title = seat("shenzhihe"), f"琢渊{width}伺服电机"
    first = max(today - timedelta(days=20), date(today.year, 1, 1))
    number, amount = counted(page)
    claimed = claim(page, f"琢渊{width}电机有限公司", today)

    sign_and_sign_again(page, claimed, title, first, today)
    open_it_nevertheless(page, claimed, title, first, today)
    page.get_by_text("添加文件（不进入阶段）").click()
    add(page, "补充或增资协议", "增资 1 号", "3000万", today)

    told = rows(page, title)
    expect(told).to_have_count(4)
    expect(told.filter(has_text="不重复计")).to_have_count(2)
    expect(told.filter(has_text="计增量")).to_have_count(1)
    assert counted(page) == (number + 1, amount + Decimal("1.3") * YI)
