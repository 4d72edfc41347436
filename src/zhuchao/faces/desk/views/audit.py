"""The audit chain: whether it holds, and its last entries."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.ground import audit

ENTRIES_SHOWN = 100


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.AUDIT, Act.SEE)
    context = {"verification": audit.verify(), "entries": audit.latest(ENTRIES_SHOWN)}
    return render(request, "desk/audit.html", context)
