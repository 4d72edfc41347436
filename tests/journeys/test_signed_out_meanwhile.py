"""Whoever is signed out while typing signs in again and finds what was typed; nobody else does."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from zhuchao.config import demo

KEPT = "刚才填写的内容还在。"
AGAIN = "登录已过期，请重新登录。"
RESUMED = "已重新登录，刚才填写的内容还在"
HALF_AN_HOUR_MS = 30 * 60 * 1000
UNSENT = "sessionStorage.getItem('desk-unsent')"
AGE = "(ms) => { const kept = JSON.parse(sessionStorage.getItem('desk-unsent'));"
AGE += " sessionStorage.setItem('desk-unsent', JSON.stringify({ ...kept, at: kept.at - ms })); }"


def session_ends(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def come_in(page: Page) -> None:
    person = next(each for each in demo.sign_ins() if each.role == "招商专员")
    page.get_by_label("账号").fill(person.sign_in)
    page.get_by_label("密码").fill(person.password)
    page.get_by_role("button", name="登录").click()


def open_project(page: Page) -> str:
    page.goto("/desk/projects/?owner=mine")
    page.locator("main a[href^='/desk/projects/']").filter(has_text="项目").first.click()
    page.wait_for_url(re.compile(r"/projects/\d+/$"))
    return page.url


def test_what_was_typed_into_a_project_is_in_its_form_again(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    edit = open_project(tab) + "edit/"
    tab.goto(edit)
    tab.get_by_label("产业链环节").fill("谐波减速器")
    session_ends(tab)
    tab.get_by_role("button", name="保存").click()
    expect(tab.get_by_role("status")).to_have_text(AGAIN + KEPT)

    come_in(tab)

    tab.wait_for_url(edit)
    expect(tab.get_by_text(RESUMED)).to_be_visible()
    expect(tab.get_by_label("产业链环节")).to_have_value("谐波减速器")


def test_a_form_that_was_refused_is_found_on_the_page_of_its_record(
    tab: Page, sign_in: Callable[[str], None]
) -> None:
    sign_in("招商专员")
    project = open_project(tab)
    form = tab.locator("#next form")
    form.get_by_role("button", name="记下这个阶段").click()
    tab.wait_for_url(project + "stage/")
    form.get_by_role("textbox", name="凭据名称").fill("会谈记录 9 号")
    session_ends(tab)
    form.get_by_role("button", name="记下这个阶段").click()

    come_in(tab)

    tab.wait_for_url(project)
    expect(tab.get_by_text(RESUMED)).to_be_visible()
    expect(form.get_by_role("textbox", name="凭据名称")).to_have_value("会谈记录 9 号")


def test_what_nobody_comes_back_for_is_forgotten(tab: Page, sign_in: Callable[[str], None]) -> None:
    sign_in("招商专员")
    tab.goto(open_project(tab) + "edit/")
    tab.get_by_label("产业链环节").fill("谐波减速器")
    session_ends(tab)
    tab.get_by_role("button", name="保存").click()
    expect(tab.get_by_role("status")).to_have_text(AGAIN + KEPT)

    tab.evaluate(AGE, HALF_AN_HOUR_MS)
    tab.reload()

    expect(tab.get_by_role("status")).to_have_text(AGAIN)
    assert tab.evaluate(UNSENT) is None


def test_signing_out_leaves_nothing(tab: Page, sign_in: Callable[[str], None]) -> None:
    sign_in("招商专员")
    tab.evaluate("sessionStorage.setItem('desk-unsent', JSON.stringify({ at: Date.now() }))")
    tab.locator("form[action$='/sign-out/']").first.evaluate("(form) => form.requestSubmit()")

    tab.wait_for_url("**/sign-in/")
    assert tab.evaluate(UNSENT) is None
