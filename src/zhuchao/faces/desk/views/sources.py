"""Watched sources: the list with the form for a new one, and one with what it has listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from zhuchao.apps.library import selectors, services
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.sourcing import SourceForm, WatchForm
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.library.models import WatchedSource

SORTS = {"created": "created_at", "name": "name", "visited": "visited_at", "next": "next_at"}
ADDRESS_SORTS = {"listed": "created_at", "title": "title"}
READ_OR_WRITE = ["GET", "HEAD", "POST"]
FAILING = "failing"
INCOMPLETE = "还差一项，见下方标红处。"


@desk
@require_http_methods(READ_OR_WRITE)
def index(request: DeskRequest) -> HttpResponse:
    return _watch(request) if request.method == "POST" else _list(request, WatchForm())


@desk
@require_http_methods(READ_OR_WRITE)
def show(request: DeskRequest, source_id: int) -> HttpResponse:
    source = selectors.source(request.viewer, source_id)
    if request.method == "POST":
        return _change(request, source)
    return _show(request, source, SourceForm(source=source))


@desk
@require_POST
def pause(request: DeskRequest, source_id: int) -> HttpResponse:
    said = "已暂停“{}”：不再访问，已读的网页都在。"
    return _act(request, source_id, services.pause, said)


@desk
@require_POST
def resume(request: DeskRequest, source_id: int) -> HttpResponse:
    return _act(request, source_id, services.resume, "已恢复关注“{}”，一两分钟内访问。")


@desk
@require_POST
def visit(request: DeskRequest, source_id: int) -> HttpResponse:
    said = "已安排访问“{}”，一两分钟后刷新本页查看结果。"
    return _act(request, source_id, services.visit_now, said)


def _act(
    request: DeskRequest,
    source_id: int,
    act: Callable[[Viewer, int], WatchedSource],
    said: str,
) -> HttpResponse:
    """Do it and go back to the source; a refusal becomes a page of its own."""
    source = act(request.viewer, source_id)
    messages.success(request, said.format(source.name))
    return HttpResponseRedirect(reverse("desk:source", args=[source_id]))


def _watch(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PAGE, Act.MAKE)
    form = WatchForm(request.POST)
    if not form.is_valid():
        return _list(request, form, INCOMPLETE, 422)

    def act() -> str:
        source = services.watch(request.viewer, **form.cleaned_data)
        return reverse("desk:source", args=[source.pk])

    return perform(
        request,
        act,
        said="已开始关注，一两分钟内首次访问；读到的文章进入“网页”。",
        again=lambda sentence, status: _list(request, form, sentence, status),
    )


def _change(request: DeskRequest, source: WatchedSource) -> HttpResponse:
    require(request.viewer, Subject.PAGE, Act.CHANGE, source)
    form = SourceForm(request.POST, source=source)
    if not form.is_valid():
        return _show(request, source, form, INCOMPLETE, 422)

    def act() -> str:
        services.change_source(request.viewer, source.pk, **form.cleaned_data)
        return reverse("desk:source", args=[source.pk])

    return perform(
        request,
        act,
        said="已保存名称和间隔。",
        again=lambda sentence, status: _show(request, source, form, sentence, status),
    )


def _list(
    request: DeskRequest, form: WatchForm, problem: str = "", status: int = 200
) -> HttpResponse:
    require(request.viewer, Subject.PAGE, Act.SEE)
    state = request.GET.get("state", "")
    found = selectors.sources(
        request.viewer,
        states=(state,) if state and state != FAILING else (),
        failing=state == FAILING,
        q=request.GET.get("q", ""),
    )
    context = {
        "heading": "来源",
        "listing": listing.list_page(request, found, sorts=SORTS, default="-created"),
        "tabs": choices("source"),
        "searchable": "名称或网址",
        "above_template": "desk/_watch.html",
        "can_watch": can(request.viewer, Subject.PAGE, Act.MAKE),
        "form": form,
        "now": timezone.now(),
        "problem": problem,
    }
    response = listing.render_list(request, "desk/_sources.html", context)
    response.status_code = status
    return response


def _show(
    request: DeskRequest,
    source: WatchedSource,
    form: SourceForm,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    state = request.GET.get("state", "")
    found = selectors.addresses(request.viewer, source.pk, states=(state,) if state else ())
    context: dict[str, Any] = {
        "source": source,
        "listing": listing.list_page(request, found, sorts=ADDRESS_SORTS, default="-listed"),
        "tabs": choices("address"),
        "form": form,
        "can_change": can(request.viewer, Subject.PAGE, Act.CHANGE, source),
        "now": timezone.now(),
        "problem": problem,
    }
    is_part = request.htmx and request.htmx.target == "list"
    template = "desk/_addresses.html" if is_part else "desk/source.html"
    response = render(request, template, context, status=status)
    response.headers["Vary"] = "HX-Request"
    return response
