"""A chat line becomes an enquiry, finds offers with reasons, and becomes a project."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

LINE = (
    "求租溧阳单层厂房,两千到三千平,做精密零件加工,层高8米以上,要有10吨行车,"
    "电250kva以上,最好能做环评,30块以内,签三年。韩先生 13800007{tail}"
)


def test_a_message_ends_as_a_project_with_its_first_stage_event(
    tab: Page, sign_in: Callable[[str], None], today: date
) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    sign_in("招商专员")
    tab.get_by_label("粘贴任何内容").fill(LINE.format(tail=f"{width:04d}"[-3:]))
    tab.get_by_role("button", name="读取").click()
    expect(tab.get_by_role("heading", name="读出的条件")).to_be_visible()
    expect(tab.locator("mark").first).to_be_visible()

    tab.get_by_role("button", name="确认为需求").click()
    expect(tab.get_by_text("已存为需求 X")).to_be_visible()
    expect(tab.locator("main")).not_to_contain_text("13800007")
    expect(tab.get_by_text("层高").first).to_be_visible()

    tab.get_by_role("link", name="转为项目").click()
    tab.get_by_label("项目名称").fill(f"精密零件加工项目（{width}）")
    tab.get_by_label("凭据").fill("聊天记录与来访登记")
    tab.get_by_role("button", name="转为项目").click()

    expect(tab.get_by_role("heading", level=1)).to_contain_text("精密零件加工项目")
    expect(tab.get_by_text("线索").first).to_be_visible()
    expect(tab.get_by_text("凭据：聊天记录与来访登记")).to_be_visible()


def test_what_cannot_be_read_is_kept_with_its_reason(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    tab.get_by_label("粘贴任何内容").fill("😀😀😀")
    tab.get_by_role("button", name="读取").click()

    expect(tab.locator("main")).to_contain_text("没有")
    tab.goto("/desk/")
    expect(tab.get_by_role("heading", name="待确认的收件")).to_be_visible()
