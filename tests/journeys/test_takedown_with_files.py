"""An owner of rights sends proofs along; an editor opens them and decides; the receipt tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from tests.journeys.conftest import Seat
from tests.journeys.voices import EDITOR, article_of, asks_for_takedown, follows, opens, width_of
from tests.pictures import photograph

LICENCE = FilePayload(name="登记证书.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7\n%%EOF\n")
PHOTO = FilePayload(name="现场.jpg", mimeType="image/jpeg", buffer=photograph((640, 480)))
NO_PROOF = FilePayload(name="网页.pdf", mimeType="application/pdf", buffer=b"<html>")


def saved(editor: Page, name: str) -> tuple[str, bytes]:
    """A file as the editor's browser saves it: by which name, and what is in it."""
    with editor.expect_download() as begun:
        editor.get_by_role("button", name=name).click()
    return begun.value.suggested_filename, Path(begun.value.path()).read_bytes()


def test_proofs_are_sent_opened_and_decided_upon(tab: Page, seat: Seat) -> None:
    address = article_of(tab, 2)
    number, editor = asks_for_takedown(tab, address, LICENCE, PHOTO), seat(EDITOR)
    expect(tab.locator(".receipt")).to_contain_text("收到 2 个")
    expect(tab.locator(".receipt")).not_to_contain_text("登记证书")

    opens(editor, number)
    for sent in (LICENCE, PHOTO):
        assert saved(editor, sent["name"]) == (sent["name"], sent["buffer"])
    expect(editor.locator("#history-title + ol")).to_contain_text("附文件 2 个")
    editor.get_by_label("撤下", exact=True).check()
    editor.get_by_label("依据").fill("登记证书和原图相符")
    editor.get_by_role("button", name="办结").click()
    editor.get_by_label("答复", exact=True).fill("证书和原图已核对，图文已撤下。")
    editor.get_by_role("button", name="答复", exact=True).click()

    assert tab.request.get(address).status == 410
    follows(tab, number, f"{width_of(tab):04d}")
    for told in ("收到 2 个", "撤下", "证书和原图已核对"):
        expect(tab.locator(".receipt")).to_contain_text(told)

    opens(editor, number, "all")
    editor.get_by_text("恢复发布").first.click()
    editor.get_by_label("恢复的依据").fill("申请人撤回")
    editor.get_by_role("button", name="恢复“").click()
    expect(editor.locator(".toasts")).to_contain_text("已恢复发布")


@pytest.mark.parametrize("tab", [390], indirect=True, ids=["phone"])
def test_what_cannot_be_a_proof_is_named_and_the_rest_stays(tab: Page) -> None:
    tab.goto(article_of(tab, 2))
    tab.get_by_role("link", name="申请撤下").click()
    tab.get_by_label("说明").fill("文中图片是我拍的。")
    tab.get_by_label("证据文件").set_input_files([NO_PROOF])
    tab.get_by_role("main").get_by_role("button", name="提交申请").click()

    expect(tab.locator("#id_proofs_error")).to_contain_text("“网页.pdf”不是能打开的文件类型")
    expect(tab.get_by_text("刚才选的文件浏览器没有保留")).to_be_visible()
    expect(tab.get_by_label("说明")).to_have_value("文中图片是我拍的。")
