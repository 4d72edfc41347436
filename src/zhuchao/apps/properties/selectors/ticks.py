"""What changed among the offers since a count, for whoever follows them."""

from __future__ import annotations

from django.db.models import QuerySet

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.models import Offer, OfferTick


def offer_ticks(viewer: Viewer) -> dict[int, int]:
    """The count of each organisation's changes; only whose offers the viewer sees all of."""
    seen = dict(OfferTick.objects.values_list("organisation_id", "number"))
    if viewer.is_system:
        return seen
    return {key: number for key, number in seen.items() if key == viewer.organisation_id}


def offers_ticked(viewer: Viewer, organisation_id: int, *, after: int) -> QuerySet[Offer]:
    """The organisation's offers that changed after that count, whatever state they are in."""
    mine = narrow(viewer, Offer.objects.filter(organisation_id=organisation_id), Subject.OFFER)
    return mine.filter(tick__gt=after).order_by("tick", "pk")
