"""Noting contacts, opening a sealed one, and passing one on."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import ProtectedError

from zhuchao.apps.parties.making import columns_for, require_make
from zhuchao.apps.parties.marks import telephone_mark
from zhuchao.apps.parties.models import Company, Contact
from zhuchao.apps.parties.persons import Anonymous
from zhuchao.apps.parties.services.companies import note_company
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import Hands
from zhuchao.apps.people.rights import can, narrow, require
from zhuchao.apps.people.viewer import Act, Role, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused


@dataclass(frozen=True, slots=True)
class RevealedContact:
    """A contact in plain text, for the one screen that asked."""

    name: str
    telephone: str


@transaction.atomic
def note_contact(viewer: Viewer, *, name: str, telephone: str, company: str = "") -> Contact:
    """The contact with that telephone in the organisation, made when it is new.

    Raises: Refused, when there is neither a name nor a telephone.
    """
    require_make(viewer, Subject.CONTACT)
    name, telephone = name.strip(), telephone.strip()
    if not name and not telephone:
        raise Refused("联系人至少要有姓名或电话")
    columns = columns_for(viewer)
    firm = note_company(viewer, name=company) if company.strip() else None
    hashed = telephone_mark(telephone)
    fresh = columns | {"name": name, "telephone": telephone, "company": firm}
    if hashed:
        contact, is_new = Contact.objects.get_or_create(
            organisation_id=columns["organisation_id"], telephone_hash=hashed, defaults=fresh
        )
    else:
        contact, is_new = Contact.objects.create(**fresh), True
    if is_new:
        log(viewer, "note_contact", Subject.CONTACT, contact)
    elif Role.VISITOR not in viewer.roles:
        # What a visitor types must not change what is known of somebody.
        _complete(viewer, contact, name, firm)
    return contact


@transaction.atomic
def note_client(viewer: Viewer, *, name: str, telephone: str) -> Contact:
    """The viewer's contact with that telephone, whether or not a colleague has one too.

    A colleague's stays hidden and unchanged: the viewer's own then bears no hash, which is the
    colleague's.

    Raises: Refused, when there is neither a name nor a telephone.
    """
    hashed = telephone_mark(telephone)
    theirs = Contact.objects.filter(
        organisation_id=columns_for(viewer)["organisation_id"], telephone_hash=hashed
    ).first()
    if not hashed or theirs is None or can(viewer, Subject.CONTACT, Act.CHANGE, theirs):
        return note_contact(viewer, name=name, telephone=telephone)
    require(viewer, Subject.CONTACT, Act.MAKE)
    columns = columns_for(viewer)
    own = Contact.objects.create(**columns, name=name.strip(), telephone=telephone.strip())
    log(viewer, "note_contact", Subject.CONTACT, own)
    return own


def _complete(viewer: Viewer, contact: Contact, name: str, firm: Company | None) -> None:
    """Fill in what was not known; what is known stays."""
    told: list[str] = []
    if name and not contact.name:
        contact.name = name
        told.append("name")
    if firm is not None and contact.company_id is None:
        contact.company = firm
        told.append("company")
    if told:
        contact.save(update_fields=told)
        log(viewer, "complete_contact", Subject.CONTACT, contact, told=told)


def note_person(viewer: Viewer, *, found: Anonymous) -> Contact | None:
    """The contact whom a message named; None when it named nobody."""
    if not found.name and not found.telephone:
        return None
    return note_contact(viewer, name=found.name, telephone=found.telephone, company=found.company)


@transaction.atomic
def reveal_contact(viewer: Viewer, contact_id: int) -> RevealedContact:
    """Name and telephone in plain text; that it was asked for is recorded.

    Raises: NotAllowed, NotFound.
    """
    require(viewer, Subject.CONTACT, Act.REVEAL)
    allowed = narrow(viewer, Contact.objects.all(), Subject.CONTACT, Act.REVEAL)
    contact = allowed.filter(pk=contact_id).first()
    if contact is None:
        raise NotFound("没有这位联系人，或不在您的范围内")
    log(viewer, "reveal_contact", Subject.CONTACT, contact)
    return RevealedContact(contact.name.open(), contact.telephone.open())


@transaction.atomic
def hand_to(viewer: Viewer, contact_id: int) -> None:
    """Put an unowned contact into the viewer's hands, as part of taking its enquiry."""
    contact = Contact.objects.filter(pk=contact_id, owner_id=None).first()
    if contact is None:
        return
    require(viewer, Subject.CONTACT, Act.CHANGE, contact)
    contact.owner_id = viewer.person_id
    contact.team_id = min(viewer.team_ids, default=None)
    contact.save(update_fields=["owner", "team"])
    log(viewer, "take_contact", Subject.CONTACT, contact)


@transaction.atomic
def pass_contact(viewer: Viewer, contact_id: int, *, to: Hands) -> Hands | None:
    """Put a contact into a colleague's hands with its enquiry; gives whose it was.

    None, where the contact is not the viewer's to give: it stays where it is.
    """
    allowed = narrow(viewer, Contact.objects.all(), Subject.CONTACT, Act.CHANGE)
    contact = allowed.select_for_update().filter(pk=contact_id).first()
    if contact is None:
        return None
    was = Hands(contact.owner_id, contact.team_id)
    contact.owner_id, contact.team_id = to.owner_id, to.team_id
    contact.save(update_fields=["owner", "team"])
    log(viewer, "hand_contact", Subject.CONTACT, contact, to=to.owner_id)
    return was


@transaction.atomic
def erase_contact(viewer: Viewer, contact_id: int) -> bool:
    """Delete a person who withdrew; False where other records still rest on that person."""
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    contact = Contact.objects.select_for_update().filter(pk=contact_id).first()
    if contact is None:
        return True
    try:
        with transaction.atomic():
            contact.delete()
    except ProtectedError:
        return False
    contact.pk = contact_id
    log(viewer, "erase_contact", Subject.CONTACT, contact)
    return True
