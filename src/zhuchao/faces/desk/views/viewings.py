"""Viewings: the list, one with its outcome, its calendar file, and planning one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.selectors import can_reveal
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.properties import selectors as properties
from zhuchao.faces.desk import following, listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.calendar import calendar_file
from zhuchao.faces.desk.enquiring import heading_of, recommendation, render_enquiry
from zhuchao.faces.desk.following_forms import MoveForm, OutcomeForm
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Viewing

FAULTY = "还差几项，见下方标红处。其余内容都保留着。"


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.ENQUIRY, Act.SEE)
    outcome, owner = request.GET.get("state", ""), request.GET.get("owner", "")
    found = selectors.viewings(
        request.viewer,
        outcomes=(outcome,) if outcome else (),
        owner_id=(request.viewer.person_id or 0) if owner == "mine" else None,
    )
    listed = listing.list_page(request, found, sorts={"time": "starts_at"}, default="-time")
    context = {
        "heading": "看房",
        "lead": "在需求页上安排；看过之后在这里记下结果和下一步。",
        "listing": listed,
        "now": timezone.now(),
        "tabs": choices("viewing"),
        "selects": [
            {"name": "owner", "label": "承办", "options": [("mine", "我的")], "chosen": owner}
        ],
    }
    return listing.render_list(request, "desk/_viewings.html", context)


@desk
@require_safe
def show(request: DeskRequest, viewing_id: int) -> HttpResponse:
    return _show(request, selectors.viewing(request.viewer, viewing_id))


@desk
@require_POST
def plan(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    require(request.viewer, Subject.ENQUIRY, Act.CHANGE, enquiry)
    offers = following.choices_of(request, enquiry, recommendation(request, enquiry))
    form = following.viewing_form(offers, request.POST)
    if not form.is_valid():
        return render_enquiry(request, enquiry, 422, viewing_form=form, problem=FAULTY)

    def act() -> str:
        by_code = properties.offers(request.viewer).filter(code__in=form.other_codes())
        chosen = [*form.cleaned_data["offers"], *by_code.values_list("pk", flat=True)]
        services.plan_viewing(request.viewer, enquiry_id, offer_ids=chosen, plan=form.plan())
        return reverse("desk:enquiry", args=[enquiry_id]) + "#viewings"

    return perform(
        request,
        act,
        said=f"已为需求 {enquiry.receipt} 安排看房。",
        again=lambda sentence, status: render_enquiry(
            request, enquiry, status, viewing_form=form, problem=sentence
        ),
    )


@desk
@require_POST
def note_outcome(request: DeskRequest, viewing_id: int) -> HttpResponse:
    viewing = selectors.viewing(request.viewer, viewing_id)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _show(request, viewing, 422, outcome_form=form, problem=FAULTY)

    def act() -> str:
        services.note_outcome(request.viewer, viewing_id, result=form.result(), now=timezone.now())
        return reverse("desk:viewing", args=[viewing_id])

    return perform(
        request,
        act,
        said=f"看房结果已记为“{word('viewing', form.cleaned_data['outcome']).text}”。",
        again=lambda sentence, status: _show(
            request, viewing, status, outcome_form=form, problem=sentence
        ),
    )


@desk
@require_POST
def move(request: DeskRequest, viewing_id: int) -> HttpResponse:
    viewing = selectors.viewing(request.viewer, viewing_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _show(request, viewing, 422, move_form=form, problem=FAULTY)

    def act() -> str:
        starts_at = form.cleaned_data["starts_at"]
        services.move_viewing(request.viewer, viewing_id, starts_at=starts_at)
        return reverse("desk:viewing", args=[viewing_id])

    return perform(
        request,
        act,
        said="看房时间已改。请重新下载日历文件。",
        again=lambda sentence, status: _show(
            request, viewing, status, move_form=form, problem=sentence
        ),
    )


@desk
@require_POST
def reveal(request: DeskRequest, viewing_id: int) -> HttpResponse:
    """The host in plain text; that it was asked for is recorded."""
    viewing = selectors.viewing(request.viewer, viewing_id)
    revealed = parties.reveal_contact(request.viewer, viewing.host_id or 0)
    return _show(request, viewing, revealed=revealed)


@desk
@require_safe
def calendar(request: DeskRequest, viewing_id: int) -> HttpResponse:
    viewing = selectors.viewing(request.viewer, viewing_id)
    address = request.build_absolute_uri(reverse("desk:viewing", args=[viewing_id]))
    text = calendar_file(viewing, address=address, now=timezone.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="viewing-{viewing_id}.ics"'
    return answer


def _show(request: DeskRequest, viewing: Viewing, status: int = 200, **more: Any) -> HttpResponse:
    viewer = request.viewer
    may_change = can(viewer, Subject.ENQUIRY, Act.CHANGE, viewing)
    told = {name: getattr(viewing, name) for name in ("outcome", "reason", "next_step", "next_on")}
    context = {
        "viewing": viewing,
        "heading": heading_of(viewing.enquiry),
        "is_planned": viewing.outcome == "planned",
        "is_overdue": viewing.outcome == "planned" and viewing.starts_at < timezone.now(),
        "outcome_form": OutcomeForm(initial=told) if may_change else None,
        "move_form": MoveForm(initial={"starts_at": viewing.starts_at}) if may_change else None,
        "contact": viewing.host,
        "contact_title": "现场接待",
        "can_reveal": can_reveal(viewer, viewing.host),
        "reveal_address": reverse("desk:viewing_contact", args=[viewing.pk]),
    }
    return render(request, "desk/viewing.html", context | more, status=status)
