"""What became of what a reader sent: by the link of a receipt, or by its number."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.portal.voice_forms import FollowForm
from zhuchao.ground import receipts
from zhuchao.ground.rations import visitor_mark
from zhuchao.tables.voices import takedown_ground

TAKEDOWN = "C-"


@never_cache
@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    try:
        kind, voice = selectors.voice_by_token(PUBLIC, token)
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    context = {"kind": kind, "voice": voice}
    if kind == "takedown":
        context["ground"] = takedown_ground(voice.ground)
        context["steps"] = selectors.steps_of(PUBLIC, voice)
        context["files"] = selectors.files_of(PUBLIC, voice).count()
    return render(request, "portal/voices/receipt.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = FollowForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            token = _token(request, **form.cleaned_data)
        except ZhuchaoError as failure:
            form.add_error(None, failure.sentence)
        else:
            return HttpResponseRedirect(reverse("portal:voice", args=[token]))
    status = 422 if form.is_bound else 200
    return render(request, "portal/voices/follow.html", {"form": form}, status=status)


def _token(request: HttpRequest, number: str, digits: str) -> str:
    today = timezone.localdate()
    visitor = visitor_mark(request.META, today)
    if not receipts.normal_number(number).startswith(TAKEDOWN):
        return receipts.follow_bare(
            number, visitor=visitor, on=today, find=lambda told: selectors.token_of(PUBLIC, told)
        )
    found = receipts.follow(
        number,
        digits,
        visitor=visitor,
        on=today,
        marks=lambda told: selectors.digits_mark_of(PUBLIC, told),
    )
    return selectors.takedown_token(PUBLIC, found)
