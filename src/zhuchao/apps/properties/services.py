"""Setting up carriers, and what happens to an offer."""

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
from zhuchao.apps.properties.mapping import columns_of
from zhuchao.apps.properties.models import Building, Floor, Offer, Park, Plot, Unit
from zhuchao.apps.properties.ticking import tick
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
STANDING = (_S.ON, _S.HELD, _S.UNDER_OFFER)


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
    _require_on(viewer, park)
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
    """Raises: Refused, when the floor is one of another building."""
    _require_on(viewer, building)
    if floor is not None and floor.building_id != building.pk:
        raise Refused(f"{floor} 不属于 {building}：请选择本楼的楼层")
    unit = Unit.objects.create(
        building=building, name=name, area_m2=area_m2, floor=floor, **columns
    )
    log(viewer, "create_unit", Subject.PROPERTY, unit)
    return unit


@transaction.atomic
def create_floor(viewer: Viewer, *, building: Building, number: int, **columns: Any) -> Floor:
    _require_on(viewer, building)
    floor = Floor.objects.create(building=building, number=number, **columns)
    log(viewer, "create_floor", Subject.PROPERTY, floor)
    return floor


@transaction.atomic
def create_plot(viewer: Viewer, *, park: Park, number: str, area_m2: float, **columns: Any) -> Plot:
    _require_on(viewer, park)
    plot = Plot.objects.create(
        **ownership(viewer), park=park, number=number, area_m2=area_m2, **columns
    )
    log(viewer, "create_plot", Subject.PROPERTY, plot)
    return plot


def _require_on(viewer: Viewer, ground: Park | Building) -> None:
    """That the viewer may add a carrier to this park or building."""
    require(viewer, Subject.PROPERTY, Act.MAKE)
    require(viewer, Subject.PROPERTY, Act.SEE, ground)


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


def _seen(viewer: Viewer, offer_id: int) -> Offer:
    allowed = narrow(viewer, Offer.objects.all(), Subject.OFFER)
    offer = allowed.select_for_update().filter(pk=offer_id).first()
    if offer is None:
        raise NotFound("没有这条房源，或不在您的范围内")
    return offer


@transaction.atomic
def move_offer(viewer: Viewer, offer_id: int, *, state: str, today: date) -> Offer:
    """Bring an offer into another state; putting it on confirms it as of today.

    Raises: NotFound, NotAllowed; Refused, when the state does not follow or the carrier is let.
    """
    offer = _seen(viewer, offer_id)
    act = Act.PUBLISH if state in PUBLISHED else Act.CHANGE
    require(viewer, Subject.OFFER, act, offer)
    if state not in FOLLOWS[offer.state]:
        names = "、".join(_S(each).label for each in FOLLOWS[offer.state])
        raise Refused(f"“{_S(offer.state).label}”的房源不能这样变更，可改为：{names}")
    offer.state = state
    if state == _S.ON:
        offer.confirmed_on = today
    tick(offer)
    try:
        with transaction.atomic():
            offer.save(update_fields=["state", "confirmed_on", "tick"])
    except IntegrityError as error:
        raise Refused("这个载体已有洽谈中或已成交的房源，不能重复租售：请先处理那一条") from error
    log(viewer, "move_offer", Subject.OFFER, offer, state=state)
    return offer


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
