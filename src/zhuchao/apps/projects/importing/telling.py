"""What a row of a ledger tells, as values; what could not be read, with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.projects.importing import cells
from zhuchao.apps.projects.services.money import MonthEntry
from zhuchao.core.errors import Refused
from zhuchao.core.text.companies import credit_code
from zhuchao.core.vocabulary.sheet import Column, ColumnSpec
from zhuchao.core.vocabulary.stage import StageLadder
from zhuchao.ground.sheets import Sheet
from zhuchao.tables import stage_ladder

SUMS = frozenset({"total_investment", "fixed_investment", "equipment_investment"})
TEXTS = frozenset(
    {"code", "title", "company", "summary", "chain_node", "next_step", "person", "telephone"}
)
LONGEST = {"title": 120, "company": 200, "chain_node": 60, "next_step": 200, "code": 20}
SUMMARY = ("合计", "总计", "小计", "共计")
SAID_OF_SKIPPED = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell; ``at`` counts the columns with a heading, -1 the whole row."""

    at: int
    why: str
    example: str = ""


@dataclass(slots=True)
class Told:
    """A row as understood; ``values`` by column of the register, ``reached`` the days of stages."""

    number: int
    cells: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    reached: dict[str, date] = field(default_factory=dict)
    months: list[MonthEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return str(self.values.get("title", ""))


def told_rows(sheet: Sheet, ladder: StageLadder, skipped: list[tuple[int, str]]) -> Iterator[Told]:
    """The rows below the header; empty ones are passed over, sums and headings are ``skipped``."""
    for place, row in enumerate(sheet.rows[sheet.head.row + 1 :], sheet.head.row + 2):
        shown = tuple(
            row[column.at] if column.at < len(row) else "" for column in sheet.head.columns
        )
        filled = [cell for cell in shown if cell]
        if not filled:
            continue
        if len(filled) == 1 or any(cell.startswith(SUMMARY) for cell in filled[:2]):
            skipped.append((place, covered(" ".join(filled))[:SAID_OF_SKIPPED]))
            continue
        yield _told(place, shown, sheet.head.columns, ladder)


def _told(
    number: int, shown: tuple[str, ...], columns: Sequence[Column], ladder: StageLadder
) -> Told:
    told = Told(number, shown)
    for at, (column, cell) in enumerate(zip(columns, shown, strict=True)):
        if column.spec is None or column.spec.role == "shown" or not cell:
            continue
        try:
            _read(told, column, column.spec, cell, ladder)
        except Refused as refusal:
            told.problems.append(Problem(at, refusal.sentence))
    if not told.title:
        told.problems.append(Problem(-1, "没有项目名称", "填写项目名称"))
    _place_stage(told, ladder)
    return told


def _read(told: Told, column: Column, spec: ColumnSpec, cell: str, ladder: StageLadder) -> None:
    """Raises: Refused, saying what is wrong with the cell."""
    key, unit = spec.key, column.unit
    if spec.role == "month":
        measure, _, month = key.partition(":")
        amount = cells.sum_of(cell, unit)
        if amount is not None:
            told.months.append(MonthEntry(measure, date.fromisoformat(f"{month}-01"), amount))
    elif key.startswith("on:"):
        told.reached[_stage_key(ladder, key[3:])] = _day(told, column.heading, cell)
    elif key in TEXTS:
        told.values[key] = " ".join(cell.split())[: LONGEST.get(key, 2_000)]
    elif reader := _reader(key, unit, ladder):
        value = reader(cell)
        if value not in ("", None):
            told.values[key] = value
        elif key == "trade":
            told.notes.append(f"行业“{cell[:20]}”在国民经济行业分类里没有对上，未填写")
    else:
        told.values[key] = _day(told, column.heading, cell)


def _reader(key: str, unit: str, ladder: StageLadder) -> Callable[[str], Any] | None:
    readers: dict[str, Callable[[str], Any]] = {
        "foreign_usd": partial(cells.dollars_of, unit=unit),
        "land_area": partial(cells.land_of, unit=unit),
        "trade": cells.trade_of,
        "credit_code": credit_code,
        "stage": partial(cells.stage_of, ladder),
        **{name: partial(cells.choice_of, name) for name in cells.CHOICES},
        **{name: partial(cells.sum_of, unit=unit) for name in SUMS},
    }
    return readers.get(key)


def _day(told: Told, heading: str, cell: str) -> date:
    day, is_month = cells.day_of(cell)
    if is_month:
        told.notes.append(f"{heading}只写到月，按 {day.month} 月 1 日记")
    return day


def _stage_key(ladder: StageLadder, national: str) -> str:
    """The ladder's own stage for one of the shipped ladder's. Raises: Refused."""
    if ladder.stage(national) is not None:
        return national
    shipped = stage_ladder().stage(national)
    milestone = shipped.milestone if shipped is not None else None
    own = ladder.at(milestone) if milestone is not None else None
    if own is None:
        name = shipped.name if shipped is not None else national
        raise Refused(f"“{ladder.title}”里没有“{name}”这一步，这一列没有导入：请删去这一格")
    return own.key


def _place_stage(told: Told, ladder: StageLadder) -> None:
    """The stage that is told by name has its day, in a column of its own or in 进入阶段日期."""
    stage, on = told.values.pop("stage", ""), told.values.pop("stage_on", None)
    if not stage or stage in told.reached or told.problems:
        return
    if on is not None:
        told.reached[stage] = on
    elif ladder.rank(stage) != 0:
        name = next(each.name for each in ladder.stages if each.key == stage)
        why = f"写了阶段“{name}”，没有写哪天进入"
        told.problems.append(Problem(-1, why, f"填写“{name}日期”或“进入阶段日期”"))
