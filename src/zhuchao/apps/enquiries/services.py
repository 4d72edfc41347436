"""Receiving, taking, moving and closing enquiries."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import token_urlsafe
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries.mapping import EnquiryForm, terms_of, text_of
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library.services import close_intake
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.persons import anonymous
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import Chatter
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import term_to_json

_S = Enquiry.State
FOLLOWS: dict[str, tuple[str, ...]] = {
    _S.NEW: (_S.CLARIFIED, _S.MATCHED, _S.VIEWING, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.CLARIFIED: (_S.MATCHED, _S.VIEWING, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.MATCHED: (_S.CLARIFIED, _S.VIEWING, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.VIEWING: (_S.MATCHED, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.DEALT: (),
    _S.LAPSED: (_S.CLARIFIED,),
    _S.CANCELLED: (_S.CLARIFIED,),
}


def confirm_demand(
    viewer: Viewer,
    *,
    intake_id: int | None,
    terms: Sequence[Term],
    text: str,
    idempotency_key: str,
) -> Enquiry:
    """Make a demand message an enquiry in the viewer's hands; the same key gives the same one."""
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    sealed = anonymous(terms, text)
    columns: dict[str, Any] = ownership(viewer) | {
        "origin": Enquiry.Origin.DESK,
        "text": sealed.text,
        "terms": [term_to_json(term) for term in sealed.terms],
        "company_name": sealed.company[:120],
        "intake_id": intake_id,
    }
    persons = {
        "name": sealed.name,
        "telephone": sealed.telephone,
        "company": sealed.company,
    }
    return _once(viewer, f"{viewer.organisation_id}:{idempotency_key}", columns, persons)


def receive(viewer: Viewer, *, form: EnquiryForm, idempotency_key: str) -> Enquiry:
    """Take a visitor's form into the common tray; a double click gives the same enquiry.

    Raises: Refused, when the demand or the telephone is missing.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    if not form.demand.strip() or not form.telephone.strip():
        raise Refused("需求和手机号都要填写")
    sealed = anonymous(terms_of(form, reference.load()), text_of(form))
    columns: dict[str, Any] = {
        "organisation_id": default_organisation_id(),
        "origin": Enquiry.Origin.PORTAL,
        "text": sealed.text,
        "terms": [term_to_json(term) for term in sealed.terms],
        "company_name": form.company.strip()[:120],
        "purpose": form.purpose.strip()[:200],
        "tax_text": form.tax.strip()[:200],
    }
    persons = {"name": form.person, "telephone": form.telephone, "company": form.company}
    return _once(viewer, f"portal:{idempotency_key}", columns, persons)


def _once(viewer: Viewer, key: str, columns: dict[str, Any], persons: dict[str, str]) -> Enquiry:
    known = Enquiry.objects.filter(idempotency_key=key).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return _make(viewer, key, columns, persons)
    except IntegrityError:
        # Somebody was quicker with the same key: theirs is the one.
        known = Enquiry.objects.filter(idempotency_key=key).first()
        if known is None:
            raise
        return known


def _make(viewer: Viewer, key: str, columns: dict[str, Any], persons: dict[str, str]) -> Enquiry:
    now = timezone.now()
    contact = None
    if persons["name"].strip() or persons["telephone"].strip():
        contact = parties.note_contact(viewer, **persons)
    enquiry = Enquiry.objects.create(
        **columns,
        ask_back=ask_back(viewer, text=columns["text"]),
        contact=contact,
        receipt=uuid4().hex[:20],
        token=token_urlsafe(16)[:32],
        idempotency_key=key[:80],
        received_at=now,
    )
    enquiry.receipt = f"X{timezone.localdate(now):%Y%m%d}-{enquiry.pk:05d}"
    enquiry.save(update_fields=["receipt"])
    if enquiry.intake_id is not None:
        close_intake(viewer, enquiry.intake_id, became="enquiry", became_id=enquiry.pk)
    log(viewer, "receive_enquiry", Subject.ENQUIRY, enquiry, origin=enquiry.origin)
    return enquiry


def ask_back(viewer: Viewer, *, text: str) -> str:
    """The sentence that asks for what the text leaves open; empty when nothing matters."""
    message = parse(text, reference.load())
    return "" if isinstance(message, Chatter) else message.ask_back


def _mine(viewer: Viewer, enquiry_id: int) -> Enquiry:
    allowed = narrow(viewer, Enquiry.objects.all(), Subject.ENQUIRY, Act.CHANGE)
    enquiry = allowed.select_for_update().filter(pk=enquiry_id).first()
    if enquiry is None:
        raise NotFound("没有这条需求，或不在您的范围内")
    return enquiry


@transaction.atomic
def take(viewer: Viewer, enquiry_id: int) -> Enquiry:
    """Put an enquiry from the common tray into the viewer's hands.

    Raises: Refused, when a colleague has it.
    """
    enquiry = _mine(viewer, enquiry_id)
    if enquiry.owner_id == viewer.person_id:
        return enquiry
    if enquiry.owner_id is not None:
        raise Refused("这条需求已有同事承办，请与承办人联系交接")
    columns = ownership(viewer)
    enquiry.owner_id, enquiry.team_id = columns["owner_id"], columns["team_id"]
    enquiry.save(update_fields=["owner", "team"])
    if enquiry.contact_id is not None:
        parties.hand_to(viewer, enquiry.contact_id)
    log(viewer, "take_enquiry", Subject.ENQUIRY, enquiry)
    return enquiry


@transaction.atomic
def move_enquiry(viewer: Viewer, enquiry_id: int, *, state: str) -> Enquiry:
    """Raises: Refused, when the state does not follow."""
    enquiry = _mine(viewer, enquiry_id)
    if state == enquiry.state:
        return enquiry
    if state not in FOLLOWS[enquiry.state]:
        raise Refused(f"“{_S(enquiry.state).label}”的需求不能改为“{_S(state).label}”")
    enquiry.state = state
    enquiry.save(update_fields=["state"])
    log(viewer, "move_enquiry", Subject.ENQUIRY, enquiry, state=state)
    return enquiry


def close(viewer: Viewer, enquiry_id: int, *, state: str = _S.CANCELLED) -> Enquiry:
    """End an enquiry without a deal."""
    return move_enquiry(viewer, enquiry_id, state=state)
