"""What a year is to bring and when: baselines and targets by versions, published figures noted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.aiming import About, Curve, Published
from zhuchao.apps.projects.closing import refuse_closed_years
from zhuchao.apps.projects.lighting import relight
from zhuchao.apps.projects.models import Baseline, LightChange, Project, PublishedFigure, Target
from zhuchao.apps.projects.staging import held
from zhuchao.core.errors import NotAllowed, Refused
from zhuchao.core.progress.baselines import implied, twelve_of
from zhuchao.core.progress.reckoning import reported_until
from zhuchao.tables.progress import baseline_curves, indicator

Cause = LightChange.Cause
FIRST_YEAR, YEARS_AHEAD = 2000, 5
PERCENT = 100


@transaction.atomic
def set_baseline(viewer: Viewer, about: About, *, curve: Curve, today: date) -> Baseline:
    """A new version of a baseline; those before stay, and lights are reckoned by the new one.

    Raises: NotAllowed; NotFound; Refused, for twelve numbers that are no curve, without a reason,
    for an unknown indicator, a project's indicator of the zone alone, and a closed year.
    """
    require(viewer, Subject.RULE, Act.MAKE)
    base = _base(viewer, about, curve.reason, today)
    if curve.kind not in Baseline.Kind.values:
        raise Refused("请从列表里选择曲线：按月均摊、按天均摊，或逐月十二个数")
    is_twelve = curve.kind == Baseline.Kind.TWELVE
    made = Baseline.objects.create(
        **base,
        version=_next(Baseline.objects.all(), about, base),
        title=curve.title.strip()[:60] or Baseline.Kind(curve.kind).label,
        kind=curve.kind,
        shares=list(twelve_of(curve.percents)) if is_twelve else [],
    )
    _logged(viewer, "set_baseline", about, made)
    _relight(made.organisation_id, about, Cause.BASELINE, today)
    return made


@transaction.atomic
def set_target(
    viewer: Viewer, about: About, *, amount: Decimal, reason: str, today: date
) -> Target:
    """A new version of a year's target in yuan; those before stay.

    Who may change a project sets its targets, who may adopt rules those of the zone.
    Raises: as ``set_baseline``; Refused, for what is not above nought.
    """
    if about.project_id is None:
        require(viewer, Subject.RULE, Act.MAKE)
    base = _base(viewer, about, reason, today)
    if amount <= 0:
        raise Refused("目标要大于零：请填写全年要完成的数")
    made = Target.objects.create(
        **base, version=_next(Target.objects.all(), about, base), amount=amount
    )
    _logged(viewer, "set_target", about, made)
    _relight(made.organisation_id, about, Cause.TARGET, today)
    return made


@transaction.atomic
def note_published(
    viewer: Viewer, about: About, *, told: Published, today: date
) -> PublishedFigure:
    """Note what a text tells of an indicator of the zone; what baseline a pair implies is
    reckoned when it is shown.

    Raises: NotAllowed; Refused, for half a pair, a pair from which no baseline follows, nothing
    at all, a month that there is not or that lies ahead, and without a source.
    """
    require(viewer, Subject.RULE, Act.MAKE)
    if about.project_id is not None:
        raise Refused("公开数据只记在园区的指标下")
    base = _base(viewer, about, told.source, today)
    del base["project"]
    _refuse_wrong(told, about.year, today)
    made = PublishedFigure.objects.create(
        **base,
        month=told.month,
        done=None if told.done is None else told.done / PERCENT,
        ahead=told.ahead,
        mean_growth=None if told.mean_growth is None else told.mean_growth / PERCENT,
    )
    _logged(viewer, "note_published", about, made)
    if told.mean_growth is not None:
        _relight(made.organisation_id, about, Cause.PUBLISHED, today)
    return made


def _base(viewer: Viewer, about: About, reason: str, today: date) -> dict[str, Any]:
    """The columns that all of them share, under a lock that lets versions follow one another."""
    organisation_id, project = _whose(viewer, about.project_id)
    told = indicator(about.indicator)
    if told is None:
        raise Refused("请从列表里选择指标")
    if project is not None and not told.measure:
        raise Refused(f"“{told.name}”是园区的指标，不按项目定")
    if not FIRST_YEAR <= about.year <= today.year + YEARS_AHEAD:
        raise Refused(f"{about.year} 年离现在太远：请核对年份")
    if not reason.strip():
        raise Refused("请写明依据：如年度计划文件、调度会纪要，便于以后核对")
    refuse_closed_years(organisation_id, {about.year})
    return {
        "organisation_id": organisation_id,
        "project": project,
        "indicator": told.key,
        "year": about.year,
        "reason": covered(reason.strip())[:200],
        "made_by_id": viewer.person_id,
        "made_at": timezone.now(),
    }


def _whose(viewer: Viewer, project_id: int | None) -> tuple[int, Project | None]:
    if project_id is not None:
        project = held(viewer, project_id)
        return project.organisation_id, project
    if viewer.organisation_id is None:
        raise NotAllowed("您还不属于任何单位：请管理员先为您分配单位和角色")
    return viewer.organisation_id, None


def _next(known: QuerySet[Any], about: About, base: dict[str, Any]) -> int:
    of_it = known.filter(
        organisation_id=base["organisation_id"],
        project_id=about.project_id,
        indicator=about.indicator,
        year=about.year,
    )
    return (of_it.aggregate(last=Max("version"))["last"] or 0) + 1


def _refuse_wrong(told: Published, year: int, today: date) -> None:
    if not 1 <= told.month <= 12:
        raise Refused("月份请填 1 到 12")
    if date(year, told.month, 1) > today:
        raise Refused(f"{year} 年 {told.month} 月还没到：请核对年月")
    if (told.done is None) != (told.ahead is None):
        raise Refused("“完成全年”和“超序时”要成对填写：只有一个推不出基线")
    if told.done is None or told.ahead is None:
        if told.mean_growth is None:
            raise Refused("请填写“完成全年”和“超序时”，或填写全市平均增速")
        return
    if told.mean_growth is not None:
        raise Refused("完成数和全市平均增速请分两次记：它们多半出自不同的材料")
    implied(told.done / PERCENT, told.ahead, told.month, baseline_curves())


def _logged(viewer: Viewer, act: str, about: About, made: Any) -> None:
    subject = Subject.RULE if about.project_id is None else Subject.PROJECT
    numbers = {"indicator": about.indicator, "year": about.year, "project": about.project_id}
    log(viewer, act, subject, made, **numbers)


def _relight(organisation_id: int, about: About, cause: str, today: date) -> None:
    if about.year not in (reported_until(today).year, today.year):
        return
    chosen = None if about.project_id is None else [about.project_id]
    relight(organisation_id, cause=cause, today=today, project_ids=chosen)
