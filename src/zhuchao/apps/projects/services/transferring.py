"""Transfers: a firm passes to a colleague by an agreement on shares; and who brought the firm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.families import Family
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.parties.services import note_client
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import hands_of
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.selectors import colleague
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects import holding
from zhuchao.apps.projects.holding import HOLDING, LIVING, Noted
from zhuchao.apps.projects.models import (
    Claim,
    Project,
    Referral,
    StageReached,
    TransferAgreement,
)
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import claims
from zhuchao.core.vocabulary.claim import ClaimState
from zhuchao.core.vocabulary.stage import Milestone

_S = ClaimState
_T = TransferAgreement.State
WHOLE = 100
# What the two may share: as the public agreements name it (首谈地与落地地分成).
INDICATORS = ("tax", "output", "fixed_investment", "arrived", "signed", "jobs")
MOST_YEARS = 20


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed: the giver's share in percent, of which indicators, for which years."""

    giver_share: int
    indicators: tuple[str, ...]
    first_year: int
    last_year: int
    parties: str
    note: str = ""


@transaction.atomic
def propose_transfer(
    viewer: Viewer, claim_id: int, *, to_person_id: int, terms: Terms, today: date
) -> TransferAgreement:
    """Offer a held firm to a colleague, who answers. Raises: NotFound; Refused."""
    claim, _ = holding.locked(viewer, claim_id, today)
    if claim.owner_id is None or claim.owner_id != viewer.person_id:
        raise Refused("流转由首报人自己发起：请转告首报人")
    _require_held(claim)
    _refuse_wrong(terms, today)
    _require_receiver(viewer, to_person_id)
    open_ = claim.transfers.filter(state=_T.PROPOSED)
    if open_.filter(giver_id=claim.owner_id).exists():
        raise Refused("已经发起过流转，对方还没答复：要改约定，请先撤回")
    # What a former owner offered is no longer theirs to give.
    open_.update(state=_T.DECLINED, answered_at=timezone.now())
    made = TransferAgreement.objects.create(
        claim=claim,
        giver_id=claim.owner_id,
        receiver_id=to_person_id,
        giver_share=terms.giver_share,
        indicators=list(terms.indicators),
        first_year=terms.first_year,
        last_year=terms.last_year,
        parties=covered(terms.parties.strip())[:200],
        note=covered(terms.note.strip()),
        proposed_at=timezone.now(),
    )
    holding.note(viewer, claim, "offered", Noted(today))
    log(viewer, "propose_transfer", Subject.CLAIM, claim, transfer=made.pk, to=to_person_id)
    return made


def _require_receiver(viewer: Viewer, person_id: int) -> None:
    if person_id == viewer.person_id:
        raise Refused("不能流转给自己：请选择另一位同事")
    if not can(colleague(viewer, person_id), Subject.CLAIM, Act.MAKE):
        raise Refused("这位同事的角色不能首谈首报：请选择招商专员或科长")


def _require_held(claim: Claim) -> None:
    if holding.to_standing(claim).is_disputed:
        raise Refused("这家企业有争议，裁定之后才能流转")
    if claim.state not in HOLDING:
        raise Refused(f"首谈首报{claim.get_state_display()}，只有持有期内的才能流转")


def _refuse_wrong(terms: Terms, today: date) -> None:
    if not 0 <= terms.giver_share <= WHOLE:
        raise Refused("分享比例要在 0 到 100 之间")
    if not terms.indicators or set(terms.indicators) - set(INDICATORS):
        raise Refused("请从列表里选择分享哪些指标，至少一项")
    if not terms.first_year <= terms.last_year < terms.first_year + MOST_YEARS:
        raise Refused(f"年度要从早到晚，最多 {MOST_YEARS} 年：请核对起止年度")
    if terms.last_year < today.year:
        raise Refused("截止年度已经过去：请填写今年或以后的年度")
    if not terms.parties.strip():
        raise Refused("请写明协议各方，例如“首谈方、承接方、园区管委会”")


@transaction.atomic
def accept_transfer(viewer: Viewer, transfer_id: int, *, today: date) -> Claim:
    """Take the firm: the old claim is transferred, the receiver's holds it, its projects follow.

    Raises: NotFound, for who was not asked; Refused, when it was answered or is no longer held.
    """
    made, claim, family = _asked(viewer, transfer_id, today)
    _require_held(claim)
    if claim.owner_id != made.giver_id:
        raise Refused("这家企业已经转手，原来的约定不再有效：请与现在的首报人另行约定")
    made.state, made.answered_at = _T.AGREED, timezone.now()
    made.save(update_fields=["state", "answered_at"])
    return _pass(viewer, made, claim, family, today)


def _pass(
    viewer: Viewer, made: TransferAgreement, claim: Claim, family: Family, today: date
) -> Claim:
    given = [e for e in holding.standing(family, today) if e.owner_id == made.giver_id]
    for each in given:
        holding.change(viewer, each, _S.TRANSFERRED, "transferred", Noted(today))
        log(viewer, "transfer_claim", Subject.CLAIM, each, transfer=made.pk)
    taken = _received(viewer, made, claim, today)
    for each in given:
        each.referrals.update(claim=taken)
        _take_projects(viewer, each, taken)
    return taken


