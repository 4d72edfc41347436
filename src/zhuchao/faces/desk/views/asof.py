"""What we knew on one day of the stages on another."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.forms import DayField
from zhuchao.faces.desk.project_page import name_of

MOST_SHOWN = 500


class AsOfForm(forms.Form):
    """Two days: of which the state is asked, and at whose end it was known."""

    on = DayField(label="哪一天的状态")
    known = DayField(label="按哪一天所知")


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    today = timezone.localdate()
    days = {name: request.GET.get(name) or today.isoformat() for name in ("on", "known")}
    form = AsOfForm(days)
    if not form.is_valid():
        return render(request, "desk/projects_as_of.html", {"form": form}, status=422)
    on, known = form.cleaned_data["on"], form.cleaned_data["known"]
    by = timezone.make_aware(datetime.combine(known, time.max))
    told = [
        {
            "event": each,
            "project": each.project,
            "name": name_of(ladder_of(each.project), each.stage),
        }
        for each in selectors.stages_as_of(request.viewer, on, by)
    ]
    chosen = request.GET.get("stage", "")
    rows = [row for row in told if chosen in ("", row["name"])]
    context = {
        "form": form,
        "on": on,
        "known": known,
        "counts": Counter(str(row["name"]) for row in told).most_common(),
        "total": len(told),
        "chosen": chosen,
        "rows": rows[:MOST_SHOWN],
        "more": len(rows) - MOST_SHOWN,
    }
    return render(request, "desk/projects_as_of.html", context)
