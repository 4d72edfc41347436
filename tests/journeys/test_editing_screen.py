"""The editing screen on a telephone and on a desk: in Chinese, and with its calendar in view."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Seat
from tests.journeys.voices import EDITOR, article_of, width_of


def test_the_calendar_lies_within_the_screen_and_blocks_are_named(tab: Page, seat: Seat) -> None:
    number = article_of(tab, 0).strip("/").rpartition("/")[2]
    editor = seat(EDITOR)
    editor.goto(f"/editor/pages/{number}/edit/")

    expect(editor.get_by_title("插入内容块").first).to_be_visible()
    for name in ("event_on", "reposted_at"):
        editor.locator(f"#id_{name}").click()
        calendar = editor.locator(".xdsoft_datetimepicker:visible")
        expect(calendar).to_be_visible()
        box = calendar.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width_of(tab)
        editor.keyboard.press("Tab")
        expect(calendar).to_be_hidden()
