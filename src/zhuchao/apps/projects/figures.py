"""What is told of projects and of their zone for lights: a handful of queries for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Min, Q, QuerySet, Sum

from zhuchao.apps.projects.columns import ended
from zhuchao.apps.projects.laddering import ladders_in_use
from zhuchao.apps.projects.lightrules import House, curve_from
from zhuchao.apps.projects.models import (
    Baseline,
    MonthlyInvestment,
    Project,
    Promise,
    PublishedFigure,
    StageReached,
    Target,
)
from zhuchao.core.vocabulary.figures import Figures
from zhuchao.core.vocabulary.progress import BaselineCurve
from zhuchao.core.vocabulary.stage import Milestone
from zhuchao.tables.progress import indicator as indicator_of

Key = tuple[int, str]
# Done, in the same months of the year before, and in the whole of it.
Sums = tuple[Decimal | None, Decimal | None, Decimal | None]
NOTHING: Sums = (None, None, None)
STATISTICS, START = "in_statistics", "start"
ENDED, COUNTED_ELSEWHERE = "项目已终止或退出，不亮灯", "计入另一个项目，不单独亮灯"


@dataclass(frozen=True, slots=True)
class Told:
    """All that lights are reckoned from, by project and indicator."""

    rules: House
    sums: Mapping[Key, Sums]
    targets: Mapping[Key, Decimal]
    curves: Mapping[Key, BaselineCurve]
    zone_curves: Mapping[str, BaselineCurve]
    means: Mapping[str, float]
    planned: Mapping[int, date]
    started: Mapping[int, date]
    counted: Mapping[int, date]
    rests: Mapping[int, str]

    def of(self, project_id: int, indicator: str) -> Figures:
        done, before, whole = self.sums.get((project_id, indicator), NOTHING)
        return Figures(
            self.rules.as_of,
            target=self.targets.get((project_id, indicator)),
            done=done,
            done_before=before,
            whole_before=whole,
            mean_growth=self.means.get(indicator),
            start_planned=self.planned.get(project_id),
            started_on=self.started.get(project_id),
            counted_from=self.counted.get(project_id),
            rests=self.rests.get(project_id, ""),
        )

    def curve_of(self, project_id: int, indicator: str) -> BaselineCurve | None:
        """The project's own baseline, else the zone's, else the one that the house adopted."""
        own = self.curves.get((project_id, indicator))
        return own or self.zone_curves.get(indicator) or self.rules.curve


def figures_told(chosen: QuerySet[Project], rules: House, indicators: Iterable[str]) -> Told:
    """For these projects, all of one house."""
    year = rules.as_of.year
    of_them = Q(project__in=chosen)
    mine = Baseline.objects.filter(organisation_id=rules.organisation_id, year=year)
    aimed = Target.objects.filter(of_them, year=year).order_by("version")
    return Told(
        rules,
        sums_by_project(MonthlyInvestment.objects.filter(of_them), rules.as_of, indicators),
        {(each.project_id or 0, each.indicator): each.amount for each in aimed},
        {
            (each.project_id or 0, each.indicator): curve_from(each)
            for each in mine.filter(of_them).order_by("version")
        },
        zone_curves(rules),
        mean_growths(rules),
        _days(_planned().filter(of_them), "due_on"),
        _days(_started().filter(of_them), "on"),
        _days(_counted(rules.as_of).filter(of_them), "month"),
        _resting(chosen, rules.today),
    )


def zone_curves(rules: House) -> dict[str, BaselineCurve]:
    """The zone's own baselines of the year by indicator, the latest version of each."""
    told = Baseline.objects.filter(
        organisation_id=rules.organisation_id, project=None, year=rules.as_of.year
    )
    return {each.indicator: curve_from(each) for each in told.order_by("version")}


def mean_growths(rules: House) -> dict[str, float]:
    """The city's mean growth as last published by the day, by indicator."""
    told = PublishedFigure.objects.filter(
        organisation_id=rules.organisation_id,
        year=rules.as_of.year,
        month__lte=rules.as_of.month,
        mean_growth__isnull=False,
    )
    rows = told.order_by("month", "made_at", "pk").values_list("indicator", "mean_growth")
    return {key: mean for key, mean in rows if mean is not None}


def sums_by_project(
    months: QuerySet[MonthlyInvestment], as_of: date, indicators: Iterable[str]
) -> dict[Key, Sums]:
    rows: Any = _of_measures(months, indicators).order_by().values("project_id", "measure")
    told = rows.annotate(**_yearly(as_of)).values_list(
        "project_id", "measure", "now", "then", "whole"
    )
    return {(pk, measure): (now, then, whole) for pk, measure, now, then, whole in told}


def _yearly(as_of: date) -> dict[str, Any]:
    """Sums since January, in the same months of the year before, and in the whole of it."""
    before = as_of.year - 1
    first, last = date(before, 1, 1), date(before, 12, 31)
    same = date(before, as_of.month, 28)
    return {
        "now": Sum("amount", filter=Q(month__range=(date(as_of.year, 1, 1), as_of))),
        "then": Sum("amount", filter=Q(month__range=(first, same))),
        "whole": Sum("amount", filter=Q(month__range=(first, last))),
    }


def _of_measures(
    months: QuerySet[MonthlyInvestment], indicators: Iterable[str]
) -> QuerySet[MonthlyInvestment]:
    """Of the measures that fill these indicators; a measure and its indicator bear one name."""
    known = (indicator_of(key) for key in indicators)
    return months.filter(measure__in=sorted({each.measure for each in known if each}))


def _planned() -> QuerySet[Promise]:
    told = Promise.objects.filter(side=Promise.Side.INVESTOR, measure=START)
    return told.exclude(outcome=Promise.Outcome.WAIVED).exclude(due_on=None)


def _started() -> QuerySet[StageReached]:
    among = Q(pk__in=[])
    for climbs, ladder in ladders_in_use():
        stage = ladder.at(Milestone.STARTED)
        if stage is not None:
            of = {f"project__{column}": told for column, told in climbs.items()}
            among |= Q(**of, stage=stage.key)
    return StageReached.objects.filter(among)


def _counted(as_of: date) -> QuerySet[MonthlyInvestment]:
    told = MonthlyInvestment.objects.filter(measure=STATISTICS, amount__gt=0)
    return told.filter(month__lte=as_of)


def _days(found: QuerySet[Any], column: str) -> dict[int, date]:
    """The earliest day of each project."""
    rows = found.order_by().values("project_id").annotate(day=Min(column))
    return {row["project_id"]: row["day"] for row in rows}


def _resting(chosen: QuerySet[Project], today: date) -> dict[int, str]:
    over = chosen.filter(ended(today)).order_by().values_list("pk", flat=True)
    twice = chosen.exclude(same_as=None).order_by().values_list("pk", flat=True)
    return dict.fromkeys(over, ENDED) | dict.fromkeys(twice, COUNTED_ELSEWHERE)
