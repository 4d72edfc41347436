"""Companies and contacts that a viewer may see; contacts come masked."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from zhuchao.apps.parties.families import HEAD, family_of
from zhuchao.apps.parties.models import Company, CompanyMerge, CompanyName, Contact
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.ground.sealed import Sealed, keyed_hash


def companies(viewer: Viewer, *, q: str = "") -> QuerySet[Company]:
    """Companies, merged ones once; ``q`` is a part of any of their names, or a credit code."""
    found = narrow(viewer, Company.objects.all(), Subject.COMPANY).order_by("name", "pk")
    word = q.strip()
    if word:
        called = narrow(viewer, Company.objects.all(), Subject.COMPANY).filter(
            Q(names__name__icontains=word) | Q(name__icontains=word) | Q(credit_code__iexact=word)
        )
        found = found.filter(pk__in=called.annotate(of=HEAD).values("of"))
    return found.filter(head=None).prefetch_related("names")


def companies_found(viewer: Viewer, ids: list[int]) -> QuerySet[Company]:
    """The companies with those ids that the viewer may see; a merged one by its head."""
    called = narrow(viewer, Company.objects.filter(pk__in=ids), Subject.COMPANY)
    return companies(viewer).filter(pk__in=called.annotate(of=HEAD).values("of"))


def merges(viewer: Viewer, company_id: int) -> list[CompanyMerge]:
    """What was merged into a company and into those merged with it, the latest first.

    Raises: NotFound.
    """
    family = family_of(company(viewer, company_id).pk)
    found = CompanyMerge.objects.filter(kept_id__in=family.member_ids)
    return list(found.select_related("kept", "folded", "merged_by").order_by("-pk"))


def names(viewer: Viewer, company_id: int) -> list[CompanyName]:
    """Every name by which the company and those merged with it go. Raises: NotFound."""
    family = family_of(company(viewer, company_id).pk)
    return list(CompanyName.objects.filter(company_id__in=family.member_ids).order_by("pk"))


def company(viewer: Viewer, company_id: int) -> Company:
    """Raises: NotFound."""
    found = narrow(viewer, Company.objects.all(), Subject.COMPANY).filter(pk=company_id).first()
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
