"""All projects as columns, for rates: a handful of queries, however many projects there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import Case, F, IntegerField, Q, QuerySet, Sum, Value, When
from numpy.typing import NDArray

from zhuchao import tables as reference
from zhuchao.apps.projects.laddering import ladders_in_use
from zhuchao.apps.projects.models import (
    Document,
    MonthlyInvestment,
    Project,
    Promise,
    StageReached,
)
from zhuchao.core.projects.rates import CENTS, ProjectColumns
from zhuchao.core.vocabulary.rate import Sum as Told
from zhuchao.core.vocabulary.rate import Window
from zhuchao.core.vocabulary.stage import Milestone

MILESTONES = tuple(Milestone)
AGREEMENT, SUPPLEMENT = "agreement", "supplement"
_YEAR = len(MILESTONES)
Columns = NDArray[np.int64]


def columns_of(found: QuerySet[Project], as_of: date) -> ProjectColumns:
    """Projects as columns, as of a day: of what occurred until then, by what is known now."""
    rows = list(found.order_by("pk").values_list("pk", _ended(as_of), _is_increment()))
    table = np.array(rows, np.int64).reshape(-1, 3)
    numbers = table[:, 0]
    year = date(as_of.year, 1, 1)
    return ProjectColumns(
        as_of,
        numbers,
        table[:, 1] == 0,
        table[:, 2] == 1,
        _reached(numbers, as_of, year),
        _promised(numbers, as_of, year),
        _money(numbers, as_of, year),
    )


def _ended(as_of: date) -> Case:
    ended = Q()
    for climbs, ladder in ladders_in_use():
        final = [each.key for each in ladder.stages if each.is_final]
        ended |= Q(**climbs, stage__in=final)
    return Case(
        When(ended & Q(stage_on__lte=as_of), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _is_increment() -> Case:
    return Case(
        When(increment_of=None, then=Value(0)), default=Value(1), output_field=IntegerField()
    )


def _places(numbers: Any, told: Any) -> tuple[Any, Any]:
    """Where each told project stands, and which of them are among the numbers."""
    places = np.searchsorted(numbers, told)
    places[places == len(numbers)] = 0
    known = numbers[places] == told if len(numbers) else np.zeros(len(told), np.bool_)
    return places, known


def _masks(numbers: Any, rows: Sequence[tuple[int, int]]) -> dict[int, Any]:
    """For each code a mask of the projects that have it."""
    table = np.array(rows, np.int64).reshape(-1, 2)
    places, known = _places(numbers, table[:, 0])
    masks = {}
    for code in np.unique(table[:, 1]).tolist():
        mask = np.zeros(len(numbers), np.bool_)
        mask[places[known & (table[:, 1] == code)]] = True
        masks[code] = mask
    return masks


def _windows(masks: dict[int, Any], names: Sequence[Any]) -> dict[Any, Any]:
    """Codes below the number of names are of earlier years, those above of the year."""
    found = {}
    for place, name in enumerate(names):
        now = masks.get(place + len(names))
        before = masks.get(place)
        if now is not None:
            found[name, Window.YEAR] = now
        ever = [each for each in (before, now) if each is not None]
        if ever:
            found[name, Window.EVER] = np.logical_or.reduce(ever)
    return found


def _reached(numbers: Any, as_of: date, year: date) -> dict[Any, Any]:
    whens = []
    for climbs, ladder in ladders_in_use():
        of = {f"project__{column}": told for column, told in climbs.items()}
        for stage in ladder.stages:
            if stage.milestone is not None:
                code = MILESTONES.index(stage.milestone)
                told = Q(**of, stage=stage.key)
                whens.append(When(told & Q(on__gte=year), then=Value(code + _YEAR)))
                whens.append(When(told, then=Value(code)))
    events = StageReached.objects.filter(on__lte=as_of)
    coded = Case(*whens, default=Value(-1), output_field=IntegerField())
    rows = list(events.values_list("project_id", coded))
    return _windows(_masks(numbers, rows), MILESTONES)


def _promised(numbers: Any, as_of: date, year: date) -> dict[Any, Any]:
    names = [each.key for each in reference.promise_measures()]
    told = Promise.objects.filter(side=Promise.Side.INVESTOR, due_on__lte=date(as_of.year, 12, 31))
    rows = told.exclude(outcome=Promise.Outcome.WAIVED).values_list(
        "project_id", "measure", "due_on"
    )
    masks: dict[Any, Any] = {}
    listed = [
        (pk, names.index(measure) * 2 + (window is Window.YEAR))
        for pk, measure, due in rows
        if measure in names
        for window in Window
        if due is not None and (due >= year if window is Window.YEAR else due <= as_of)
    ]
    for code, mask in _masks(numbers, listed).items():
        masks[names[code // 2], Window.YEAR if code % 2 else Window.EVER] = mask
    return masks


def _money(numbers: Any, as_of: date, year: date) -> dict[Any, Any]:
    months = MonthlyInvestment.objects.filter(month__lte=as_of).order_by()
    sums = months.values("project_id", "measure").annotate(
        ever=Sum("amount"), now=Sum("amount", filter=Q(month__gte=year))
    )
    rows: list[tuple[int, str, Decimal, Decimal | None]] = list(
        sums.values_list("project_id", "measure", "ever", "now")
    )
    cents: dict[Any, Any] = {}
    for measure in {row[1] for row in rows}:
        told = [row for row in rows if row[1] == measure]
        ever, now = [(row[0], row[2]) for row in told], [(row[0], row[3]) for row in told]
        cents[Told(measure), Window.EVER] = _spread(numbers, ever)
        cents[Told(measure), Window.YEAR] = _spread(numbers, now)
    for window, since in ((Window.EVER, None), (Window.YEAR, year)):
        cents[Told.AGREED, window] = _spread(numbers, _agreed(as_of, since))
    return cents


def _agreed(as_of: date, since: date | None) -> list[tuple[int, Decimal | None]]:
    """What the first agreement of each project tells, and every supplement; nothing is guessed."""
    dated = Q(dated_on=None) | Q(dated_on__lte=as_of)
    found = Document.objects.filter(dated, kind__in=(AGREEMENT, SUPPLEMENT), amount__gt=0)
    if since is not None:
        found = found.filter(dated_on__gte=since)
    ordered = found.order_by(F("dated_on").asc(nulls_last=True), "pk")
    told: list[tuple[int, Decimal | None]] = []
    signed: set[int] = set()
    for project_id, kind, amount in ordered.values_list("project_id", "kind", "amount"):
        if kind == SUPPLEMENT or project_id not in signed:
            told.append((project_id, amount))
        if kind == AGREEMENT:
            signed.add(project_id)
    return told


def _spread(numbers: Columns, told: Sequence[tuple[int, Decimal | None]]) -> NDArray[np.int64]:
    """Sums in cents, each at the place of its project."""
    places, known = _places(numbers, np.array([pk for pk, _ in told], np.int64))
    cents = np.array([int((amount or 0) * CENTS) for _, amount in told], np.int64)
    spread = np.zeros(len(numbers), np.int64)
    np.add.at(spread, places[known], cents[known])
    return spread
