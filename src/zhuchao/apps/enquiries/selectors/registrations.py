"""Registrations and cooperations that a viewer may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from zhuchao.apps.enquiries import protecting
from zhuchao.apps.enquiries.models import Cooperation, Registration, Viewing
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.ground import audit

if TYPE_CHECKING:
    from zhuchao.apps.parties.models import Contact

# So many days before the end are enough for one more viewing.
EXPIRING_DAYS = 5
MOST_HISTORY = 50
NOBODY = "个人客户"


def registrations(
    viewer: Viewer, *, states: Sequence[str] = (), owner_id: int | None = None, q: str = ""
) -> QuerySet[Registration]:
    """Registrations by filter, the newest first."""
    base = Registration.objects.select_related("owner", "offer", "park", "contact")
    found = narrow(viewer, base, Subject.REGISTRATION)
    if states:
        found = found.filter(state__in=states)
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    if word := q.strip():
        named = Q(company_name__icontains=word) | Q(park__name__icontains=word)
        found = found.filter(named | Q(offer__title__icontains=word) | Q(offer__code__iexact=word))
    return found.order_by("-registered_on", "-pk")


def registration(viewer: Viewer, registration_id: int) -> Registration:
    """Raises: NotFound."""
    found = registrations(viewer).filter(pk=registration_id).first()
    if found is None:
        raise NotFound("没有这条报备，或不在您的范围内")
    return found


def state_on(viewer: Viewer, found: Registration, today: date) -> str:
    """The state of a registration, which came from a selector, as its days say it is today."""
    is_over = found.state == Registration.State.HELD and found.until < today
    return Registration.State.LAPSED.value if is_over else found.state


def contact_of(viewer: Viewer, found: Registration) -> Contact | None:
    """The registered person, where the viewer may see that contact; None hides a colleague's."""
    contact = found.contact
    is_seen = contact is not None and can(viewer, Subject.CONTACT, Act.SEE, contact)
    return contact if is_seen else None


def client_name(viewer: Viewer, found: Registration) -> str:
    """The registered company, else the person masked, as far as the viewer may see it."""
    contact = contact_of(viewer, found)
    return found.company_name or (str(contact) if contact is not None else NOBODY)


def rivals(viewer: Viewer, found: Registration, today: date) -> QuerySet[Registration]:
    """Whose protection a contested registration met, among those within the viewer's sight."""
    marks = protecting.Marks(found.telephone_mark, found.company_mark)
    ground = protecting.Ground(offer=found.offer, park=found.park)
    standing = protecting.standing(marks, ground, today).exclude(pk=found.pk)
    return registrations(viewer).filter(pk__in=standing.values("pk"))


def evidence(viewer: Viewer, registration_id: int) -> list[Viewing]:
    """The viewings by which the registration may be extended. Raises: NotFound."""
    return protecting.evidence(viewer, registration(viewer, registration_id))


def expiring(viewer: Viewer, today: date) -> QuerySet[Registration]:
    """The viewer's own that run out soon, the soonest first."""
    own = registrations(viewer, states=(Registration.State.HELD,), owner_id=viewer.person_id or 0)
    limit = today + timedelta(days=EXPIRING_DAYS)
    return own.filter(until__gte=today, until__lte=limit).order_by("until", "pk")


def registration_history(viewer: Viewer, registration_id: int) -> tuple[audit.Entry, ...]:
    """What was done to it, newest first. Raises: NotFound."""
    found = registration(viewer, registration_id)
    return audit.about(Subject.REGISTRATION.value, found.pk, limit=MOST_HISTORY)


def cooperations(viewer: Viewer) -> QuerySet[Cooperation]:
    """Those in which the viewer has a part, and those of the registrations within sight."""
    person = viewer.person_id or 0
    seen = registrations(viewer).order_by().values("pk")
    found = Cooperation.objects.filter(
        Q(proposer_id=person) | Q(partner_id=person) | Q(registration__in=seen)
    )
    beside = ("proposer", "partner", "registration__offer", "registration__park")
    return found.select_related(*beside).order_by("-proposed_at", "-pk")


def cooperation(viewer: Viewer, cooperation_id: int) -> Cooperation:
    """Raises: NotFound."""
    found = cooperations(viewer).filter(pk=cooperation_id).first()
    if found is None:
        raise NotFound("没有这项合作，或与您无关")
    return found


def open_cooperations(viewer: Viewer) -> QuerySet[Cooperation]:
    """What a colleague proposed and the viewer has yet to answer."""
    asked = cooperations(viewer).filter(partner_id=viewer.person_id or 0)
    return asked.filter(state=Cooperation.State.PROPOSED)
