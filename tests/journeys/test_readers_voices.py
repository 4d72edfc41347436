"""A reader comments and suggests, an editor decides; an owner of rights has a text taken down."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect
from tests.journeys.conftest import Seat

EDITOR = "yewanqing"


def article_of(tab: Page, number: int) -> str:
    tab.goto("/news/")
    address = tab.locator(".story h3 a").nth(number).get_attribute("href")
    assert address
    return address


def width_of(tab: Page) -> int:
    return tab.viewport_size["width"] if tab.viewport_size else 0


def test_a_reader_comments_and_suggests_without_a_script(
    tab: Page, browser: Browser, site: str, seat: Seat
) -> None:
    width, address = width_of(tab), article_of(tab, 0)
    context = browser.new_context(
        base_url=site, java_script_enabled=False, viewport=tab.viewport_size
    )
    reader = context.new_page()
    reader.goto(address)
    reader.locator("#id_text").fill(f"读得明白，想看看二期，{width} 号读者")
    reader.locator("#id_name").fill("苇子")
    reader.locator("#id_consent").check()
    reader.get_by_role("button", name="下一步：核对").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("请核对后提交")
    reader.get_by_role("button", name="提交评论").click()
    number = reader.locator(".receipt__number").inner_text()
    expect(reader.locator(".receipt")).to_contain_text("待看")

    reader.goto(address)
    reader.get_by_role("link", name="指出错误").click()
    reader.get_by_text("从正文里选一段").click()
    reader.locator(".passages a").first.click()
    expect(reader.locator("#id_passage")).not_to_have_value("")
    reader.locator("#id_wrong").fill(f"日期写错了（{width}）")
    reader.get_by_role("button", name="提交").click()
    correction = reader.locator(".receipt__number").inner_text()

    editor = seat(EDITOR)
    editor.goto("/desk/voices/?kind=comment")
    expect(editor.get_by_text(f"{width} 号读者")).to_be_visible()
    editor.keyboard.press("a")
    expect(editor.locator(".toasts")).to_contain_text("评论已展示")
    editor.goto("/desk/voices/?kind=correction")
    editor.get_by_role("link", name=f"日期写错了（{width}）").click()
    expect(editor.locator("mark").first).to_be_visible()
    editor.keyboard.press("a")
    expect(editor.locator(".toasts")).to_contain_text("已采纳")

    reader.goto(address)
    expect(reader.locator("#comments")).to_contain_text(f"{width} 号读者")
    for told, said in ((number, "已展示"), (correction, "已采纳")):
        reader.goto("/voices/")
        reader.get_by_label("受理号").fill(told.lower())
        reader.get_by_role("main").get_by_role("button", name="查询").click()
        expect(reader.locator(".receipt")).to_contain_text(said)
    context.close()


def test_an_owner_of_rights_has_a_text_taken_down(tab: Page, seat: Seat) -> None:
    width, address = width_of(tab), article_of(tab, 1)
    tab.goto(address)
    title = tab.locator("h1").inner_text()
    tab.get_by_role("link", name="申请撤下").click()
    tab.get_by_label("您的身份").select_option("rights_owner")
    tab.get_by_label("著作权").check()
    tab.get_by_label("说明").fill("文中图片是我拍的，没有许可过转载。")
    tab.get_by_label("姓名或单位").fill("王小苇")
    tab.get_by_role("textbox", name="电话").fill(f"139 0000 {width:04d}")
    tab.locator("#id_consent").check()
    tab.get_by_role("main").get_by_role("button", name="提交申请").dblclick()
    number = tab.locator(".receipt__number").inner_text()
    expect(tab.locator(".receipt")).to_contain_text("已受理")

    editor = seat(EDITOR)
    expect(editor.locator("main")).to_contain_text("撤稿申请")
    editor.goto("/desk/voices/?kind=takedown")
    editor.locator("tr", has_text=number).get_by_role("link").click()
    expect(editor.locator("main")).not_to_contain_text("王小苇")
    editor.get_by_label("撤下", exact=True).check()
    editor.get_by_label("依据").fill("来电核实，权属属实")
    editor.get_by_role("button", name="办结").click()
    expect(editor.locator(".toasts")).to_contain_text("请答复申请人")
    editor.get_by_label("答复", exact=True).fill("已撤下，谢谢您指出。")
    editor.get_by_role("button", name="答复", exact=True).click()
    expect(editor.locator(".toasts")).to_contain_text("回执")

    gone = tab.request.get(address)
    assert gone.status == 410
    assert "核实后撤下了它" in gone.text()
    for listed in ("/", "/news/", "/feeds/news.atom"):
        assert address not in tab.request.get(listed).text()
    tab.goto("/voices/")
    tab.get_by_label("受理号").fill(number)
    tab.get_by_label("手机尾号").fill(f"{width:04d}")
    tab.get_by_role("main").get_by_role("button", name="查询").click()
    expect(tab.locator(".receipt")).to_contain_text("谢谢您指出")

    editor.goto("/desk/voices/?kind=takedown&state=all")
    editor.locator("tr", has_text=number).get_by_role("link").click()
    editor.get_by_text("恢复发布").first.click()
    editor.get_by_label("恢复的依据").fill("申请人撤回")
    editor.get_by_role("button", name="恢复“").click()
    tab.goto(address)
    expect(tab.locator("h1")).to_have_text(title)
