"""Companies and contacts that a viewer may see; contacts come masked."""

from __future__ import annotations

from django.db.models import QuerySet

from zhuchao.apps.parties.models import Company, Contact
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.ground.sealed import Sealed, keyed_hash


def companies(viewer: Viewer, *, q: str = "") -> QuerySet[Company]:
    """Companies by name; ``q`` is a part of it."""
    found = narrow(viewer, Company.objects.all(), Subject.COMPANY).order_by("name", "pk")
    return found.filter(name__icontains=q.strip()) if q.strip() else found


def company(viewer: Viewer, company_id: int) -> Company:
    """Raises: NotFound."""
    found = companies(viewer).filter(pk=company_id).first()
    if found is None:
        raise NotFound("没有这家企业，或不在您的范围内")
    return found


def contact_by_telephone(viewer: Viewer, telephone: str) -> Contact | None:
    """The contact with that telephone among those the viewer may see."""
    hashed = keyed_hash(telephone)
    if not hashed:
        return None
    seen = narrow(viewer, Contact.objects.all(), Subject.CONTACT)
    return seen.filter(telephone_hash=hashed).first()


def can_reveal(viewer: Viewer, contact: Contact | None) -> bool:
    """Whether the viewer may open this contact."""
    return contact is not None and can(viewer, Subject.CONTACT, Act.REVEAL, contact)


def is_same_person(viewer: Viewer, contact: Contact | None, *, name: str, telephone: str) -> bool:
    """Whether what is told of a person is known of this contact; nothing told is nothing new.

    A telephone decides alone: people write the same person's name in several ways.
    """
    if not name and not telephone:
        return True
    if contact is None:
        return False
    if telephone:
        return contact.telephone_hash == keyed_hash(telephone)
    return contact.name == Sealed(name)


def of_person(viewer: Viewer, person_id: int) -> tuple[list[int], list[int]]:
    """The companies and the contacts in a person's hands that the viewer may hand over."""
    firms = narrow(viewer, Company.objects.all(), Subject.COMPANY, Act.CHANGE)
    contacts = narrow(viewer, Contact.objects.all(), Subject.CONTACT, Act.CHANGE)
    return (
        list(firms.filter(owner_id=person_id).order_by("pk").values_list("pk", flat=True)),
        list(contacts.filter(owner_id=person_id).order_by("pk").values_list("pk", flat=True)),
    )
