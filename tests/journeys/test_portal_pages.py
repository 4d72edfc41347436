"""The public pages: nothing that axe calls a barrier, nothing that moves, little to load."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

# WCAG 2.2 at levels A and AA.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    }
}
LARGEST_ARTICLE = 60_000
# A tenth is called good; a fifth of a thousand is a word whose width settles as its letters come.
LARGEST_SHIFT = 0.0002
# So slow that a page is painted in pieces, as on an old phone or a busy machine.
SLOWER = 20
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 500);
})"""


def article_of(tab: Page) -> str:
    tab.goto("/news/")
    address = tab.locator(".story h3 a").first.get_attribute("href")
    assert address
    return address


def offer_of(tab: Page) -> str:
    tab.goto("/offers/")
    address = tab.locator(".offers__title a").first.get_attribute("href")
    assert address
    return address


def address_of(tab: Page, name: str) -> str:
    if name == "article":
        return article_of(tab)
    return offer_of(tab) if name == "offer" else name


@pytest.mark.parametrize(
    "name", ["/", "/news/", "article", "/offers/", "offer", "/enquire/", "/voices/"]
)
def test_axe_finds_no_barrier(tab: Page, name: str) -> None:
    tab.goto(address_of(tab, name))

    found = Axe().run(tab, options=RULES)

    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()


def test_an_article_is_small(tab: Page) -> None:
    answer = tab.request.get(article_of(tab))

    assert answer.ok
    assert len(answer.body()) < LARGEST_ARTICLE


@pytest.mark.parametrize("name", ["/", "article"])
def test_a_page_does_not_move_on_a_slow_phone(tab: Page, name: str) -> None:
    address = address_of(tab, name)
    processor = tab.context.new_cdp_session(tab)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.goto(address, wait_until="networkidle")
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})

    assert tab.evaluate(SHIFTS) < LARGEST_SHIFT


def test_an_article_needs_no_script(browser: Browser, site: str, tab: Page) -> None:
    address = article_of(tab)
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()

    page.goto(address)

    assert page.locator("h1").inner_text()
    assert page.locator(".prose p").count() > 0
    assert page.get_by_role("link", name="首页").count() > 0
    context.close()


def test_an_article_that_is_looked_at_is_taken_down_once(tab: Page) -> None:
    sent: list[str] = []
    tab.on(
        "request", lambda request: sent.append(request.url) if request.method == "POST" else None
    )
    address = article_of(tab)
    tab.goto(address)
    tab.wait_for_timeout(300)

    assert len(sent) == 1
    assert re.search(r"/seen/\d+/$", sent[0])
