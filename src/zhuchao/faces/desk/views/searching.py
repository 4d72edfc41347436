"""/desk/search/: whatever the viewer may see, found by its words."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.searching import search


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    context = {"found": search(request.viewer, request.GET.get("q", ""))}
    return render(request, "desk/search.html", context)
