"""Lights written from what facts, targets, baselines and packs say now; for services alone.

All of a house at a number of queries that does not grow, or some projects of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects.figures import Told, figures_told
from zhuchao.apps.projects.lightrules import House, house_rules
from zhuchao.apps.projects.listed import Listed
from zhuchao.apps.projects.models import LightChange, Project, ProjectLight, Target
from zhuchao.core.progress import reckoning
from zhuchao.core.vocabulary.figures import Figures
from zhuchao.core.vocabulary.progress import BaselineCurve, Colour, Light, Standing

# The indicator that a project's own light is about; others have one where a target was set.
MAIN = "done"
BATCH = 500
WRITTEN = (
    "colour", "target", "done", "done_share", "due_share", "growth", "growth_gap", "start_late",
    "statistics_late", "is_resting", "changes", "pack", "rule", "curve", "sentence", "as_of",
)  # fmt: skip
MOOT = -1
NO_PACK = "本单位还没有采用亮灯规则：请科长到“规则”里采用一套"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What follows for one light."""

    colour: Colour
    rule: str
    sentence: str
    standing: Standing | None


def within(organisation_id: int) -> Viewer:
    """The machine, at work for one house."""
    return replace(SYSTEM, organisation_id=organisation_id)


def relight(
    organisation_id: int, *, cause: str, today: date, project_ids: Sequence[int] | None = None
) -> int:
    """Write the lights anew, in the caller's transaction; how many turned.

    Each change is noted once: the rows are locked, and it bears the light's next number.
    """
    chosen = Project.objects.filter(organisation_id=organisation_id)
    if project_ids is not None:
        chosen = chosen.filter(pk__in=Listed.of(project_ids))
    rules = house_rules(within(organisation_id), today)
    locked = _locked(chosen, rules.as_of)
    told = figures_told(chosen, rules, {each.indicator for each in locked})
    turned = [change for light in locked if (change := _written(light, told, rules, cause))]
    ProjectLight.objects.bulk_create(
        locked,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["project", "indicator"],
        update_fields=list(WRITTEN),
    )
    LightChange.objects.bulk_create(turned, batch_size=BATCH)
    return len(turned)


def relight_one(project: Project, *, cause: str, today: date) -> None:
    """The lights of one project, after something about it changed."""
    relight(project.organisation_id, cause=cause, today=today, project_ids=[project.pk])


def _locked(chosen: QuerySet[Project], as_of: date) -> list[ProjectLight]:
    """The lights of these projects, made where there are none, and locked in one order."""
    # Projects before lights, as every service has it: a light's history refers to its project.
    held = chosen.select_for_update(no_key=True).order_by("pk")
    wanted = {(pk, MAIN) for pk in held.values_list("pk", flat=True)}
    aimed = Target.objects.filter(project__in=chosen, year=as_of.year).exclude(indicator=MAIN)
    wanted |= {(pk, key) for pk, key in aimed.values_list("project_id", "indicator") if pk}
    known = ProjectLight.objects.filter(project__in=chosen)
    missing = wanted - set(known.values_list("project_id", "indicator"))
    ProjectLight.objects.bulk_create(
        [ProjectLight(project_id=pk, indicator=key, as_of=as_of) for pk, key in sorted(missing)],
        batch_size=BATCH,
        ignore_conflicts=True,
    )
    return list(known.select_for_update().order_by("pk"))


def _written(light: ProjectLight, told: Told, rules: House, cause: str) -> LightChange | None:
    """The columns of a light as reckoned, and its change where it turned."""
    figures = told.of(light.project_id, light.indicator)
    curve = told.curve_of(light.project_id, light.indicator)
    found, before = reckon(figures, curve, rules, light.indicator), light.colour
    light.colour, light.rule = found.colour.value, found.rule
    light.sentence, light.as_of = found.sentence[:300], rules.as_of
    light.pack, light.curve = rules.pack_name[:160], curve_name(curve)[:120]
    light.target, light.done = figures.target, figures.done
    for name, number in _numbers(figures, curve, rules.today).items():
        setattr(light, name, number)
    if light.colour == before:
        return None
    light.changes += 1
    return LightChange(
        light=light,
        project_id=light.project_id,
        number=light.changes,
        before=before,
        after=light.colour,
        cause=cause,
        changed_on=rules.today,
        changed_at=timezone.now(),
        **{name: getattr(light, name) for name in ("pack", "rule", "curve", "sentence", "as_of")},
    )


def reckon(figures: Figures, curve: BaselineCurve | None, rules: House, indicator: str) -> Reckoned:
    """The light that counts, with its sentence and the standing behind it."""
    standing = reckoning.standing_of(figures, curve)
    if figures.rests or rules.pack is None:
        colour = Colour.NONE if figures.rests else Colour.NO_DATA
        return Reckoned(colour, "", figures.rests or NO_PACK, standing)
    light = reckoning.headline(lights_of(figures, curve, rules, indicator))
    return Reckoned(light.colour, light.rule.key, light.sentence, standing)


def lights_of(
    figures: Figures, curve: BaselineCurve | None, rules: House, indicator: str
) -> tuple[Light, ...]:
    """All lights of the house's pack; of other indicators than the main one those of progress."""
    pack = rules.pack_for(is_main=indicator == MAIN)
    return () if pack is None else reckoning.lights_on(pack, figures, curve, rules.today)


def curve_name(curve: BaselineCurve | None) -> str:
    return "" if curve is None else f"{curve.title} 第 {curve.version} 版"


def _numbers(figures: Figures, curve: BaselineCurve | None, today: date) -> dict[str, Any]:
    """The columns from which every other pack can be asked."""
    standing = reckoning.standing_of(figures, curve)
    due = reckoning.due_share(figures, curve)
    return {
        "done_share": reckoning.done_share(figures),
        "due_share": due if standing is None else standing.due,
        "growth": reckoning.growth_of(figures),
        "growth_gap": reckoning.gap_of(figures),
        "start_late": _months(reckoning.START, figures, today),
        "statistics_late": _months(reckoning.STATISTICS, figures, today),
        "is_resting": bool(figures.rests),
    }


def _months(key: str, figures: Figures, today: date) -> int | None:
    told = reckoning.late(key, figures, today)
    if told.is_moot:
        return MOOT
    return None if told.value is None else int(told.value)
