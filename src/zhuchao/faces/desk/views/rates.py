"""Rates as of a day, each with both numbers, opening to the projects of either side."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.rate import RatePack
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk

SIDES = ("numerator", "denominator")
SORTS = {"code": "code", "title": "title", "stage_on": "stage_on"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    as_of, packs, pack = _asked(request)
    context = {
        "as_of": as_of,
        "today": timezone.localdate(),
        "packs": packs,
        "pack": pack,
        "rates": selectors.rates_on(request.viewer, pack, as_of),
    }
    return render(request, "desk/rates.html", context)


@desk
@require_safe
def side(request: DeskRequest, key: str, side: str) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    if side not in SIDES:
        raise NotFound("比率只有分子和分母两边：请从比率列表重新打开")
    as_of, _, pack = _asked(request)
    rate = selectors.rate_on(request.viewer, pack, key, as_of)
    told = getattr(rate, side)
    found = selectors.projects_numbered(request.viewer, told.numbers)
    listed = listing.list_page(request, found, sorts=SORTS, default="code")
    context = {
        "heading": f"{rate.spec.name}：{getattr(rate.spec, side).label}",
        "lead": f"截至 {as_of:%Y-%m-%d}，{'分子' if side == 'numerator' else '分母'}里的项目。",
        "listing": listed,
        "rate": rate,
        "as_of": as_of,
    }
    return listing.render_list(request, "desk/_rate_projects.html", context)


def _asked(request: DeskRequest) -> tuple[date, tuple[RatePack, ...], RatePack]:
    """The day and the rates that the address names. Raises: Refused, for a day ahead or no day."""
    today = timezone.localdate()
    told = request.GET.get("as_of", "")
    try:
        as_of = parse_date(told) if told else today
    except ValueError:
        as_of = None
    if as_of is None:
        raise Refused("截止日期请写成 2026-03-31 的样子")
    if not today - timedelta(days=365 * 40) <= as_of <= today:
        raise Refused("截止日期不能在今天之后，也不能太早：请换一天")
    packs = selectors.rate_packs(request.viewer, as_of)
    wanted = request.GET.get("pack", "")
    standard = next((each for each in packs if each.key == "standard"), packs[0])
    return as_of, packs, next((each for each in packs if each.key == wanted), standard)
