"""Receiving enquiries: from the desk and from the portal's form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries.mapping import (
    EnquiryForm,
    covered_terms,
    original_of,
    still_open,
    terms_of,
    text_of,
)
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.marks import FEWEST_DIGITS, telephone_mark
from zhuchao.apps.parties.persons import Anonymous, anonymous, covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import term_to_json
from zhuchao.ground import rations, receipts

# Longer keys are hashed: cut, two of them could become one.
KEY_LENGTH = 80
# An office behind one address, and a person who looks for several things, send no more in a day.
MOST_FROM_ONE = 30
MOST_OF_ONE = 5
TOO_MANY = "今天提交的次数已到上限：请明天再来，或者直接打电话给我们"
SAME_WITHIN = timedelta(days=1)
SAID_BESIDE = ("company_name", "purpose", "tax_text")
# Of a number on a receipt.
NUMBER_KIND = "X"


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
        return _as_demand(viewer, known, terms)
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


def _as_demand(viewer: Viewer, enquiry: Enquiry, terms: Sequence[Term]) -> Enquiry:
    """The enquiry of the intake; what a visitor was taken to let turns out to be a need."""
    if enquiry.side == Enquiry.Side.SUPPLY and enquiry.intake_id is not None:
        enquiry.side = Enquiry.Side.DEMAND
        told = anonymous(terms, enquiry.text).terms
        enquiry.terms = [term_to_json(each) for each in covered_terms(told)]
        enquiry.save(update_fields=["side", "terms"])
        library.close_intake(viewer, enquiry.intake_id, became="enquiry", became_id=enquiry.pk)
        log(viewer, "turn_enquiry", Subject.ENQUIRY, enquiry, side=enquiry.side)
    return enquiry


@transaction.atomic
def receive(
    viewer: Viewer,
    *,
    form: EnquiryForm,
    idempotency_key: str,
    visitor: str = "",
    received_at: datetime | None = None,
) -> Enquiry:
    """Take a visitor's form into the common tray; a double click gives the same enquiry.

    So do the same words of the same telephone within a day. ``visitor`` is the mark under which
    the day's enquiries of one network are counted; empty counts none.

    Raises: Refused, when the demand or the telephone is missing, or the day's ration is used up.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    digits = sum(character.isdecimal() for character in form.telephone)
    if not form.demand.strip() or digits < FEWEST_DIGITS:
        raise Refused("需求和手机号都要填写，手机号要写完整，否则无法回复您")
    key = _key("portal", idempotency_key)
    terms = terms_of(form, reference.load())
    found = replace(
        anonymous(terms, text_of(form), names=[form.person]),
        name=form.person, telephone=form.telephone, company=form.company,
    )  # fmt: skip
    columns = _columns_of(viewer, form, found)
    known = _known(key) or _same_words(form, columns, received_at or timezone.now())
    if known is not None:
        return known
    if visitor:
        _ration(form, visitor)
    original = original_of(form)
    ask_back = "" if form.is_supply else still_open(terms, original, reference.load())
    return _once(viewer, _Demand(key, columns, found, ask_back, original, received_at))


def _columns_of(viewer: Viewer, form: EnquiryForm, found: Anonymous) -> dict[str, Any]:
    names = [form.person]
    return {
        "organisation_id": default_organisation_id(),
        "origin": Enquiry.Origin.PORTAL,
        "side": Enquiry.Side.SUPPLY if form.is_supply else Enquiry.Side.DEMAND,
        "offer": properties.offers(viewer).filter(code=form.offer_code).first(),
        "text": found.text,
        "terms": [term_to_json(term) for term in covered_terms(found.terms)],
        "company_name": covered(form.company.strip())[:120],
        "purpose": covered(form.purpose.strip(), names=names)[:200],
        "tax_text": covered(form.tax.strip(), names=names)[:200],
        "consent": form.consent,
    }


def _same_words(form: EnquiryForm, columns: dict[str, Any], now: datetime) -> Enquiry | None:
    """What the same telephone said in the same words within a day; a page loaded anew sends so."""
    same = {name: columns[name] for name in ("origin", "side", "text", *SAID_BESIDE)}
    return Enquiry.objects.filter(
        **same,
        erased_at=None,
        contact__telephone_hash=telephone_mark(form.telephone),
        received_at__gt=now - SAME_WITHIN,
        received_at__lte=now,
    ).first()


def _ration(form: EnquiryForm, visitor: str) -> None:
    today = timezone.localdate()
    for scope, who, most in (
        ("enquiry_visitor", visitor, MOST_FROM_ONE),
        ("enquiry_telephone", telephone_mark(form.telephone), MOST_OF_ONE),
    ):
        if not rations.take(scope, who, most=most, on=today):
            raise Refused(TOO_MANY)


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
    number = receipts.new_number(NUMBER_KIND)
    enquiry = Enquiry.objects.create(
        **demand.columns,
        ask_back=demand.ask_back,
        contact=parties.note_person(viewer, found=demand.found),
        receipt=number,
        digits_mark=receipts.digits_mark(number, demand.found.telephone),
        token=token_urlsafe(16)[:32],
        idempotency_key=demand.key,
        received_at=demand.received_at or timezone.now(),
    )
    _keep_original(viewer, enquiry, demand)
    log(viewer, "receive_enquiry", Subject.ENQUIRY, enquiry, origin=enquiry.origin)
    return enquiry


def _keep_original(viewer: Viewer, enquiry: Enquiry, demand: _Demand) -> None:
    """A visitor's demand becomes this enquiry; what a visitor has to let waits to be an offer."""
    if demand.original:
        raw = demand.original.encode("utf-8", "replace")
        is_supply = enquiry.side == Enquiry.Side.SUPPLY
        became = None if is_supply else ("enquiry", enquiry.pk)
        enquiry.intake = library.keep_form(viewer, raw=raw, became=became)
        enquiry.save(update_fields=["intake"])
    elif enquiry.intake_id is not None:
        library.close_intake(viewer, enquiry.intake_id, became="enquiry", became_id=enquiry.pk)
