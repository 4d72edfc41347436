"""A project from lead to production by evidence, one record corrected, its history rewound."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Seat
from tests.journeys.projects import ADDRESS, begin, claim, enter, line

# Stage, kind of evidence, its name, days before today, and whether another person checks it.
CLIMB = (
    ("研判", "研判表", "研判表 5 号", 90, False),
    ("在谈", "走访或会谈记录", "会谈记录 9 号", 80, False),
    ("评审", "会议纪要", "评审会纪要 3 号", 70, False),
    ("签约", "正式投资协议", "投资协议 2 号", 60, False),
    ("注册", "营业执照", "营业执照", 50, False),
    ("落地", "土地成交确认书", "成交确认书 7 号", 40, False),
    ("手续", "备案或核准文件", "备案证 11 号", 30, False),
    ("开工", "施工许可证", "施工许可证 4 号", 25, True),
    ("在建", "入统凭据", "入统回执", 20, False),
    ("竣工", "竣工验收文件", "验收单 6 号", 10, False),
    ("投产", "销售发票", "首张销售发票", 5, True),
)


def drop_on_board(page: Page, title: str, stage: str) -> None:
    """The board asks for the evidence of the stage on which a card is dropped; nothing moves."""
    page.goto("/desk/projects/board/")
    card = page.locator(".board__card", has=page.get_by_role("link", name=title, exact=True))
    column = page.get_by_role("region", name=stage, exact=True)
    card.locator("p").first.drag_to(column.get_by_role("heading"))
    page.wait_for_url(re.compile(r"/projects/\d+/\?stage="))
    form = page.locator("#next form")
    expect(form.get_by_label("进入阶段").locator("option:checked")).to_have_text(stage)
    form.get_by_role("button", name="记下这个阶段").click()
    expect(page.get_by_role("alert").get_by_text("还差几项")).to_be_visible()
    page.goto("/desk/projects/board/")
    expect(column.locator(".board__card", has=card)).to_have_count(0)


def confirm(head: Page, address: str, stage: str) -> None:
    head.goto(address)
    line(head, stage).get_by_role("button", name="核实属实").click()
    expect(line(head, stage).get_by_text("顾怀远 核实")).to_be_visible()


def correct_talk(page: Page, on: date) -> None:
    line(page, "在谈").get_by_text("更正或撤销").click()
    line(page, "在谈").get_by_role("link", name="更正这条记录").click()
    page.get_by_label("发生日期").fill(str(on))
    page.get_by_label("更正理由").fill("会谈记录上的日期抄错")
    page.get_by_role("button", name="确认更正").click()
    expect(page.get_by_text("已更正，原记录保留可查")).to_be_visible()


def cn(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def climb(officer: Page, head: Page, today: date) -> None:
    """Enter every stage; what is to be checked is checked by the head at once."""
    address = officer.url
    for stage, kind, evidence, days, is_checked in CLIMB:
        enter(officer, stage, kind, evidence, today - timedelta(days=days))
        if is_checked:
            confirm(head, address, stage)
            officer.goto(address)
    expect(line(officer, "投产").get_by_text("所处阶段")).to_be_visible()


def test_from_lead_to_production_corrected_and_rewound(tab: Page, seat: Seat, today: date) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    officer, head = seat("shenzhihe"), seat("guhuaiyuan")
    claimed = claim(officer, f"衡渡{width}传动有限公司", today)
    begin(officer, claimed, f"衡渡{width}谐波减速器", today - timedelta(days=100))
    officer.wait_for_url(ADDRESS)
    address = officer.url
    drop_on_board(officer, f"衡渡{width}谐波减速器", "研判")
    officer.goto(address)
    climb(officer, head, today)

    meant, written = (today - timedelta(days=days) for days in (76, 80))
    correct_talk(officer, meant)
    talk = line(officer, "在谈")
    expect(talk.first.get_by_text("已更正")).to_be_visible()
    expect(talk.first.locator("s")).to_contain_text(cn(written))
    expect(talk.last).to_contain_text(cn(meant))

    officer.get_by_role("slider", name="回看到").fill("3")
    expect(officer.get_by_text("时所知道的")).to_be_visible()
    expect(talk).to_have_count(1)
    expect(talk).to_contain_text(cn(written))
    expect(talk.get_by_text("所处阶段")).to_be_visible()
    expect(line(officer, "投产")).to_have_count(0)
