"""All projects as columns, for rates: a handful of queries, however many projects there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import (
    BigIntegerField,
    Case,
    F,
    Func,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from numpy.typing import NDArray

from zhuchao.apps.projects.laddering import ladders_in_use
from zhuchao.apps.projects.models import (
    Document,
    MonthlyInvestment,
    Project,
    Promise,
    StageReached,
)
from zhuchao.core.projects.rates import ProjectColumns
from zhuchao.core.vocabulary.rate import RateSpec, Window
from zhuchao.core.vocabulary.rate import Sum as Told
from zhuchao.core.vocabulary.stage import Milestone

MILESTONES = tuple(Milestone)
AGREEMENT, SUPPLEMENT = "agreement", "supplement"
_YEAR = len(MILESTONES)
Columns = NDArray[np.int64]


class Cents(Func):
    """A sum of money in whole cents, counted by the database: decimals cost more than the sum."""

    template = "CAST(ROUND(%(expressions)s * 100) AS BIGINT)"
    output_field = BigIntegerField()

    def get_db_converters(self, connection: object) -> list[Any]:
        """None: a driver gives whole numbers as such, and one call for each row is the dearest."""
        return []


class _Code(Case):
    """A whole number by the case, as the driver gives it."""

    def get_db_converters(self, connection: object) -> list[Any]:
        return []


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the sets of some rates look at: nothing else is fetched."""

    reached: frozenset[Milestone]
    promised: frozenset[str]
    sums: frozenset[tuple[Told, Window]]


def columns_of(found: QuerySet[Project], as_of: date, specs: Iterable[RateSpec]) -> ProjectColumns:
    """Projects as columns, as of a day: of what occurred until then, by what is known now.

    Only what the rates look at stands in them.
    """
    numbers = np.array(list(found.order_by("pk").values_list("pk", flat=True)), np.int64)
    wanted, year = _wanted(specs), date(as_of.year, 1, 1)
    return ProjectColumns(
        as_of,
        numbers,
        ~_among(numbers, found.filter(ended(as_of))),
        _among(numbers, found.exclude(increment_of=None)),
        _reached(numbers, as_of, wanted),
        _promised(numbers, as_of, year, wanted),
        _money(numbers, as_of, year, wanted),
    )


def _wanted(specs: Iterable[RateSpec]) -> _Wanted:
    sets = [side for spec in specs for side in (spec.numerator, spec.denominator)]
    return _Wanted(
        frozenset(each for side in sets for each in side.reached),
        frozenset(side.promised for side in sets if side.promised),
        frozenset((side.sum, side.sum_in) for side in sets if side.sum is not None),
    )


def ended(as_of: date) -> Q:
    """Projects that stand at a stage that ends them, whatever ladder they climb."""
    ended = Q(pk__in=[])
    for climbs, ladder in ladders_in_use():
        final = [each.key for each in ladder.stages if each.is_final]
        ended |= Q(**climbs, stage__in=final)
    return ended & Q(stage_on__lte=as_of)


def _among(numbers: Columns, found: QuerySet[Project]) -> NDArray[np.bool_]:
    """A mask of those that are found; they are few."""
    told = np.array(list(found.order_by().values_list("pk", flat=True)), np.int64)
    places, known = _places(numbers, told)
    mask = np.zeros(len(numbers), np.bool_)
    mask[places[known]] = True
    return mask


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


def _reached(numbers: Columns, as_of: date, wanted: _Wanted) -> dict[Any, Any]:
    year, among, whens = date(as_of.year, 1, 1), Q(pk__in=[]), []
    for climbs, ladder in ladders_in_use():
        of = {f"project__{column}": told for column, told in climbs.items()}
        for stage in ladder.stages:
            if stage.milestone in wanted.reached:
                code = MILESTONES.index(stage.milestone)
                told = Q(**of, stage=stage.key)
                whens.append(When(told & Q(on__gte=year), then=Value(code + _YEAR)))
                whens.append(When(told, then=Value(code)))
                among |= told
    if not whens:
        return {}
    events = StageReached.objects.filter(among, on__lte=as_of)
    coded = _Code(*whens, default=Value(-1), output_field=IntegerField())
    return _windows(_masks(numbers, list(events.values_list("project_id", coded))), MILESTONES)


