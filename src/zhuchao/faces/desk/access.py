"""Who may open a desk page, and how an expected failure becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render

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
    """Only for the signed-in; an expected failure that no form shows becomes a page of its own."""

    @wraps(view)
    def guarded(
        request: DeskRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ZhuchaoError as failure:
            return show_failure(request, failure)

    return login_required(login_url="desk:sign_in")(guarded)


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
