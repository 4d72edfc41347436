"""A visitor's enquiry gets a receipt and stands on the desk at once."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_a_visitor_enquires_and_an_officer_takes_it(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    tab.goto("/")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    tab.goto("/enquire/")
    tab.get_by_role("textbox", name="需求").fill(f"想租一处冷链仓库做预制菜，{width} 号询问")
    tab.get_by_role("textbox", name="面积").fill("２０００㎡")
    tab.get_by_role("textbox", name="地点").fill("溧阳")
    tab.get_by_role("textbox", name="公司").fill("青屿鲜食有限公司")
    tab.get_by_role("textbox", name="联系人").fill("童女士")
    tab.get_by_role("textbox", name="手机号").fill(f"138 0000 {width:04d}")
    tab.get_by_role("checkbox").check()
    tab.get_by_role("main").get_by_role("button").last.dblclick()

    receipt = tab.locator(".receipt__number")
    expect(receipt).to_be_visible()
    number = receipt.inner_text()
    expect(tab.locator("main")).not_to_contain_text("童女士")

    sign_in("招商专员")
    tab.goto("/desk/enquiries/?state=new")
    expect(tab.get_by_text(f"{width} 号询问")).to_have_count(1)
    tab.get_by_role("link", name=number).click()
    expect(tab.locator("main")).to_contain_text("承办：待认领")
    tab.get_by_role("button", name="认领").click()
    expect(tab.locator("main")).not_to_contain_text("承办：待认领")


def test_an_incomplete_form_keeps_what_was_typed(tab: Page) -> None:
    tab.goto("/enquire/")
    tab.get_by_role("textbox", name="需求").fill("找两千平厂房")
    tab.get_by_role("textbox", name="手机号").fill("12345")
    tab.get_by_role("main").get_by_role("button").last.click()

    expect(tab.get_by_role("textbox", name="需求")).to_have_value("找两千平厂房")
    expect(tab.locator("#id_telephone_error")).to_contain_text("这不像一个电话号码")
