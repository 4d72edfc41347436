"""Inspections: planned by rule or as a tour, filled in on the place, signed, published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.inspecting import (
    covered_by,
    read_template,
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
from zhuchao.apps.projects.problems import ProblemForm, begin
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.projects import inspections
from zhuchao.core.vocabulary.inspection import Every, InspectionState, Period, Template

LONGEST_KEY = 40
MOST_FINDINGS = 20
MOST_STOPS = 30


@dataclass(frozen=True, slots=True)
class Tour:
    """A tour that is called by hand: its day and its stops in order."""

    title: str
    on: date
    project_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was filled in on the place; ``key`` was made there and tells the same sheet again."""

    key: str
    marks: Mapping[str, float]
    findings: tuple[ProblemForm, ...]
    inspected_on: date
    note: str = ""
    is_signed: bool = False


@transaction.atomic
def plan_round(
    viewer: Viewer, template_key: str, *, day: date, inspector_id: int | None = None
) -> InspectionRound:
    """Plan the month or quarter of a day for all projects that the template covers.

    Planned again it adds the projects that came since. Raises: NotAllowed; NotFound; Refused, for
    a tour, and where the template covers no project.
    """
    require(viewer, Subject.INSPECTION, Act.MAKE)
    text = _text(viewer, template_key, day)
    template = read_template(text)
    period = inspections.period_of(template.every, day)
    projects = list(covered_by(viewer, template))
    if not projects:
        raise Refused(f"还没有“{template.title}”要检查的项目")
    made = _round(viewer, template, text, f"{period.title} · {template.title}", period)
    return _listed(viewer, made, projects, _inspector(viewer, inspector_id))


@transaction.atomic
def plan_tour(
    viewer: Viewer, template_key: str, *, tour: Tour, today: date, inspector_id: int | None = None
) -> InspectionRound:
    """Call a tour with its stops in order.

    Raises: NotAllowed; NotFound; Refused, without a title or stops, for a stop named twice, a day
    that is past, and a template that is none of a tour.
    """
    require(viewer, Subject.INSPECTION, Act.MAKE)
    text = _text(viewer, template_key, today)
    template = read_template(text)
    if template.every is not Every.TOUR:
        raise Refused("这份评分表不是观摩用的：请选择观摩的评分表")
    numbers = tour.project_ids
    if not tour.title.strip() or not numbers or len(numbers) > MOST_STOPS:
        raise Refused(f"请写明观摩名称，并选 1 到 {MOST_STOPS} 个点位")
    if len(set(numbers)) != len(numbers) or tour.on < today:
        raise Refused("同一项目不能选两次，观摩日期不能在今天之前")
    allowed = narrow(viewer, Project.objects.all(), Subject.INSPECTION, Act.MAKE)
    found = allowed.in_bulk(numbers)
    if len(found) != len(numbers):
        raise NotFound("所选项目有不在您范围内的：请重新选择")
    title = covered(tour.title.strip())[:120]
    made = _round(viewer, template, text, title, Period(title, tour.on, tour.on, tour.on))
    inspector = _inspector(viewer, inspector_id)
    return _listed(viewer, made, [found[number] for number in numbers], inspector)


@transaction.atomic
def keep_sheet(viewer: Viewer, inspection_id: int, *, sheet: Sheet, today: date) -> Inspection:
    """Keep what was filled in; a signed sheet gives the mark, and each finding is a problem.

    The same key again changes nothing. Raises: NotFound; Refused, for marks outside their items,
    a day ahead, a signature while an item is not marked, what is signed already, and a key that
    came with other marks.
    """
    inspection = _held(viewer, inspection_id, Act.CHANGE)
    known = inspection.sheets.filter(key=sheet.key).first()
    if known is not None:
        _refuse_other(known, sheet)
        log(viewer, "keep_sheet_again", Subject.INSPECTION, inspection)
        return inspection
    mark = inspections.mark_of(template_of_round(inspection.round), sheet.marks)
    _refuse_wrong(sheet, mark.points, today)
    state = InspectionState.SIGNED if sheet.is_signed else InspectionState.ON_SITE
    inspections.require_next(InspectionState(inspection.state), state)
    now = timezone.now()
    _sheet(viewer, inspection, sheet, now)
    inspection.state = state.value
    if sheet.is_signed:
        inspection.points, inspection.signed_at = mark.points, now
        inspection.signed_by_id = viewer.person_id
        for finding in sheet.findings:
            begin(viewer, inspection.project, finding, inspection)
    inspection.save(update_fields=["state", "points", "signed_at", "signed_by"])
    told = {"signed": sheet.is_signed, "findings": len(sheet.findings)}
    log(viewer, "keep_sheet", Subject.INSPECTION, inspection, **told)
    return inspection


@transaction.atomic
def publish_inspection(viewer: Viewer, inspection_id: int) -> Inspection:
    """Raises: NotFound; Refused, for what is not signed or is published already."""
    inspection = _held(viewer, inspection_id, Act.PUBLISH)
    state = InspectionState(inspection.state)
    inspections.require_next(state, InspectionState.PUBLISHED)
    inspection.state = Inspection.State.PUBLISHED
    inspection.published_at, inspection.published_by_id = timezone.now(), viewer.person_id
    inspection.save(update_fields=["state", "published_at", "published_by"])
    log(viewer, "publish_inspection", Subject.INSPECTION, inspection, points=inspection.points)
    return inspection


