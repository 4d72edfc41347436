"""What a rate is on a day: both of its sets, counted over columns of all projects at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from zhuchao.core.vocabulary.rate import ProjectRow, Rate, RateSpec, SetSpec, Side, Sum, Window
from zhuchao.core.vocabulary.stage import Milestone

CENTS = 100


@dataclass(frozen=True, slots=True)
class ProjectColumns:
    """All projects as of a day, one place each, in rising order of their numbers.

    Masks and sums are keyed by what and when; a missing key says that nobody has it. Money is in
    whole cents.
    """

    as_of: date
    numbers: NDArray[np.int64]
    is_live: NDArray[np.bool_]
    is_increment: NDArray[np.bool_]
    reached: Mapping[tuple[Milestone, Window], NDArray[np.bool_]]
    promised: Mapping[tuple[str, Window], NDArray[np.bool_]]
    cents: Mapping[tuple[Sum, Window], NDArray[np.int64]]


def rate(spec: RateSpec, projects: ProjectColumns) -> Rate:
    """The rate with both sets. Without projects below the line, or without money, no value."""
    below = _members(spec.denominator, projects)
    above = _members(spec.numerator, projects)
    if spec.is_within:
        above = above & below
    numerator = _side(spec.numerator, above, projects)
    denominator = _side(spec.denominator, below, projects)
    value = numerator.amount / denominator.amount if denominator.amount else None
    return Rate(spec, projects.as_of, value, numerator, denominator)


def columns(rows: Iterable[ProjectRow], as_of: date) -> ProjectColumns:
    """Rows as columns; what lies after the day is left out."""
    rows = sorted(rows, key=lambda row: row.number)
    windows = {Window.EVER: date.min, Window.YEAR: date(as_of.year, 1, 1)}
    reached: dict[tuple[Milestone, Window], NDArray[np.bool_]] = {}
    promised: dict[tuple[str, Window], NDArray[np.bool_]] = {}
    cents: dict[tuple[Sum, Window], NDArray[np.int64]] = {}
    for place, row in enumerate(rows):
        for window, since in windows.items():
            for milestone, on in row.reached:
                if since <= on <= as_of:
                    reached.setdefault((milestone, window), _none(rows))[place] = True
            for measure, due in row.promised:
                if since <= due <= _end(as_of, window):
                    promised.setdefault((measure, window), _none(rows))[place] = True
        for told, window, amount in row.sums:
            noughts = np.zeros(len(rows), np.int64)
            cents.setdefault((told, window), noughts)[place] += int(amount * CENTS)
    return ProjectColumns(
        as_of,
        np.array([row.number for row in rows], np.int64),
        np.array([row.is_live for row in rows], np.bool_),
        np.array([row.is_increment for row in rows], np.bool_),
        reached,
        promised,
        cents,
    )


def _end(as_of: date, window: Window) -> date:
    """What is promised for the year counts from its first day on, not only when it is due."""
    return as_of if window is Window.EVER else date(as_of.year, 12, 31)


def _none(rows: list[ProjectRow]) -> NDArray[np.bool_]:
    return np.zeros(len(rows), np.bool_)


def _members(spec: SetSpec, projects: ProjectColumns) -> NDArray[np.bool_]:
    count = len(projects.numbers)
    nobody = np.zeros(count, np.bool_)
    members = np.ones(count, np.bool_)
    if spec.reached:
        masks = [projects.reached.get((each, spec.window), nobody) for each in spec.reached]
        members = np.logical_or.reduce(masks)
    if spec.promised:
        members = members & projects.promised.get((spec.promised, spec.promised_in), nobody)
    if spec.is_live:
        members = members & projects.is_live
    if spec.sum is None:
        members = members & ~projects.is_increment
    return members


def _side(spec: SetSpec, members: NDArray[np.bool_], projects: ProjectColumns) -> Side:
    if spec.sum is None:
        numbers = projects.numbers[members]
        return Side(Decimal(len(numbers)), tuple(numbers.tolist()))
    cents = projects.cents.get((spec.sum, spec.sum_in))
    if cents is None:
        return Side(Decimal(0), ())
    told = members & (cents != 0)
    return Side(Decimal(int(cents[told].sum())) / CENTS, tuple(projects.numbers[told].tolist()))
