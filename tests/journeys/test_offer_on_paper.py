"""An offer is handed out: printed by a visitor's browser, and by an officer with one key each."""

from __future__ import annotations

import io
from collections.abc import Callable
from unicodedata import normalize

from playwright.sync_api import Page, expect
from pypdf import PdfReader


def first_offer(tab: Page) -> None:
    tab.goto("/offers/")
    tab.locator(".offers__title a").first.click()
    expect(tab.get_by_role("img", name="本页的二维码")).to_be_visible()


def test_the_browser_prints_one_clean_page(tab: Page) -> None:
    first_offer(tab)
    title = tab.get_by_role("heading", level=1).inner_text()

    (page,) = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True))).pages

    # Chromium names some characters by their radicals.
    told = "".join(normalize("NFKC", page.extract_text()).split())
    assert "".join(normalize("NFKC", title).split()) in told
    assert "说出您的需求" not in told
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_an_officer_takes_pdf_text_and_code_with_one_key_each(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("/desk/offers/?state=on")
    tab.locator("td.first a").first.click()
    title = tab.get_by_role("heading", level=1).inner_text()

    with tab.expect_download() as downloading:
        tab.keyboard.press("p")
    tab.keyboard.press("c")
    expect(tab.get_by_text("已复制")).to_be_visible()
    tab.keyboard.press("q")

    assert downloading.value.suggested_filename.endswith(".pdf")
    assert tab.evaluate("navigator.clipboard.readText()").startswith(f"【{title}】")
    expect(tab.get_by_role("img", name="网页的二维码")).to_be_visible()
