"""The audit chain: whether it holds, and its last entries."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.hand.words import word
from zhuchao.ground import audit

ENTRIES_SHOWN = 100


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.AUDIT, Act.SEE)
    entries = audit.latest(ENTRIES_SHOWN)
    names = dict(people_of(request.viewer).values_list("sign_in", "display_name"))
    rows = [(each, names.get(each.actor) or word("actor", each.actor).text) for each in entries]
    context = {"verification": audit.verify(), "rows": rows}
    return render(request, "desk/audit.html", context)
