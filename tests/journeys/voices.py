"""What readers say of a page, and an editor who answers them."""

from __future__ import annotations

from playwright.sync_api import FilePayload, Page, expect

EDITOR = "yewanqing"


def article_of(tab: Page, number: int) -> str:
    tab.goto("/news/")
    address = tab.locator(".story h3 a").nth(number).get_attribute("href")
    assert address
    return address


def width_of(tab: Page) -> int:
    return tab.viewport_size["width"] if tab.viewport_size else 0


def follows(reader: Page, number: str, digits: str = "") -> None:
    reader.goto("/voices/")
    reader.get_by_label("受理号").fill(number.lower())
    reader.get_by_label("手机号后四位").fill(digits)
    reader.get_by_role("main").get_by_role("button", name="查询").click()


def asks_for_takedown(tab: Page, address: str, *files: FilePayload) -> str:
    """Fill in the form, and press its button twice; the receipt's number."""
    tab.goto(address)
    tab.get_by_role("link", name="申请撤下").click()
    tab.get_by_label("您的身份").select_option("rights_owner")
    tab.get_by_label("著作权").check()
    tab.get_by_label("说明").fill("文中图片是我拍的，没有许可过转载。")
    tab.get_by_label("证据文件").set_input_files(list(files))
    tab.get_by_label("姓名或单位").fill("王小苇")
    tab.get_by_role("textbox", name="电话").fill(f"139 0000 {width_of(tab):04d}")
    tab.locator("#id_consent").check()
    tab.get_by_role("main").get_by_role("button", name="提交申请").dblclick()
    expect(tab.locator(".receipt")).to_contain_text("已受理")
    return tab.locator(".receipt__number").inner_text()


def opens(editor: Page, number: str, state: str = "open") -> None:
    editor.goto(f"/desk/voices/?kind=takedown&state={state}")
    editor.locator("tr", has_text=number).get_by_role("link").click()
