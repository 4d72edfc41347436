"""How long a registered client is protected, by which rule, and against whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from zhuchao.apps.enquiries.models import Enquiry, Registration, Viewing
from zhuchao.apps.parties.marks import company_mark, mark_of
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer, Park

# A viewing that took place, whatever came of it.
TOOK_PLACE = (Viewing.Outcome.INTERESTED, Viewing.Outcome.CHANGES, Viewing.Outcome.DECLINED)
NO_DOCUMENT = "系统默认，本单位未另定"


@dataclass(frozen=True, slots=True)
class ProtectionRule:
    """A number of days with the document that sets it."""

    days: int
    source: str

    def __str__(self) -> str:
        return f"报备保护期 {self.days} 天（{self.source}）"


@dataclass(frozen=True, slots=True)
class Marks:
    """A client as registrations know it; an empty mark is not known."""

    telephone: str
    company: str

    def condition(self) -> Q:
        """Registrations of the same telephone or the same company."""
        found = Q(pk=None)
        if self.telephone:
            found |= Q(telephone_mark=self.telephone)
        if self.company:
            found |= Q(company_mark=self.company)
        return found

    def meets(self, other: Marks) -> bool:
        """Whether both are one client, by telephone or by company."""
        by_telephone = bool(self.telephone) and self.telephone == other.telephone
        return by_telephone or (bool(self.company) and self.company == other.company)

    def __bool__(self) -> bool:
        return bool(self.telephone or self.company)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a client is registered for: one offer, or a park with all that it offers."""

    offer: Offer | None = None
    park: Park | None = None

    @property
    def place(self) -> str:
        if self.offer is not None:
            return f"offer:{self.offer.pk}"
        return f"park:{self.park.pk}" if self.park is not None else ""

    def condition(self) -> Q:
        """Registrations for the same, for the park around it, or for an offer within it."""
        if self.offer is None:
            park = self.park
            inside = Q(offer__unit__building__park=park) | Q(offer__plot__park=park)
            return Q(place=self.place) | inside
        around = park_id_of(self.offer)
        return Q(place=self.place) | (Q(park_id=around) if around is not None else Q(pk=None))


def park_id_of(offer: Offer) -> int | None:
    """The park in which the offer's carrier stands; None for an offer without one."""
    if offer.unit is not None:
        return offer.unit.building.park_id
    return offer.plot.park_id if offer.plot is not None else None


def rule() -> ProtectionRule:
    """The rule of this house: its days are a setting, thirty where nothing else was decided.

    Agencies of factories commonly protect a registered client for 15 to 60 days.
    """
    return ProtectionRule(
        settings.ZHUCHAO_PROTECTION_DAYS, settings.ZHUCHAO_PROTECTION_RULE or NO_DOCUMENT
    )


def marks_of(enquiry: Enquiry) -> Marks:
    """The client of an enquiry."""
    return Marks(mark_of(enquiry.contact), company_mark(enquiry.company_name))


def standing(marks: Marks, ground: Ground, today: date) -> QuerySet[Registration]:
    """Whoever protects this client there today."""
    held = Registration.objects.filter(state=Registration.State.HELD, until__gte=today)
    return held.filter(marks.condition(), ground.condition())


def evidence(viewer: Viewer, registration: Registration) -> list[Viewing]:
    """The viewings within sight that show the client was served there, the latest first."""
    since = timezone.make_aware(datetime.combine(registration.registered_on, time()))
    park = registration.park_id
    there = (
        Q(offers__unit__building__park=park) | Q(offers__plot__park=park)
        if park is not None
        else Q(offers=registration.offer_id)
    )
    seen = narrow(viewer, Viewing.objects.select_related("enquiry__contact"), Subject.ENQUIRY)
    found = seen.filter(there, outcome__in=TOOK_PLACE, starts_at__gte=since).distinct()
    client = Marks(registration.telephone_mark, registration.company_mark)
    return [
        each for each in found.order_by("-starts_at", "-pk") if marks_of(each.enquiry).meets(client)
    ]


def is_kept_from(enquiry: Enquiry, offers: Iterable[Offer], today: date) -> bool:
    """Whether somebody else protects the enquiry's client for one of the offers.

    Who agreed to share the client is not kept from it.
    """
    marks, owner_id = marks_of(enquiry), enquiry.owner_id
    shared = Q(cooperations__partner=owner_id, cooperations__state="agreed")
    return bool(marks) and any(
        standing(marks, Ground(offer=offer), today)
        .exclude(owner_id=owner_id)
        .exclude(shared)
        .exists()
        for offer in offers
    )
