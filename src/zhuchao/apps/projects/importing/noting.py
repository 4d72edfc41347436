"""A planned row as it is kept: what it would do, and no person in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.projects.importing.models import LedgerRow, LedgerRun
from zhuchao.apps.projects.importing.planning import Plan
from zhuchao.apps.projects.importing.telling import Problem, Told
from zhuchao.core.vocabulary.sheet import Head
from zhuchao.ground.sealed import masked

PERSONS = frozenset({"record:person", "record:telephone"})


def row_of(run: LedgerRun, head: Head, told: Told, planned: Plan) -> LedgerRow:
    """The row with its fate, not saved yet."""
    return LedgerRow(
        run=run,
        number=told.number,
        title=_plain(told, told.title)[:120],
        cells=[
            masked(cell) if column.name in PERSONS else _plain(told, cell)
            for column, cell in zip(head.columns, told.cells, strict=True)
        ],
        fate=planned.fate,
        changes=changes_of(told, planned),
        errors=errors_of(told, planned.problems),
        notes=[_plain(told, note) for note in planned.notes],
        project=planned.project,
    )


def source_of(run: LedgerRun, number: int | None = None) -> str:
    """How what a row tells is sourced; without a number the beginning that all rows share."""
    stem = f"台账“{run.name[:120]}”（导入 {run.pk}）"
    return stem if number is None else f"{stem} 第 {number} 行"


def changes_of(told: Told, planned: Plan) -> list[dict[str, Any]]:
    return [
        {name: _plain(told, value) for name, value in asdict(change).items()}
        for change in planned.changes
    ]


def errors_of(told: Told, problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [asdict(problem) | {"why": _plain(told, problem.why)} for problem in problems]


def _plain(told: Told, text: str) -> str:
    return covered(text, names=[str(told.values.get("person", ""))])
