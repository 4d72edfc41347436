"""A visitor searches, narrows the offers, keeps the link, and opens the park's plan."""

from __future__ import annotations

import re
from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.journeys.test_portal_pages import RULES


def must_have_no_barrier(tab: Page) -> None:
    found = Axe().run(tab, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def narrow(tab: Page) -> list[str]:
    """Offers by a word and by what the building is; their titles."""
    tab.goto("/offers/")
    tab.get_by_label("找什么").fill("智造园")
    tab.get_by_text("更多条件").click()
    tab.get_by_label("层高").select_option("8")
    tab.get_by_label("行车").select_option("10")
    tab.get_by_role("button", name="查找", exact=True).click()
    tab.wait_for_url("**/offers/?q=*")
    return tab.locator(".offers__title a").all_inner_texts()


def test_a_visitor_searches_by_a_key_in_another_script(tab: Page) -> None:
    tab.goto("/")
    tab.keyboard.press("/")
    tab.keyboard.type("風電")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/**")

    expect(tab.locator(".result mark").first).to_have_text("风电")
    must_have_no_barrier(tab)

    tab.goto("/search/?q=智造园")
    tab.locator(".kinds").get_by_role("link", name=re.compile("^房源")).click()
    expect(tab.locator(".result .tag").first).to_have_text("房源")


def test_a_visitor_narrows_the_offers_and_keeps_the_link(
    tab: Page, browser: Browser, site: str
) -> None:
    titles = narrow(tab)
    assert titles
    assert all("智造园" in title for title in titles)
    assert "kind=" not in tab.url
    must_have_no_barrier(tab)

    # The link is the same list to anybody, also without scripts.
    kept = tab.get_by_role("link", name="这些条件的链接").get_attribute("href")
    context = browser.new_context(base_url=site, java_script_enabled=False)
    other = context.new_page()
    other.goto(str(kept))
    assert other.locator(".offers__title a").all_inner_texts() == titles
    other.get_by_label("找什么").fill("冷库")
    other.get_by_role("button", name="查找", exact=True).click()
    expect(other.get_by_text("去掉一个条件再看")).to_be_visible()
    context.close()


def test_a_visitor_goes_from_an_offer_to_the_plan_and_back(tab: Page) -> None:
    narrow(tab)
    tab.locator(".offers__title a").first.click()
    tab.get_by_role("link", name=re.compile("平面图上看位置")).click()

    expect(tab.get_by_role("heading", name="澄湖智造园", level=1)).to_be_visible()
    must_have_no_barrier(tab)
    listed = tab.locator(".plan__list .offers__title a").count()
    assert f"在架房源 {listed} 处" in tab.locator(".head__text").inner_text()

    tab.get_by_role("link", name=re.compile("A1号厂房：有在架房源")).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/offers/*/")
    expect(tab.locator("h1")).to_contain_text("A1号")


def test_an_officer_finds_by_a_key_what_is_in_reach(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    tab.goto("/desk/offers/")
    if tab.viewport_size and tab.viewport_size["width"] > 600:
        tab.keyboard.press("/")
        tab.keyboard.type("厂房")
        tab.keyboard.press("Enter")
    else:
        tab.locator(".rail__more > summary").click()
        tab.locator(".rail__sheet").get_by_role("link", name="查找").click()
        tab.get_by_label("找什么").fill("厂房")
        tab.get_by_role("button", name="查找").click()
    tab.wait_for_url("**/desk/search/?q=*")

    expect(tab.locator("[data-row] mark").first).to_have_text("厂房")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/desk/(enquiries|offers|projects|companies|pages|articles)/\d+/"))
