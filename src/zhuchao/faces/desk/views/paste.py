"""The first page: one box for anything, and what is due today."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from zhuchao.apps.library import services as library
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.desk.access import DeskRequest, desk, status_of
from zhuchao.faces.desk.due import panels, stage_strip
from zhuchao.faces.desk.pasting import Pasted, fetched, pasted
from zhuchao.faces.desk.proposals import kind_of, propose

# Enough to catch a double click and a retry on a bad line; older keys only cost room.
KEYS_KEPT = 20


@desk
@require_http_methods(["GET", "POST"])
def home(request: DeskRequest) -> HttpResponse:
    return _take_in(request) if request.method == "POST" else _show(request)


def _show(
    request: DeskRequest, error: str = "", kept: int | None = None, status: int = 200
) -> HttpResponse:
    shown = panels(request.viewer, origin=request.build_absolute_uri("/").rstrip("/"))
    context = {
        "today": timezone.localdate(),
        "stacks": (shown[0::2], shown[1::2]),
        "stages": stage_strip(request.viewer),
        "can_paste": can(request.viewer, Subject.INTAKE, Act.MAKE),
        "key": uuid4().hex,
        "paste_error": error,
        "kept": kept,
        "text": request.POST.get("text", "") if error and kept is None else "",
    }
    return render(request, "desk/home.html", context, status=status)


def _take_in(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.INTAKE, Act.MAKE)
    keys: dict[str, int] = request.session.get("pasted", {})
    key = request.POST.get("key", "")
    if key in keys:
        return HttpResponseRedirect(reverse("desk:intake", args=[keys[key]]))
    try:
        given = pasted(request.POST.get("text", ""), request.FILES.get("file"))
    except ZhuchaoError as failure:
        return _show(request, failure.sentence, status=status_of(failure))
    intake_id, failure_met = _keep(request, given)
    if key:
        request.session["pasted"] = dict([*keys.items(), (key, intake_id)][-KEYS_KEPT:])
    if failure_met is not None:
        return _show(request, failure_met.sentence, intake_id, status_of(failure_met))
    return HttpResponseRedirect(reverse("desk:intake", args=[intake_id]))


def _keep(request: DeskRequest, given: Pasted) -> tuple[int, ZhuchaoError | None]:
    """Keep it whatever it is; what cannot be fetched or read is kept with the reason."""
    failure: ZhuchaoError | None = None
    try:
        given = fetched(given)
    except ZhuchaoError as unreachable:
        failure = unreachable
    kept = library.keep_intake(
        request.viewer,
        raw=given.raw,
        origin=given.origin,
        address=given.address,
        fetched_at=given.fetched_at,
    )
    try:
        if failure is None:
            kind = kind_of(given.raw)
            library.note_kind(request.viewer, kept.pk, kind=kind)
            propose(given.raw, kind=kind, fetched_at=given.fetched_at)
    except ZhuchaoError as unreadable:
        failure = unreadable
    if failure is not None:
        library.note_failure(request.viewer, kept.pk, reason=failure.sentence)
    return kept.pk, failure
