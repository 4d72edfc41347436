"""How many, how much, which are red: one page over a house, at a number of queries that stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.lighting import MAIN
from zhuchao.apps.projects.lightrules import House, curves_of, house_rules
from zhuchao.apps.projects.lit import LitColumns, counts_of
from zhuchao.apps.projects.models import Project, ProjectLight, Target
from zhuchao.apps.projects.selectors.lights import known_packs, lit_columns
from zhuchao.apps.projects.selectors.progress import ZoneLine, lines_of
from zhuchao.apps.projects.zone import DECEMBER, Months, zone_months
from zhuchao.core.progress import reckoning
from zhuchao.core.progress.baselines import due_by, standing
from zhuchao.core.vocabulary.figures import Indicator
from zhuchao.core.vocabulary.progress import BaselineCurve, Colour, LightPack, Standing
from zhuchao.tables.progress import indicators

MOST_RED = 10
MOST_YEARS = 5
PLAN = "plan"
# The park in which the offer of a project lies, by its plot or its unit's building.
PARK = Coalesce("project__offer__plot__park", "project__offer__unit__building__park")
PARK_NAME = Coalesce(
    "project__offer__plot__park__name", "project__offer__unit__building__park__name"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many lights of each colour."""

    by_colour: Mapping[Colour, int]

    @property
    def total(self) -> int:
        return sum(self.by_colour.values())

    @property
    def cells(self) -> tuple[tuple[str, int], ...]:
        """Every colour with its count, the green first."""
        return tuple((each.value, self.by_colour.get(each, 0)) for each in Colour)


@dataclass(frozen=True, slots=True)
class BesideCurve:
    """The zone's own figure and the lights of all projects by one curve."""

    curve: BaselineCurve
    due: float
    standing: Standing | None
    counts: Counted


@dataclass(frozen=True, slots=True)
class BesidePack:
    """The lights of all projects by one pack."""

    pack: LightPack
    counts: Counted


@dataclass(frozen=True, slots=True)
class ParkLine:
    """The projects of a park; ``park_id`` is None for those that lie in none.

    Sums in yuan, None where nobody told any; both are of the projects that have a target.
    """

    park_id: int | None
    name: str
    counts: Counted
    target: Decimal | None
    done: Decimal | None


@dataclass(frozen=True, slots=True)
class YearCell:
    """What a year brought of an indicator, and the zone's target; None is not told."""

    indicator: Indicator
    done: Decimal | None
    target: Decimal | None

    @property
    def share(self) -> Decimal | None:
        return self.done / self.target if self.done is not None and self.target else None


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year by indicator; one that is running goes up to the day."""

    year: int
    is_running: bool
    cells: tuple[YearCell, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All of the page. ``resting`` have no light: they ended, or another stands for them."""

    rules: House
    projects: int
    resting: int
    counts: Counted
    planned: Decimal | None
    lines: tuple[ZoneLine, ...]
    red: tuple[ProjectLight, ...]
    curves: tuple[BesideCurve, ...]
    packs: tuple[BesidePack, ...]
    parks: tuple[ParkLine, ...]
    years: tuple[YearLine, ...]


def overview(viewer: Viewer, today: date) -> Overview:
    """Raises: NotAllowed."""
    require(viewer, Subject.OVERVIEW, Act.SEE)
    rules, months = house_rules(viewer, today), zone_months(viewer)
    lines, shown = lines_of(viewer, rules, months), _lights(viewer)
    counted = narrow(viewer, Project.objects.filter(same_as=None), Subject.PROJECT)
    resting = counted.filter(lights__indicator=MAIN, lights__is_resting=True)
    columns = lit_columns(viewer)
    main = next(line for line in lines if line.indicator.key == MAIN)
    return Overview(
        rules,
        projects=counted.count(),
        resting=resting.count(),
        counts=_counts(shown),
        planned=months.of_year(PLAN, rules.as_of.year, rules.as_of.month),
        lines=tuple(lines),
        red=_red(shown),
        curves=_beside_curves(rules, main, columns),
        packs=_beside_packs(known_packs(viewer, today), columns),
        parks=_parks(shown),
        years=_years(viewer, months, rules.as_of),
    )


