"""A pasted page becomes a published article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
TITLE = "青屿经开区举行2023年项目开工仪式"


def test_an_officer_confirms_a_page_and_an_editor_publishes_it(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    tab.get_by_label("粘贴任何内容").fill((PAGES / "portal.txt").read_text("utf-8"))
    tab.get_by_role("button", name="读取").click()
    expect(tab.get_by_label("标题", exact=True)).to_have_value(TITLE)
    expect(tab.get_by_role("heading", name="剪去的部分")).to_be_visible()

    tab.get_by_role("button", name="确认并建文章草稿").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    draft = tab.url

    tab.context.clear_cookies()
    sign_in("编辑")
    tab.goto(draft)
    tab.get_by_role("button", name="发布到门户").click()
    tab.get_by_role("link", name="在门户查看").click()

    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(tab.get_by_text("原标题")).to_be_visible()
    expect(tab.get_by_role("navigation", name="位置")).to_be_visible()


def test_markup_in_a_pasted_page_never_runs_on_the_desk(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    hostile = (
        "<html><head><title>开工<img src=x onerror=alert(1)></title></head><body>"
        "<h1>开工<script>document.title='ran'</script></h1>"
        + "<p onclick=alert(1)>青屿经开区今天有三个项目开工，总投资两亿元，明年投产。</p>"
        * 4
    )
    tab.get_by_label("粘贴任何内容").fill(hostile)
    tab.get_by_role("button", name="读取").click()

    expect(tab.get_by_role("heading", name="读出的字段")).to_be_visible()
    assert tab.title() != "ran"
