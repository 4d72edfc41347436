"""Counting the changes of an organisation's offers, for whoever follows them."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet

from zhuchao.apps.properties.models import Offer, OfferTick

# Organisations whose offers this process changed since its shelf last looked.
CHANGED_HERE: set[int] = set()

# Called after the commit of a change; a register above this one adds itself.
FOLLOWERS: list[Callable[[], object]] = []


def follow(follower: Callable[[], object]) -> None:
    """Let this be called whenever an offer, or what it stands on, has changed."""
    if follower not in FOLLOWERS:
        FOLLOWERS.append(follower)


def tick(offer: Offer) -> None:
    """Count a change of the offer, which is still to be saved; inside the change's transaction.

    The count is locked until the change commits, so that whoever has seen a number has seen all
    changes below it.
    """
    offer.tick = _count(offer.organisation_id)


def tick_all(offers: QuerySet[Offer]) -> None:
    """Count a change of what these offers stand on, and save it; inside its transaction.

    They are locked before the count is, as by every act on an offer: the other way round two
    writers could wait for each other.
    """
    locked = offers.order_by("pk").select_for_update(of=("self",))
    found = list(locked.values_list("pk", "organisation_id"))
    for organisation_id in sorted({each for _, each in found}):
        own = [pk for pk, organisation in found if organisation == organisation_id]
        Offer.objects.filter(pk__in=own).update(tick=_count(organisation_id))


def _count(organisation_id: int) -> int:
    ticks = OfferTick.objects.select_for_update()
    row, _ = ticks.get_or_create(organisation_id=organisation_id)
    row.number += 1
    row.save(update_fields=["number"])
    CHANGED_HERE.add(organisation_id)
    for follower in FOLLOWERS:
        transaction.on_commit(follower, robust=True)
    return row.number
