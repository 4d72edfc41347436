"""A reader says something of a page: comments, points out an error, asks that it be taken down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors, services
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.portal.voice_forms import CommentForm, CorrectionForm, TakedownForm, VoiceForm
from zhuchao.ground.rations import visitor_mark

COMMENTS_ON_A_PAGE = 50


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form, filled in where the article's foot sends its own here: nothing is kept yet.

    An article is a file and bears no token against forged forms; what is sent from here does.
    """
    page = _page(page_id)
    if request.method != "POST":
        return _show(request, "comment", page, CommentForm(initial={"key": str(uuid4())}))
    form = CommentForm(request.POST)
    is_filled = form.is_valid()
    form.renew_key()
    status = 200 if is_filled else 422
    return _show(request, "comment", page, form, status=status, is_filled=is_filled)


@never_cache
@require_POST
def send_comment(request: HttpRequest, page_id: int) -> HttpResponse:
    page, form = _page(page_id), CommentForm(request.POST)
    return _receive(
        request,
        "comment",
        page,
        form,
        lambda: services.send_comment(
            PUBLIC, page_id, words=form.words(), sent=_sent(request, form)
        ),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page(page_id)
    if request.method != "POST":
        initial = {"key": str(uuid4()), "passage": _chosen(request, page)}
        return _show(request, "correct", page, CorrectionForm(initial=initial))
    form = CorrectionForm(request.POST)
    return _receive(
        request,
        "correct",
        page,
        form,
        lambda: services.suggest_correction(
            PUBLIC, page_id, suggested=form.suggested(), sent=_sent(request, form)
        ),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page(page_id)
    if request.method != "POST":
        return _show(request, "take_down", page, TakedownForm(initial={"key": str(uuid4())}))
    form = TakedownForm(request.POST, request.FILES)
    return _receive(
        request,
        "take_down",
        page,
        form,
        lambda: services.ask_takedown(
            PUBLIC,
            page_id,
            asked=form.asked(),
            sent=_sent(request, form),
            attached=form.attached(),
        ),
    )


@never_cache
@require_safe
def comments(request: HttpRequest, page_id: int) -> HttpResponse:
    """All comments of an article; its own page shows the newest."""
    page = _page(page_id)
    shown = Paginator(selectors.shown_comments(PUBLIC, page), COMMENTS_ON_A_PAGE)
    context = {"page": page, "pages": shown.get_page(request.GET.get("page"))}
    return render(request, "portal/voices/comments.html", context)


def _page(page_id: int) -> Any:
    try:
        return selectors.page_for_voice(PUBLIC, page_id)
    except NotFound as missing:
        raise Http404(missing.sentence) from None


def _chosen(request: HttpRequest, page: Any) -> str:
    """The passage of the paragraph whose number is in the address."""
    told = request.GET.get("p", "")
    passages = selectors.passages(PUBLIC, page)
    number = int(told) if told.isdecimal() and len(told) < 6 else 0
    return passages[number - 1][:1000] if 1 <= number <= len(passages) else ""


def _sent(request: HttpRequest, form: VoiceForm) -> services.Sent:
    today = timezone.localdate()
    return services.Sent(form.idempotency_key(), visitor_mark(request.META, today), today)


def _receive(
    request: HttpRequest, kind: str, page: Any, form: VoiceForm, act: Callable[[], Any]
) -> HttpResponse:
    """Do ``act`` with a filled form and go to its receipt; show the form again where it fails."""
    if form.is_valid():
        try:
            made = act()
        except ZhuchaoError as failure:
            form.add_error(None, failure.sentence)
        else:
            return HttpResponseRedirect(reverse("portal:voice", args=[made.token]))
    form.renew_key()
    return _show(request, kind, page, form, status=422)


def _show(
    request: HttpRequest,
    kind: str,
    page: Any,
    form: VoiceForm,
    *,
    status: int = 200,
    is_filled: bool = False,
) -> HttpResponse:
    context: dict[str, Any] = {"page": page, "form": form, "is_filled": is_filled}
    if kind == "correct":
        context["passages"] = list(enumerate(selectors.passages(PUBLIC, page), 1))
    if kind == "comment":
        context["is_open"] = selectors.takes_comments(PUBLIC, page)
    return render(request, f"portal/voices/{kind}.html", context, status=status)
