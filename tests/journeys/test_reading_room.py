"""In the reading room a field is corrected with one key, and what was cut away is put back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
TITLE = "青屿经开区举行2023年项目开工仪式"
CORRECTED = "青屿经开区举行项目开工仪式"


def test_one_key_corrects_a_field_and_the_correction_is_kept(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    page = opened(tab, sign_in)
    title = tab.locator("#f-title")

    tab.keyboard.press("e")
    written = tab.get_by_label("更正标题", exact=True)
    expect(written).to_be_focused()
    written.fill(CORRECTED)
    written.press("Enter")

    expect(title.locator(".fix__value")).to_have_text(CORRECTED)
    changes = tab.get_by_role("region", name=re.compile("更正记录"))
    expect(changes.get_by_role("deletion")).to_have_text(TITLE)
    tab.goto(page)
    expect(title.locator(".fix__value")).to_have_text(CORRECTED)
    changes.get_by_role("button", name="撤销").click()
    expect(title.locator(".fix__value")).to_have_text(TITLE)


def opened(tab: Page, sign_in: Callable[[str], None]) -> str:
    """An officer pastes a page and confirms it; its address in the reading room."""
    sign_in("招商专员")
    tab.get_by_label("粘贴任何内容").fill((PAGES / "portal.txt").read_text("utf-8"))
    tab.get_by_role("button", name="读取").click()
    tab.get_by_role("button", name="确认并建文章草稿").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    tab.goto("/desk/pages/")
    tab.get_by_role("link", name=TITLE).first.click()
    expect(tab.locator("#f-title .fix__value")).to_have_text(TITLE)
    return tab.url
