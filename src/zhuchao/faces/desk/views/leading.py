"""The leader's page: how many, how much, which are red and why, by curves, packs, parks, years."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.curving import answer_chart, line_of
from zhuchao.faces.desk.glowing import counts_told
from zhuchao.faces.hand.charts import Line
from zhuchao.faces.hand.words import choices

MAIN = "done"


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.OVERVIEW, Act.SEE)
    told = selectors.overview(request.viewer, timezone.localdate())
    context = {
        "told": told,
        "as_of": told.rules.as_of,
        "colours": choices("light"),
        "main": next(line for line in told.lines if line.indicator.key == MAIN),
        "filled": [line for line in told.lines if line.indicator.measure],
        "published": [line for line in told.lines if line.pair and not line.indicator.measure],
        "packs": [(each, counts_told(each.pack, each.counts.cells)) for each in told.packs],
    }
    return render(request, "desk/leading.html", context)


@desk
@require_safe
def chart(request: DeskRequest) -> HttpResponse:
    """The zone's own figure against every known curve."""
    require(request.viewer, Subject.OVERVIEW, Act.SEE)
    today = timezone.localdate()
    year, path = selectors.zone_path(request.viewer, MAIN, today)
    curves = selectors.known_curves(request.viewer, MAIN, today)
    lines = [line_of(each, year, is_dashed=True) for each in curves]
    if any(each is not None for each in path):
        lines.insert(0, Line("实际完成", path))
    return answer_chart(request, lines)
