"""Cooperation on a registered client: proposed on the registration, answered by the partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.enquiries import selectors, services
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.registering import render_registration, split_form

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Cooperation

FAULTY = "合作约定还差几项，见下方标红处。"


@desk
@require_POST
def propose(request: DeskRequest, registration_id: int) -> HttpResponse:
    found = selectors.registration(request.viewer, registration_id)
    form = split_form(request, request.POST)
    if not form.is_valid():
        return render_registration(request, found, 422, split_form=form, problem=FAULTY)

    def act() -> str:
        services.propose_cooperation(
            request.viewer,
            registration_id,
            partner_id=form.cleaned_data["partner_id"],
            split=form.split(),
        )
        return reverse("desk:registration", args=[registration_id])

    return perform(
        request,
        act,
        said="已提出合作，等对方同意。",
        again=lambda sentence, status: render_registration(
            request, found, status, split_form=form, problem=sentence
        ),
    )


@desk
@require_safe
def show(request: DeskRequest, cooperation_id: int) -> HttpResponse:
    return _show(request, selectors.cooperation(request.viewer, cooperation_id))


@desk
@require_POST
def answer(request: DeskRequest, cooperation_id: int) -> HttpResponse:
    made = selectors.cooperation(request.viewer, cooperation_id)
    is_accepted = request.POST.get("answer") == "accept"

    def act() -> str:
        if is_accepted:
            services.accept_cooperation(request.viewer, cooperation_id)
        else:
            services.decline_cooperation(request.viewer, cooperation_id)
        return reverse("desk:cooperation", args=[cooperation_id])

    return perform(
        request,
        act,
        said="合作已约定，双方分成已记入审计。" if is_accepted else "已回复不同意。",
        again=lambda sentence, status: _show(request, made, status, sentence),
    )


def _show(
    request: DeskRequest, made: Cooperation, status: int = 200, problem: str = ""
) -> HttpResponse:
    is_asked = made.state == "proposed" and made.partner_id == request.viewer.person_id
    context = {
        "made": made,
        "ground": made.registration.offer or made.registration.park,
        "can_answer": is_asked,
        "problem": problem,
    }
    return render(request, "desk/cooperation.html", context, status=status)
