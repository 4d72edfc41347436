"""A planned row becomes an offer or changes one, through the services that officers use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from zhuchao.apps.parties.persons import PERSONAL, anonymous, covered
from zhuchao.apps.parties.services import note_person
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing.planning import CARRIERS, Plan, person_of
from zhuchao.apps.properties.importing.register import Register
from zhuchao.apps.properties.importing.states import state_of, way_to
from zhuchao.apps.properties.importing.telling import Told
from zhuchao.apps.properties.mapping import columns_of
from zhuchao.apps.properties.models import Offer, Plot, Unit
from zhuchao.apps.properties.services import confirm_supply, move_offer
from zhuchao.apps.properties.ticking import tick
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.core.vocabulary.wire import term_to_json, terms_from_json

# What a row can change, besides the state.
KEPT = (
    "title", "address", "remarks", "told", "terms", "intent", "kind", "region_code", "area_m2",
    "contact_id", "state",
)  # fmt: skip
LONGEST_TITLE, LONGEST_ADDRESS = 120, 200


@transaction.atomic
def make_offer(viewer: Viewer, told: Told, register: Register, *, today: date) -> Offer:
    """A new offer of the row, brought into its state.

    Raises: NotAllowed; Refused, when its carrier is let.
    """
    carrier = carrier_of(told, register)
    address = told.record.get("address", "")
    if not address and carrier is None:
        address = " ".join(told.carrier.values())
    offer = confirm_supply(
        viewer,
        intake_id=None,
        title=told.record["title"],
        terms=told.terms,
        text=told.text,
        carrier=carrier,
        address=address,
    )
    name, _ = person_of(told)
    offer.remarks = covered(told.record.get("remarks", ""), names=[name])
    offer.told = _told(told, {}, is_carrier_known=carrier is not None, name=name)
    offer.save(update_fields=["remarks", "told"])
    for state in way_to(state_of(told.record.get("state", ""))):
        offer = move_offer(viewer, offer.pk, state=state, today=today)
    return offer


@transaction.atomic
def change_offer(viewer: Viewer, offer: Offer, told: Told, planned: Plan, *, today: date) -> Offer:
    """The offer with the planned changes, and no others.

    Raises: NotAllowed; Refused, when the state does not follow any more.
    """
    require(viewer, Subject.OFFER, Act.CHANGE, offer)
    changed = {change.name for change in planned.changes}
    name, _ = person_of(told)
    for column, longest in (("title", LONGEST_TITLE), ("address", LONGEST_ADDRESS), ("remarks", 0)):
        if column in changed:
            text = covered(told.record[column].strip(), names=[name])
            setattr(offer, column, text[:longest] if longest else text)
    _set_terms(offer, told, {each for each in changed if each.startswith("term:")})
    if changed & set(CARRIERS):
        offer.told = _told(told, offer.told, is_carrier_known=False, name=name)
    if "contact" in changed:
        offer.contact = note_person(viewer, found=anonymous(told.terms, ""))
    tick(offer)
    offer.save()
    log(viewer, "change_offer", Subject.OFFER, offer, changed=sorted(changed))
    if "state" in changed:
        state = state_of(told.record["state"])
        offer = move_offer(viewer, offer.pk, state=state, today=today)
    return offer


def kept_of(offer: Offer) -> dict[str, Any]:
    """The offer's columns, for ``restore_offer``."""
    return {column: getattr(offer, column) for column in KEPT}


@transaction.atomic
def restore_offer(viewer: Viewer, offer: Offer, before: Mapping[str, Any]) -> Offer:
    """Give the offer back what ``kept_of`` kept of it. Raises: NotAllowed."""
    require(viewer, Subject.OFFER, Act.CHANGE, offer)
    for column in KEPT:
        setattr(offer, column, before[column])
    tick(offer)
    offer.save()
    log(viewer, "restore_offer", Subject.OFFER, offer)
    return offer


def carrier_of(told: Told, register: Register) -> Unit | Plot | None:
    """The carrier that the row names, where the register has it."""
    unit_id, plot_id = register.unit_id(told), register.plot_id(told)
    if unit_id is not None:
        return Unit.objects.select_related("building__park").get(pk=unit_id)
    return None if plot_id is None else Plot.objects.select_related("park").get(pk=plot_id)


def _told(
    told: Told, before: dict[str, str], *, is_carrier_known: bool, name: str
) -> dict[str, str]:
    names = dict(before)
    if code := told.record.get("code"):
        names["code"] = code
    if not is_carrier_known:
        names |= told.carrier
    return {key: covered(value, names=[name]) for key, value in names.items()}


def _set_terms(offer: Offer, told: Told, changed: Iterable[str]) -> None:
    """The told terms in place of the offer's own; their place in the row's text is not kept."""
    keys = {FieldKey(each.partition(":")[2]) for each in changed} - set(PERSONAL)
    if not keys:
        return
    own = [term for term in terms_from_json(offer.terms) if term.key not in keys]
    new = [_without_span(term) for term in told.terms if term.key in keys]
    terms = (*own, *new)
    offer.terms = [term_to_json(term) for term in terms]
    for column, value in columns_of(terms).items():
        if value:
            setattr(offer, column, value)


def _without_span(term: Term) -> Term:
    return replace(term, read=replace(term.read, span=None))
