"""Baselines, targets and published figures of a house, and where its whole zone stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.aiming import About
from zhuchao.apps.projects.figures import mean_growths, zone_curves
from zhuchao.apps.projects.lighting import lights_of
from zhuchao.apps.projects.lightrules import House, curve_from, curves_of, house_rules
from zhuchao.apps.projects.models import (
    Baseline,
    Project,
    PublishedFigure,
    Target,
)
from zhuchao.apps.projects.zone import DECEMBER, Months, zone_months
from zhuchao.core.progress import reckoning
from zhuchao.core.progress.baselines import Implied, implied
from zhuchao.core.vocabulary.figures import Figures, Indicator
from zhuchao.core.vocabulary.progress import BaselineCurve, Light, Standing
from zhuchao.tables.progress import indicators

# Of no project's own indicator: its rules on time are left out.
ZONE = ""
S = TypeVar("S", Baseline, Target)


@dataclass(frozen=True, slots=True)
class Pair:
    """A published pair with the baseline that it implies, and how the known curves compare."""

    record: PublishedFigure
    implied: Implied


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """An indicator of the whole zone: what is told of it, where it stands, and its lights."""

    indicator: Indicator
    figures: Figures
    curve: BaselineCurve | None
    standing: Standing | None
    lights: tuple[Light, ...]
    pair: Pair | None

    @property
    def light(self) -> Light | None:
        """The one that counts; None without a pack."""
        return reckoning.headline(self.lights) if self.lights else None


def baselines(
    viewer: Viewer, indicator: str, year: int, project_id: int | None = None
) -> QuerySet[Baseline]:
    """Every version of a baseline, the latest first. Raises: NotAllowed."""
    require(viewer, Subject.PROJECT, Act.SEE)
    return _stated(viewer, Baseline.objects.all(), indicator, year, project_id)


def baseline_held(viewer: Viewer, about: About, today: date) -> BaselineCurve | None:
    """The curve that holds: a project's own, else the zone's, else what the house adopted."""
    for project_id in dict.fromkeys((about.project_id, None)):
        found = baselines(viewer, about.indicator, about.year, project_id).first()
        if found is not None:
            return curve_from(found)
    return house_rules(viewer, today).curve


def targets(
    viewer: Viewer, indicator: str, year: int, project_id: int | None = None
) -> QuerySet[Target]:
    """Every version of a target, the latest first. Raises: NotAllowed."""
    require(viewer, Subject.PROJECT, Act.SEE)
    return _stated(viewer, Target.objects.all(), indicator, year, project_id)


def project_targets(viewer: Viewer, project_id: int, year: int) -> dict[str, Target]:
    """The targets of a project for a year that hold, by indicator."""
    mine = narrow(viewer, Project.objects.filter(pk=project_id), Subject.PROJECT)
    told = Target.objects.filter(project__in=mine, year=year).order_by("version")
    return {each.indicator: each for each in told}


def published(viewer: Viewer, indicator: str, year: int) -> QuerySet[PublishedFigure]:
    """What was published of an indicator of the zone, the latest month first."""
    require(viewer, Subject.PROJECT, Act.SEE)
    mine = PublishedFigure.objects.filter(
        organisation_id=viewer.organisation_id or 0, indicator=indicator, year=year
    )
    return mine.select_related("made_by").order_by("-month", "-made_at", "-pk")


def known_curves(viewer: Viewer, indicator: str, today: date) -> tuple[BaselineCurve, ...]:
    """The curves that stand to choice: the zone's own, the adopted one, those shipped."""
    rules = house_rules(viewer, today)
    own = zone_curves(rules).get(indicator)
    return curves_of(rules, own)


def pairs(viewer: Viewer, indicator: str, year: int, today: date) -> list[Pair]:
    """The published pairs of an indicator, each with what it implies."""
    curves = known_curves(viewer, indicator, today)
    told = published(viewer, indicator, year).exclude(done=None)
    return [found for each in told if (found := _pair(each, curves)) is not None]


def zone_lines(viewer: Viewer, today: date) -> list[ZoneLine]:
    """Every indicator of the zone as of the last month told, in the order of their table.

    Sums are of the whole house; a project that another stands for is left out. Raises: NotAllowed.
    """
    require(viewer, Subject.PROJECT, Act.SEE)
    return lines_of(viewer, house_rules(viewer, today), zone_months(viewer))


def zone_path(viewer: Viewer, indicator: str, today: date) -> tuple[int, tuple[float | None, ...]]:
    """The year, and what of the zone's target was done by each month's end, in percent.

    None after the last month told and where no target was set. Raises: NotAllowed.
    """
    require(viewer, Subject.PROJECT, Act.SEE)
    as_of = reckoning.reported_until(today)
    target = targets(viewer, indicator, as_of.year).first()
    months = zone_months(viewer)
    done = [months.of_year(indicator, as_of.year, month) for month in range(1, as_of.month + 1)]
    shares = [
        None if each is None or target is None else float(each / target.amount) * 100
        for each in done
    ]
    return as_of.year, (*shares, *[None] * (DECEMBER - as_of.month))


def lines_of(viewer: Viewer, rules: House, months: Months) -> list[ZoneLine]:
    """The same of what was read already."""
    curves, means = zone_curves(rules), mean_growths(rules)
    year, mine = rules.as_of.year, viewer.organisation_id or 0
    aimed = Target.objects.filter(organisation_id=mine, project=None, year=year)
    targets = {each.indicator: each.amount for each in aimed.order_by("version")}
    last = _last_pairs(mine, year)
    lines = []
    for each in indicators():
        done, before, whole = months.by(each.measure, rules.as_of)
        figures = Figures(
            rules.as_of,
            target=targets.get(each.key),
            done=done,
            done_before=before,
            whole_before=whole,
            mean_growth=means.get(each.key),
        )
        lines.append(_line(each, figures, curves.get(each.key), rules, last.get(each.key)))
    return lines


def _line(
    told: Indicator,
    figures: Figures,
    own: BaselineCurve | None,
    rules: House,
    last: PublishedFigure | None,
) -> ZoneLine:
    curve = own or rules.curve
    pair = None if last is None else _pair(last, curves_of(rules, own))
    standing = reckoning.standing_of(figures, curve)
    # What is on time is a project's: a zone neither starts nor enters statistics.
    lights = lights_of(figures, curve, rules, ZONE) if told.measure else ()
    return ZoneLine(told, figures, curve, standing, lights, pair)


def _last_pairs(organisation_id: int, year: int) -> dict[str, PublishedFigure]:
    told = PublishedFigure.objects.filter(organisation_id=organisation_id, year=year)
    paired = told.exclude(done=None).order_by("month", "made_at", "pk")
    return {each.indicator: each for each in paired}


def _pair(record: PublishedFigure, curves: Iterable[BaselineCurve]) -> Pair | None:
    if record.done is None or record.ahead is None:
        return None
    return Pair(record, implied(record.done, record.ahead, record.month, curves))


def _stated(
    viewer: Viewer, found: QuerySet[S], indicator: str, year: int, project_id: int | None
) -> QuerySet[S]:
    mine = found.filter(organisation_id=viewer.organisation_id or 0, indicator=indicator, year=year)
    if project_id is None:
        mine = mine.filter(project=None)
    else:
        seen = narrow(viewer, Project.objects.filter(pk=project_id), Subject.PROJECT)
        mine = mine.filter(project__in=seen)
    return mine.select_related("made_by").order_by("-version")
