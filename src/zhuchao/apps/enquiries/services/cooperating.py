"""Sharing a registered client's deal: proposed by one, agreed by the other."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao.apps.enquiries.models import Cooperation, Registration
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import colleague
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Split:
    """Who gets how much of the fee, in percent; both together are a hundred."""

    share: int
    partner_share: int
    note: str = ""


@transaction.atomic
def propose_cooperation(
    viewer: Viewer, registration_id: int, *, partner_id: int, split: Split
) -> Cooperation:
    """Offer a colleague a part of the deal; proposing it is the viewer's own consent.

    Raises: NotFound; Refused, when the shares do not add up, the client is not protected for the
    viewer, or another cooperation stands.
    """
    held = narrow(viewer, Registration.objects.all(), Subject.REGISTRATION, Act.CHANGE)
    registration = held.select_for_update().filter(pk=registration_id).first()
    if registration is None:
        raise NotFound("没有这条报备，或不在您的范围内")
    if registration.owner_id != viewer.person_id or viewer.person_id is None:
        raise Refused("合作由报备人本人提出：请他在这条报备上发起")
    if registration.state != Registration.State.HELD:
        raise Refused(f"这条报备{registration.get_state_display()}，不能约定合作")
    if min(split.share, split.partner_share) < 1 or split.share + split.partner_share != WHOLE:
        raise Refused("双方分成都要大于 0，加起来等于 100%")
    partner = colleague(viewer, partner_id)
    if partner.person_id == viewer.person_id or not can(partner, Subject.REGISTRATION, Act.MAKE):
        raise Refused("请选择另一位能报备客户的同事")
    try:
        with transaction.atomic():
            made = Cooperation.objects.create(
                registration=registration,
                proposer_id=viewer.person_id,
                partner_id=partner_id,
                share=split.share,
                partner_share=split.partner_share,
                note=covered(split.note.strip()),
            )
    except IntegrityError as error:
        raise Refused("这条报备已有合作约定：对方不同意之后才能另提") from error
    _log(viewer, "propose_cooperation", made)
    return made


@transaction.atomic
def accept_cooperation(viewer: Viewer, cooperation_id: int) -> Cooperation:
    """The partner's consent: from now on the split is agreed. Raises: NotFound, Refused."""
    return _answer(viewer, cooperation_id, Cooperation.State.AGREED, "accept_cooperation")


@transaction.atomic
def decline_cooperation(viewer: Viewer, cooperation_id: int) -> Cooperation:
    """The partner's refusal. Raises: NotFound, Refused."""
    return _answer(viewer, cooperation_id, Cooperation.State.DECLINED, "decline_cooperation")


def _answer(viewer: Viewer, cooperation_id: int, state: str, act: str) -> Cooperation:
    asked = Cooperation.objects.select_for_update().filter(partner_id=viewer.person_id or 0)
    made = asked.filter(pk=cooperation_id).first()
    if made is None:
        raise NotFound("没有向您提出的这项合作")
    if made.state == state:
        return made
    if made.state != Cooperation.State.PROPOSED:
        raise Refused(f"这项合作{made.get_state_display()}，不能再改")
    made.state, made.answered_at = state, timezone.now()
    made.save(update_fields=["state", "answered_at"])
    _log(viewer, act, made)
    return made


def _log(viewer: Viewer, act: str, made: Cooperation) -> None:
    """The whole agreement stands in the chain: between whom, and how the fee is split."""
    log(
        viewer, act, Subject.REGISTRATION, made.registration, cooperation=made.pk,
        proposer=made.proposer_id, share=made.share,
        partner=made.partner_id, partner_share=made.partner_share,
    )  # fmt: skip
