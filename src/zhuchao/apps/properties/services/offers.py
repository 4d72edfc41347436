"""What happens to an offer: confirmed from a message or a carrier, moved from state to state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao.apps.library.services import close_intake, hold_intake, note_corrections
from zhuchao.apps.parties.persons import Anonymous, anonymous, covered
from zhuchao.apps.parties.services import note_person
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import letting
from zhuchao.apps.properties.mapping import columns_of
from zhuchao.apps.properties.models import Offer, Plot, Unit
from zhuchao.apps.properties.ticking import tick
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import term_to_json

_S = Offer.State
# Which states follow which; what is done or off is opened again only by checking it anew.
FOLLOWS: dict[str, tuple[str, ...]] = {
    _S.DRAFT: (_S.CHECKING, _S.ON, _S.OFF),
    _S.CHECKING: (_S.ON, _S.DRAFT, _S.OFF),
    _S.ON: (_S.HELD, _S.UNDER_OFFER, _S.CHECKING, _S.STALE, _S.OFF),
    _S.HELD: (_S.ON, _S.UNDER_OFFER, _S.CHECKING, _S.STALE, _S.OFF),
    _S.UNDER_OFFER: (_S.DONE, _S.ON, _S.OFF),
    _S.DONE: (_S.CHECKING,),
    _S.STALE: (_S.ON, _S.CHECKING, _S.OFF),
    _S.OFF: (_S.CHECKING,),
}
# To show an offer to the public, or to end that, is publishing.
PUBLISHED = (_S.ON, _S.OFF)
STANDING = (_S.ON, _S.HELD, _S.UNDER_OFFER)


@transaction.atomic
def confirm_supply(
    viewer: Viewer,
    *,
    intake_id: int | None,
    title: str,
    terms: Sequence[Term],
    text: str,
    carrier: Unit | Plot | None = None,
    address: str = "",
    confirmed_on: date | None = None,
) -> Offer:
    """Make a supply message an offer in draft; confirming an intake twice gives the same offer.

    Raises: NotFound, NotAllowed; Refused, when it has no title or the intake became another thing.
    """
    require(viewer, Subject.OFFER, Act.MAKE)
    known = _made_of(viewer, intake_id)
    if known is not None:
        return known
    if not title.strip():
        raise Refused("请给房源起一个标题")
    found = anonymous(terms, text)
    offer = Offer.objects.create(
        **ownership(viewer),
        **_columns(viewer, found, carrier),
        code=uuid4().hex[:20],
        title=covered(title.strip(), names=[found.name])[:120],
        address=covered(address)[:200],
        contact=note_person(viewer, found=found),
        intake_id=intake_id,
        confirmed_on=confirmed_on,
    )
    note_corrections(viewer, intake_id, text=text, terms=terms, side="supply")
    return _numbered(viewer, offer)


def _made_of(viewer: Viewer, intake_id: int | None) -> Offer | None:
    if intake_id is None:
        return None
    hold_intake(viewer, intake_id)
    return Offer.objects.filter(intake_id=intake_id).first()


def _columns(viewer: Viewer, found: Anonymous, carrier: Unit | Plot | None) -> dict[str, Any]:
    columns = columns_of(found.terms) | {
        "terms": [term_to_json(term) for term in found.terms],
        "text": found.text,
    }
    if carrier is None:
        return columns
    park = carrier.building.park if isinstance(carrier, Unit) else carrier.park
    require(viewer, Subject.PROPERTY, Act.SEE, park)
    columns["region_code"] = columns["region_code"] or park.region_code
    columns["area_m2"] = columns["area_m2"] or carrier.area_m2
    return columns | {"unit" if isinstance(carrier, Unit) else "plot": carrier}


def _numbered(viewer: Viewer, offer: Offer) -> Offer:
    """Give the new offer its code, and tell its intake what it became."""
    offer.code = f"F{timezone.localdate(offer.created_at).year}-{offer.pk:05d}"
    tick(offer)
    offer.save(update_fields=["code", "tick"])
    if offer.intake_id is not None:
        close_intake(viewer, offer.intake_id, became="offer", became_id=offer.pk)
    log(viewer, "confirm_supply", Subject.OFFER, offer)
    return offer


def _seen(viewer: Viewer, offer_id: int, *, with_carrier: bool = False) -> Offer:
    """The offer for changing, locked; before it, where that is asked for, its carrier."""
    allowed = narrow(viewer, Offer.objects.all(), Subject.OFFER)
    if with_carrier:
        seen = allowed.select_related("unit", "plot").filter(pk=offer_id).first()
        carrier = seen and (seen.unit or seen.plot)
        if carrier:
            letting.lock(carrier)
    offer = allowed.select_for_update().filter(pk=offer_id).first()
    if offer is None:
        raise NotFound("没有这条房源，或不在您的范围内")
    return offer


@transaction.atomic
def move_offer(viewer: Viewer, offer_id: int, *, state: str, today: date) -> Offer:
    """Bring an offer into another state; putting it on confirms it as of today.

    Raises: NotFound, NotAllowed; Refused, when the state does not follow, or when the carrier or
    ground that it takes is let already.
    """
    offer = _seen(viewer, offer_id, with_carrier=True)
    act = Act.PUBLISH if state in PUBLISHED else Act.CHANGE
    require(viewer, Subject.OFFER, act, offer)
    if state not in FOLLOWS[offer.state]:
        names = "、".join(_S(each).label for each in FOLLOWS[offer.state])
        raise Refused(f"“{_S(offer.state).label}”的房源不能这样变更，可改为：{names}")
    before, offer.state = offer.state, state
    if state == _S.ON:
        offer.confirmed_on = today
    _take_ground(offer, before)
    log(viewer, "move_offer", Subject.OFFER, offer, state=state)
    return offer


def _take_ground(offer: Offer, before: str) -> None:
    """Save the new state; what is let stays let once, also where units overlap."""
    carrier = offer.unit or offer.plot
    if offer.state in letting.LET and carrier is not None:
        letting.require_free(carrier, but=offer)
    tick(offer)
    try:
        with transaction.atomic():
            offer.save(update_fields=["state", "confirmed_on", "tick"])
            if offer.unit is not None and {before, offer.state} & set(letting.LET):
                letting.settle(offer.unit.building_id)
    except IntegrityError as error:
        raise Refused(letting.NOT_TWICE) from error


@transaction.atomic
def confirm_again(viewer: Viewer, offer_id: int, *, today: date) -> Offer:
    """Note that the owner said today that the offer still stands; its state stays.

    Raises: NotFound, NotAllowed; Refused, when the offer is not among those that are shown.
    """
    offer = _seen(viewer, offer_id)
    require(viewer, Subject.OFFER, Act.CHANGE, offer)
    if offer.state not in STANDING:
        raise Refused(f"“{_S(offer.state).label}”的房源不用复核：核实后请直接上架")
    offer.confirmed_on = today
    tick(offer)
    offer.save(update_fields=["confirmed_on", "tick"])
    log(viewer, "confirm_again", Subject.OFFER, offer)
    return offer


def put_on(viewer: Viewer, offer_id: int, *, today: date) -> Offer:
    """Show an offer to the public, as confirmed today."""
    return move_offer(viewer, offer_id, state=_S.ON, today=today)


def take_off(viewer: Viewer, offer_id: int, *, today: date) -> Offer:
    """Withdraw an offer from the public."""
    return move_offer(viewer, offer_id, state=_S.OFF, today=today)
