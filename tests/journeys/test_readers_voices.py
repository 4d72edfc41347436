"""A reader comments and suggests, an editor decides; an owner of rights has a text taken down."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect
from tests.journeys.conftest import Seat
from tests.journeys.voices import EDITOR, article_of, asks_for_takedown, follows, opens, width_of


def comments(reader: Page, address: str, text: str) -> str:
    """Write at the article's foot, check, send; the receipt's number."""
    reader.goto(address)
    reader.locator("#id_text").fill(text)
    reader.locator("#id_name").fill("苇子")
    reader.locator("#id_consent").check()
    reader.get_by_role("button", name="下一步：核对").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("请核对后提交")
    reader.get_by_role("button", name="提交评论").click()
    expect(reader.locator(".receipt")).to_contain_text("待看")
    return reader.locator(".receipt__number").inner_text()


def corrects(reader: Page, address: str, wrong: str) -> str:
    """Choose a passage and say what is wrong; the receipt's number."""
    reader.goto(address)
    reader.get_by_role("link", name="指出错误").click()
    reader.get_by_text("从正文里选一段").click()
    reader.locator(".passages a").first.click()
    expect(reader.locator("#id_passage")).not_to_have_value("")
    reader.locator("#id_wrong").fill(wrong)
    reader.get_by_role("button", name="提交").click()
    return reader.locator(".receipt__number").inner_text()


def test_a_reader_comments_and_suggests_without_a_script(
    tab: Page, browser: Browser, site: str, seat: Seat
) -> None:
    width, address = width_of(tab), article_of(tab, 0)
    size = tab.viewport_size
    context = browser.new_context(base_url=site, java_script_enabled=False, viewport=size)
    reader = context.new_page()
    comment = comments(reader, address, f"读得明白，想看看二期，{width} 号读者")
    correction = corrects(reader, address, f"日期写错了（{width}）")

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
    for number, said in ((comment, "已展示"), (correction, "已采纳")):
        follows(reader, number)
        expect(reader.locator(".receipt")).to_contain_text(said)
    context.close()


def test_an_owner_of_rights_has_a_text_taken_down(tab: Page, seat: Seat) -> None:
    address = article_of(tab, 1)
    number, editor = asks_for_takedown(tab, address), seat(EDITOR)
    expect(editor.locator("main")).to_contain_text("撤稿申请")
    opens(editor, number)
    expect(editor.locator("main")).not_to_contain_text("王小苇")
    editor.get_by_label("撤下", exact=True).check()
    editor.get_by_label("依据").fill("来电核实，权属属实")
    editor.get_by_role("button", name="办结").click()
    editor.get_by_label("答复", exact=True).fill("已撤下，谢谢您指出。")
    editor.get_by_role("button", name="答复", exact=True).click()
    expect(editor.locator(".toasts")).to_contain_text("回执")

    gone = tab.request.get(address)
    assert gone.status == 410
    assert "核实后撤下了它" in gone.text()
    for listed in ("/", "/news/", "/feeds/news.atom"):
        assert address not in tab.request.get(listed).text()
    follows(tab, number, f"{width_of(tab):04d}")
    expect(tab.locator(".receipt")).to_contain_text("谢谢您指出")

    opens(editor, number, "all")
    editor.get_by_text("恢复发布").first.click()
    editor.get_by_label("恢复的依据").fill("申请人撤回")
    editor.get_by_role("button", name="恢复“").click()
    expect(editor.locator(".toasts")).to_contain_text("已恢复发布")
    assert tab.request.get(address).status == 200