@transaction.atomic
def mark_quarter(
    viewer: Viewer, project_id: int, *, day: date, points: float, note: str
) -> LeadersMark:
    """Note the leaders' mark of a project for the quarter of a day; a later one takes its place.

    Raises: NotFound; Refused, for a mark outside 0–100, and without its document.
    """
    allowed = narrow(viewer, Project.objects.all(), Subject.INSPECTION, Act.PUBLISH)
    project = allowed.filter(pk=project_id).first()
    if project is None:
        raise NotFound("没有这个项目，或不在您的范围内")
    if not 0 <= points <= 100 or not note.strip():
        raise Refused("领导评分请填 0 到 100，并写明依据，例如会议纪要")
    made = LeadersMark.objects.create(
        project=project,
        quarter=inspections.period_of(Every.QUARTER, day).first,
        points=points,
        note=covered(note.strip())[:200],
        recorded_at=timezone.now(),
        recorded_by_id=_person(viewer),
    )
    log(viewer, "mark_quarter", Subject.INSPECTION, made, project=project.pk, points=points)
    return made


def _text(viewer: Viewer, key: str, on: date) -> str:
    text = texts_for(viewer, on).get(key)
    if text is None:
        raise NotFound("没有这份评分表：可能已停用，请重新选择")
    return text


def _person(viewer: Viewer) -> int:
    if viewer.person_id is None:
        raise NotAllowed("检查由人签字：请登录后再填")
    return viewer.person_id


def _inspector(viewer: Viewer, person_id: int | None) -> int | None:
    if person_id is None:
        return viewer.person_id
    if not people_of(viewer).filter(pk=person_id).exists():
        raise NotFound("没有这位同事，或已不在本单位")
    return person_id


def _round(
    viewer: Viewer, template: Template, text: str, title: str, period: Period
) -> InspectionRound:
    """The round of the period; planned once, with the text that held then."""
    told = {
        "title": title[:120],
        "every": template.every.value,
        "content": text,
        "last": period.last,
        "due_on": period.due_on,
        "planned_by_id": viewer.person_id,
    }
    named = {
        "organisation_id": viewer.organisation_id,
        "template_key": template.key,
        "first": period.first,
    }
    if template.every is Every.TOUR:
        return InspectionRound.objects.create(**named, **told)
    return InspectionRound.objects.get_or_create(**named, defaults=told)[0]


def _listed(
    viewer: Viewer, made: InspectionRound, projects: Sequence[Project], inspector_id: int | None
) -> InspectionRound:
    made = InspectionRound.objects.select_for_update().get(pk=made.pk)  # one at a time lists
    known = set(made.inspections.values_list("project_id", flat=True))
    new = [each for each in projects if each.pk not in known]
    Inspection.objects.bulk_create(
        Inspection(
            round=made,
            project=project,
            position=len(known) + number,
            organisation_id=project.organisation_id,
            team_id=project.team_id,
            owner_id=inspector_id,
            created_by_id=viewer.person_id,
        )
        for number, project in enumerate(new, start=1)
    )
    log(viewer, "plan_round", Subject.INSPECTION, made, template=made.template_key, new=len(new))
    return made


def _held(viewer: Viewer, inspection_id: int, act: Act) -> Inspection:
    allowed = narrow(viewer, Inspection.objects.all(), Subject.INSPECTION, act)
    found = allowed.select_for_update(of=("self",)).select_related("round", "project")
    inspection = found.filter(pk=inspection_id).first()
    if inspection is None:
        raise NotFound("没有这次检查，或不由您检查")
    return inspection


def _refuse_wrong(sheet: Sheet, points: float | None, today: date) -> None:
    if not 0 < len(sheet.key) <= LONGEST_KEY:
        raise Refused("检查表缺少标识：请重新打开页面再填")
    if sheet.inspected_on > today:
        raise Refused("检查日期在今天之后：请填写实际检查的日期")
    if len(sheet.findings) > MOST_FINDINGS:
        raise Refused(f"一次检查最多记 {MOST_FINDINGS} 个问题：请合并同类问题")
    if sheet.is_signed and points is None:
        raise Refused("还有没评的项：评完再签字，没评完请先暂存")


def _refuse_other(known: InspectionSheet, sheet: Sheet) -> None:
    told = (dict(sheet.marks), len(sheet.findings), sheet.is_signed)
    if told != (known.marks, len(known.findings), known.is_signed):
        raise Refused("这份检查表已经收到过，内容却不同：请重新打开页面，核对后再交")


def _sheet(viewer: Viewer, inspection: Inspection, sheet: Sheet, now: datetime) -> None:
    InspectionSheet.objects.create(
        inspection=inspection,
        key=sheet.key,
        marks=dict(sheet.marks),
        findings=[
            {"kind": each.kind, "words": covered(each.words), "unit": each.unit}
            for each in sheet.findings
        ],
        note=covered(sheet.note.strip()),
        is_signed=sheet.is_signed,
        inspected_on=sheet.inspected_on,
        recorded_at=now,
        recorded_by_id=_person(viewer),
    )
