"""What is done to companies and contacts: noted, named, merged, opened, passed on."""

from zhuchao.apps.parties.services.companies import note_company, pass_company
from zhuchao.apps.parties.services.contacts import (
    RevealedContact,
    erase_contact,
    hand_to,
    note_client,
    note_contact,
    note_person,
    pass_contact,
    reveal_contact,
)
from zhuchao.apps.parties.services.merging import merge_companies, undo_merge
from zhuchao.apps.parties.services.naming import (
    add_name,
    correct_name,
    drop_name,
    rename_company,
    set_credit_code,
)

__all__ = [
    "RevealedContact",
    "add_name",
    "correct_name",
    "drop_name",
    "erase_contact",
    "hand_to",
    "merge_companies",
    "note_client",
    "note_company",
    "note_contact",
    "note_person",
    "pass_company",
    "pass_contact",
    "rename_company",
    "reveal_contact",
    "set_credit_code",
    "undo_merge",
]
