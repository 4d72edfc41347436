"""A month's inspection on a phone and a bad line: a problem is found, rises, is struck off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from zhuchao.config import demo

PHONE = {"width": 390, "height": 844}
WORDS = "雨水管网标高与市政不接，开挖停了"
Seat = Callable[[str], Page]


@pytest.fixture
def seat(browser: Browser, site: str) -> Iterator[Seat]:
    """A phone of their own for each person."""
    contexts = []

    def of_person(sign_in: str) -> Page:
        person = next(each for each in demo.sign_ins() if each.sign_in == sign_in)
        context = browser.new_context(viewport=PHONE, locale="zh-CN", base_url=site)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto("/desk/sign-in/")
        page.get_by_label("账号").fill(person.sign_in)
        page.get_by_label("密码").fill(person.password)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url("**/desk/")
        return page

    yield of_person
    for context in contexts:
        context.close()


def fits(page: Page) -> None:
    """Nothing is wider than the phone."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"], page.url


def fill_in(page: Page, on: date) -> None:
    """The first sheet that waits, up to the signature; the browser keeps what was typed."""
    page.goto("/desk/inspections/")
    page.locator("section", has_text="等我去检查的").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/fill/$"))
    page.get_by_label("形象进度").fill("70")
    page.get_by_label("投资完成").fill("80")
    expect(page.get_by_text("已存在本机，尚未发送")).to_be_visible()
    page.reload()
    expect(page.get_by_text("这是本机存的草稿")).to_be_visible()
    expect(page.get_by_label("形象进度")).to_have_value("70")
    page.get_by_label("手续办理").fill("90")
    page.get_by_label("问题整改").fill("100")
    page.get_by_role("textbox", name="问题", exact=True).first.fill(WORDS)
    page.get_by_label("涉及单位").first.fill("市政公司")
    page.get_by_label("检查日期").fill(str(on))
    fits(page)


def sign_on_a_bad_line(page: Page) -> int:
    """No line at first; then the sheet arrives and its answer is lost. How often it was sent."""
    sent: list[str] = []

    def lose_the_answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request.post_data or "")
        if len(sent) == 1:
            route.fetch(max_redirects=0)
            return route.abort()
        return route.continue_()

    page.context.set_offline(True)
    page.get_by_role("button", name="签字").click()
    expect(page.get_by_text("网络不通")).to_be_visible()
    page.route("**/fill/", lose_the_answer)
    page.context.set_offline(False)
    page.wait_for_url(re.compile(r"/inspections/\d+/$"), timeout=30_000)
    page.unroute("**/fill/")
    return len(sent)


def rises(supervisor: Page, leader: Page) -> None:
    """Assigning is long overdue: gone through once, it comes before the leader."""
    supervisor.goto("/desk/problems/load/")
    fits(supervisor)
    supervisor.get_by_role("button", name="核一遍超期").click()
    expect(supervisor.get_by_text(re.compile(r"已核一遍，升级了 \d+ 个问题"))).to_be_visible()
    leader.goto("/desk/")
    risen = leader.locator("section", has_text="超期升级的问题")
    expect(risen.get_by_role("link", name=re.compile(WORDS))).to_be_visible()


def chooses_mail(page: Page) -> None:
    page.goto("/desk/reminders/settings/")
    fits(page)
    page.get_by_label("用邮件提醒我").check()
    page.get_by_label("收件邮箱").fill("zhou@park.example")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("提醒设置已保存")).to_be_visible()


def is_reminded(supervisor: Page, leader: Page) -> None:
    """Planned once, however often it is asked for; seen by whom it is for, and at the problem."""
    for _ in range(2):
        supervisor.goto("/desk/reminders/")
        supervisor.get_by_role("button", name="核一遍提醒").click()
        expect(supervisor.get_by_text("已核一遍，新排定")).to_be_visible()
    fits(supervisor)
    leader.goto(f"/desk/reminders/?q={WORDS}")
    expect(leader.get_by_role("link", name=WORDS)).to_have_count(1)
    expect(leader.locator("tr", has_text=WORDS)).to_contain_text("问题升级到您")
    fits(leader)
    leader.get_by_role("link", name=WORDS).click()
    expect(leader.locator("section", has_text="问题升级到您 · 邮件")).to_be_visible()
    fits(leader)


def is_not_reminded_any_more(supervisor: Page, leader: Page) -> None:
    supervisor.goto("/desk/reminders/")
    supervisor.get_by_role("button", name="核一遍提醒").click()
    leader.goto(f"/desk/reminders/?q={WORDS}")
    expect(leader.locator("tr", has_text=WORDS)).to_contain_text(re.compile("不再需要|已发送"))


def assign(supervisor: Page, name: str) -> str:
    """From the list to the problem, given to a unit and a colleague; its address."""
    supervisor.goto(f"/desk/problems/?q={WORDS}")
    supervisor.get_by_role("link", name=WORDS).click()
    expect(supervisor.get_by_text("已升级到园区领导")).to_be_visible()
    fits(supervisor)
    supervisor.get_by_label("责任单位").fill("市政公司")
    supervisor.get_by_label("跟办人").select_option(label=name)
    supervisor.get_by_role("button", name="交办", exact=True).click()
    expect(supervisor.get_by_text("已交办")).to_be_visible()
    return supervisor.url


def hand_in(officer: Page) -> None:
    officer.goto("/desk/problems/?state=mine")
    officer.get_by_role("link", name=WORDS).click()
    fits(officer)
    officer.get_by_label("新凭据名称").fill("市政公司接驳完工确认单")
    officer.get_by_role("button", name="报办结").click()
    expect(officer.get_by_text("等另一位同事核验")).to_be_visible()
    expect(officer.get_by_role("button", name="核验通过，销号")).to_have_count(0)


def test_a_problem_is_found_rises_and_is_struck_off(seat: Seat, today: date) -> None:
    supervisor, officer, leader = seat("fengshouyi"), seat("shenzhihe"), seat("zhoujingting")
    name = next(each.name for each in demo.sign_ins() if each.sign_in == "shenzhihe")

    fill_in(supervisor, today - timedelta(days=25))
    assert sign_on_a_bad_line(supervisor) == 2
    formula = "40% × 70 + 30% × 80 + 20% × 90 + 10% × 100 = 80.00"
    expect(supervisor.get_by_text(formula)).to_be_visible()
    expect(supervisor.get_by_role("link", name=re.compile(WORDS))).to_have_count(1)
    fits(supervisor)
    chooses_mail(leader)
    rises(supervisor, leader)
    is_reminded(supervisor, leader)
    address = assign(supervisor, name)
    hand_in(officer)

    supervisor.goto(address)
    supervisor.get_by_role("button", name="核验通过，销号").click()
    expect(supervisor.get_by_text("核验通过，已销号")).to_be_visible()
    expect(supervisor.get_by_text("凭据：市政公司接驳完工确认单")).to_be_visible()
    fits(supervisor)
    is_not_reminded_any_more(supervisor, leader)
