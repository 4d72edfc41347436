"""Offers: the list, one with its terms, putting on and taking off."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
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
from zhuchao.apps.properties.importing import exporting
from zhuchao.apps.properties.mapping import to_property
from zhuchao.core.carriers import Freshness, freshness
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.asking import age_of, owner_sentence
from zhuchao.faces.desk.carriers.holders import OffererForm
from zhuchao.faces.desk.chatting import offer_text
from zhuchao.faces.desk.exporting import book_file, table_stream
from zhuchao.faces.desk.picturing import album
from zhuchao.faces.desk.proposals import flagged_in
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.printouts import offer_pdf
from zhuchao.faces.hand.terms import spec_of
from zhuchao.faces.hand.words import choices, word
from zhuchao.ground import printing

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

# What can no longer be let or sold is recommended to nobody.
ENDED = frozenset({"done", "off"})
# How old a confirmation is matters while the offer is shown.
FRESH_MATTERS = frozenset({"on", "held", "stale"})
PARK = re.compile(r"\d{1,15}")
SORTS = {"code": "code", "title": "title", "confirmed": "confirmed_on"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.OFFER, Act.SEE)
    listed, today = _listing(request), timezone.localdate()
    context = {
        "heading": "房源",
        "listing": listed,
        "rows": [_row(each, today) for each in listed.page],
        "tabs": choices("offer"),
        "selects": _selects(request),
        "searchable": "编号、标题或地址",
        "can_paste": can(request.viewer, Subject.OFFER, Act.MAKE),
        "import_address": reverse("desk:offer_imports")
        if can(request.viewer, Subject.OFFER, Act.MAKE)
        else "",
        "can_share": can(request.viewer, Subject.SHEET, Act.MAKE),
    }
    return listing.render_list(request, "desk/_offers.html", context)


def _where(query: QueryDict, today: date) -> selectors.Where:
    """The filters as the address says them; what it says wrongly does not narrow."""
    park, fresh = query.get("park", ""), query.get("freshness", "")
    return selectors.Where(
        kind=query.get("kind", ""),
        q=query.get("q", ""),
        park_id=int(park) if PARK.fullmatch(park) else None,
        freshness=Freshness(fresh) if fresh in set(Freshness) else None,
        today=today,
    )


def _row(offer: Offer, today: date) -> dict[str, Any]:
    is_shown = offer.state in FRESH_MATTERS
    fresh = freshness(offer.confirmed_on, today).value if is_shown else ""
    return {"record": offer, "terms": to_property(offer).terms, "fresh": fresh}


def _selects(request: DeskRequest) -> list[dict[str, Any]]:
    options = {
        "kind": ("类型", list(spec_of(FieldKey.KIND).choices.items())),
        "park": ("园区", [(str(each.pk), each.name) for each in selectors.parks(request.viewer)]),
        "freshness": ("核实", choices("freshness")),
    }
    return [
        {"name": name, "label": label, "options": known, "chosen": request.GET.get(name, "")}
        for name, (label, known) in options.items()
    ]


@desk
@require_safe
def export(request: DeskRequest) -> HttpResponseBase:
    """The whole filtered list, in its order, as a workbook or as CSV."""
    require(request.viewer, Subject.OFFER, Act.SEE)
    found: Any = _listing(request).page.paginator.object_list
    written = table_stream if request.GET.get("form") == "csv" else book_file
    rows = exporting.offer_rows(request.viewer, found)
    return written(f"房源{timezone.localdate()}", exporting.headings(), rows)


@desk
@require_safe
def show(request: DeskRequest, offer_id: int) -> HttpResponse:
    return _show(request, selectors.offer(request.viewer, offer_id))


@desk
@require_safe
def pdf(request: DeskRequest, offer_id: int) -> HttpResponse:
    """Also of what is not public; the code on it leads only where a visitor may go."""
    offer = selectors.offer(request.viewer, offer_id)
    return offer_pdf(request.viewer, offer, _public_address(request, offer))


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
def ask(request: DeskRequest, offer_id: int) -> HttpResponse:
    offer = selectors.offer(request.viewer, offer_id)

    def act() -> str:
        services.ask_owner(request.viewer, offer_id, today=timezone.localdate())
        return reverse("desk:offer", args=[offer_id]) + "#ask"

    return perform(
        request,
        act,
        said="已生成给业主的链接：复制下面的话，发给业主即可。",
        again=lambda sentence, status: _show(request, offer, status, problem=sentence),
    )


@desk
@require_POST
def reveal(request: DeskRequest, offer_id: int) -> HttpResponse:
    offer = selectors.offer(request.viewer, offer_id)
    revealed = parties.reveal_contact(request.viewer, offer.contact_id or 0)
    return _show(request, offer, revealed=revealed)


def _listing(request: DeskRequest) -> listing.Listing:
    """The list as its address asks for it: state, filters and order."""
    state = request.GET.get("state", "")
    found = selectors.offers(
        request.viewer,
        states=(state,) if state else (),
        where=_where(request.GET, timezone.localdate()),
    )
    return listing.list_page(
        request, found, sorts=SORTS, default="-code", nullable=("confirmed_on",)
    )


def _may_move(viewer: Viewer, offer: Offer, move: tuple[str, str]) -> bool:
    act = Act.PUBLISH if move[0] in services.PUBLISHED else Act.CHANGE
    return can(viewer, Subject.OFFER, act, offer)


def _may_confirm(viewer: Viewer, offer: Offer) -> bool:
    return offer.state in services.STANDING and can(viewer, Subject.OFFER, Act.CHANGE, offer)


def _suited(viewer: Viewer, offer: Offer) -> tuple[suiting.Suited, ...]:
    """Whose enquiry the offer answers, while it can still be let or sold."""
    may_see = can(viewer, Subject.ENQUIRY, Act.SEE) and offer.state not in ENDED
    return suiting.suited(viewer, selectors.property_of(viewer, offer)) if may_see else ()


def _public_address(request: DeskRequest, offer: Offer) -> str:
    """The offer's page on the portal; empty while it has none."""
    is_shown = offer.state == "on" and offer.is_public
    return request.build_absolute_uri(f"/offers/{offer.code}/") if is_shown else ""


