"""What a registration's page shows, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.parties.selectors import can_reveal
from zhuchao.apps.people.rights import can, scope_of
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Scope, Subject
from zhuchao.faces.desk.access import DeskRequest
from zhuchao.faces.desk.registration_forms import ExtendForm, RulingForm, SplitForm
from zhuchao.faces.desk.telling import told
from zhuchao.faces.hand.moments import moment_short

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Registration

HALF = 50


def render_registration(
    request: DeskRequest, found: Registration, status: int = 200, **more: Any
) -> HttpResponse:
    """The registration's page; ``more`` takes the place of what it shows by itself."""
    viewer, today = request.viewer, timezone.localdate()
    contact = selectors.contact_of(viewer, found)
    cooperations = selectors.cooperations(viewer).filter(registration_id=found.pk)
    history = selectors.registration_history(viewer, found.pk)
    context = {
        "found": found,
        "client": selectors.client_name(viewer, found),
        "rivals": selectors.rivals(viewer, found, today) if found.state == "contested" else (),
        "state": selectors.state_on(viewer, found, today),
        "ground": found.offer or found.park,
        "days_left": (found.until - today).days,
        "contact": contact,
        "contact_title": "客户",
        "can_reveal": can_reveal(viewer, contact),
        "reveal_address": reverse("desk:registration_contact", args=[found.pk]),
        "cooperations": cooperations,
        "history": told(viewer, history),
        **_acts(request, found, has_cooperation=any(c.state != "declined" for c in cooperations)),
    }
    return render(request, "desk/registration.html", context | more, status=status)


def _acts(request: DeskRequest, found: Registration, *, has_cooperation: bool) -> dict[str, Any]:
    viewer, today = request.viewer, timezone.localdate()
    may_change = can(viewer, Subject.REGISTRATION, Act.CHANGE, found)
    is_held = found.state == "held" and found.until >= today
    heads = scope_of(viewer, Subject.REGISTRATION, Act.CHANGE) >= Scope.ORGANISATION
    is_own = found.owner_id == viewer.person_id
    can_extend = may_change and is_held and found.extended_by_id is None
    return {
        "can_release": may_change and (is_held or found.state == "contested"),
        "can_extend": can_extend,
        "extend_form": extend_form(request, found) if can_extend else None,
        "ruling_form": RulingForm() if heads and found.state == "contested" else None,
        "split_form": split_form(request) if is_own and is_held and not has_cooperation else None,
    }


def extend_form(request: DeskRequest, found: Registration, posted: Any = None) -> ExtendForm:
    viewings = [
        (each.pk, f"{moment_short(timezone.localtime(each.starts_at))} {each.enquiry.receipt}")
        for each in selectors.evidence(request.viewer, found.pk)
    ]
    return ExtendForm(posted, viewings=viewings)


def split_form(request: DeskRequest, posted: Any = None) -> SplitForm:
    people = people_of(request.viewer).exclude(pk=request.viewer.person_id or 0)
    initial = {"share": HALF, "partner_share": HALF}
    return SplitForm(posted, initial=initial, people=list(people.values_list("pk", "display_name")))
