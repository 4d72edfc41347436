"""An editor plans an article: it waits, appears when its time comes, is corrected and withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import urljoin

from playwright.sync_api import Page, expect
from tests.journeys.test_page_to_article import drafted

# Up to the renewal of the file; the worker looks for new work every second.
PATIENCE_MS = 20_000
CORRECTED = "青屿经开区举行项目集中开工仪式"
# What the clock does at its minute, with the planned moment moved to now.
TIME_COMES = """
from django.utils import timezone
from wagtail.models import Revision
from zhuchao.apps.publishing.tasks import publish_due
now = timezone.now()
for revision in Revision.page_revisions.exclude(approved_go_live_at=None):
    revision.content["go_live_at"] = now.isoformat()
    revision.approved_go_live_at = now
    revision.save()
publish_due.enqueue()
"""


def test_a_planned_article_appears_when_its_time_comes(
    tab: Page, sign_in: Callable[[str], None], on_the_server: Callable[[str], None], today: date
) -> None:
    draft = drafted(tab, sign_in)

    def as_person(role: str) -> None:
        tab.context.clear_cookies()
        sign_in(role)
        tab.goto(draft)

    plan(tab, draft, as_person, day=today + timedelta(days=1))
    on_the_server(TIME_COMES)
    live = address_once_live(tab, draft)
    first = file_of(tab, live)

    as_person("编辑")
    correct(tab, draft, as_person)
    file_of(tab, live, unlike=first)
    assert CORRECTED in tab.request.get(live).text()

    as_person("编辑")
    tab.get_by_role("button", name="撤下这篇文章").click()
    expect(tab.get_by_text("已从门户撤下")).to_be_visible()
    assert tab.request.get(live).status == 404


def plan(tab: Page, draft: str, as_person: Callable[[str], None], *, day: date) -> None:
    """The editor says when the article shall appear, another approves: it waits."""
    as_person("编辑")
    choose_moment(tab, f"{day.isoformat()} 09:00")
    tab.goto(draft)
    expect(tab.get_by_text("审核通过后排定")).to_be_visible()
    tab.get_by_role("button", name="提交审核").click()
    as_person("管理员")
    tab.get_by_role("button", name="审核通过并发布").click()
    expect(tab.get_by_text("已排定，到时自动发布")).to_be_visible()
    expect(tab.get_by_role("link", name="在门户查看")).to_have_count(0)


def choose_moment(tab: Page, moment: str) -> None:
    """In the editing screen's dialog."""
    tab.get_by_role("link", name="编辑正文").click()
    tab.get_by_role("button", name="状态开关").click()
    tab.get_by_role("button", name="设置计划").click()
    tab.locator("#id_go_live_at").fill(moment)
    tab.get_by_role("button", name="保存计划").press("Enter")  # the calendar may lie over it
    expect(tab.get_by_text("定时以后：").first).to_be_visible()
    tab.get_by_role("button", name="状态开关").click()  # a phone keeps the panel open


def address_once_live(tab: Page, draft: str) -> str:
    """The article's public address as soon as the desk gives it."""
    link = tab.get_by_role("link", name="在门户查看")
    for _ in range(PATIENCE_MS // 500):
        tab.goto(draft)
        if link.count():
            return urljoin(tab.url, link.get_attribute("href") or "")
        tab.wait_for_timeout(500)
    raise AssertionError("the planned article did not appear")


def file_of(tab: Page, live: str, *, unlike: str = "") -> str:
    """The tag of the published file, once there is one other than ``unlike``."""
    for _ in range(PATIENCE_MS // 500):
        answer = tab.request.get(live)
        tag = answer.headers.get("etag", "")
        if answer.ok and tag not in ("", unlike):
            return tag
        tab.wait_for_timeout(500)
    raise AssertionError("the published file was not renewed")


def correct(tab: Page, draft: str, as_person: Callable[[str], None]) -> None:
    """A new title goes through review."""
    tab.get_by_role("link", name="编辑正文").click()
    tab.locator("#id_title").fill(CORRECTED)
    tab.get_by_role("button", name="保存草稿").click()
    tab.goto(draft)
    tab.get_by_role("button", name="提交审核").click()
    as_person("管理员")
    tab.get_by_role("button", name="审核通过并发布").click()
    expect(tab.get_by_text("已发布到门户")).to_be_visible()
