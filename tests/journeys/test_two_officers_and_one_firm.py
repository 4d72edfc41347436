"""Two officers and one firm: a blind check, two claims, statements, a ruling, a transfer."""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Seat

from zhuchao.config import demo


def check(page: Page, firm: str) -> str:
    page.goto("/desk/claims/check/")
    page.get_by_label("企业名称").fill(firm)
    page.keyboard.press("Enter")
    return page.get_by_role("status").get_by_role("heading").inner_text()


def file(page: Page, firm: str, today: date) -> str:
    """From the answer of the check to the claim's page; its address."""
    page.get_by_role("button", name="首报这家企业").click()
    expect(page.get_by_label("企业名称")).to_have_value(firm)
    page.get_by_label("投资意向").fill("精密零件项目，用地 50 亩")
    page.get_by_label("首谈日期").fill(str(today))
    page.get_by_label("首谈凭据").fill("来访登记")
    page.get_by_role("button", name="首报", exact=True).click()
    page.wait_for_url(re.compile(r"/claims/\d+/$"))
    return page.url


def state(page: Page, text: str) -> None:
    page.get_by_role("link", name="去陈述和查看").click()
    page.get_by_role("textbox", name="陈述").fill(text)
    page.get_by_role("textbox", name="凭据").fill("会议纪要 7 号")
    page.get_by_role("button", name="提交陈述").click()
    expect(page.get_by_text("陈述已提交")).to_be_visible()


def rule_for(head: Page, firm: str, owner: str) -> None:
    head.goto("/desk/")
    head.get_by_role("link", name=re.compile(firm)).first.click()
    expect(head.get_by_text("十一月初在对方总部首谈")).to_be_visible()
    head.get_by_role("textbox", name="裁定理由").fill("来访登记早于对方，按首谈时间认定")
    head.get_by_role("button", name=f"归 {owner}").click()
    expect(head.get_by_text("已裁定")).to_be_visible()


def pass_on(giver: Page, receiver: Page, firm: str, name: str) -> None:
    giver.get_by_text("流转给同事").click()
    giver.get_by_label("承接同事").select_option(label=name)
    giver.get_by_label("税收（地方留成）").check()
    giver.get_by_role("button", name="发起流转").click()
    expect(giver.get_by_text("等对方同意")).to_be_visible()
    receiver.goto("/desk/")
    receiver.get_by_role("link", name=re.compile(f"流转给您：{firm}")).click()
    receiver.get_by_role("button", name="同意承接").click()
    expect(receiver.get_by_text("流转已生效")).to_be_visible()
    expect(receiver.get_by_text("由流转取得")).to_be_visible()


def test_two_officers_and_one_firm(tab: Page, seat: Seat, today: date) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    firm = f"澄湖{width}精密制造有限公司"
    first_name, second_name = (e.name for e in demo.sign_ins()[:2])
    first, second, head = seat("shenzhihe"), seat("luyizhou"), seat("guhuaiyuan")

    assert check(first, firm) == "没有人首报"
    claim = file(first, firm, today)
    expect(first.get_by_text("已首报，从今天起由您持有")).to_be_visible()

    assert check(second, firm) == "已有同事首报"
    expect(second.locator("main")).not_to_contain_text(first_name)
    expect(second.locator("main")).to_contain_text("顾怀远")
    theirs = file(second, firm, today)
    expect(second.get_by_text("已首报，有争议")).to_be_visible()

    state(second, "十一月初在对方总部首谈")
    expect(second.locator("main")).not_to_contain_text(first_name)
    first.goto(claim)
    state(first, "十月底对方来访")
    rule_for(head, firm, first_name)
    second.goto(theirs)
    expect(second.get_by_text("已释放").first).to_be_visible()
    first.goto(claim)
    expect(first.get_by_text("裁定持有").first).to_be_visible()

    pass_on(first, second, firm, second_name)
    first.goto(claim)
    expect(first.get_by_text("已流转").first).to_be_visible()
