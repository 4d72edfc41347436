"""Planning viewings, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.enquiries import protecting
from zhuchao.apps.enquiries.models import Enquiry, Viewing
from zhuchao.apps.enquiries.services.following import (
    CLOSED,
    FOLLOWS,
    hold_enquiry,
    move_enquiry,
    take,
)
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import NotFound, Refused

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

_O = Viewing.Outcome
# What can no longer be let or sold is shown to nobody.
UNSHOWN = ("done", "off")
OUTCOMES = (_O.INTERESTED, _O.CHANGES, _O.DECLINED, _O.NO_SHOW, _O.CANCELLED)
# A deal is not lost without a reason, nor an appointment dropped without one.
WITH_REASON = (_O.DECLINED, _O.CANCELLED)
LONGEST_MINUTES = 12 * 60


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where; the host is who opens the door, and may be left out."""

    starts_at: datetime
    minutes: int = 60
    place: str = ""
    note: str = ""
    host_name: str = ""
    host_telephone: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a viewing, and what is to be done next."""

    outcome: str
    reason: str = ""
    next_step: str = ""
    next_on: date | None = None


@transaction.atomic
def plan_viewing(
    viewer: Viewer, enquiry_id: int, *, offer_ids: Sequence[int], plan: Plan
) -> Viewing:
    """A viewing of these offers; the enquiry is being viewed from now on, and has an owner.

    Raises: NotFound; Refused, without an offer, for one that is gone, the enquiry ended,
    or a colleague protects the client.
    """
    enquiry = owned(viewer, enquiry_id)
    if enquiry.state in CLOSED:
        raise Refused(f"这条需求{enquiry.get_state_display()}，不能再安排看房")
    offers = _shown(viewer, offer_ids)
    if protecting.is_kept_from(enquiry, offers, timezone.localdate()):
        raise Refused("这位客户在所选房源的报备保护期内由其他同事服务：请先商定合作，或请科长裁定")
    viewing = Viewing.objects.create(
        organisation_id=enquiry.organisation_id,
        team_id=enquiry.team_id,
        owner_id=enquiry.owner_id,
        created_by_id=viewer.person_id,
        enquiry=enquiry,
        **_columns(viewer, plan),
    )
    viewing.offers.set(offers)
    if Enquiry.State.VIEWING in FOLLOWS[enquiry.state]:
        move_enquiry(viewer, enquiry.pk, state=Enquiry.State.VIEWING)
    log(
        viewer, "plan_viewing", Subject.ENQUIRY, enquiry,
        viewing=viewing.pk, offers=[offer.code for offer in offers],
    )  # fmt: skip
    return viewing


def owned(viewer: Viewer, enquiry_id: int) -> Enquiry:
    """The enquiry in somebody's hands: one of the common tray is taken first."""
    enquiry = hold_enquiry(viewer, enquiry_id)
    return enquiry if enquiry.owner_id is not None else take(viewer, enquiry_id)


def _shown(viewer: Viewer, offer_ids: Sequence[int]) -> list[Offer]:
    if not offer_ids:
        raise Refused("请至少选一处要看的房源")
    offers = list(properties.offers(viewer).filter(pk__in=offer_ids))
    if len(offers) < len(set(offer_ids)):
        raise NotFound("有房源已经下架，或不在您的范围内：请重新选择")
    gone = next((offer for offer in offers if offer.state in UNSHOWN), None)
    if gone is not None:
        raise Refused(f"房源 {gone.code} {gone.get_state_display()}，不能再安排看房")
    return offers


def _columns(viewer: Viewer, plan: Plan) -> dict[str, object]:
    if not 0 < plan.minutes <= LONGEST_MINUTES:
        raise Refused("看房时长请填 1 到 720 分钟")
    is_met = plan.host_name.strip() or plan.host_telephone.strip()
    host = (
        parties.note_contact(viewer, name=plan.host_name, telephone=plan.host_telephone)
        if is_met
        else None
    )
    names = [plan.host_name]
    return {
        "starts_at": plan.starts_at,
        "minutes": plan.minutes,
        "place": covered(plan.place.strip(), names=names)[:200],
        "note": covered(plan.note.strip(), names=names),
        "host": host,
    }


@transaction.atomic
def move_viewing(viewer: Viewer, viewing_id: int, *, starts_at: datetime) -> Viewing:
    """Another time for a viewing that has no outcome yet. Raises: NotFound, Refused."""
    viewing = _held(viewer, viewing_id)
    if viewing.outcome != _O.PLANNED:
        raise Refused("这次看房已经记了结果：要再看一次，请另外安排")
    viewing.starts_at = starts_at
    viewing.save(update_fields=["starts_at"])
    log(viewer, "move_viewing", Subject.ENQUIRY, viewing.enquiry, viewing=viewing.pk)
    return viewing


@transaction.atomic
def note_outcome(viewer: Viewer, viewing_id: int, *, result: Result, now: datetime) -> Viewing:
    """Keep what came of a viewing; a later note takes the place of an earlier one.

    Raises: NotFound; Refused, for an unknown outcome, one before its day, or a missing reason.
    """
    viewing = _held(viewer, viewing_id)
    if result.outcome not in OUTCOMES:
        raise Refused("请选择看房结果")
    is_ahead = timezone.localdate(viewing.starts_at) > timezone.localdate(now)
    if is_ahead and result.outcome != _O.CANCELLED:
        raise Refused("看房的日子还没到：现在只能改期或取消")
    if result.outcome in WITH_REASON and not result.reason.strip():
        raise Refused("请写明原因，下次推荐才知道避开什么")
    viewing.outcome, viewing.told_at = result.outcome, now
    viewing.reason = covered(result.reason.strip())[:200]
    viewing.next_step = covered(result.next_step.strip())[:200]
    viewing.next_on = result.next_on
    viewing.save(update_fields=["outcome", "told_at", "reason", "next_step", "next_on"])
    log(
        viewer, "note_outcome", Subject.ENQUIRY, viewing.enquiry,
        viewing=viewing.pk, outcome=result.outcome,
    )  # fmt: skip
    return viewing


def _held(viewer: Viewer, viewing_id: int) -> Viewing:
    allowed = narrow(viewer, Viewing.objects.all(), Subject.ENQUIRY, Act.CHANGE)
    viewing = allowed.select_for_update().filter(pk=viewing_id).first()
    if viewing is None:
        raise NotFound("没有这次看房，或不在您的范围内")
    return viewing
