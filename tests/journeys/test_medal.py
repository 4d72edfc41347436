"""An author reads why the medal is silver and what would make it gold; a reader finds it useful."""

from __future__ import annotations

import re
from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

ARTICLE = "产教融合班开班"


def open_silver(tab: Page, sign_in: Callable[[str], None]) -> None:
    sign_in("编辑")
    tab.goto("/desk/articles/?q=产教融合")
    tab.get_by_role("link", name=re.compile(ARTICLE)).click()
    expect(tab.get_by_role("heading", name=re.compile(ARTICLE))).to_be_visible()


def test_an_author_reads_why_it_is_silver_and_what_would_make_it_gold(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    open_silver(tab, sign_in)

    tab.get_by_role("link", name="为什么，怎样更高").click()

    expect(tab.get_by_role("heading", name="为什么是银牌")).to_be_visible()
    up = tab.get_by_role("region", name="怎样到金牌")
    expect(up).to_contain_text("同时做到")
    expect(up).to_contain_text("用小标题分段")
    score = float(up.locator(".paths__score .figure").first.inner_text())
    assert score >= 80
    expect(tab.get_by_role("region", name="分数怎样算出来")).to_contain_text(
        "内容质量 + 互动 + 传播"
    )
    expect(tab.get_by_role("region", name="用到的数据")).to_contain_text("人次")
    assert Axe().run(tab).violations_count == 0
    # Nothing stands wider than the screen.
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")

    tab.get_by_role("link", name="文章评级办法").click()

    expect(tab.get_by_role("heading", name="文章评级办法")).to_be_visible()
    expect(tab.get_by_text("第 1 版")).to_be_visible()
    assert Axe().run(tab).violations_count == 0
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def article_address(tab: Page) -> str:
    tab.goto("/talent/")
    address = tab.get_by_role("link", name=re.compile(ARTICLE)).first.get_attribute("href")
    assert address
    return address


def test_a_reader_finds_it_useful_and_sees_the_medal(tab: Page) -> None:
    tab.goto(article_address(tab))
    expect(tab.get_by_role("link", name="银牌")).to_be_visible()

    tab.get_by_role("button", name="有用").click()

    expect(tab.get_by_role("status")).to_have_text("已记下，谢谢")


def test_a_reader_without_scripts_is_thanked_on_a_page(
    tab: Page, browser: Browser, site: str
) -> None:
    address = article_address(tab)
    context = browser.new_context(java_script_enabled=False, base_url=site, locale="zh-CN")
    plain = context.new_page()
    plain.goto(address)

    plain.get_by_role("button", name="转发").click()

    expect(plain.get_by_role("heading", name="转发这篇文章")).to_be_visible()
    expect(plain.get_by_label("复制这一段发给对方")).to_contain_text(ARTICLE)
    plain.get_by_role("link", name="回到文章").click()
    expect(plain.get_by_role("heading", name=re.compile(ARTICLE))).to_be_visible()
    context.close()
