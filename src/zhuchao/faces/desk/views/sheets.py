"""Sheets shared with clients: the list, making one, one with its answers, closing its link."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.enquiries.selectors import sheets as selectors
from zhuchao.apps.enquiries.services import sharing as services
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.proposals import flagged_in
from zhuchao.faces.desk.sharing import (
    Chosen,
    SheetForm,
    chosen_in,
    context_of,
    first_form,
    new_context,
    wish_of,
)

SORTS = {"created": "created_at", "title": "title", "expires": "expires_on"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.SHEET, Act.SEE)
    found = selectors.sheets(request.viewer, q=request.GET.get("q", ""))
    listed = listing.list_page(request, found, sorts=SORTS, default="-created")
    today = timezone.localdate()
    context = {
        "heading": "推荐单",
        "listing": listed,
        "rows": [
            {"record": each, "state": selectors.state_of(request.viewer, each, today)}
            for each in listed.page
        ],
        "searchable": "标题或受理号",
    }
    return listing.render_list(request, "desk/_sheets.html", context)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.SHEET, Act.MAKE)
    if request.method != "POST":
        chosen = chosen_in(request.viewer, request.GET)
        form, key = first_form(chosen)
        return _ask(request, chosen, form, key)
    chosen = chosen_in(request.viewer, request.POST)
    form, key = SheetForm(request.POST), request.POST.get("key", "")
    if "again" in request.POST:
        return _ask(request, chosen, form, key)
    if not form.is_valid():
        return _ask(request, chosen, form, key, status=422, problem="还差几项，见下方标红处。")
    flags = flagged_in(f"{form.cleaned_data['title']}\n{form.cleaned_data['note']}")
    if flags and not request.POST.get("checked"):
        problem = "有不得公开发布的内容：请改掉，或核对后勾选“仍按原文发出”。"
        return _ask(request, chosen, form, key, status=422, problem=problem, flags=flags)
    return _make(request, chosen, form, key)


@desk
@require_safe
def show(request: DeskRequest, sheet_id: int) -> HttpResponse:
    record = selectors.sheet(request.viewer, sheet_id)
    return render(request, "desk/sheet.html", context_of(request, record))


@desk
@require_POST
def withdraw(request: DeskRequest, sheet_id: int) -> HttpResponse:
    record = services.withdraw_sheet(request.viewer, sheet_id)
    return _said(request, sheet_id, f"推荐单“{record.title}”已撤回，链接立即失效。")


@desk
@require_POST
def restore(request: DeskRequest, sheet_id: int) -> HttpResponse:
    record = services.restore_sheet(request.viewer, sheet_id, today=timezone.localdate())
    return _said(request, sheet_id, f"推荐单“{record.title}”已恢复，原链接可以打开。")


def _make(request: DeskRequest, chosen: Chosen, form: SheetForm, key: str) -> HttpResponse:
    def act() -> str:
        made = services.make_sheet(
            request.viewer,
            wish=wish_of(chosen, form),
            idempotency_key=key,
            today=timezone.localdate(),
        )
        return reverse("desk:sheet", args=[made.pk])

    return perform(
        request,
        act,
        said="推荐单已做好：把链接、PDF 或文字发给客户。",
        again=lambda sentence, status: _ask(
            request, chosen, form, key, status=status, problem=sentence
        ),
    )


def _ask(
    request: DeskRequest,
    chosen: Chosen,
    form: SheetForm,
    key: str,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = new_context(request.viewer, chosen, form, key) | more
    return render(request, "desk/sheet_new.html", context, status=status)


def _said(request: DeskRequest, sheet_id: int, said: str) -> HttpResponse:
    messages.success(request, said)
    return HttpResponseRedirect(reverse("desk:sheet", args=[sheet_id]))
