"""An empty ledger to fill in, and the rows that were refused."""

from __future__ import annotations

from collections.abc import Iterator

from zhuchao import tables as reference
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.importing import selectors
from zhuchao.apps.projects.importing.models import LedgerRow, LedgerRun
from zhuchao.apps.projects.importing.opening import open_sheet
from zhuchao.core.vocabulary.sheet import Cell, ColumnSpec
from zhuchao.ground.files import open_kept

WHY = "原因"
UNWRITTEN = frozenset({"number", "why", "owner", "days"})
# What a filled-in row looks like; a fictional firm and a number that nobody has.
EXAMPLE: dict[str, Cell] = {
    "title": "示例精密减速器项目", "company": "示例精密制造有限公司", "kind": "工业",
    "trade": "3453", "summary": "新建厂房 2 万㎡，年产减速器 10 万台", "total_investment": 12000.0,
    "fixed_investment": 8000.0, "land_area": 60.0, "chain_role": "补链", "method": "产业链招商",
    "stage": "签约", "on:lead": "2026-01-08", "on:talk": "2026-02-20", "on:sign": "2026-03-15",
    "next_step": "办理注册", "person": "王先生", "telephone": "13800000000",
}  # fmt: skip
MONTH_EXAMPLE: tuple[tuple[str, Cell], ...] = (("2026年3月完成（万元）", 120.0),)


def columns() -> list[ColumnSpec]:
    """The first heading of each key, in order."""
    firsts: dict[str, ColumnSpec] = {}
    for spec in reference.ledger_columns():
        firsts.setdefault(spec.key, spec)
    return [spec for spec in firsts.values() if spec.key not in UNWRITTEN]


def headings() -> list[str]:
    told = [f"{spec.heading}（{spec.unit}）" if spec.unit else spec.heading for spec in columns()]
    return [*told, *(heading for heading, _ in MONTH_EXAMPLE)]


def template_row() -> list[Cell]:
    """An example for a sheet that is to be filled in."""
    told = [EXAMPLE.get(spec.key, "") for spec in columns()]
    return [*told, *(cell for _, cell in MONTH_EXAMPLE)]


def failed_rows(viewer: Viewer, run: LedgerRun) -> tuple[list[str], Iterator[list[Cell]]]:
    """The header and the refused rows as they came, each with its reasons, to be mended."""
    sheet = open_sheet(open_kept(run.digest))
    kept = [column for column in sheet.head.columns if column.heading != WHY]
    rows = selectors.rows(viewer, run, fate=LedgerRow.Fate.ERROR)

    def failed() -> Iterator[list[Cell]]:
        for row in rows:
            cells = sheet.rows[row.number - 1]
            told = [cells[column.at] if column.at < len(cells) else "" for column in kept]
            yield [*told, "；".join(_reason(each) for each in row.errors)]

    return [*(column.heading for column in kept), WHY], failed()


def _reason(error: dict[str, str]) -> str:
    return f"{error['why']}（可写：{error['example']}）" if error.get("example") else error["why"]
