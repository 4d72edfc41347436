"""What a client answered, or what was misread, taken into an enquiry."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from django.db import transaction

from zhuchao import tables as reference
from zhuchao.apps.enquiries.mapping import asked_again, changes_between, covered_terms
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.services.following import CLOSED, hold_enquiry
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.persons import Anonymous, anonymous, covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import term_to_json, terms_from_json


class Cause(StrEnum):
    """Why a field changes; only what was misread teaches the reader something."""

    ANSWERED = "answered"
    MISREAD = "misread"


@transaction.atomic
def clarify(
    viewer: Viewer, enquiry_id: int, *, terms: Sequence[Term], cause: Cause = Cause.ANSWERED
) -> Enquiry:
    """Put ``terms`` in the place of what was known; what they replace stays in the history.

    A new enquiry is clarified by it. A name or a telephone goes into the contact.

    Raises: NotFound; Refused, when nothing changed, the enquiry has ended, or its contact is known.
    """
    enquiry = hold_enquiry(viewer, enquiry_id)
    if enquiry.state in CLOSED:
        raise Refused(f"这条需求{enquiry.get_state_display()}，不能再补充：请先改回“已澄清”")
    before = terms_from_json(enquiry.terms)
    found = anonymous(terms, enquiry.text)
    after = covered_terms(found.terms)
    changes = changes_between(before, after)
    if not changes and not found.name and not found.telephone:
        raise Refused("没有改动任何字段：请修改或补充后再保存")
    told = _note_contact(viewer, enquiry, found)
    enquiry.terms = [term_to_json(term) for term in after]
    enquiry.company_name = covered(found.company)[:120] or enquiry.company_name
    enquiry.ask_back = asked_again(after, enquiry.text, reference.load())
    if enquiry.state == Enquiry.State.NEW:
        enquiry.state = Enquiry.State.CLARIFIED
    enquiry.save(update_fields=["terms", "company_name", "ask_back", "state", "contact"])
    if cause is Cause.MISREAD and enquiry.origin == Enquiry.Origin.DESK:
        library.note_corrections(
            viewer, enquiry.intake_id, text=enquiry.text, terms=after, side="demand", since=before
        )
    log(
        viewer, "clarify_enquiry", Subject.ENQUIRY, enquiry,
        cause=cause.value, changes=changes, told=told,
    )  # fmt: skip
    return enquiry


def _note_contact(viewer: Viewer, enquiry: Enquiry, found: Anonymous) -> list[str]:
    """Which of name and telephone were told; the contact is made of them."""
    told = [name for name in ("name", "telephone") if getattr(found, name)]
    if not told:
        return []
    if enquiry.contact_id is not None:
        raise Refused("这条需求已登记联系人：请不要再填姓名和电话")
    enquiry.contact = parties.note_person(viewer, found=found)
    return told