def _received(viewer: Viewer, made: TransferAgreement, claim: Claim, today: date) -> Claim:
    rule, to = holding.rule_for(viewer, today), hands_of(viewer)
    taken = Claim.objects.create(
        organisation_id=claim.organisation_id,
        owner_id=to.owner_id,
        team_id=to.team_id,
        created_by_id=viewer.person_id,
        company_id=claim.company_id,
        company_name=claim.company_name,
        intention=claim.intention,
        evidence=claim.evidence,
        talked_on=claim.talked_on,
        total_investment=claim.total_investment,
        state=_S.HELD.value,
        filed_at=timezone.now(),
        valid_until=claims.valid_until(rule, today),
        rule=str(rule)[:160],
        enquiry_id=claim.enquiry_id,
        came_by=made,
    )
    holding.note(viewer, taken, "received", Noted(today))
    log(viewer, "receive_claim", Subject.CLAIM, taken, transfer=made.pk)
    return taken


def _take_projects(viewer: Viewer, given: Claim, taken: Claim) -> None:
    for project in Project.objects.select_for_update().filter(claim=given).order_by("pk"):
        project.claim, project.owner_id, project.team_id = taken, taken.owner_id, taken.team_id
        project.save(update_fields=["claim", "owner", "team"])
        log(viewer, "take_project", Subject.PROJECT, project, claim=taken.pk)


@transaction.atomic
def decline_transfer(viewer: Viewer, transfer_id: int, *, today: date) -> TransferAgreement:
    """Say no; the firm stays where it is. Raises: NotFound; Refused, when it was answered."""
    made, claim, _ = _asked(viewer, transfer_id, today)
    return _end(viewer, made, claim, "declined_offer", today)


@transaction.atomic
def withdraw_transfer(viewer: Viewer, transfer_id: int, *, today: date) -> TransferAgreement:
    """Take back what was offered and not answered. Raises: NotFound; Refused."""
    mine = TransferAgreement.objects.filter(giver_id=viewer.person_id or 0)
    made, claim, _ = _open(viewer, mine.filter(pk=transfer_id).first(), today)
    return _end(viewer, made, claim, "withdrew_offer", today)


def _end(
    viewer: Viewer, made: TransferAgreement, claim: Claim, act: str, today: date
) -> TransferAgreement:
    made.state, made.answered_at = _T.DECLINED, timezone.now()
    made.save(update_fields=["state", "answered_at"])
    holding.note(viewer, claim, act, Noted(today))
    log(viewer, "end_transfer", Subject.CLAIM, claim, transfer=made.pk)
    return made


def _asked(
    viewer: Viewer, transfer_id: int, today: date
) -> tuple[TransferAgreement, Claim, Family]:
    mine = TransferAgreement.objects.filter(receiver_id=viewer.person_id or 0)
    return _open(viewer, mine.filter(pk=transfer_id).first(), today)


def _open(
    viewer: Viewer, found: TransferAgreement | None, today: date
) -> tuple[TransferAgreement, Claim, Family]:
    if found is None:
        raise NotFound("没有这份流转协议，或与您无关")
    claim, family = holding.locked_for_answer(found.claim_id, today)
    found.refresh_from_db()
    if found.state != _T.PROPOSED:
        raise Refused(f"这份流转协议{found.get_state_display()}，不用再答复")
    return found, claim, family


@dataclass(frozen=True, slots=True)
class Referrer:
    """Who brought the firm, and how."""

    name: str
    telephone: str
    relation: str


@transaction.atomic
def add_referral(viewer: Viewer, claim_id: int, *, referrer: Referrer, today: date) -> Referral:
    """File who brought the firm; the person is sealed.

    Raises: NotFound; Refused, when a project of the claim was signed, and for what is missing.
    """
    claim, _ = holding.locked(viewer, claim_id, today)
    if claim.state not in LIVING:
        raise Refused(f"首谈首报{claim.get_state_display()}，不能再备案引荐人")
    if _is_signed(claim, today):
        raise Refused("已有项目签约：引荐人要在签约前备案，签约后不补")
    if not referrer.relation.strip():
        raise Refused("请写明引荐方式：提供信息、陪同来访或全程推动")
    contact = note_client(viewer, name=referrer.name, telephone=referrer.telephone)
    made, is_new = Referral.objects.get_or_create(
        claim=claim,
        contact=contact,
        defaults={
            "filed_at": timezone.now(),
            "filed_by_id": viewer.person_id or 0,
            "relation": covered(referrer.relation.strip(), names=[referrer.name])[:200],
        },
    )
    if is_new:
        holding.note(viewer, claim, "referral", Noted(today))
        log(viewer, "add_referral", Subject.CLAIM, claim, referral=made.pk)
    return made


def _is_signed(claim: Claim, today: date) -> bool:
    for project in claim.projects.all():
        signed = reference.stage_ladder(project.ladder).at(Milestone.SIGNED)
        reached = StageReached.objects.filter(project=project, on__lte=today)
        if signed is not None and reached.filter(stage=signed.key).exists():
            return True
    return False
