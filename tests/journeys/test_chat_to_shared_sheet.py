"""A forwarded chat comes apart, its offers answer its demand, and a client receives them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

CHAT = """\
韩工 2026-11-26 09:02
求租宜兴单层厂房，2500到3500平，层高8米以上，25块以内
万姐 2026-11-26 09:05
出租宜兴城东单层厂房3000平，层高9米，20元/㎡/月
老祁 2026-11-26 09:11
出租宜兴环科园单层厂房2800平，层高8.5米，22元/㎡/月
宗经理 2026-11-26 09:20
出租宜兴屺亭单层厂房3200平，层高10米，21元/㎡/月
小阮 2026-11-26 09:26
出租宜兴官林单层厂房2600平，层高8米，18元/㎡/月
费总 2026-11-26 09:31
出租宜兴和桥单层厂房3400平，层高9米，19元/㎡/月
"""
PLACES = ("城东", "环科园", "屺亭", "官林", "和桥")


def split_and_confirm(tab: Page, titles: list[str]) -> str:
    """Confirm the demand and put the five offers on; the enquiry's address."""
    tab.get_by_label("粘贴任何内容").fill(CHAT)
    tab.get_by_role("button", name="读取").click()
    tab.get_by_role("button", name="分成 6 条").click()
    expect(tab.get_by_text("已分成 6 条待确认")).to_be_visible()
    first = int(tab.url.rstrip("/").rsplit("/", 1)[-1])

    tab.get_by_role("button", name="确认为需求").click()
    expect(tab.get_by_text("已存为需求 X")).to_be_visible()
    enquiry = tab.url
    for at, title in enumerate(titles, start=1):
        tab.goto(f"/desk/intakes/{first + at}/")
        tab.get_by_label("房源标题").fill(title)
        tab.get_by_role("button", name="确认为房源").click()
        tab.get_by_role("button", name="核实无误，上架").click()
        expect(tab.get_by_text("已改为“在架”")).to_be_visible()
    return enquiry


def share(tab: Page, enquiry: str, titles: list[str]) -> str:
    """Tick the five matches and make a sheet of them; its link."""
    tab.goto(enquiry)
    for title in titles:
        tab.get_by_label(f"推荐《{title}》").check()
    tab.get_by_role("button", name="做推荐单").click()
    tab.get_by_label("标题", exact=True).fill("宜兴五处单层厂房")
    tab.get_by_label("给客户的说明").fill("都是单层，层高八米以上，周四可以一起看。")
    tab.get_by_role("button", name="做好推荐单").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("宜兴五处单层厂房")
    return tab.locator("#link-text").inner_text()


def test_a_forwarded_chat_ends_as_a_sheet_in_the_client_s_hands(
    tab: Page, sign_in: Callable[[str], None], tmp_path: Path
) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    titles = [f"宜兴{place}单层厂房（{width}）" for place in PLACES]
    sign_in("招商专员")
    link = share(tab, split_and_confirm(tab, titles), titles)

    tab.context.clear_cookies()
    tab.goto(link)
    expect(tab.get_by_role("heading", level=1)).to_have_text("宜兴五处单层厂房")
    expect(tab.get_by_role("region", name="放在一起看")).to_contain_text(titles[4])
    with tab.expect_download() as downloading:
        tab.get_by_role("link", name="下载 PDF").click()
    printed = tmp_path / "sheet.pdf"
    downloading.value.save_as(printed)
    told = "".join(page.extract_text() for page in PdfReader(printed).pages)
    assert printed.read_bytes().startswith(b"%PDF")
    assert "宜兴五处单层厂房" in told
    assert all(place in told for place in PLACES)

    tab.get_by_role("article").filter(has_text=titles[2]).get_by_role(
        "button", name="感兴趣"
    ).click()
    expect(tab.get_by_text("已告诉招商专员：感兴趣")).to_be_visible()

    sign_in("招商专员")
    expect(tab.get_by_role("heading", name="客户的回应")).to_be_visible()
    tab.get_by_role("link", name=f"感兴趣：{titles[2]}").click()
    expect(tab.get_by_role("heading", name="打开次数")).to_contain_text("1")
