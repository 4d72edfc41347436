"""A year's targets and baselines: where the zone stands, setting them, and what was published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.progress.baselines import twelve_of
from zhuchao.core.progress.reckoning import reported_until
from zhuchao.core.vocabulary.figures import Indicator
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.curving import answer_chart, line_of, rows_of, unsaved
from zhuchao.faces.desk.glowing import open_up
from zhuchao.faces.desk.progress_forms import (
    TWELVE,
    CurveForm,
    PublishedForm,
    TargetForm,
    percents_of,
)
from zhuchao.faces.hand.charts import Line
from zhuchao.faces.hand.words import choices
from zhuchao.tables.progress import indicator as indicator_of

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project

FAULTY = "还差几项，见下方标红处。"
YEARS_BACK, YEARS_AHEAD = 3, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address names: an indicator, a year, and a project where it is not the zone."""

    indicator: Indicator
    year: int
    project: Project | None

    @property
    def project_id(self) -> int | None:
        return None if self.project is None else self.project.pk

    @property
    def about(self) -> services.About:
        return services.About(self.indicator.key, self.year, self.project_id)

    @property
    def query(self) -> str:
        told = {"year": self.year} | ({"project": self.project.pk} if self.project else {})
        return urlencode(told)

    @property
    def address(self) -> str:
        return f"{reverse('desk:progress_of', args=[self.indicator.key])}?{self.query}"


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Every indicator of the zone with its light."""
    today = timezone.localdate()
    context = {
        "lines": selectors.zone_lines(request.viewer, today),
        "as_of": reported_until(today),
        "may_set": can(request.viewer, Subject.RULE, Act.MAKE),
    }
    return render(request, "desk/progress.html", context)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: DeskRequest, indicator: str) -> HttpResponse:
    """One of them with its versions; what is posted is a curve, shown first or set."""
    asked = _asked(request, indicator)
    if request.method != "POST":
        return _show(request, asked)
    require(request.viewer, Subject.RULE, Act.MAKE)
    form = CurveForm(request.POST)
    is_preview = "preview" in request.POST
    if not form.is_valid() and not (is_preview and set(form.errors) <= {"reason"}):
        return _show(request, asked, 422, curve_form=form, problem=FAULTY)
    if is_preview:
        form.errors.pop("reason", None)
        return _show(request, asked, curve_form=form, preview=_preview(form))

    def act() -> str:
        today = timezone.localdate()
        services.set_baseline(request.viewer, asked.about, curve=form.curve(), today=today)
        return asked.address

    return _perform(
        request, asked, act, "已定下新的一版基线，以前的保留，灯已按它核过。", curve_form=form
    )


@desk
@require_POST
def aim(request: DeskRequest, indicator: str) -> HttpResponse:
    asked = _asked(request, indicator)
    form = TargetForm(request.POST)
    if not form.is_valid():
        return _show(request, asked, 422, target_form=form, problem=FAULTY)

    def act() -> str:
        services.set_target(
            request.viewer,
            asked.about,
            amount=form.amount_told(),
            reason=form.cleaned_data["reason"],
            today=timezone.localdate(),
        )
        return asked.address

    return _perform(request, asked, act, "已定下目标，以前的保留，灯已按它核过。", target_form=form)


@desk
@require_POST
def note(request: DeskRequest, indicator: str) -> HttpResponse:
    asked = _asked(request, indicator)
    form = PublishedForm(request.POST)
    if not form.is_valid():
        return _show(request, asked, 422, published_form=form, problem=FAULTY)

    def act() -> str:
        services.note_published(
            request.viewer, asked.about, told=form.published(), today=timezone.localdate()
        )
        return asked.address

    return _perform(request, asked, act, "已记下，推出的基线见“公开数据”。", published_form=form)


@desk
@require_safe
def chart(request: DeskRequest) -> HttpResponse:
    """The curve in force and the one that is being typed."""
    asked = _asked(request, request.GET.get("indicator", ""))
    lines = _lines(request, asked)
    kind = request.GET.get("kind", "")
    if kind in dict(choices("curve")):
        percents = percents_of(request.GET.get("percents", "")) if kind == TWELVE else ()
        if kind == TWELVE:
            twelve_of(percents)
        lines.append(
            line_of(unsaved(kind, percents, timezone.localdate()), asked.year, is_dashed=True)
        )
    return answer_chart(request, lines)


def _perform(
    request: DeskRequest, asked: Asked, act: Callable[[], str], said: str, **forms: Any
) -> HttpResponse:
    return perform(
        request,
        act,
        said=said,
        again=lambda sentence, status: _show(request, asked, status, problem=sentence, **forms),
    )


def _asked(request: DeskRequest, key: str) -> Asked:
    """Raises: NotFound, for an indicator or project that there is not; Refused, for no year."""
    found, told = indicator_of(key), request.GET.get("year", "")
    if found is None:
        raise NotFound("没有这个指标：请从“序时与灯”重新打开")
    year = int(told) if told.isdecimal() else reported_until(timezone.localdate()).year
    if not 2000 <= year <= timezone.localdate().year + 5:
        raise Refused("年度请填写成 2026 的样子")
    number = request.GET.get("project", "")
    project = selectors.project(request.viewer, int(number)) if number.isdecimal() else None
    return Asked(found, year, project)


def _preview(form: CurveForm) -> dict[str, Any]:
    kind = form.cleaned_data["kind"]
    percents = percents_of(form.cleaned_data["percents"]) if kind == TWELVE else ()
    query = urlencode({"kind": kind, "percents": " ".join(f"{each:g}" for each in percents)})
    return {"curve": unsaved(kind, percents, timezone.localdate()), "query": query}


def _lines(request: DeskRequest, asked: Asked) -> list[Line]:
    """The curve that holds for what is asked, if any was set."""
    held = selectors.baseline_held(request.viewer, asked.about, timezone.localdate())
    return [] if held is None else [line_of(held, asked.year)]


def _show(request: DeskRequest, asked: Asked, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    key, year, of = asked.indicator.key, asked.year, asked.project_id
    lines, preview = _lines(request, asked), more.get("preview")
    if preview:
        lines.append(line_of(preview["curve"], year, is_dashed=True))
    zone = _zone(request, asked, today)
    context = {
        "asked": asked,
        "years": _years(today, year),
        "months": range(1, 13),
        "held": selectors.baseline_held(viewer, asked.about, today),
        "baselines": list(selectors.baselines(viewer, key, year, of)),
        "targets": list(selectors.targets(viewer, key, year, of)),
        "pairs": [] if asked.project else selectors.pairs(viewer, key, year, today),
        "published": [] if asked.project else selectors.published(viewer, key, year),
        "zone": zone,
        "zone_rules": open_up(zone.lights) if zone else [],
        "chart_rows": rows_of(lines),
    }
    forms = _forms(request, asked, today)
    return render(request, "desk/progress_of.html", context | forms | more, status=status)


def _zone(request: DeskRequest, asked: Asked, today: date) -> selectors.ZoneLine | None:
    """Where the zone stands; of the year alone by which lights are reckoned."""
    if asked.project is not None or asked.year != reported_until(today).year:
        return None
    lines = selectors.zone_lines(request.viewer, today)
    return next(each for each in lines if each.indicator.key == asked.indicator.key)


def _forms(request: DeskRequest, asked: Asked, today: date) -> dict[str, Any]:
    """What the viewer may set, empty."""
    viewer, project = request.viewer, asked.project
    may_set = can(viewer, Subject.RULE, Act.MAKE)
    may_aim = may_set if project is None else can(viewer, Subject.PROJECT, Act.CHANGE, project)
    may_note = may_set and project is None
    month = {"month": reported_until(today).month}
    return {
        "curve_form": CurveForm(initial={"kind": "linear_months"}) if may_set else None,
        "target_form": TargetForm() if may_aim else None,
        "published_form": PublishedForm(initial=month) if may_note else None,
    }


def _years(today: date, year: int) -> list[int]:
    told = set(range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1))
    return sorted(told | {year}, reverse=True)
