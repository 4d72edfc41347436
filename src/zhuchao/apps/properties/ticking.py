"""Counting the changes of an organisation's offers, for whoever follows them."""

from __future__ import annotations

from zhuchao.apps.properties.models import Offer, OfferTick

# Organisations whose offers this process changed since its shelf last looked.
CHANGED_HERE: set[int] = set()


def tick(offer: Offer) -> None:
    """Count a change of the offer, which is still to be saved; inside the change's transaction.

    The count is locked until the change commits, so that whoever has seen a number has seen all
    changes below it.
    """
    ticks = OfferTick.objects.select_for_update()
    row, _ = ticks.get_or_create(organisation_id=offer.organisation_id)
    row.number += 1
    row.save(update_fields=["number"])
    offer.tick = row.number
    CHANGED_HERE.add(offer.organisation_id)
