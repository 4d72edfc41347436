"""Offers: the list, one with its terms, putting on and taking off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.enquiries import suiting
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.selectors import can_reveal
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.mapping import to_property
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.chatting import offer_text
from zhuchao.faces.desk.proposals import flagged_in
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.terms import spec_of
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

# What can no longer be let or sold is recommended to nobody.
ENDED = frozenset({"done", "off"})
SORTS = {"code": "code", "title": "title", "confirmed": "confirmed_on"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.OFFER, Act.SEE)
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    found = selectors.offers(
        request.viewer,
        states=(state,) if state else (),
        where=selectors.Where(kind=kind, q=request.GET.get("q", "")),
    )
    listed = listing.list_page(request, found, sorts=SORTS, default="-code")
    kinds = list(spec_of(FieldKey.KIND).choices.items())
    context = {
        "heading": "房源",
        "listing": listed,
        "rows": [{"record": each, "terms": to_property(each).terms} for each in listed.page],
        "tabs": choices("offer"),
        "selects": [{"name": "kind", "label": "类型", "options": kinds, "chosen": kind}],
        "searchable": "编号、标题或地址",
        "can_paste": can(request.viewer, Subject.OFFER, Act.MAKE),
    }
    return listing.render_list(request, "desk/_offers.html", context)


@desk
@require_safe
def show(request: DeskRequest, offer_id: int) -> HttpResponse:
    return _show(request, selectors.offer(request.viewer, offer_id))


@desk
@require_POST
def move(request: DeskRequest, offer_id: int) -> HttpResponse:
    offer = selectors.offer(request.viewer, offer_id)
    state = request.POST.get("state", "")

    def act() -> str:
        services.move_offer(request.viewer, offer_id, state=state, today=timezone.localdate())
        return reverse("desk:offer", args=[offer_id])

    return perform(
        request,
        act,
        said=f"房源 {offer.code} 已改为“{word('offer', state).text}”。",
        again=lambda sentence, status: _show(request, offer, status, problem=sentence),
    )


@desk
@require_POST
def confirm_again(request: DeskRequest, offer_id: int) -> HttpResponse:
    offer = selectors.offer(request.viewer, offer_id)
    today = timezone.localdate()

    def act() -> str:
        services.confirm_again(request.viewer, offer_id, today=today)
        return reverse("desk:offer", args=[offer_id])

    return perform(
        request,
        act,
        said=f"房源 {offer.code} 已于 {date_cn(today)}再次核实。",
        again=lambda sentence, status: _show(request, offer, status, problem=sentence),
    )


@desk
@require_POST
def reveal(request: DeskRequest, offer_id: int) -> HttpResponse:
    offer = selectors.offer(request.viewer, offer_id)
    revealed = parties.reveal_contact(request.viewer, offer.contact_id or 0)
    return _show(request, offer, revealed=revealed)


def _may_move(viewer: Viewer, offer: Offer, move: tuple[str, str]) -> bool:
    act = Act.PUBLISH if move[0] in services.PUBLISHED else Act.CHANGE
    return can(viewer, Subject.OFFER, act, offer)


def _may_confirm(viewer: Viewer, offer: Offer) -> bool:
    return offer.state in services.STANDING and can(viewer, Subject.OFFER, Act.CHANGE, offer)


def _suited(viewer: Viewer, offer: Offer) -> tuple[suiting.Suited, ...]:
    """Whose enquiry the offer answers, while it can still be let or sold."""
    may_see = can(viewer, Subject.ENQUIRY, Act.SEE) and offer.state not in ENDED
    return suiting.suited(viewer, selectors.property_of(viewer, offer)) if may_see else ()


def _show(request: DeskRequest, offer: Offer, status: int = 200, **more: Any) -> HttpResponse:
    viewer = request.viewer
    moves = [
        each for each in selectors.next_states(viewer, offer) if _may_move(viewer, offer, each)
    ]
    terms, public_address = to_property(offer).terms, f"/offers/{offer.code}/"
    is_shown = offer.state == "on" and offer.is_public
    shown = request.build_absolute_uri(public_address) if is_shown else ""
    context = {
        "offer": offer,
        "terms": terms,
        "flags": flagged_in(offer.text),
        "suited": _suited(viewer, offer),
        "can_register": can(viewer, Subject.REGISTRATION, Act.MAKE) and offer.state not in ENDED,
        "viewings": enquiries.viewings_of_offer(viewer, offer.pk),
        "contact": offer.contact,
        "can_put_on": "on" in dict(moves),
        "can_confirm": _may_confirm(viewer, offer),
        "moves": [move for move in moves if move[0] != "on"],
        "can_reveal": can_reveal(viewer, offer.contact),
        "reveal_address": reverse("desk:offer_contact", args=[offer.pk]),
        "public_address": public_address,
        "chat": offer_text(offer.title, offer.code, terms, shown),
    }
    return render(request, "desk/offer.html", context | more, status=status)
