"""A list of 300 offers with twenty mistakes ends in a clean register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.offer_sheet import HEAD, ROWS, WRONG, rows, workbook

from zhuchao.apps.properties.importing.opening import open_sheet

PATIENCE_MS = 120_000
WHY = "原因"


def upload(tab: Page, name: str, content: bytes) -> None:
    """Give the sheet and wait for its dry run."""
    tab.goto("/desk/offers/")
    tab.get_by_role("link", name="导入表格").click()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    tab.locator("#sheet").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    tab.get_by_role("button", name="上传并核对").click()
    expect(tab.get_by_text("还没有写入。")).to_be_visible(timeout=PATIENCE_MS)


def mended(failed: bytes, prefix: str) -> bytes:
    """The file of failed rows with the right cells in the wrong places."""
    sheet = open_sheet(failed)
    right = {str(row[0]): row for row in rows(prefix=prefix, is_mended=True)}
    assert sheet.rows[0][-1] == WHY
    return workbook((*HEAD, WHY), [[*right[row[0]], row[-1]] for row in sheet.rows[1:]])


def test_a_list_with_mistakes_ends_in_a_clean_register(
    tab: Page, sign_in: Callable[[str], None], tmp_path: Path
) -> None:
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    prefix = f"北塘{width}"
    content = workbook(HEAD, rows(prefix=prefix))
    sign_in("招商专员")

    upload(tab, f"厂房{width}.xlsx", content)
    expect(tab.get_by_role("button", name=f"导入 {ROWS - WRONG} 条")).to_be_visible()
    tab.get_by_role("link", name=f"有误 {WRONG}").click()
    expect(tab.locator("tbody tr")).to_have_count(WRONG)
    expect(tab.get_by_text("可写：2000").first).to_be_visible()
    with tab.expect_download() as downloading:
        tab.get_by_role("link", name=f"下载有误的 {WRONG} 行").click()
    downloading.value.save_as(tmp_path / "failed.xlsx")
    tab.get_by_role("button", name=f"导入 {ROWS - WRONG} 条").click()
    expect(tab.get_by_text(f"已导入：新增 {ROWS - WRONG} 条")).to_be_visible(timeout=PATIENCE_MS)

    upload(tab, f"改好{width}.xlsx", mended((tmp_path / "failed.xlsx").read_bytes(), prefix))
    tab.get_by_role("button", name=f"导入 {WRONG} 条").click()
    expect(tab.get_by_text(f"已导入：新增 {WRONG} 条")).to_be_visible(timeout=PATIENCE_MS)

    tab.goto(f"/desk/offers/?q={prefix}")
    expect(tab.get_by_text(f"共 {ROWS} 条")).to_be_visible()
    with tab.expect_download() as downloading:
        tab.get_by_role("link", name="Excel").click()
    downloading.value.save_as(tmp_path / "exported.xlsx")
    upload(tab, f"导出{width}.xlsx", (tmp_path / "exported.xlsx").read_bytes())
    expect(tab.get_by_role("link", name=f"无变化 {ROWS}")).to_be_visible()
