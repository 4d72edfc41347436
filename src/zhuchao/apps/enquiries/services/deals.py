"""Closing an enquiry with a deal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from zhuchao.apps.enquiries.models import Deal, Enquiry
from zhuchao.apps.enquiries.services.following import move_enquiry
from zhuchao.apps.enquiries.services.viewings import owned
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.apps.properties.services import move_offer
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.core.vocabulary.wire import term_to_json

PRICES = (FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.TOTAL_PRICE, FieldKey.LAND_PRICE)


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed; a rent makes it a letting, any other price a sale."""

    offer_id: int
    price: Term
    area_m2: float
    signed_on: date
    term_months: float | None = None


@transaction.atomic
def record_deal(viewer: Viewer, enquiry_id: int, *, signed: Signed, today: date) -> Deal:
    """The deal that ends an enquiry; its offer is done with it. A second call gives the same one.

    Raises: NotFound, NotAllowed; Refused, when the unit is let already, the enquiry has ended, or
    the day lies ahead.
    """
    enquiry = owned(viewer, enquiry_id)
    known = Deal.objects.filter(enquiry_id=enquiry.pk).first()
    if known is not None:
        return known
    _require_sound(signed, today)
    offer = properties.offer(viewer, signed.offer_id)
    is_let = signed.price.key is FieldKey.RENT
    deal = Deal.objects.create(
        organisation_id=enquiry.organisation_id,
        team_id=enquiry.team_id,
        owner_id=enquiry.owner_id,
        created_by_id=viewer.person_id,
        enquiry=enquiry,
        offer=offer,
        kind=Deal.Kind.RENT if is_let else Deal.Kind.SALE,
        area_m2=signed.area_m2,
        price=term_to_json(signed.price),
        signed_on=signed.signed_on,
        term_months=signed.term_months if is_let else None,
    )
    if offer.state != "under_offer":
        move_offer(viewer, offer.pk, state="under_offer", today=today)
    move_offer(viewer, offer.pk, state="done", today=today)
    move_enquiry(viewer, enquiry.pk, state=Enquiry.State.DEALT)
    log(viewer, "record_deal", Subject.ENQUIRY, enquiry, deal=deal.pk, offer=offer.code)
    return deal


def _require_sound(signed: Signed, today: date) -> None:
    if signed.signed_on > today:
        raise Refused("签约日期不能晚于今天")
    if signed.price.key not in PRICES or not signed.price.read.is_known:
        raise Refused("请填写租金或售价")
    if signed.area_m2 <= 0:
        raise Refused("面积要大于 0")
    if signed.term_months is not None and signed.term_months <= 0:
        raise Refused("租期要大于 0")
