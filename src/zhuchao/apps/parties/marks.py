"""Marks by which a client is known without being named: keyed hashes of telephone and company."""

from __future__ import annotations

from zhuchao.apps.parties.models import Contact
from zhuchao.core.text.companies import normal_name
from zhuchao.ground.sealed import keyed_hash

# Fewer digits ("暂无", an extension) are nobody's telephone: they must not join two persons.
FEWEST_DIGITS = 7


def telephone_mark(telephone: str) -> str:
    """Empty for what is too short to be a telephone."""
    digits = sum(character.isdecimal() for character in telephone)
    return keyed_hash(telephone) if digits >= FEWEST_DIGITS else ""


def company_mark(name: str) -> str:
    """The same for every spelling of one company's name; empty for none."""
    return keyed_hash(normal_name(name))


def mark_of(contact: Contact | None) -> str:
    """The mark of a contact's telephone, also where a colleague's contact already bears it."""
    if contact is None:
        return ""
    return contact.telephone_hash or telephone_mark(contact.telephone.open())
