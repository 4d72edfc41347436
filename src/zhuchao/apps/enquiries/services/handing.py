"""Handing work to a colleague with all that belongs to it, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from zhuchao.apps.enquiries.belonging import REGISTER, Handable, move, put_back
from zhuchao.apps.enquiries.models import (
    Enquiry,
    HandedRecord,
    HandOver,
    Registration,
    SharedSheet,
    Viewing,
)
from zhuchao.apps.enquiries.services.following import CLOSED
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import selectors as party_reads
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import Hands, hands_of
from zhuchao.apps.people.rights import SUBJECT_NAMES, narrow, scope_of
from zhuchao.apps.people.selectors import colleague
from zhuchao.apps.people.viewer import SYSTEM, Act, Scope, Subject, Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused

_K = HandedRecord.Kind
_R = Registration.State
OWN_TABLES: dict[str, type[Model]] = {
    _K.ENQUIRY: Enquiry,
    _K.VIEWING: Viewing,
    _K.REGISTRATION: Registration,
    _K.SHEET: SharedSheet,
}


@dataclass(frozen=True, slots=True)
class _Work:
    """What changes hands, and between whom; ``giver_id`` is None for the common tray.

    ``belongings`` are rows by the kinds of the registers above, ``companies`` and ``contacts``
    those that are the giver's beside what the records name.
    """

    giver_id: int | None
    to: Viewer
    note: str
    enquiries: list[Enquiry]
    registrations: list[Registration]
    belongings: dict[str, list[Any]] = field(default_factory=dict)
    sheets: list[SharedSheet] = field(default_factory=list)
    companies: list[int] = field(default_factory=list)
    contacts: list[int] = field(default_factory=list)

    def has_own(self) -> bool:
        """Whether it holds any of this register and of those below."""
        own = (self.enquiries, self.registrations, self.sheets, self.companies, self.contacts)
        return any(own)

    def is_empty(self) -> bool:
        return not self.has_own() and not any(self.belongings.values())


@transaction.atomic
def hand_over(viewer: Viewer, enquiry_id: int, *, to_person_id: int, note: str = "") -> HandOver:
    """Give an enquiry, its viewings, contact and registrations to a colleague.

    Raises: NotFound; NotAllowed, for who neither has it nor heads the section; Refused, when the
    colleague cannot take it.
    """
    allowed = narrow(viewer, Enquiry.objects.all(), Subject.ENQUIRY, Act.CHANGE)
    enquiry = allowed.select_for_update().filter(pk=enquiry_id).first()
    if enquiry is None:
        raise NotFound("没有这条需求，或不在您的范围内")
    _require_giver(viewer, enquiry.owner_id)
    to = _receiver(viewer, to_person_id, enquiry.owner_id)
    same_client = Registration.objects.filter(
        contact_id=enquiry.contact_id or 0, owner_id=enquiry.owner_id
    )
    work = _Work(enquiry.owner_id, to, note, [enquiry], list(same_client))
    return _give(viewer, work)


@transaction.atomic
def hand_over_all(
    viewer: Viewer, *, from_person_id: int, to_person_id: int, note: str = ""
) -> HandOver:
    """Give all of a person's work to a colleague: what is open, and what it rests on.

    Raises: NotAllowed; NotFound; Refused, when there is nothing to give.
    """
    _require_giver(viewer, from_person_id)
    to = _receiver(viewer, to_person_id, from_person_id)
    work = _all_of(viewer, from_person_id, to, note)
    if work.is_empty():
        raise Refused("手上没有未了结的需求、报备、首谈首报、项目、问题和检查，不需要交接")
    return _give(viewer, work)


def _all_of(viewer: Viewer, person_id: int, to: Viewer, note: str) -> _Work:
    """Every row is locked before the first is written, so that the log is locked last."""
    kept = {each.kind: list(each.rows(viewer, person_id)) for each in REGISTER.values()}
    beneath = chain.from_iterable(each.enquiries(kept[each.kind]) for each in REGISTER.values())
    enquiries = narrow(viewer, Enquiry.objects.all(), Subject.ENQUIRY, Act.CHANGE)
    found = enquiries.filter(~Q(state__in=CLOSED) | Q(pk__in=list(beneath)), owner_id=person_id)
    registrations = narrow(
        viewer, Registration.objects.all(), Subject.REGISTRATION, Act.CHANGE
    ).filter(owner_id=person_id, state__in=(_R.HELD, _R.CONTESTED))
    sheets = narrow(viewer, SharedSheet.objects.all(), Subject.SHEET, Act.CHANGE)
    mine = sheets.filter(owner_id=person_id, withdrawn_at=None)
    companies, contacts = party_reads.of_person(viewer, person_id)
    return _Work(
        person_id, to, note,
        list(found.select_for_update().order_by("pk")),
        list(registrations.select_for_update().order_by("pk")),
        kept,
        list(mine.select_for_update().order_by("pk")),
        companies,
        contacts,
    )  # fmt: skip


def _require_giver(viewer: Viewer, owner_id: int | None) -> None:
    heads = scope_of(viewer, Subject.ENQUIRY, Act.CHANGE) >= Scope.ORGANISATION
    if heads or (owner_id is not None and owner_id == viewer.person_id):
        return
    if owner_id is None:
        raise Refused("这条需求还没有人承办：请先认领，再交接")
    raise NotAllowed("只有承办人本人或科长能交接：请联系承办人或科长")


def _receiver(viewer: Viewer, person_id: int, giver_id: int | None) -> Viewer:
    if person_id == giver_id:
        raise Refused("本来就由这位同事承办：请选择另一位")
    return colleague(viewer, person_id)


def _refuse_unable(work: _Work) -> None:
    """Nothing goes to who could not see it any more."""
    if work.has_own() and scope_of(work.to, Subject.ENQUIRY, Act.CHANGE) is Scope.NONE:
        raise Refused("这位同事的角色不能承办需求：请选择招商专员、中介或科长")
    for kind, rows in work.belongings.items():
        subject = REGISTER[kind].subject
        if rows and scope_of(work.to, subject, Act.CHANGE) is Scope.NONE:
            name = SUBJECT_NAMES[subject]
            raise Refused(f"交接里有{name}，这位同事的角色不能接手{name}：请选择另一位")


def _give(viewer: Viewer, work: _Work) -> HandOver:
    _refuse_unable(work)
    to = hands_of(work.to)
    made = HandOver.objects.create(
        organisation_id=work.to.organisation_id or 0,
        team_id=to.team_id,
        owner_id=to.owner_id,
        giver_id=work.giver_id,
        created_by_id=viewer.person_id,
        note=covered(work.note.strip()),
    )
    viewings = list(Viewing.objects.filter(enquiry__in=work.enquiries).order_by("pk"))
    records = [
        *_moved(viewer, _K.ENQUIRY, work.enquiries, to),
        *_moved(viewer, _K.VIEWING, viewings, to),
        *_moved(viewer, _K.REGISTRATION, work.registrations, to),
        *_moved(viewer, _K.SHEET, work.sheets, to),
        *chain.from_iterable(_moved(viewer, *each, to) for each in work.belongings.items()),
        *_passed(viewer, work, viewings, to),
    ]
    for record in records:
        record.hand_over = made
    HandedRecord.objects.bulk_create(records)
    for subject, rows in _logged(work):
        for row in rows:
            log(viewer, "hand_over", subject, row, to=to.owner_id, hand_over=made.pk)
    return made


def _logged(work: _Work) -> Iterator[tuple[Subject, Iterable[Handable]]]:
    yield Subject.ENQUIRY, work.enquiries
    yield Subject.REGISTRATION, work.registrations
    yield Subject.SHEET, work.sheets
    for kind, rows in work.belongings.items():
        yield REGISTER[kind].subject, rows


def _moved(viewer: Viewer, kind: str, rows: Iterable[Any], to: Hands) -> Iterator[HandedRecord]:
    """Each row in its new hands, with a record of whose it was."""
    give = REGISTER[kind].move if kind in REGISTER else move
    for row in rows:
        yield _record(kind, row.pk, give(viewer, row, to))


def _passed(
    viewer: Viewer, work: _Work, viewings: Iterable[Viewing], to: Hands
) -> Iterator[HandedRecord]:
    """The contacts and intakes that go with the work, as far as they are the viewer's to give."""
    contacts = chain(
        (enquiry.contact_id for enquiry in work.enquiries),
        (viewing.host_id for viewing in viewings),
        (registration.contact_id for registration in work.registrations),
        work.contacts,
    )
    for contact_id in dict.fromkeys(filter(None, contacts)):
        was = parties.pass_contact(viewer, contact_id, to=to)
        if was is not None:
            yield _record(_K.CONTACT, contact_id, was)
    for intake_id in filter(None, (enquiry.intake_id for enquiry in work.enquiries)):
        was = library.pass_intake(viewer, intake_id, to=to)
        if was is not None:
            yield _record(_K.INTAKE, intake_id, was)
    for company_id in work.companies:
        was = parties.pass_company(viewer, company_id, to=to)
        if was is not None:
            yield _record(_K.COMPANY, company_id, was)


