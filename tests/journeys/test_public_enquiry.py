"""A visitor's enquiry gets a receipt, stands on the desk at once, is answered and followed."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def width_of(tab: Page) -> int:
    return tab.viewport_size["width"] if tab.viewport_size else 0


def test_a_visitor_enquires_and_an_officer_takes_it(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    width = width_of(tab)
    tab.goto("/")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    tab.goto("/enquire/")
    tab.get_by_role("textbox", name="需求", exact=True).fill(
        f"想租一处冷链仓库做预制菜，{width} 号询问"
    )
    tab.get_by_role("textbox", name="面积").fill("２０００㎡")
    tab.get_by_role("textbox", name="地点").fill("溧阳")
    tab.get_by_role("textbox", name="公司").fill("青屿鲜食有限公司")
    tab.get_by_role("textbox", name="联系人").fill("童女士")
    tab.get_by_role("textbox", name="手机号").fill(f"138 0000 {width:04d}")
    tab.get_by_role("checkbox").check()
    tab.get_by_role("button", name="提交需求").dblclick()

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


def send_a_sentence(tab: Page, telephone: str) -> str:
    """Paste, look at what was read, correct the size, send; gives the number of the receipt."""
    tab.goto("/enquire/")
    tab.get_by_label("一句话说需求").fill(
        f"求租溧阳单层厂房，两千到两千五百平，层高8米起，要有10吨行车，王先生 {telephone}"
    )
    tab.get_by_role("button", name="读一读").click()
    expect(tab.get_by_label("面积")).to_have_value("2,000–2,500 ㎡")
    expect(tab.locator(".state--given").first).to_be_visible()
    expect(tab.get_by_label("手机号")).to_have_value(telephone)
    tab.get_by_label("面积").fill("3000㎡")
    tab.get_by_role("checkbox").check()
    tab.get_by_role("button", name="核对好了，提交").click()
    return tab.locator(".receipt__number").inner_text()


def follow(tab: Page, number: str, digits: str) -> None:
    tab.goto("/")
    tab.get_by_role("link", name="查办理进度").click()
    tab.get_by_label("受理号").fill(number.lower())
    tab.get_by_label("手机号后四位").fill(digits)
    tab.get_by_role("button", name="查询").click()


def test_a_sentence_is_read_sent_answered_followed_and_withdrawn(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    digits = f"{width_of(tab) + 1:04d}"
    number = send_a_sentence(tab, f"1380000{digits}")
    answer = f"{number}：有两处合适，周三上午可看。"

    sign_in("招商专员")
    tab.goto(f"/desk/enquiries/?q={number}")
    tab.get_by_role("link", name=number).click()
    tab.get_by_role("button", name="认领").click()
    expect(tab.locator("main")).to_contain_text("3,000")
    tab.get_by_label("写答复").fill(answer)
    tab.get_by_role("button", name="答复访客").click()
    expect(tab.locator("main")).to_contain_text(answer)

    follow(tab, number, digits)
    expect(tab.locator("main")).to_contain_text(answer)
    expect(tab.locator("main")).to_contain_text("已经答复您")

    tab.get_by_text("撤回这条需求").click()
    tab.get_by_role("button", name=f"撤回 {number}").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("个人信息已经删除")
    expect(tab.locator("main")).not_to_contain_text("周三上午可看")


def test_an_offer_is_passed_on_and_asked_about(tab: Page) -> None:
    tab.goto("/offers/")
    tab.locator(".offers__title a").first.click()
    title = tab.get_by_role("heading", level=1).inner_text()
    tab.get_by_text("网址和发到聊天里的话").click()
    tab.get_by_role("button", name="复制这段话").click()
    expect(tab.locator("[data-share=text]")).to_have_text(re.compile("已复制|已选中"))
    expect(tab.get_by_label("发到聊天里的话")).to_have_value(re.compile(re.escape(title)))
    expect(tab.get_by_label("网址")).to_have_value(tab.url)

    tab.get_by_role("link", name="询问此房源").first.click()
    expect(tab.get_by_label("询问的房源")).to_contain_text(title)
    expect(tab.get_by_role("textbox", name="需求", exact=True)).to_have_value(
        re.compile(re.escape(title))
    )


def test_an_incomplete_form_keeps_what_was_typed(tab: Page) -> None:
    tab.goto("/enquire/")
    tab.get_by_role("textbox", name="需求", exact=True).fill("找两千平厂房")
    tab.get_by_role("textbox", name="手机号").fill("12345")
    tab.get_by_role("button", name="提交需求").click()

    expect(tab.get_by_role("textbox", name="需求", exact=True)).to_have_value("找两千平厂房")
    expect(tab.locator("#id_telephone_error")).to_contain_text("这不像一个电话号码")