def _promised(numbers: Columns, as_of: date, year: date, wanted: _Wanted) -> dict[Any, Any]:
    """Of a measure by the day, and in the whole of its year."""
    if not wanted.promised:
        return {}
    names = sorted(wanted.promised)
    told = Promise.objects.filter(side=Promise.Side.INVESTOR, due_on__lte=date(as_of.year, 12, 31))
    rows = (
        told.filter(measure__in=names)
        .exclude(outcome=Promise.Outcome.WAIVED)
        .values_list("project_id", "measure", "due_on")
    )
    masks: dict[Any, Any] = {}
    listed = [
        (pk, names.index(measure) * 2 + (window is Window.YEAR))
        for pk, measure, due in rows
        for window in Window
        if due is not None and (due >= year if window is Window.YEAR else due <= as_of)
    ]
    for code, mask in _masks(numbers, listed).items():
        masks[names[code // 2], Window.YEAR if code % 2 else Window.EVER] = mask
    return masks


def _money(numbers: Columns, as_of: date, year: date, wanted: _Wanted) -> dict[Any, Any]:
    keys = sorted(each for each in wanted.sums if each[0] is not Told.AGREED)
    cents: dict[Any, Any] = {}
    if keys:
        sums = {f"sum_{place}": _sum_of(*key, year) for place, key in enumerate(keys)}
        measures = {told.value for told, _ in keys}
        months = MonthlyInvestment.objects.filter(month__lte=as_of, measure__in=measures)
        rows = months.order_by().values("project_id").annotate(**sums)
        table = np.array(list(rows.values_list("project_id", *sums)), np.int64)
        table = table.reshape(-1, 1 + len(keys))
        for place, key in enumerate(keys, 1):
            cents[key] = _spread(numbers, table[:, 0], table[:, place])
    agreed = [window for told, window in wanted.sums if told is Told.AGREED]
    return cents | (_agreed(numbers, as_of, year) if agreed else {})


def _sum_of(told: Told, window: Window, year: date) -> Cents:
    among = Q(measure=told.value)
    if window is Window.YEAR:
        among &= Q(month__gte=year)
    return Cents(Coalesce(Sum("amount", filter=among), Value(Decimal(0))))


def _agreed(numbers: Columns, as_of: date, year: date) -> dict[Any, Any]:
    """What the first agreement of each project tells, and every supplement; nothing is guessed."""
    dated = Q(dated_on=None) | Q(dated_on__lte=as_of)
    found = Document.objects.filter(dated, kind__in=(AGREEMENT, SUPPLEMENT), amount__gt=0)
    is_late = _Code(
        When(dated_on__gte=year, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    ordered = found.order_by(F("dated_on").asc(nulls_last=True), "pk")
    rows = list(ordered.values_list("project_id", "kind", Cents(F("amount")), is_late))
    of_year = [row for row in rows if row[3]]
    return {
        (Told.AGREED, Window.EVER): _spread_first(numbers, rows),
        (Told.AGREED, Window.YEAR): _spread_first(numbers, of_year),
    }


def _spread_first(numbers: Columns, rows: Sequence[tuple[int, str, int, int]]) -> Columns:
    told: list[tuple[int, int]] = []
    signed: set[int] = set()
    for project_id, kind, cents, _ in rows:
        if kind == SUPPLEMENT or project_id not in signed:
            told.append((project_id, cents))
        if kind == AGREEMENT:
            signed.add(project_id)
    table = np.array(told, np.int64).reshape(-1, 2)
    return _spread(numbers, table[:, 0], table[:, 1])


def _spread(numbers: Columns, told: Columns, cents: Columns) -> Columns:
    """Sums in cents, each at the place of its project."""
    places, known = _places(numbers, told)
    spread = np.zeros(len(numbers), np.int64)
    np.add.at(spread, places[known], cents[known])
    return spread
