"""Enquiries: the list, one with its matches, and the acts on it."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao import tables as reference
from zhuchao.apps.enquiries import ageing, selectors, services
from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import services as projects
from zhuchao.apps.projects.selectors import project_of_enquiry
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.desk import listing, tray
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.enquiring import (
    compared,
    head_of,
    project_form,
    render_enquiry,
)
from zhuchao.faces.desk.opening import Asked, open_with_care
from zhuchao.faces.hand.words import choices, word

SORTS = {"received": "received_at", "receipt": "receipt"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.ENQUIRY, Act.SEE)
    found = tray.narrowed(request)
    today = timezone.localdate()
    listed = listing.list_page(request, found, sorts=SORTS, default="-received")
    context = {
        "heading": "需求",
        "listing": listed,
        "rows": [
            {
                "record": record,
                "terms": terms_from_json(record.terms),
                "age": ageing.age(record, today),
            }
            for record in listed.page
        ],
        "tabs": choices("enquiry"),
        "selects": tray.selects(request),
        "searchable": "受理号、公司或原文",
        "can_paste": can(request.viewer, Subject.ENQUIRY, Act.MAKE),
    }
    return listing.render_list(request, "desk/_enquiries.html", context)


@desk
@require_safe
def show(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    return render_enquiry(request, selectors.enquiry(request.viewer, enquiry_id))


@desk
@require_safe
def compare(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    """The comparison alone, as wide as the screen or the sheet."""
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    context = head_of(enquiry) | {"comparison": compared(request, enquiry)[1]}
    return render(request, "desk/compare.html", context)


@desk
@require_POST
def take(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)

    def act() -> str:
        services.take(request.viewer, enquiry_id)
        return reverse("desk:enquiry", args=[enquiry_id])

    return perform(
        request,
        act,
        said=f"需求 {enquiry.receipt} 由您承办。",
        again=lambda sentence, status: render_enquiry(request, enquiry, status, problem=sentence),
    )


@desk
@require_POST
def move(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    state = request.POST.get("state", "")

    def act() -> str:
        services.move_enquiry(request.viewer, enquiry_id, state=state)
        return reverse("desk:enquiry", args=[enquiry_id])

    return perform(
        request,
        act,
        said=f"需求 {enquiry.receipt} 已改为“{word('enquiry', state).text}”。",
        again=lambda sentence, status: render_enquiry(request, enquiry, status, problem=sentence),
    )


@desk
@require_POST
def reveal(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    revealed = parties.reveal_contact(request.viewer, enquiry.contact_id or 0)
    return render_enquiry(request, enquiry, revealed=revealed)


@desk
@require_POST
def to_project(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    require(request.viewer, Subject.PROJECT, Act.MAKE)
    known = project_of_enquiry(request.viewer, enquiry_id)
    form = project_form(request, enquiry, posted=True)
    if not form.is_valid():
        return render_enquiry(
            request, enquiry, 422, form=form, problem="转为项目还差几项，见下方标红处。"
        )

    def act(despite: str) -> str:
        opening = replace(form.opening(), despite=despite)
        project = projects.open_from_enquiry(
            request.viewer, enquiry_id, opening=opening, today=timezone.localdate()
        )
        return reverse("desk:project", args=[project.pk])

    stage = reference.stage_ladder().stages[0].name
    return open_with_care(
        request,
        act,
        Asked(form.cleaned_data["title"], enquiry.company_name, known is not None),
        said=f"需求 {enquiry.receipt} 已转为项目，并记下阶段“{stage}”。",
        again=lambda sentence, status: render_enquiry(
            request, enquiry, status, form=form, problem=sentence
        ),
    )
