"""Setting up carriers, and what happens to an offer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction

from zhuchao.apps.library.services import close_intake
from zhuchao.apps.parties.persons import anonymous
from zhuchao.apps.parties.services import note_contact
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.mapping import columns_of
from zhuchao.apps.properties.models import Building, Floor, Offer, Park, Plot, Unit
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import term_to_json

_S = Offer.State
# Which states follow which; what is done or off is opened again only by checking it anew.
FOLLOWS: dict[str, tuple[str, ...]] = {
    _S.DRAFT: (_S.CHECKING, _S.ON, _S.OFF),
    _S.CHECKING: (_S.ON, _S.DRAFT, _S.OFF),
    _S.ON: (_S.HELD, _S.UNDER_OFFER, _S.STALE, _S.OFF),
    _S.HELD: (_S.ON, _S.UNDER_OFFER, _S.OFF),
    _S.UNDER_OFFER: (_S.DONE, _S.ON, _S.OFF),
    _S.DONE: (_S.CHECKING,),
    _S.STALE: (_S.ON, _S.OFF),
    _S.OFF: (_S.CHECKING,),
}
# To show an offer to the public, or to end that, is publishing.
PUBLISHED = (_S.ON, _S.OFF)


@transaction.atomic
def create_park(viewer: Viewer, *, name: str, region_code: str, address: str = "") -> Park:
    require(viewer, Subject.PROPERTY, Act.MAKE)
    park = Park.objects.create(
        **ownership(viewer), name=name, region_code=region_code, address=address
    )
    log(viewer, "create_park", Subject.PROPERTY, park)
    return park


@transaction.atomic
def create_building(viewer: Viewer, *, park: Park, name: str, **columns: Any) -> Building:
    """``columns`` are those of Building; what is not told stays unknown."""
    require(viewer, Subject.PROPERTY, Act.MAKE)
    building = Building.objects.create(**ownership(viewer), park=park, name=name, **columns)
    log(viewer, "create_building", Subject.PROPERTY, building)
    return building


@transaction.atomic
def create_unit(
    viewer: Viewer,
    *,
    building: Building,
    name: str,
    area_m2: float,
    floor: Floor | None = None,
    **columns: Any,
) -> Unit:
    require(viewer, Subject.PROPERTY, Act.MAKE)
    unit = Unit.objects.create(
        building=building, name=name, area_m2=area_m2, floor=floor, **columns
    )
    log(viewer, "create_unit", Subject.PROPERTY, unit)
    return unit


@transaction.atomic
def create_floor(viewer: Viewer, *, building: Building, number: int, **columns: Any) -> Floor:
    require(viewer, Subject.PROPERTY, Act.MAKE)
    floor = Floor.objects.create(building=building, number=number, **columns)
    log(viewer, "create_floor", Subject.PROPERTY, floor)
    return floor


@transaction.atomic
def create_plot(viewer: Viewer, *, park: Park, number: str, area_m2: float, **columns: Any) -> Plot:
    require(viewer, Subject.PROPERTY, Act.MAKE)
    plot = Plot.objects.create(
        **ownership(viewer), park=park, number=number, area_m2=area_m2, **columns
    )
    log(viewer, "create_plot", Subject.PROPERTY, plot)
    return plot


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

    Raises: Refused, when it has no title.
    """
    require(viewer, Subject.OFFER, Act.MAKE)
    known = Offer.objects.filter(intake_id=intake_id).first() if intake_id is not None else None
    if known is not None:
        return known
    if not title.strip():
        raise Refused("请给房源起一个标题")
    sealed = anonymous(terms, text)
    contact = None
    if sealed.name or sealed.telephone:
        contact = note_contact(
            viewer, name=sealed.name, telephone=sealed.telephone, company=sealed.company
        )
    columns = columns_of(sealed.terms)
    if carrier is not None:
        columns["region_code"] = columns["region_code"] or _park_of(carrier).region_code
        columns["area_m2"] = columns["area_m2"] or carrier.area_m2
    offer = Offer.objects.create(
        **ownership(viewer),
        **columns,
        code=uuid4().hex[:20],
        title=title.strip()[:120],
        unit=carrier if isinstance(carrier, Unit) else None,
        plot=carrier if isinstance(carrier, Plot) else None,
        address=address,
        terms=[term_to_json(term) for term in sealed.terms],
        text=sealed.text,
        contact=contact,
        intake_id=intake_id,
        confirmed_on=confirmed_on,
    )
    offer.code = f"F{offer.created_at.year}-{offer.pk:05d}"
    offer.save(update_fields=["code"])
    if intake_id is not None:
        close_intake(viewer, intake_id, became="offer", became_id=offer.pk)
    log(viewer, "confirm_supply", Subject.OFFER, offer)
    return offer


def _park_of(carrier: Unit | Plot) -> Park:
    return carrier.building.park if isinstance(carrier, Unit) else carrier.park


@transaction.atomic
def move_offer(viewer: Viewer, offer_id: int, *, state: str, today: date) -> Offer:
    """Bring an offer into another state; putting it on confirms it as of today.

    Raises: NotFound, NotAllowed; Refused, when the state does not follow or the carrier is let.
    """
    allowed = narrow(viewer, Offer.objects.all(), Subject.OFFER)
    offer = allowed.select_for_update().filter(pk=offer_id).first()
    if offer is None:
        raise NotFound("没有这条房源，或不在您的范围内")
    act = Act.PUBLISH if state in PUBLISHED else Act.CHANGE
    require(viewer, Subject.OFFER, act, offer)
    if state not in FOLLOWS[offer.state]:
        names = "、".join(_S(each).label for each in FOLLOWS[offer.state])
        raise Refused(f"“{_S(offer.state).label}”的房源不能这样变更，可改为：{names}")
    offer.state = state
    if state == _S.ON:
        offer.confirmed_on = today
    try:
        with transaction.atomic():
            offer.save(update_fields=["state", "confirmed_on"])
    except IntegrityError as error:
        raise Refused("这个单元已有洽谈中或已成交的房源，不能重复出租") from error
    log(viewer, "move_offer", Subject.OFFER, offer, state=state)
    return offer


def put_on(viewer: Viewer, offer_id: int, *, today: date) -> Offer:
    """Show an offer to the public, as confirmed today."""
    return move_offer(viewer, offer_id, state=_S.ON, today=today)


def take_off(viewer: Viewer, offer_id: int, *, today: date) -> Offer:
    """Withdraw an offer from the public."""
    return move_offer(viewer, offer_id, state=_S.OFF, today=today)
