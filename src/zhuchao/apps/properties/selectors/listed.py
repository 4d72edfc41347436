"""The offers that visitors see, part by part, for those who read all of them."""

from __future__ import annotations

from django.db.models import F, Max, QuerySet

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.models import Offer, Picture
from zhuchao.apps.properties.selectors.offers import Where, offers

PICTURED = ("pictures", "plot__pictures", "unit__pictures", "unit__building__pictures")


def offer_parts(viewer: Viewer, *, where: Where | None = None, size: int) -> list[int]:
    """The numbers of the parts, of so many ids each, that hold an offer."""
    parts = offers(viewer, where=where).order_by().annotate(part=F("pk") / size).values("part")
    return [each["part"] for each in parts.annotate(last=Max("pk")).order_by("part")]


def offers_in_part(
    viewer: Viewer, number: int, *, where: Where | None = None, size: int
) -> QuerySet[Offer]:
    """The offers of a part by id; ``pictures_read`` gives the pictures around each."""
    part = offers(viewer, where=where).filter(pk__gte=number * size, pk__lt=(number + 1) * size)
    return part.order_by("pk").prefetch_related(*PICTURED)


def pictures_read(viewer: Viewer, offer: Offer) -> list[Picture]:
    """The pictures around an offer of ``offers_in_part``, without asking again."""
    beside = (offer, offer.plot, offer.unit, offer.unit.building if offer.unit else None)
    found = [each for one in beside if one is not None for each in one.pictures.all()]
    return [each for each in found if each.removed_at is None]
