"""Stored lights as columns: the same numbers by any pack and curve, counted at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from zhuchao.apps.projects.lighting import MOOT
from zhuchao.apps.projects.models import ProjectLight
from zhuchao.core.progress.baselines import due_by
from zhuchao.core.progress.columns import CODES, LightColumns, Numbers, colours, progress_values
from zhuchao.core.progress.reckoning import START, STATISTICS
from zhuchao.core.vocabulary.progress import BaselineCurve, Colour, LightPack, Test

READ = (
    "project_id", "done_share", "due_share", "growth", "growth_gap", "start_late",
    "statistics_late",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LitColumns:
    """A place for each project: its number, what is done and due, and what other rules ask."""

    projects: NDArray[np.int64]
    done: Numbers
    due: Numbers
    growth: Numbers
    growth_gap: Numbers
    start: Numbers
    statistics: Numbers

    def by(self, curve: BaselineCurve | None, as_of: date) -> LitColumns:
        """The same by one curve for all of them; by their own without one."""
        if curve is None:
            return self
        return replace(self, due=np.full(len(self.due), due_by(curve, as_of)))


def columns_of(found: QuerySet[ProjectLight]) -> LitColumns:
    """One query; what is not told is NaN."""
    rows = list(found.order_by("project_id").values_list(*READ))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(READ)
    numbers = [np.array(each, np.float64) for each in columns[1:]]
    return LitColumns(np.array(columns[0], np.int64), *numbers)


def codes_of(columns: LitColumns, pack: LightPack) -> NDArray[np.int8]:
    """The light of each project by the pack, as places in ``CODES``."""
    late = {START: columns.start, STATISTICS: columns.statistics}
    values = progress_values(columns.done, columns.due) | late
    values |= {Test.GROWTH.value: columns.growth, Test.GROWTH_GAP.value: columns.growth_gap}
    count = len(columns.projects)
    moot = {key: told == MOOT for key, told in late.items()}
    return colours(pack, LightColumns(count, values, moot, np.zeros(count, np.bool_)))


def counts_of(columns: LitColumns, pack: LightPack) -> dict[Colour, int]:
    """How many projects have each colour by the pack."""
    told = np.bincount(codes_of(columns, pack), minlength=len(CODES)).tolist()
    return dict(zip(CODES, told, strict=True))


def places_of(columns: LitColumns, pack: LightPack, colour: Colour) -> list[int]:
    """The numbers of the projects that have the colour by the pack."""
    numbers: list[int] = columns.projects[codes_of(columns, pack) == CODES.index(colour)].tolist()
    return numbers