def _lights(viewer: Viewer) -> QuerySet[ProjectLight]:
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    return ProjectLight.objects.filter(indicator=MAIN, is_resting=False, project__in=seen)


def _counts(shown: QuerySet[ProjectLight]) -> Counted:
    rows = shown.order_by().values_list("colour").annotate(count=Count("pk"))
    return Counted({Colour(colour): count for colour, count in rows})


def _red(shown: QuerySet[ProjectLight]) -> tuple[ProjectLight, ...]:
    """Those that are farthest behind first."""
    behind = F("done_share") - F("due_share")
    order = (behind.asc(nulls_last=True), "pk")
    # Put in order by number alone: whole rows would be sorted and carried.
    first = shown.filter(colour=Colour.RED).order_by(*order).values_list("pk", flat=True)
    told = ProjectLight.objects.filter(pk__in=list(first[:MOST_RED]))
    return tuple(told.select_related("project__owner").order_by(*order))


def _beside_curves(rules: House, main: ZoneLine, columns: LitColumns) -> tuple[BesideCurve, ...]:
    done, as_of = reckoning.done_share(main.figures), rules.as_of
    found = []
    for curve in curves_of(rules, main.curve):
        counts = {} if rules.pack is None else counts_of(columns.by(curve, as_of), rules.pack)
        stands = None if done is None else standing(done, curve, as_of)
        found.append(BesideCurve(curve, due_by(curve, as_of), stands, Counted(counts)))
    return tuple(found)


def _beside_packs(packs: Sequence[LightPack], columns: LitColumns) -> tuple[BesidePack, ...]:
    return tuple(BesidePack(each, Counted(counts_of(columns, each))) for each in packs)


def _parks(shown: QuerySet[ProjectLight]) -> tuple[ParkLine, ...]:
    """By name, those in no park last."""
    aimed = Q(target__isnull=False)
    rows = shown.annotate(park=PARK, park_name=PARK_NAME).order_by()
    told: dict[tuple[int | None, str], list[Any]] = {}
    for row in rows.values_list("park", "park_name", "colour").annotate(
        count=Count("pk"), to_bring=Sum("target"), brought=Sum("done", filter=aimed)
    ):
        told.setdefault((row[0], row[1] or ""), []).append(row[2:])
    lines = [
        ParkLine(
            park_id,
            name,
            Counted({Colour(colour): count for colour, count, *_ in rows}),
            _sum(target for *_, target, _ in rows),
            _sum(done for *_, done in rows),
        )
        for (park_id, name), rows in told.items()
    ]
    return tuple(sorted(lines, key=lambda line: (line.park_id is None, line.name)))


def _years(viewer: Viewer, months: Months, as_of: date) -> tuple[YearLine, ...]:
    """The latest first; a running year up to the day."""
    zone = Target.objects.filter(organisation_id=viewer.organisation_id or 0, project=None)
    targets = {(e.year, e.indicator): e.amount for e in zone.order_by("version")}
    told = [each for each in indicators() if each.measure]
    years = [year for year in months.years if year <= as_of.year][:MOST_YEARS]
    return tuple(
        YearLine(
            year,
            year == as_of.year and as_of.month < DECEMBER,
            tuple(
                YearCell(
                    each,
                    months.of_year(
                        each.measure, year, as_of.month if year == as_of.year else DECEMBER
                    ),
                    targets.get((year, each.key)),
                )
                for each in told
            ),
        )
        for year in years
    )


def _sum(told: Iterable[Decimal | None]) -> Decimal | None:
    known = [each for each in told if each is not None]
    return sum(known, Decimal(0)) if known else None


def park_name(viewer: Viewer, park_id: str) -> str:
    """The name of a park of the viewer's own projects; empty where none lies in it."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT).annotate(
        park=Coalesce("offer__plot__park", "offer__unit__building__park"),
        park_name=Coalesce("offer__plot__park__name", "offer__unit__building__park__name"),
    )
    found = seen.filter(park=int(park_id) if park_id.isdecimal() else 0)
    return found.order_by().values_list("park_name", flat=True).first() or ""
