"""Lights as lists and pages show them, their changes, and which projects have which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery

from zhuchao.apps.people.rights import narrow, require, scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.apps.projects.figures import figures_told
from zhuchao.apps.projects.lighting import MAIN, lights_of, within
from zhuchao.apps.projects.lightrules import House, adopted_lights, house_rules
from zhuchao.apps.projects.lit import LitColumns, columns_of, places_of
from zhuchao.apps.projects.models import LightChange, Project, ProjectLight, Target
from zhuchao.apps.projects.selectors.progress import known_curves
from zhuchao.apps.projects.selectors.projects import project as project_seen
from zhuchao.core.errors import NotFound
from zhuchao.core.progress import reckoning
from zhuchao.core.vocabulary.figures import Figures, Indicator
from zhuchao.core.vocabulary.progress import BaselineCurve, Colour, Light, LightPack, Standing
from zhuchao.tables.progress import indicators, light_packs

# How many days back a change is still news.
NEWS_DAYS = 3


@dataclass(frozen=True, slots=True)
class ByPack:
    """The same figures by one pack: its lights, and the one that counts."""

    pack: LightPack
    lights: tuple[Light, ...]

    @property
    def light(self) -> Light:
        return reckoning.headline(self.lights)


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """An indicator of a project: what is told, where it stands, its lights by every pack.

    ``own`` is by the house's pack, None where none was adopted.
    """

    indicator: Indicator
    figures: Figures
    curve: BaselineCurve | None
    standing: Standing | None
    own: ByPack | None
    by_packs: tuple[ByPack, ...]


def known_packs(viewer: Viewer, today: date) -> tuple[LightPack, ...]:
    """The packs in force, the latest adopted first, then those shipped; each key once."""
    told = {pack.key: pack for pack in adopted_lights(viewer, today)}
    return (*told.values(), *(pack for pack in light_packs() if pack.key not in told))


def project_lines(viewer: Viewer, project_id: int, today: date) -> list[ProjectLine]:
    """The lights of a project as its facts have them now, the main indicator first.

    Others are told where they have a target. Raises: NotFound.
    """
    project = project_seen(viewer, project_id)
    rules = house_rules(within(project.organisation_id), today)
    aimed = set(
        Target.objects.filter(project=project, year=rules.as_of.year).values_list(
            "indicator", flat=True
        )
    )
    shown = [each for each in indicators() if each.key == MAIN or each.key in aimed]
    told = figures_told(Project.objects.filter(pk=project_id), rules, [each.key for each in shown])
    packs = known_packs(viewer, today)
    return [
        _line(
            each,
            told.of(project_id, each.key),
            told.curve_of(project_id, each.key),
            rules,
            packs,
        )
        for each in shown
    ]


def _line(
    indicator: Indicator,
    figures: Figures,
    curve: BaselineCurve | None,
    rules: House,
    packs: Sequence[LightPack],
) -> ProjectLine:
    def by(pack: LightPack | None) -> ByPack | None:
        asked = rules.going_by(pack)
        lights = lights_of(figures, curve, asked, indicator.key)
        return ByPack(pack, lights) if pack is not None and lights else None

    standing = reckoning.standing_of(figures, curve)
    others = tuple(found for each in packs if (found := by(each)) is not None)
    return ProjectLine(indicator, figures, curve, standing, by(rules.pack), others)


def lights_by_project(viewer: Viewer, numbers: Iterable[int]) -> dict[int, ProjectLight]:
    """The main lights of these projects, as far as the viewer may see them; one query."""
    seen = narrow(viewer, Project.objects.filter(pk__in=list(numbers)), Subject.PROJECT)
    told = ProjectLight.objects.filter(project__in=seen, indicator=MAIN)
    return {each.project_id: each for each in told}


def with_light(viewer: Viewer, found: QuerySet[Project]) -> QuerySet[Project]:
    """Projects that the viewer may see, each with the colour of its main light beside it."""
    mine = ProjectLight.objects.filter(project=OuterRef("pk"), indicator=MAIN)
    seen = narrow(viewer, found, Subject.PROJECT)
    return seen.annotate(light_colour=Subquery(mine.values("colour")[:1]))


def lit(viewer: Viewer, colour: str) -> QuerySet[Project]:
    """The projects whose main light is of a colour; ended ones and doubles have none."""
    shown = ProjectLight.objects.filter(indicator=MAIN, colour=colour, is_resting=False)
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    return seen.filter(pk__in=shown.values("project"))


def lit_otherwise(
    viewer: Viewer, colour: str, today: date, *, pack: str = "", curve: str = ""
) -> list[int]:
    """The numbers of the projects that would have the colour by another pack or curve.

    Raises: NotFound, for a pack, curve or colour that there is not.
    """
    rules = house_rules(viewer, today)
    packs = {each.key: each for each in known_packs(viewer, today)}
    curves = {each.key: each for each in known_curves(viewer, MAIN, today)}
    chosen = packs.get(pack) if pack else rules.pack
    if chosen is None or (curve and curve not in curves) or colour not in set(Colour):
        raise NotFound("没有这套规则或基线：可能已经更换，请从领导页重新打开")
    columns = lit_columns(viewer).by(curves.get(curve), rules.as_of)
    return places_of(columns, chosen, Colour(colour))


def lit_columns(viewer: Viewer) -> LitColumns:
    """The numbers of every main light that shows, of projects that the viewer may see."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    told = ProjectLight.objects.filter(indicator=MAIN, is_resting=False, project__in=seen)
    return columns_of(told)


def light_changes(viewer: Viewer, *, project_id: int | None = None) -> QuerySet[LightChange]:
    """Lights that turned, the latest first. Raises: NotAllowed."""
    require(viewer, Subject.PROJECT, Act.SEE)
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    if project_id is not None:
        seen = seen.filter(pk=project_id)
    told = LightChange.objects.filter(project__in=seen).select_related("project", "light")
    return told.order_by("-changed_at", "-pk")


def changed_lately(viewer: Viewer, today: date) -> QuerySet[LightChange]:
    """What turned in the last days: of all projects for who watches over the house, else of the
    viewer's own."""
    found = light_changes(viewer).filter(changed_on__gt=today - timedelta(days=NEWS_DAYS))
    if scope_of(viewer, Subject.PROJECT, Act.SEE) >= Scope.ORGANISATION:
        return found
    return found.filter(project__owner_id=viewer.person_id or 0)
