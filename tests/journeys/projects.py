"""What the journeys of projects do alike: a claim, a project of it, a stage with its evidence."""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

ADDRESS = re.compile(r"/projects/\d+/$")


def claim(page: Page, firm: str, today: date) -> str:
    """File a first claim; its address."""
    page.goto("/desk/claims/new/")
    page.get_by_label("企业名称").fill(firm)
    page.get_by_label("投资意向").fill("减速器项目，用地 60 亩")
    page.get_by_label("首谈日期").fill(str(today))
    page.get_by_label("首谈凭据").fill("来访登记")
    page.get_by_role("button", name="首报", exact=True).click()
    page.wait_for_url(re.compile(r"/claims/\d+/$"))
    return page.url


def begin(page: Page, address: str, title: str, on: date) -> None:
    """Ask for a project of the claim; what follows is the project, or a warning."""
    page.goto(address)
    page.get_by_text("立一个项目").click()
    form = page.locator("form", has=page.get_by_role("button", name="立项"))
    form.get_by_label("项目名称").fill(title)
    form.get_by_label("日期").fill(str(on))
    form.get_by_label("凭据").fill("来访登记 18 号")
    form.get_by_role("button", name="立项").click()


def enter(page: Page, stage: str, kind: str, evidence: str, on: date, amount: str = "") -> None:
    """Enter a stage of the project whose page is open."""
    form = page.locator("#next form")
    fill_evidence(form, kind, evidence, amount)
    form.get_by_label("进入阶段").select_option(label=stage)
    form.get_by_label("发生日期").fill(str(on))
    form.get_by_role("button", name="记下这个阶段").click()
    expect(page.get_by_text(f"已进入“{stage}”")).to_be_visible()


def fill_evidence(form: Locator, kind: str, evidence: str, amount: str = "") -> None:
    form.get_by_label("凭据类别").select_option(label=kind)
    form.get_by_role("textbox", name="凭据名称").fill(evidence)
    form.get_by_label("凭据金额").fill(amount)


def line(page: Page, stage: str) -> Locator:
    """The line of a stage in the project's timeline."""
    name = page.locator("strong", has_text=re.compile(f"^{stage}$"))
    return page.locator("#stages .timeline > li", has=name)
