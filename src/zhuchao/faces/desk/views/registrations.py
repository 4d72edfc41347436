"""Registered clients: the list, registering one, extending, releasing and ruling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.enquiries import protecting, selectors, services
from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform, status_of
from zhuchao.faces.desk.registering import extend_form, render_registration
from zhuchao.faces.desk.registration_forms import RegistrationForm, RulingForm
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Registration

FAULTY = "还差几项，见下方标红处。其余内容都保留着。"
SORTS = {"registered": "registered_on", "until": "until"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    viewer = request.viewer
    require(viewer, Subject.REGISTRATION, Act.SEE)
    state, owner = request.GET.get("state", ""), request.GET.get("owner", "")
    found = selectors.registrations(
        viewer,
        states=(state,) if state else (),
        owner_id=(viewer.person_id or 0) if owner == "mine" else None,
        q=request.GET.get("q", ""),
    )
    listed = listing.list_page(request, found, sorts=SORTS, default="-registered")
    context = {
        "heading": "报备",
        "lead": f"带看之前先报备。{protecting.rule()}。",
        "listing": listed,
        "rows": [_row(viewer, each) for each in listed.page],
        "tabs": choices("registration"),
        "selects": [
            {"name": "owner", "label": "报备人", "options": [("mine", "我的")], "chosen": owner}
        ],
        "searchable": "公司、房源或园区",
        "acts_template": "desk/_register_link.html",
        "can_register": can(viewer, Subject.REGISTRATION, Act.MAKE),
    }
    return listing.render_list(request, "desk/_registrations.html", context)


def _row(viewer: Viewer, found: Registration) -> dict[str, object]:
    return {
        "record": found,
        "client": selectors.client_name(viewer, found),
        "state": selectors.state_on(viewer, found, timezone.localdate()),
    }


@desk
@require_http_methods(["GET", "POST"])
def register(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.REGISTRATION, Act.MAKE)
    parks = list(properties.parks(request.viewer).values_list("pk", "name"))
    posted = request.POST if request.method == "POST" else None
    form = RegistrationForm(posted, initial=request.GET.dict(), parks=parks)

    def again(problem: str = "", status: int = 200) -> HttpResponse:
        context = {"form": form, "rule": protecting.rule(), "problem": problem}
        return render(request, "desk/register.html", context, status=status)

    if posted is None:
        return again()
    if not form.is_valid():
        return again(FAULTY, 422)
    try:
        made = services.register(
            request.viewer,
            client=form.client(),
            wanted=_wanted(request, form.cleaned_data),
            today=timezone.localdate(),
        )
    except ZhuchaoError as failure:
        return again(failure.sentence, status_of(failure))
    said = "已报备，有争议，等科长裁定。" if made.state == "contested" else "已报备。"
    address = reverse("desk:registration", args=[made.pk])
    return perform(request, lambda: address, said=said, again=again)


def _wanted(request: DeskRequest, filled: dict[str, Any]) -> services.Wanted:
    code = filled["offer_code"]
    offer_id = properties.offer_by_code(request.viewer, code).pk if code else None
    return services.Wanted(offer_id, filled["park_id"], filled["note"])


@desk
@require_safe
def show(request: DeskRequest, registration_id: int) -> HttpResponse:
    found = selectors.registration(request.viewer, registration_id)
    return render_registration(request, found)


@desk
@require_POST
def extend(request: DeskRequest, registration_id: int) -> HttpResponse:
    found = selectors.registration(request.viewer, registration_id)
    form = extend_form(request, found, request.POST)
    if not form.is_valid():
        return render_registration(request, found, 422, extend_form=form, problem=FAULTY)

    def act() -> str:
        services.extend(
            request.viewer,
            registration_id,
            viewing_id=form.cleaned_data["viewing_id"],
            today=timezone.localdate(),
        )
        return reverse("desk:registration", args=[registration_id])

    return perform(
        request,
        act,
        said="报备已延长一次。",
        again=lambda sentence, status: render_registration(
            request, found, status, problem=sentence
        ),
    )


@desk
@require_POST
def release(request: DeskRequest, registration_id: int) -> HttpResponse:
    found = selectors.registration(request.viewer, registration_id)

    def act() -> str:
        services.release(request.viewer, registration_id)
        return reverse("desk:registration", args=[registration_id])

    return perform(
        request,
        act,
        said="报备已释放，其他同事可以服务这位客户。",
        again=lambda sentence, status: render_registration(
            request, found, status, problem=sentence
        ),
    )


@desk
@require_POST
def rule(request: DeskRequest, registration_id: int) -> HttpResponse:
    """Decide a contest: for this registration, or for whoever protected the client before."""
    found = selectors.registration(request.viewer, registration_id)
    form = RulingForm(request.POST)
    is_upheld = request.POST.get("decision") == "uphold"
    if not form.is_valid():
        return render_registration(request, found, 422, ruling_form=form, problem=FAULTY)

    def act() -> str:
        reason = form.cleaned_data["reason"]
        if is_upheld:
            today = timezone.localdate()
            services.uphold(request.viewer, registration_id, reason=reason, today=today)
        else:
            services.dismiss(request.viewer, registration_id, reason=reason)
        return reverse("desk:registration", args=[registration_id])

    return perform(
        request,
        act,
        said="已裁定归本条报备人。" if is_upheld else "已裁定维持原报备。",
        again=lambda sentence, status: render_registration(
            request, found, status, problem=sentence
        ),
    )


@desk
@require_POST
def reveal(request: DeskRequest, registration_id: int) -> HttpResponse:
    found = selectors.registration(request.viewer, registration_id)
    contact = selectors.contact_of(request.viewer, found)
    if contact is None:
        raise NotFound("这条报备没有您能查看的联系人")
    revealed = parties.reveal_contact(request.viewer, contact.pk)
    return render_registration(request, found, revealed=revealed)
