"""Lights: where one comes from, which turned, and reckoning them anew."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.glowing import open_up

MOST_CHANGES = 50


@desk
@require_safe
def project(request: DeskRequest, project_id: int) -> HttpResponse:
    """Every light of a project with its rule, numbers, curve and days, by its house's pack and by
    all others."""
    viewer, today = request.viewer, timezone.localdate()
    found = selectors.project(viewer, project_id)
    lines = selectors.project_lines(viewer, project_id, today)
    context = {
        "project": found,
        "today": today,
        "lines": [
            {
                "line": line,
                "own": open_up(line.own.lights) if line.own else [],
                "others": [(each, open_up(each.lights)) for each in line.by_packs],
            }
            for line in lines
        ],
        "changes": selectors.light_changes(viewer, project_id=project_id)[:MOST_CHANGES],
        "may_aim": can(viewer, Subject.PROJECT, Act.CHANGE, found),
    }
    return render(request, "desk/project_lights.html", context)


@desk
@require_safe
def changes(request: DeskRequest) -> HttpResponse:
    """Every light that turned, the latest first."""
    found = selectors.light_changes(request.viewer)
    page = Paginator(found, listing.PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "listing": listing.Listing(page, "", request.GET),
        "may_reckon": can(request.viewer, Subject.RULE, Act.MAKE),
    }
    return render(request, "desk/light_changes.html", context)


@desk
@require_POST
def reckon(request: DeskRequest) -> HttpResponse:
    """Reckon all lights of the house now, not only tonight."""
    require(request.viewer, Subject.RULE, Act.MAKE)
    turned = services.reckon_lights(request.viewer, today=timezone.localdate())
    messages.success(request, f"已按现在的记录核了一遍，{turned} 个灯有变化。")
    return HttpResponseRedirect(reverse("desk:light_changes"))
