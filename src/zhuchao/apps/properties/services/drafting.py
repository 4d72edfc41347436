"""Offers from carriers, and setting an offer right before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from zhuchao.apps.parties.persons import anonymous, covered
from zhuchao.apps.parties.services import note_contact
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.mapping import columns_of, given
from zhuchao.apps.properties.models import Building, Offer, Plot, Unit
from zhuchao.apps.properties.services.offers import confirm_supply
from zhuchao.apps.properties.ticking import tick
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.core.vocabulary.wire import term_to_json

LAND = "land"
WHY_LET = "从单元挂出，默认出租"
WHY_SOLD = "从地块挂出，默认出让"


@transaction.atomic
def draft_from_unit(viewer: Viewer, unit_id: int) -> Offer:
    """A draft over the unit; while it has one, that one.

    Raises: NotFound, NotAllowed.
    """
    seen = narrow(viewer, Building.objects.all(), Subject.PROPERTY)
    units = Unit.objects.filter(building__in=seen).select_related("building__park", "floor")
    unit = units.filter(pk=unit_id).first()
    if unit is None:
        raise NotFound("没有这个单元，或不在您的范围内")
    building = unit.building
    title = f"{building.park} {building.name} {unit.name} {unit.area_m2:g}㎡"
    terms = (_assumed("rent", WHY_LET), given(FieldKey.KIND, building.kind))
    return _drafted(viewer, unit, title, terms, building)


@transaction.atomic
def draft_from_plot(viewer: Viewer, plot_id: int) -> Offer:
    """A draft over the plot; while it has one, that one.

    Raises: NotFound, NotAllowed.
    """
    seen = narrow(viewer, Plot.objects.select_related("park"), Subject.PROPERTY)
    plot = seen.filter(pk=plot_id).first()
    if plot is None:
        raise NotFound("没有这个地块，或不在您的范围内")
    title = f"{plot.park} {plot.number} {plot.area_m2 / M2_OF_A_MU:.4g}亩"
    terms = (_assumed("sale", WHY_SOLD), given(FieldKey.KIND, LAND))
    return _drafted(viewer, plot, title, terms, plot)


def _assumed(intent: str, why: str) -> Term:
    return Term(FieldKey.INTENT, Read(intent, State.INFERRED, None, "", why))


def _drafted(
    viewer: Viewer, carrier: Unit | Plot, title: str, terms: Sequence[Term], held: Building | Plot
) -> Offer:
    known = carrier.offers.filter(state=Offer.State.DRAFT).order_by("pk").first()
    if known is not None:
        return known
    park = held.park
    offer = confirm_supply(
        viewer,
        intake_id=None,
        title=title,
        terms=terms,
        text="",
        carrier=carrier,
        address=park.address,
    )
    offer.contact_id, offer.source = held.landlord_id, held.source
    offer.save(update_fields=["contact", "source"])
    return offer


@transaction.atomic
def change_offer(
    viewer: Viewer, offer_id: int, *, title: str, address: str, terms: Sequence[Term]
) -> Offer:
    """Set right what the offer itself tells; what its carrier tells follows the carrier.

    Raises: NotFound, NotAllowed; Refused, when it would have no title.
    """
    offer = _held(viewer, offer_id)
    if not title.strip():
        raise Refused("请给房源起一个标题")
    found = anonymous(terms, "")
    columns: dict[str, Any] = columns_of(found.terms)
    carrier = offer.unit or offer.plot
    columns["area_m2"] = columns["area_m2"] or (carrier.area_m2 if carrier else None)
    columns["region_code"] = columns["region_code"] or offer.region_code
    columns["source"] = columns["source"] or offer.source
    columns["terms"] = [term_to_json(term) for term in found.terms]
    columns["title"] = covered(title.strip(), names=[found.name])[:120]
    columns["address"] = covered(address.strip())[:200]
    changed = [name for name, value in columns.items() if getattr(offer, name) != value]
    for name in changed:
        setattr(offer, name, columns[name])
    if changed:
        tick(offer)
        offer.save(update_fields=[*changed, "tick"])
        log(viewer, "change_offer", Subject.OFFER, offer, changed=changed)
    return offer


@transaction.atomic
def name_offerer(
    viewer: Viewer, offer_id: int, *, source: str, name: str = "", telephone: str = ""
) -> Offer:
    """Note who offers it: what they are in the open, who they are sealed among the contacts.

    Raises: NotFound, NotAllowed.
    """
    offer = _held(viewer, offer_id)
    if name.strip() or telephone.strip():
        offer.contact = note_contact(viewer, name=name, telephone=telephone)
    offer.source = source
    # The message's own word on it would stand before the officer's.
    offer.terms = [each for each in offer.terms if each["key"] != FieldKey.RELATION.value]
    tick(offer)
    offer.save(update_fields=["contact", "source", "terms", "tick"])
    log(viewer, "name_offerer", Subject.OFFER, offer, source=source)
    return offer


def _held(viewer: Viewer, offer_id: int) -> Offer:
    allowed = narrow(viewer, Offer.objects.all(), Subject.OFFER)
    offer = allowed.select_for_update().filter(pk=offer_id).first()
    if offer is None:
        raise NotFound("没有这条房源，或不在您的范围内")
    require(viewer, Subject.OFFER, Act.CHANGE, offer)
    return offer
