"""A sheet that was shared with one client: whoever holds its link reads and answers it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.enquiries.selectors import sheets as selectors
from zhuchao.apps.enquiries.services import sharing
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.core.errors import Busy, Misconfigured, NotFound, Refused
from zhuchao.faces.hand.printouts import pdf_answer
from zhuchao.faces.hand.recommended import compared, recommended, sheet_text
from zhuchao.faces.hand.referring import page_left
from zhuchao.faces.portal.views.errors import not_now
from zhuchao.ground import printing

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhuchao.apps.enquiries.models import SharedSheet

Parameters = ParamSpec("Parameters")


def unlisted(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponse],
) -> Callable[..., HttpResponse]:
    """No search engine lists it, no cache keeps it, and a closed link says whom to ask."""

    @wraps(view)
    def guarded(
        request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
        except NotFound as failure:
            answer = _told(request, failure.sentence, status=404)
        except (Busy, Misconfigured) as failure:
            answer = not_now(request, failure)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return never_cache(guarded)


@unlisted
@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    today = timezone.localdate()
    if _is_open_already(request):
        record = selectors.sheet_by_token(PUBLIC, token, today)
    else:
        record = sharing.open_sheet(_reader(request), token, today=today)
    context = _context(request, record) | {"can_print": not printing.missing()}
    return render(request, "portal/sheet.html", context)


@unlisted
@require_safe
def pdf(request: HttpRequest, token: str) -> HttpResponse:
    record = selectors.sheet_by_token(PUBLIC, token, timezone.localdate())
    return pdf_answer("hand/sheet_pdf.html", _context(request, record), name=record.title)


@unlisted
@require_safe
def text(request: HttpRequest, token: str) -> HttpResponse:
    record = selectors.sheet_by_token(PUBLIC, token, timezone.localdate())
    context = _context(request, record)
    told = sheet_text(record, context["found"], context["address"])
    return HttpResponse(told, content_type="text/plain; charset=utf-8")


@unlisted
@require_POST
def answer(request: HttpRequest, token: str) -> HttpResponse:
    code, said = request.POST.get("offer", ""), request.POST.get("answer", "")
    try:
        shared = sharing.answer_sheet(
            PUBLIC, token, code=code, answer=said, today=timezone.localdate()
        )
    except Refused as failure:
        return _told(request, failure.sentence, status=409)
    return HttpResponseRedirect(reverse("portal:sheet", args=[token]) + f"#o{shared.place}")


def _is_open_already(request: HttpRequest) -> bool:
    """Whether it is asked for from the sheet itself: after an answer, or to see if it arrived."""
    return request.method == "HEAD" or page_left(request).partition("?")[0] == request.path


def _reader(request: HttpRequest) -> Viewer:
    """A colleague who looks at the sheet is told apart, so as not to count as the client."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return viewer


def _context(request: HttpRequest, record: SharedSheet) -> dict[str, Any]:
    def page_of(code: str) -> str:
        return request.build_absolute_uri(reverse("portal:offer", args=[code]))

    found = recommended(selectors.shared_offers(PUBLIC, record), page_of)
    address = request.build_absolute_uri(reverse("portal:sheet", args=[record.token]))
    return {"record": record, "found": found, "compared": compared(found), "address": address}


def _told(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    return render(request, "portal/sheet_closed.html", {"sentence": sentence}, status=status)
