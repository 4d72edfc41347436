"""A zone's ledger of projects as offices keep it, with eight mistakes."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

HEAD = (
    "序号", "项目名称", "投资方", "项目类型", "所属行业", "总投资（亿元）", "用地面积（亩）",
    "阶段", "线索日期", "签约日期", "开工日期", "招商方式", "2026年3月完成（万元）", "经办人",
    "备注",
)  # fmt: skip
ROWS, WRONG = 60, 8
GOODS = ("减速器", "传感器", "电池托盘", "风电轴承", "光学镜片", "检测设备")
MISTAKES = (
    ("总投资（亿元）", "很多"), ("签约日期", "三月底"), ("阶段", "飞天"), ("项目名称", ""),
    ("总投资（亿元）", "-3"), ("开工日期", "2025-12-01"), ("项目类型", "外星"),
    ("签约日期", "2099-01-01"),
)  # fmt: skip


def rows(*, prefix: str, is_mended: bool = False) -> list[list[object]]:
    """The rows; every seventh from the fourth on has a mistake, as long as there are any."""
    found = []
    for number in range(1, ROWS + 1):
        goods = GOODS[number % len(GOODS)]
        told: dict[str, object] = dict.fromkeys(HEAD, "")
        told |= {
            "序号": number,
            "项目名称": f"{prefix}{goods}项目{number}",
            "投资方": f"{prefix}{goods}{number}有限公司",
            "项目类型": "工业项目",
            "所属行业": "3453",
            "总投资（亿元）": 0.5 + number / 10,
            "用地面积（亩）": 20 + number,
            "阶段": "已签约",
            "线索日期": "2026-01-08",
            "签约日期": f"2026-03-{1 + number % 28:02}",
            "招商方式": "产业链招商",
            "2026年3月完成（万元）": 10 * number,
        }
        place, is_wrong = divmod(number - 4, 7)
        if not is_wrong and 0 <= place < WRONG and not is_mended:
            told |= dict([MISTAKES[place]])
        found.append([told[heading] for heading in HEAD])
    return found


def workbook(rows: Sequence[Sequence[object]], *, title: str) -> bytes:
    """An xlsx file with a title across, the header and the rows."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.merge_range(0, 0, 0, len(HEAD) - 1, title)
    for number, row in enumerate([HEAD, *rows], 1):
        for at, cell in enumerate(row):
            sheet.write(number, at, cell)
    book.close()
    return made.getvalue()
