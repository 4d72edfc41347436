"""A pasted page becomes an article: reviewed, published, given back, corrected, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
CORRECTED = "青屿经开区举行项目开工仪式"
TITLE = "青屿经开区举行2023年项目开工仪式"


def test_an_officer_confirms_a_page_and_it_is_published_through_review(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    draft = drafted(tab, sign_in)

    def as_person(role: str) -> None:
        tab.context.clear_cookies()
        sign_in(role)
        tab.goto(draft)

    as_person("编辑")
    tab.get_by_role("button", name="提交审核").click()
    expect(tab.get_by_text("等另一位编辑或管理员办理")).to_be_visible()
    as_person("管理员")
    tab.get_by_role("button", name="审核通过并发布").click()
    tab.get_by_role("link", name="在门户查看").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(tab.get_by_text("原标题")).to_be_visible()
    expect(tab.get_by_role("navigation", name="位置")).to_be_visible()
    live = tab.url

    correct(tab, draft, as_person)
    tab.goto(live)
    expect(tab.get_by_role("heading", level=1)).to_have_text(CORRECTED)

    as_person("编辑")
    tab.get_by_role("button", name="撤下这篇文章").click()
    expect(tab.get_by_text("已从门户撤下")).to_be_visible()
    assert tab.request.get(live).status == 404


def drafted(tab: Page, sign_in: Callable[[str], None]) -> str:
    """An officer pastes a page and makes a draft of it; its address."""
    sign_in("招商专员")
    tab.get_by_label("粘贴任何内容").fill((PAGES / "portal.txt").read_text("utf-8"))
    tab.get_by_role("button", name="读取").click()
    expect(tab.get_by_label("标题", exact=True)).to_have_value(TITLE)
    expect(tab.get_by_role("heading", name="剪去的部分")).to_be_visible()
    tab.get_by_role("button", name="确认并建文章草稿").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    return tab.url


def correct(tab: Page, draft: str, as_person: Callable[[str], None]) -> None:
    """The editor corrects the title, it is given back once, and then approved."""
    as_person("编辑")
    tab.get_by_role("link", name="编辑正文").click()
    tab.locator("#id_title").fill(CORRECTED)
    tab.get_by_role("button", name="保存草稿").click()
    tab.goto(draft)
    tab.get_by_role("button", name="提交审核").click()
    as_person("管理员")
    tab.get_by_text("退回修改").click()
    tab.get_by_label("要改什么").fill("题目里的年份去掉")
    tab.get_by_role("button", name="退回", exact=True).click()
    as_person("编辑")
    expect(tab.get_by_text("审核退回：题目里的年份去掉")).to_be_visible()
    tab.get_by_role("button", name="提交审核").click()
    as_person("管理员")
    tab.get_by_role("button", name="审核通过并发布").click()
    expect(tab.get_by_text("审核通过")).to_be_visible()


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