def _show(request: DeskRequest, offer: Offer, status: int = 200, **more: Any) -> HttpResponse:
    viewer = request.viewer
    moves = [
        each for each in selectors.next_states(viewer, offer) if _may_move(viewer, offer, each)
    ]
    terms, public_address = to_property(offer).terms, _public_address(request, offer)
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
        "chat": offer_text(offer.title, offer.code, terms, public_address),
        "can_print": not printing.missing(),
        "album": album(viewer, "offer", offer),
    }
    context |= _held(request, offer)
    return render(request, "desk/offer.html", context | more, status=status)


def _held(request: DeskRequest, offer: Offer) -> dict[str, Any]:
    """Whose it is, when they were last heard of, and how they are asked again."""
    viewer, today = request.viewer, timezone.localdate()
    can_change = can(viewer, Subject.OFFER, Act.CHANGE, offer)
    is_shown = offer.state in FRESH_MATTERS
    asked = selectors.open_ask(viewer, offer, today) if is_shown else None
    origin = request.build_absolute_uri("/").rstrip("/")
    return {
        "fresh": freshness(offer.confirmed_on, today).value if is_shown else "",
        "age": age_of(offer.confirmed_on, today),
        "can_change": can_change,
        "can_ask": can_change and is_shown,
        "ask": asked,
        "owner_sentence": owner_sentence(offer, asked, origin) if asked else "",
        "answer": selectors.last_answer(viewer, offer),
        "offerer_form": OffererForm(initial={"source": offer.source}),
        "source_word": spec_of(FieldKey.RELATION).choices.get(offer.source, ""),
    }
