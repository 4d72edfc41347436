"""Who may open a desk page, and how an expected failure becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django_htmx.http import HttpResponseClientRedirect

from zhuchao.core.errors import (
    Busy,
    Misconfigured,
    NotAllowed,
    NotFound,
    Refused,
    Unreachable,
    Unreadable,
    ZhuchaoError,
)
from zhuchao.faces.hand.referring import page_left

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from zhuchao.apps.people.viewer import Viewer

Parameters = ParamSpec("Parameters")

STATUS = {
    NotAllowed: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    Refused: HTTPStatus.CONFLICT,
    Unreadable: HTTPStatus.UNPROCESSABLE_ENTITY,
    Unreachable: HTTPStatus.UNPROCESSABLE_ENTITY,
    Busy: HTTPStatus.SERVICE_UNAVAILABLE,
    Misconfigured: HTTPStatus.SERVICE_UNAVAILABLE,
}


class DeskRequest(HttpRequest):
    """A request of a signed-in person, as the middleware hands it on."""

    viewer: Viewer
    htmx: HtmxDetails


def status_of(failure: ZhuchaoError) -> int:
    """The HTTP status that says what kind of failure it was."""
    return STATUS.get(type(failure), HTTPStatus.BAD_REQUEST)


def show_failure(request: HttpRequest, failure: ZhuchaoError) -> HttpResponse:
    return show_failure_sentence(request, failure.sentence, status_of(failure))


def show_failure_sentence(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """A failure on a page of its own, for what has no form to show it in."""
    context = {"sentence": sentence, "status": status}
    return render(request, "desk/failure.html", context, status=status)


def desk(
    view: Callable[Concatenate[DeskRequest, Parameters], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Only for the signed-in; an expected failure that no form shows becomes a page of its own.

    The address of an act, opened as a page, leads to the page above it.
    """

    @wraps(view)
    def guarded(
        request: DeskRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        try:
            answer = view(request, *args, **kwargs)
        except ZhuchaoError as failure:
            return show_failure(request, failure)
        if request.method == "GET" and answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return HttpResponseRedirect(_page_above(request.path))
        return answer

    @wraps(view)
    def signed_in(
        request: DeskRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        if request.user.is_authenticated:
            return guarded(request, *args, **kwargs)
        return _to_sign_in(request)

    return signed_in


def _to_sign_in(request: DeskRequest) -> HttpResponseBase:
    """To sign in and come back to the page in sight, not to the act."""
    # A page that is rendered to a file comes without the middleware.
    part = getattr(request, "htmx", None)
    if part:
        page = page_left(request, header="HX-Current-URL") or request.get_full_path()
    elif request.method == "POST":
        page = page_left(request) or reverse("desk:home")
    else:
        page = request.get_full_path()
    answer = redirect_to_login(page, login_url=reverse("desk:sign_in"))
    if part:
        return HttpResponseClientRedirect(answer.url)
    return HttpResponseRedirect(f"{answer.url}&again=1") if request.method == "POST" else answer


def _page_above(path: str) -> str:
    """The nearest address of the desk above; what is none on the way is passed over."""
    home = reverse("desk:home")
    while len(path) > len(home):
        path = path.rstrip("/").rpartition("/")[0] + "/"
        with suppress(Resolver404):
            if resolve(path).namespace == "desk":
                return path
    return home


def perform(
    request: DeskRequest,
    act: Callable[[], str],
    *,
    said: str,
    again: Callable[[str, int], HttpResponse],
) -> HttpResponse:
    """Do ``act``, say what happened and go to the address it gives; a failure shows ``again``."""
    try:
        address = act()
    except ZhuchaoError as failure:
        return again(failure.sentence, status_of(failure))
    messages.success(request, said)
    return HttpResponseRedirect(address)
