"""Hand-overs: the list, one with what it holds, giving, taking and taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.people.rights import can, require, scope_of
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.desk.access import DeskRequest, desk, perform, status_of
from zhuchao.faces.desk.enquiring import render_enquiry
from zhuchao.faces.desk.following import hand_form
from zhuchao.faces.desk.handing_forms import HandAllForm

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import HandOver

SHOWN = 50
FAULTY = "还没选好交给谁，见下方标红处。"


@desk
@require_http_methods(["GET", "POST"])
def index(request: DeskRequest) -> HttpResponse:
    """The hand-overs, and the form that gives all of somebody's work at once."""
    require(request.viewer, Subject.ENQUIRY, Act.SEE)
    form = _all_form(request)
    if request.method != "POST":
        return _index(request, form)
    require(request.viewer, Subject.ENQUIRY, Act.CHANGE)
    if not form.is_valid():
        return _index(request, form, 422, FAULTY)

    def act() -> str:
        made = services.hand_over_all(request.viewer, **form.cleaned_data)
        return reverse("desk:hand_over", args=[made.pk])

    return perform(
        request,
        act,
        said="已整批交接，对方接手之前可以撤回。",
        again=lambda sentence, status: _index(request, form, status, sentence),
    )


@desk
@require_POST
def give(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    require(request.viewer, Subject.ENQUIRY, Act.CHANGE, enquiry)
    form = hand_form(request.viewer, request.POST)
    if not form.is_valid():
        return render_enquiry(request, enquiry, 422, hand_form=form, problem=FAULTY)

    def act() -> str:
        made = services.hand_over(request.viewer, enquiry_id, **form.cleaned_data)
        return reverse("desk:hand_over", args=[made.pk])

    return perform(
        request,
        act,
        said=f"需求 {enquiry.receipt} 已交接，对方接手之前可以撤回。",
        again=lambda sentence, status: render_enquiry(
            request, enquiry, status, hand_form=form, problem=sentence
        ),
    )


@desk
@require_safe
def show(request: DeskRequest, hand_over_id: int) -> HttpResponse:
    return _show(request, selectors.hand_over(request.viewer, hand_over_id))


@desk
@require_POST
def acknowledge(request: DeskRequest, hand_over_id: int) -> HttpResponse:
    made = selectors.hand_over(request.viewer, hand_over_id)

    def act() -> str:
        services.acknowledge(request.viewer, hand_over_id)
        return reverse("desk:hand_over", args=[hand_over_id])

    return perform(
        request,
        act,
        said="已接手，这些工作由您承办。",
        again=lambda sentence, status: _show(request, made, status, sentence),
    )


@desk
@require_POST
def undo(request: DeskRequest, hand_over_id: int) -> HttpResponse:
    made = selectors.hand_over(request.viewer, hand_over_id)
    try:
        services.undo_hand_over(request.viewer, hand_over_id)
    except ZhuchaoError as failure:
        return _show(request, made, status_of(failure), failure.sentence)
    again = selectors.hand_over(request.viewer, hand_over_id)
    return _show(request, again)


def _heads(viewer: Viewer) -> bool:
    return scope_of(viewer, Subject.ENQUIRY, Act.CHANGE) >= Scope.ORGANISATION


def _all_form(request: DeskRequest) -> HandAllForm:
    viewer = request.viewer
    people = list(people_of(viewer).values_list("pk", "display_name"))
    own = [each for each in people if each[0] == viewer.person_id]
    givers = [*own, *(each for each in people if each not in own)] if _heads(viewer) else own
    receivers = people if _heads(viewer) else [each for each in people if each not in own]
    posted = request.POST if request.method == "POST" else None
    return HandAllForm(posted, people=receivers, givers=givers)


def _index(
    request: DeskRequest, form: HandAllForm, status: int = 200, problem: str = ""
) -> HttpResponse:
    context = {
        "hand_overs": selectors.hand_overs(request.viewer)[:SHOWN],
        "form": form if can(request.viewer, Subject.ENQUIRY, Act.CHANGE) else None,
        "problem": problem,
    }
    return render(request, "desk/hand_overs.html", context, status=status)


def _show(
    request: DeskRequest, made: HandOver, status: int = 200, problem: str = ""
) -> HttpResponse:
    viewer = request.viewer
    is_open = made.acknowledged_at is None and made.undone_at is None
    is_mine = viewer.person_id in (made.giver_id, made.created_by_id)
    context: dict[str, Any] = {
        "made": made,
        "handed": selectors.handed_of(viewer, made),
        "can_take": is_open and made.owner_id == viewer.person_id,
        "can_undo": is_open and (is_mine or _heads(viewer)),
        "problem": problem,
    }
    return render(request, "desk/hand_over.html", context, status=status)
