"""A planned row as it is kept: what it would do, and no person in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from zhuchao.apps.parties.persons import PERSONAL, covered
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.importing.planning import Plan, person_of
from zhuchao.apps.properties.importing.telling import Problem, Told
from zhuchao.core.vocabulary.sheet import Head
from zhuchao.ground.sealed import masked

LONGEST_TITLE = 120
PERSONS = frozenset(f"term:{key.value}" for key in PERSONAL)
# The parts of a change or a problem that quote the row.
QUOTED = frozenset({"old", "new", "why"})


def row_of(run: ImportRun, head: Head, told: Told, planned: Plan) -> ImportRow:
    """The row with its fate, not saved yet."""
    return ImportRow(
        run=run,
        number=told.number,
        title=_without_persons(told, told.record["title"])[:LONGEST_TITLE],
        cells=[
            masked(cell) if column.name in PERSONS else _without_persons(told, cell)
            for column, cell in zip(head.columns, told.cells, strict=True)
        ],
        fate=planned.fate,
        changes=changes_of(told, planned),
        errors=errors_of(told, planned.problems),
        notes=[_without_persons(told, note) for note in planned.notes],
        offer=planned.offer,
    )


def changes_of(told: Told, planned: Plan) -> list[dict[str, Any]]:
    return [_covered(told, asdict(change)) for change in planned.changes]


def errors_of(told: Told, problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [_covered(told, asdict(problem)) for problem in problems]


def _covered(told: Told, said: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _without_persons(told, value) if name in QUOTED else value
        for name, value in said.items()
    }


def _without_persons(told: Told, text: str) -> str:
    return covered(text, names=[person_of(told)[0]])
