"""What we knew on one day of the stages on another."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.laddering import ladder_of, stage_namer
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.forms import DayField
from zhuchao.faces.desk.project_page import name_of


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
    told, name = selectors.stage_keys_as_of(request.viewer, on, by), stage_namer()
    counts: Counter[str] = Counter()
    for key, count in Counter(key for _, key in told).items():
        counts[name(*key)] += count
    chosen = request.GET.get("stage", "")
    numbers = [pk for pk, key in told if not chosen or name(*key) == chosen]
    page = Paginator(numbers, listing.PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "on": on,
        "known": known,
        "counts": counts.most_common(),
        "total": len(told),
        "chosen": chosen,
        "listing": listing.Listing(page, "", request.GET),
        "rows": _rows(request, list(page)),
    }
    return render(request, "desk/projects_as_of.html", context)


def _rows(request: DeskRequest, numbers: list[int]) -> list[dict[str, object]]:
    return [
        {
            "event": each,
            "project": each.project,
            "name": name_of(ladder_of(each.project), each.stage),
        }
        for each in selectors.events_numbered(request.viewer, numbers)
    ]