def _record(kind: str, record_id: int, was: Hands) -> HandedRecord:
    return HandedRecord(kind=kind, record_id=record_id, owner_id=was.owner_id, team_id=was.team_id)


@transaction.atomic
def acknowledge(viewer: Viewer, hand_over_id: int) -> HandOver:
    """Say that the work has been taken; from now on it is not taken back.

    Raises: NotFound, for who is not the receiver; Refused, when it was undone.
    """
    mine = HandOver.objects.select_for_update().filter(owner_id=viewer.person_id)
    made = mine.filter(pk=hand_over_id).first()
    if made is None or viewer.person_id is None:
        raise NotFound("没有交给您的这次交接")
    if made.undone_at is not None:
        raise Refused("对方已经撤回这次交接，不用接手了")
    if made.acknowledged_at is None:
        made.acknowledged_at = timezone.now()
        made.save(update_fields=["acknowledged_at"])
        log(viewer, "acknowledge_hand_over", Subject.ENQUIRY, None, hand_over=made.pk)
    return made


@transaction.atomic
def undo_hand_over(viewer: Viewer, hand_over_id: int) -> HandOver:
    """Everything back into the hands it came from, while the receiver has not taken it.

    Raises: NotFound; Refused, when it was acknowledged or part of it was handed on.
    """
    found = HandOver.objects.select_for_update().filter(organisation_id=viewer.organisation_id or 0)
    if scope_of(viewer, Subject.ENQUIRY, Act.CHANGE) < Scope.ORGANISATION:
        found = found.filter(Q(giver_id=viewer.person_id) | Q(created_by_id=viewer.person_id))
    made = found.filter(pk=hand_over_id).first()
    if made is None:
        raise NotFound("没有这次交接，或不是您交出的")
    if made.acknowledged_at is not None:
        raise Refused("对方已经接手，不能撤回：需要的话请对方再交接回来")
    if made.undone_at is None:
        for record in made.records.order_by("pk"):
            _put_back(viewer, made, record)
        made.undone_at = timezone.now()
        made.save(update_fields=["undone_at"])
        log(viewer, "undo_hand_over", Subject.ENQUIRY, None, hand_over=made.pk)
    return made


def _put_back(viewer: Viewer, made: HandOver, record: HandedRecord) -> None:
    was = Hands(record.owner_id, record.team_id)
    # What was given is no longer the giver's to change: the house gives it back.
    if record.kind == _K.CONTACT:
        parties.pass_contact(SYSTEM, record.record_id, to=was)
    elif record.kind == _K.INTAKE:
        library.pass_intake(SYSTEM, record.record_id, to=was)
    elif record.kind == _K.COMPANY:
        parties.pass_company(SYSTEM, record.record_id, to=was)
    else:
        table, give_back = _put_back_by(record.kind)
        if not give_back(viewer, table, record.record_id, made.owner_id, was):
            raise Refused("其中有的已经再次转手，不能整批撤回：请与现在的承办人联系")
    if record.kind == _K.ENQUIRY:
        enquiry = Enquiry.objects.get(pk=record.record_id)
        log(viewer, "undo_hand_over", Subject.ENQUIRY, enquiry, hand_over=made.pk)


def _put_back_by(kind: str) -> tuple[type[Model], Any]:
    if kind in REGISTER:
        return REGISTER[kind].table, REGISTER[kind].put_back
    return OWN_TABLES[kind], put_back
