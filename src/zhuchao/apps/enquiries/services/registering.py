"""Registering clients: who may serve one, until when, and who decides a dispute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from zhuchao.apps.enquiries import protecting
from zhuchao.apps.enquiries.models import RegisteredClient, Registration
from zhuchao.apps.enquiries.protecting import Ground, Marks
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.marks import company_mark, telephone_mark
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require, scope_of
from zhuchao.apps.people.viewer import SYSTEM, Act, Scope, Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import NotAllowed, NotFound, Refused

if TYPE_CHECKING:
    from zhuchao.apps.parties.models import Contact

_S = Registration.State
STANDING = (_S.HELD, _S.CONTESTED)
# What can no longer be let or sold needs no protection.
ENDED_OFFERS = ("done", "off")


@dataclass(frozen=True, slots=True)
class Client:
    """Whom an agent registers: a company, a telephone or both."""

    company: str = ""
    name: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """For what: exactly one of an offer and a park."""

    offer_id: int | None = None
    park_id: int | None = None
    note: str = ""


@transaction.atomic
def register(viewer: Viewer, *, client: Client, wanted: Wanted, today: date) -> Registration:
    """Protect a client for the viewer; contested where a colleague's protection stands.

    The same client for the same place again is the same registration. A contested one says
    nothing of the other's.

    Raises: NotAllowed, NotFound; Refused, for neither company nor telephone, or no one place.
    """
    require(viewer, Subject.REGISTRATION, Act.MAKE)
    marks = Marks(telephone_mark(client.telephone), company_mark(client.company))
    if not marks:
        raise Refused("请填写客户的公司或完整的电话，至少一项")
    ground = _ground(viewer, wanted)
    _lock(viewer, marks, today)
    known = _own(viewer, marks, ground)
    if known is not None:
        return known
    others = protecting.standing(marks, ground, today).exclude(owner_id=viewer.person_id)
    is_contested = others.exists()
    made = Registration.objects.create(
        **ownership(viewer),
        **_columns(ground, marks, today),
        contact=_contact(viewer, client),
        company_name=covered(client.company.strip(), names=[client.name])[:120],
        note=covered(wanted.note.strip(), names=[client.name]),
        state=_S.CONTESTED if is_contested else _S.HELD,
    )
    if is_contested:
        log(viewer, "contest_client", Subject.REGISTRATION, made, place=made.place)
    else:
        log(viewer, "register_client", Subject.REGISTRATION, made, place=made.place)
    return made


def _columns(ground: Ground, marks: Marks, today: date) -> dict[str, Any]:
    """Where, whom and until when, with the rule that says so."""
    rule = protecting.rule()
    return {
        "offer": ground.offer,
        "park": ground.park,
        "place": ground.place,
        "telephone_mark": marks.telephone,
        "company_mark": marks.company,
        "rule": str(rule)[:120],
        "days": rule.days,
        "registered_on": today,
        "until": today + timedelta(days=rule.days),
    }


def _ground(viewer: Viewer, wanted: Wanted) -> Ground:
    if (wanted.offer_id is None) == (wanted.park_id is None):
        raise Refused("请选一处房源或一个园区，只选其一")
    if wanted.park_id is not None:
        park = properties.parks(viewer).filter(pk=wanted.park_id).first()
        if park is None:
            raise NotFound("没有这个园区，或不在您的范围内")
        return Ground(park=park)
    offer = properties.offer(viewer, wanted.offer_id or 0)
    if offer.state in ENDED_OFFERS:
        raise Refused(f"房源 {offer.code} {offer.get_state_display()}，不用再报备")
    return Ground(offer=offer)


def _lock(viewer: Viewer, marks: Marks, today: date) -> None:
    """Let no other registration of this client be made meanwhile; what ran out is over."""
    wanted = sorted(filter(None, (marks.telephone, marks.company)))
    for mark in wanted:
        RegisteredClient.objects.get_or_create(mark=mark)
    list(RegisteredClient.objects.select_for_update().filter(mark__in=wanted).order_by("mark"))
    over = Registration.objects.filter(marks.condition(), state=_S.HELD, until__lt=today)
    for each in over.order_by("pk"):
        each.state = _S.LAPSED
        each.save(update_fields=["state"])
        log(SYSTEM, "lapse_registration", Subject.REGISTRATION, each)


def _own(viewer: Viewer, marks: Marks, ground: Ground) -> Registration | None:
    own = Registration.objects.filter(
        marks.condition(), owner_id=viewer.person_id, place=ground.place, state__in=STANDING
    )
    return own.order_by("-pk").first()


def _contact(viewer: Viewer, client: Client) -> Contact | None:
    if not client.name.strip() and not client.telephone.strip():
        return None
    return parties.note_client(viewer, name=client.name, telephone=client.telephone)


@transaction.atomic
def extend(viewer: Viewer, registration_id: int, *, viewing_id: int, today: date) -> Registration:
    """Protect a client once more, by a viewing with it that took place.

    Raises: NotFound; Refused, when it ran out, was extended before, or the viewing is no evidence.
    """
    held = _held(viewer, registration_id)
    if held.state != _S.HELD or held.until < today:
        raise Refused("这条报备已不在保护期内，不能延长：请重新报备")
    if held.extended_by_id is not None:
        raise Refused("这条报备已经延长过一次，不能再延长")
    found = protecting.evidence(viewer, held)
    viewing = next((each for each in found if each.pk == viewing_id), None)
    if viewing is None:
        raise Refused("这次看房不能作为依据：要带这位客户看过所报备的房源，并已记下结果")
    held.extended_by = viewing
    held.until += timedelta(days=held.days)
    held.save(update_fields=["extended_by", "until"])
    log(viewer, "extend_registration", Subject.REGISTRATION, held, viewing=viewing.pk)
    return held


@transaction.atomic
def release(viewer: Viewer, registration_id: int) -> Registration:
    """Give a client free again. Raises: NotFound; Refused, when it was no longer protected."""
    held = _held(viewer, registration_id)
    if held.state not in STANDING:
        raise Refused(f"这条报备{held.get_state_display()}，不用释放")
    held.state = _S.RELEASED
    held.save(update_fields=["state"])
    log(viewer, "release_registration", Subject.REGISTRATION, held)
    return held


@transaction.atomic
def uphold(viewer: Viewer, registration_id: int, *, reason: str, today: date) -> Registration:
    """Rule that a contested client is this one's from today; the others' protection ends.

    Raises: NotFound; NotAllowed, for who does not head the section; Refused without a reason.
    """
    contested = _contested(viewer, registration_id, reason)
    marks = Marks(contested.telephone_mark, contested.company_mark)
    _lock(viewer, marks, today)
    ground = Ground(offer=contested.offer, park=contested.park)
    for other in protecting.standing(marks, ground, today).order_by("pk"):
        _rule(viewer, other, _S.RELEASED, reason)
    contested.until = today + timedelta(days=contested.days)
    _rule(viewer, contested, _S.HELD, reason)
    return contested


@transaction.atomic
def dismiss(viewer: Viewer, registration_id: int, *, reason: str) -> Registration:
    """Rule that a contested client stays with whoever had it. Raises: as ``uphold``."""
    contested = _contested(viewer, registration_id, reason)
    _rule(viewer, contested, _S.RELEASED, reason)
    return contested


def _rule(viewer: Viewer, registration: Registration, state: str, reason: str) -> None:
    registration.state, registration.ruling = state, covered(reason.strip())[:200]
    registration.save(update_fields=["state", "ruling", "until"])
    log(viewer, "rule_registration", Subject.REGISTRATION, registration, state=state)


def _contested(viewer: Viewer, registration_id: int, reason: str) -> Registration:
    held = _held(viewer, registration_id)
    if scope_of(viewer, Subject.REGISTRATION, Act.CHANGE) < Scope.ORGANISATION:
        raise NotAllowed("有争议的报备由科长裁定：请联系本单位科长")
    if held.state != _S.CONTESTED:
        raise Refused("这条报备没有争议，不用裁定")
    if not reason.strip():
        raise Refused("请写明裁定理由")
    return held


def _held(viewer: Viewer, registration_id: int) -> Registration:
    allowed = narrow(viewer, Registration.objects.all(), Subject.REGISTRATION, Act.CHANGE)
    held = allowed.select_for_update().filter(pk=registration_id).first()
    if held is None:
        raise NotFound("没有这条报备，或不在您的范围内")
    return held
