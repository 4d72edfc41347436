"""Rounds and inspections that a viewer may see, with the marks that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.inspecting import (
    covered_by,
    read_template,
    seen_inspections,
    template_of_round,
    texts_for,
)
from zhuchao.apps.projects.models import (
    Inspection,
    InspectionRound,
    InspectionSheet,
    LeadersMark,
    Project,
)
from zhuchao.core.errors import NotFound
from zhuchao.core.projects.inspections import (
    QUARTER_MONTHS,
    mark_of,
    period_of,
    quarter_mark,
)
from zhuchao.core.vocabulary.inspection import Every, Mark, Period, Template

UNDONE = (Inspection.State.PLANNED, Inspection.State.ON_SITE)


@dataclass(frozen=True, slots=True)
class QuarterSeen:
    """A quarter's mark of a project with its period and the leaders' mark that counts."""

    period: Period
    mark: Mark
    leaders: LeadersMark | None


def inspection_templates(viewer: Viewer, on: date) -> list[Template]:
    """By which templates the viewer's organisation may plan."""
    require(viewer, Subject.INSPECTION, Act.SEE)
    return [read_template(text) for text in texts_for(viewer, on).values()]


def rounds(viewer: Viewer, *, every: str = "") -> QuerySet[InspectionRound]:
    """Rounds with how many inspections of each the viewer sees, made or not; unordered."""
    mine = seen_inspections(viewer)
    found = InspectionRound.objects.filter(pk__in=mine.order_by().values("round_id"))
    if every:
        found = found.filter(every=every)
    within = Q(inspections__in=mine)
    done = within & ~Q(inspections__state__in=UNDONE)
    return found.annotate(
        total=Count("inspections", filter=within), done=Count("inspections", filter=done)
    )


def round_of(viewer: Viewer, round_id: int) -> InspectionRound:
    """Raises: NotFound."""
    found = rounds(viewer).filter(pk=round_id).first()
    if found is None:
        raise NotFound("没有这次检查计划，或不在您的范围内")
    return found


def inspections_of(viewer: Viewer, round_id: int) -> QuerySet[Inspection]:
    """The inspections of a round in their order, with how many problems each found."""
    found = seen_inspections(viewer).filter(round_id=round_id)
    counted = found.annotate(found=Count("problems"))
    return counted.select_related("project", "owner").order_by("position", "pk")


def due_inspections(viewer: Viewer) -> QuerySet[Inspection]:
    """What the viewer has yet to inspect, the earliest due first."""
    mine = seen_inspections(viewer).filter(owner_id=viewer.person_id or 0, state__in=UNDONE)
    return mine.select_related("round", "project").order_by("round__due_on", "position", "pk")


def inspection(viewer: Viewer, inspection_id: int) -> Inspection:
    """Raises: NotFound."""
    told = seen_inspections(viewer).select_related(
        "round", "project", "owner", "signed_by", "published_by"
    )
    found = told.filter(pk=inspection_id).first()
    if found is None:
        raise NotFound("没有这次检查，或不在您的范围内")
    return found


def sheet_of(viewer: Viewer, inspection_id: int) -> InspectionSheet | None:
    """What was kept last of an inspection; None before the first. Raises: NotFound."""
    sheets = inspection(viewer, inspection_id).sheets.select_related("recorded_by")
    return sheets.order_by("-is_signed", "-recorded_at", "-pk").first()


def mark_seen(viewer: Viewer, record: Inspection) -> tuple[Template, Mark]:
    """The template of an inspection and the mark with its formula, as it was kept last."""
    template = template_of_round(record.round)
    sheet = sheet_of(viewer, record.pk)
    return template, mark_of(template, sheet.marks if sheet is not None else {})


def quarter_of(viewer: Viewer, record: Inspection) -> QuarterSeen | None:
    """The mark of the quarter in which a month's inspection lies; None where no rule makes one."""
    template = template_of_round(record.round)
    if template.quarter is None:
        return None
    period = period_of(Every.QUARTER, record.round.first)
    told = seen_inspections(viewer).filter(
        project_id=record.project_id,
        round__template_key=template.key,
        round__every=Every.MONTH,
        round__first__range=(period.first, period.last),
        points__isnull=False,
    )
    points = {each.round.first.month: each.points for each in told.select_related("round")}
    months = [points.get(period.first.month + number) for number in range(QUARTER_MONTHS)]
    marks = LeadersMark.objects.filter(project_id=record.project_id, quarter=period.first)
    leaders = marks.select_related("recorded_by").order_by("-recorded_at", "-pk").first()
    mark = quarter_mark(template.quarter, months, leaders.points if leaders else None)
    return QuarterSeen(period, mark, leaders)


def inspectable(viewer: Viewer, on: date) -> QuerySet[Project]:
    """The projects from which the stops of a tour are chosen: those of no ended stage, by code."""
    tours = [e for e in inspection_templates(viewer, on) if e.every is Every.TOUR]
    return covered_by(viewer, tours[0]) if tours else Project.objects.none()


def inspections_of_project(viewer: Viewer, project_id: int) -> QuerySet[Inspection]:
    """The inspections of a project, the latest round first."""
    found = seen_inspections(viewer).filter(project_id=project_id)
    return found.select_related("round").order_by("-round__first", "-pk")
