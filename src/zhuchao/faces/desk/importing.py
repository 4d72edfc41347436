"""What the pages of an import show: its columns, its rows, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render

from zhuchao import tables as reference
from zhuchao.core.errors import Unreadable
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.hand.terms import label_of
from zhuchao.ground.sheets import MOST_BYTES, TOO_LARGE

if TYPE_CHECKING:
    from zhuchao.faces.desk.access import DeskRequest
    from zhuchao.ground.sheets.runs import Progress, SheetRow, SheetRun

WORKING = frozenset({"reading", "applying"})
NO_FILE = "还没有选择文件。"
# So many cells tell of a row at a glance; all of them stand under it.
GLANCE = 4
# Where it is stands in its title already, and persons are nobody's glance.
NOT_AT_A_GLANCE = frozenset({"term:place", "term:person", "term:telephone"})
TOLD = ("term:", "record:company", "record:total_investment", "record:on:", "record:stage")


@dataclass(frozen=True)
class Recognised:
    """A column of the sheet and what is made of it; ``meaning`` is empty for an unknown one."""

    heading: str
    meaning: str
    unit: str
    is_read: bool


@dataclass(frozen=True)
class Cell:
    """A cell under its heading, with what is wrong with it and what would be accepted."""

    heading: str
    text: str
    why: str = ""
    example: str = ""


@dataclass(frozen=True)
class Row:
    """A row of the sheet with its fate; ``wrong`` are its bad cells, ``glance`` its first ones."""

    record: SheetRow
    glance: str
    cells: tuple[Cell, ...]
    wrong: tuple[Cell, ...]


def given_file(request: DeskRequest) -> tuple[str, bytes]:
    """Name and content of the sheet that a form brings. Raises: Unreadable."""
    file = request.FILES.get("file")
    if file is None:
        raise Unreadable(NO_FILE)
    if (file.size or 0) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    return file.name or "", file.read()


def is_asked_for_progress(request: DeskRequest) -> bool:
    """Whether the page asks only how far the work is."""
    return bool(request.htmx) and request.htmx.target == "work"


def render_progress(
    request: DeskRequest, run: SheetRun, progress: Progress, address: str
) -> HttpResponse:
    """How far the work is; once it is done, the browser is told to open the page anew."""
    context = {"run": run, "progress": progress, "address": address}
    response = render(request, "desk/_import_progress.html", context)
    if run.state not in WORKING:
        response.headers["HX-Refresh"] = "true"
    return response


def render_run(
    request: DeskRequest, page: str, part: str, context: dict[str, Any], status: int
) -> HttpResponse:
    """The page of a run, or the part of it with its rows."""
    is_part = bool(request.htmx) and request.htmx.target == "list"
    response = render(request, part if is_part else page, context, status=status)
    response.headers["Vary"] = "HX-Request"
    return response


def columns_of(run: SheetRun, *, is_ledger: bool = False) -> list[Recognised]:
    return [
        Recognised(
            column["heading"],
            _meaning(column["name"], is_ledger=is_ledger),
            _shown_unit(column["unit"]),
            not column["name"].startswith("shown:"),
        )
        for column in run.columns
    ]


def rows_of(run: SheetRun, rows: Iterable[SheetRow], *, is_ledger: bool = False) -> list[Row]:
    return [_row(run.columns, row, is_ledger=is_ledger) for row in rows]


def _row(columns: list[dict[str, str]], row: SheetRow, *, is_ledger: bool) -> Row:
    headings = [column["heading"] for column in columns]
    errors: dict[int, dict[str, Any]] = {error["at"]: error for error in row.errors}
    cells = tuple(
        Cell(heading, text, **_said(errors.get(at)))
        for at, (heading, text) in enumerate(zip(headings, row.cells, strict=True))
        if text or at in errors
    )
    whole = [Cell("整行", "", **_said(error)) for at, error in errors.items() if at < 0]
    told = [
        f"{_meaning(column['name'], is_ledger=is_ledger)} {_measured(text, column['unit'])}"
        for column, text in zip(columns, row.cells, strict=True)
        if text and column["name"].startswith(TOLD) and column["name"] not in NOT_AT_A_GLANCE
    ]
    wrong = tuple(cell for cell in cells if cell.why)
    return Row(row, " · ".join(told[:GLANCE]), cells, (*whole, *wrong))


def _measured(text: str, unit: str) -> str:
    """A bare figure with the unit of its column."""
    is_bare = text.replace(".", "", 1).isdigit()
    return f"{text} {_shown_unit(unit)}".strip() if is_bare else text


def _shown_unit(unit: str) -> str:
    """A unit as it is printed, not as headings are compared."""
    return unit.replace("m2", "㎡").replace("kva", "kVA").replace("kw", "kW")


def _said(error: dict[str, Any] | None) -> dict[str, str]:
    return {"why": error["why"], "example": error.get("example", "")} if error else {}


def _meaning(name: str, *, is_ledger: bool) -> str:
    role, _, key = name.partition(":")
    if role == "term":
        return label_of(FieldKey(key))
    if role == "month":
        return "月度投资"
    specs = reference.ledger_columns() if is_ledger else reference.offer_columns()
    return next((spec.heading for spec in specs if spec.key == key), "") if role else ""
