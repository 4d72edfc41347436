"""Receiving enquiries: from the desk and from the portal's form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries.mapping import (
    EnquiryForm,
    original_of,
    still_open,
    terms_of,
    text_of,
)
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.marks import FEWEST_DIGITS
from zhuchao.apps.parties.persons import Anonymous, anonymous, covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import term_to_json

# Longer keys are hashed: cut, two of them could become one.
KEY_LENGTH = 80


@dataclass(frozen=True, slots=True)
class _Demand:
    """What an enquiry is made of; ``original`` is what a visitor sent, empty at the desk.

    ``received_at`` is None for what comes in at this moment.
    """

    key: str
    columns: dict[str, Any]
    found: Anonymous
    ask_back: str
    original: str = ""
    received_at: datetime | None = None


@transaction.atomic
def confirm_demand(
    viewer: Viewer,
    *,
    intake_id: int | None,
    terms: Sequence[Term],
    text: str,
    idempotency_key: str,
    received_at: datetime | None = None,
) -> Enquiry:
    """Make a demand message an enquiry in the viewer's hands; the same key gives the same one.

    Raises: NotFound, NotAllowed; Refused, when the intake became something else.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    known = _made_of(viewer, intake_id)
    if known is not None:
        return known
    found = anonymous(terms, text)
    columns: dict[str, Any] = ownership(viewer) | {
        "origin": Enquiry.Origin.DESK,
        "text": found.text,
        "terms": [term_to_json(term) for term in found.terms],
        "company_name": covered(found.company)[:120],
        "intake_id": intake_id,
    }
    key = _key(str(viewer.organisation_id), idempotency_key)
    ask_back = still_open(terms, text, reference.load())
    made = _once(viewer, _Demand(key, columns, found, ask_back, received_at=received_at))
    library.note_corrections(viewer, intake_id, text=text, terms=terms, side="demand")
    return made


def _made_of(viewer: Viewer, intake_id: int | None) -> Enquiry | None:
    if intake_id is None:
        return None
    library.hold_intake(viewer, intake_id)
    return Enquiry.objects.filter(intake_id=intake_id).first()


@transaction.atomic
def receive(
    viewer: Viewer,
    *,
    form: EnquiryForm,
    idempotency_key: str,
    received_at: datetime | None = None,
) -> Enquiry:
    """Take a visitor's form into the common tray; a double click gives the same enquiry.

    Raises: Refused, when the demand or the telephone is missing.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    digits = sum(character.isdecimal() for character in form.telephone)
    if not form.demand.strip() or digits < FEWEST_DIGITS:
        raise Refused("需求和手机号都要填写，手机号要写完整，否则无法回复您")
    terms = terms_of(form, reference.load())
    found = replace(
        anonymous(terms, text_of(form), names=[form.person]),
        name=form.person, telephone=form.telephone, company=form.company,
    )  # fmt: skip
    columns: dict[str, Any] = {
        "organisation_id": default_organisation_id(),
        "origin": Enquiry.Origin.PORTAL,
        "text": found.text,
        "terms": [term_to_json(term) for term in found.terms],
        "company_name": covered(form.company.strip())[:120],
        "purpose": covered(form.purpose.strip(), names=[form.person])[:200],
        "tax_text": covered(form.tax.strip(), names=[form.person])[:200],
    }
    key = _key("portal", idempotency_key)
    original = original_of(form)
    ask_back = still_open(terms, original, reference.load())
    return _once(viewer, _Demand(key, columns, found, ask_back, original, received_at))


def _key(scope: str, key: str) -> str:
    if not key.strip():
        raise Refused("缺少提交编号：请刷新页面后再提交")
    scoped = f"{scope}:{key.strip()}"
    return scoped if len(scoped) <= KEY_LENGTH else sha256(scoped.encode()).hexdigest()


def _known(key: str) -> Enquiry | None:
    return Enquiry.objects.filter(idempotency_key=key).first()


def _once(viewer: Viewer, demand: _Demand) -> Enquiry:
    known = _known(demand.key)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return _make(viewer, demand)
    except IntegrityError:
        # Somebody was quicker with the same key: theirs is the one.
        known = _known(demand.key)
        if known is None:
            raise
        return known


def _make(viewer: Viewer, demand: _Demand) -> Enquiry:
    now = demand.received_at or timezone.now()
    enquiry = Enquiry.objects.create(
        **demand.columns,
        ask_back=demand.ask_back,
        contact=parties.note_person(viewer, found=demand.found),
        receipt=uuid4().hex[:20],
        token=token_urlsafe(16)[:32],
        idempotency_key=demand.key,
        received_at=now,
    )
    enquiry.receipt = f"X{timezone.localdate(now):%Y%m%d}-{enquiry.pk:05d}"
    if demand.original:
        raw = demand.original.encode("utf-8", "replace")
        enquiry.intake = library.keep_form(viewer, raw=raw, became="enquiry", became_id=enquiry.pk)
    elif enquiry.intake_id is not None:
        library.close_intake(viewer, enquiry.intake_id, became="enquiry", became_id=enquiry.pk)
    enquiry.save(update_fields=["receipt", "intake"])
    log(viewer, "receive_enquiry", Subject.ENQUIRY, enquiry, origin=enquiry.origin)
    return enquiry
