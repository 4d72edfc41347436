"""Offers that a viewer may see, and the same as matching sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Role, Subject, Viewer
from zhuchao.apps.properties.mapping import to_property
from zhuchao.apps.properties.models import Offer, OwnerAsk
from zhuchao.apps.properties.services import FOLLOWS
from zhuchao.core.carriers import (
    FADING_AFTER_DAYS,
    Freshness,
    confirmed_between,
    freshness,
)
from zhuchao.core.errors import NotFound
from zhuchao.core.vocabulary.property import Property

CARRIERS = ("unit__floor", "unit__building__park", "plot__park")
BESIDE = ("contact", "owner", "team")
SORTS = {
    "newest": ("-created_at", "-pk"),
    "area": ("area_m2", "pk"),
    "-area": ("-area_m2", "-pk"),
    "code": ("code",),
}


@dataclass(frozen=True, slots=True)
class Where:
    """What a list of offers is narrowed to; what is empty does not narrow."""

    kind: str = ""
    intent: str = ""
    region_code: str = ""
    area_from: float | None = None
    area_to: float | None = None
    q: str = ""
    park_id: int | None = None
    unit_id: int | None = None
    plot_id: int | None = None
    freshness: Freshness | None = None
    today: date | None = None

    def condition(self) -> Q:
        """A region's code finds all within it; ``freshness`` is that of ``today``."""
        wanted = {
            "kind": self.kind or None,
            "intent": self.intent or None,
            "region_code__startswith": self.region_code.rstrip("0") or None,
            "area_m2__gte": self.area_from,
            "area_m2__lte": self.area_to,
            "unit_id": self.unit_id,
            "plot_id": self.plot_id,
        }
        found = Q(**{name: value for name, value in wanted.items() if value is not None})
        if word := self.q.strip():
            found &= Q(title__icontains=word) | Q(code__iexact=word) | Q(address__icontains=word)
        if self.park_id is not None:
            found &= Q(unit__building__park_id=self.park_id) | Q(plot__park_id=self.park_id)
        if self.freshness is not None and self.today is not None:
            found &= _confirmed(self.freshness, self.today)
        return found


def _confirmed(wanted: Freshness, today: date) -> Q:
    since, until = confirmed_between(wanted, today)
    if since is not None and until is not None:
        return Q(confirmed_on__range=(since, until))
    if since is not None:
        return Q(confirmed_on__gte=since)
    return Q(confirmed_on__lte=until) | Q(confirmed_on=None)


def offers(
    viewer: Viewer,
    *,
    states: Sequence[str] = (),
    where: Where | None = None,
    owner_id: int | None = None,
    sort: str = "newest",
) -> QuerySet[Offer]:
    """Offers by filter; a visitor sees those that are on and public."""
    found = narrow(viewer, Offer.objects.select_related(*CARRIERS, *BESIDE), Subject.OFFER)
    if Role.VISITOR in viewer.roles:
        found = found.filter(state=Offer.State.ON, is_public=True)
    if states:
        found = found.filter(state__in=states)
    if where is not None:
        found = found.filter(where.condition())
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    return found.order_by(*SORTS.get(sort, SORTS["newest"]))


def offer(viewer: Viewer, offer_id: int) -> Offer:
    """Raises: NotFound."""
    return _one(offers(viewer).filter(pk=offer_id))


def offer_by_code(viewer: Viewer, code: str, *, where: Where | None = None) -> Offer:
    """Raises: NotFound."""
    return _one(offers(viewer, where=where).filter(code=code))


def _one(found: QuerySet[Offer]) -> Offer:
    offer = found.first()
    if offer is None:
        raise NotFound("没有这条房源，或已经下架")
    return offer


def property_of(viewer: Viewer, offer: Offer) -> Property:
    """The offer, which came from a selector, as matching sees it."""
    return to_property(offer)


def on_since(viewer: Viewer, since: date) -> QuerySet[Offer]:
    """What is on and was confirmed on that day or later, newest first."""
    return offers(viewer, states=(Offer.State.ON,)).filter(confirmed_on__gte=since)


def properties_on_offer(viewer: Viewer) -> list[Property]:
    """All offers that are on, as values, in one query."""
    found = offers(viewer, states=(Offer.State.ON,), sort="code")
    # Contacts and people are of no use here, and opening sealed columns costs.
    return [to_property(each) for each in found.select_related(None).select_related(*CARRIERS)]


def offer_counts(
    viewer: Viewer, *, by: str = "state", where: Where | None = None
) -> dict[str, int]:
    """How many offers there are by ``state``, ``kind`` or ``region_code``."""
    rows = offers(viewer, where=where).order_by().values(by).annotate(count=Count("pk"))
    return {row[by]: row["count"] for row in rows}


def stale_offers(viewer: Viewer, today: date) -> QuerySet[Offer]:
    """Offers whose owner is to be asked again, oldest first, each with what was asked lately.

    Those that are shown and whose confirmation fades, and those that are set stale.
    """
    fades_from = today - timedelta(days=FADING_AFTER_DAYS)
    is_shown = Q(state__in=(Offer.State.ON, Offer.State.HELD))
    is_old = is_shown & (Q(confirmed_on__lt=fades_from) | Q(confirmed_on=None))
    found = offers(viewer).filter(is_old | Q(state=Offer.State.STALE))
    asked = Prefetch("asks", OwnerAsk.objects.order_by("-asked_on", "-pk"))
    return found.prefetch_related(asked).order_by("confirmed_on", "pk")


def is_stale(viewer: Viewer, offer: Offer, today: date) -> bool:
    """Whether the owner's word is out of date."""
    if offer.state == Offer.State.STALE:
        return True
    return offer.state == Offer.State.ON and freshness(offer.confirmed_on, today) is (
        Freshness.STALE
    )


def next_states(viewer: Viewer, offer: Offer) -> tuple[tuple[str, str], ...]:
    """The states that may follow, with their labels."""
    return tuple((state, Offer.State(state).label) for state in FOLLOWS[offer.state])
