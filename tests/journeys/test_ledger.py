"""A ledger of sixty projects with eight mistakes is taken over, and confirmed by a colleague."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.ledger import ROWS, WRONG, rows, workbook

PATIENCE_MS = 120_000


def upload(tab: Page, name: str, content: bytes) -> None:
    """Give the ledger and wait for its dry run."""
    tab.goto("/desk/projects/")
    tab.get_by_role("link", name="导入表格").click()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    tab.locator("#sheet").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    tab.get_by_role("button", name="上传并核对").click()
    expect(tab.get_by_text("还没有写入。")).to_be_visible(timeout=PATIENCE_MS)


def import_with_mistakes(tab: Page, prefix: str, failed: Path) -> None:
    """Import what is right, and take away the rows that are wrong."""
    upload(tab, f"{prefix}.xlsx", workbook(rows(prefix=prefix), title="重点项目台账"))
    tab.get_by_role("link", name=f"有误 {WRONG}").click()
    expect(tab.locator("tbody tr")).to_have_count(WRONG)
    expect(tab.locator(".points").get_by_text("请写成 2026-03-15").first).to_be_visible()
    with tab.expect_download() as downloading:
        tab.get_by_role("link", name=f"下载有误的 {WRONG} 行").click()
    downloading.value.save_as(failed)
    tab.get_by_role("button", name=f"导入 {ROWS - WRONG} 个项目").click()
    expect(tab.get_by_text(f"已导入：新增 {ROWS - WRONG} 个")).to_be_visible(timeout=PATIENCE_MS)


def test_a_ledger_with_mistakes_becomes_projects_that_a_colleague_confirms(
    tab: Page, sign_in: Callable[[str], None], tmp_path: Path
) -> None:
    prefix = f"溧北{tab.viewport_size['width'] if tab.viewport_size else 0}"
    sign_in("招商专员")
    import_with_mistakes(tab, prefix, tmp_path / "failed.xlsx")

    mended = workbook(rows(prefix=prefix, is_mended=True), title="重点项目台账（改）")
    upload(tab, f"{prefix}改好.xlsx", mended)
    expect(tab.get_by_role("link", name=f"无变化 {ROWS - WRONG}")).to_be_visible()
    tab.get_by_role("button", name=f"导入 {WRONG} 个项目").click()
    expect(tab.get_by_text(f"已导入：新增 {WRONG} 个")).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.get_by_text("要由另一位同事核实后才作数")).to_be_visible()
    run = tab.url

    tab.context.clear_cookies()
    sign_in("科长")
    tab.goto(run)
    tab.get_by_role("button", name=f"核实导入的 {WRONG} 个阶段").click()
    expect(tab.get_by_text("从现在起作数")).to_be_visible()
    tab.goto(f"/desk/projects/?q={prefix}&stage=sign")
    expect(tab.get_by_text(f"共 {WRONG} 条")).to_be_visible()
