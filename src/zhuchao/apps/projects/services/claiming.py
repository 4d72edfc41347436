"""First claims on firms: filed, confirmed, kept alive by evidence, given free, run out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.parties.families import Family, lock_family
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.parties.services import note_company
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects import holding
from zhuchao.apps.projects.contests import close_if_settled, join_contest, refuse_loser
from zhuchao.apps.projects.holding import LIVING, Noted
from zhuchao.apps.projects.models import Claim, ClaimEvent
from zhuchao.apps.projects.services.checking import check
from zhuchao.core.errors import Refused
from zhuchao.core.projects import claims
from zhuchao.core.vocabulary.claim import Answer, ClaimRule, ClaimState, Confirmer, Verdict

_S = ClaimState


@dataclass(frozen=True, slots=True)
class Filing:
    """A first claim as it is filed; ``investment`` in yuan, None while it is not known."""

    company: str
    intention: str
    evidence: str
    talked_on: date
    credit_code: str = ""
    investment: Decimal | None = None
    enquiry_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """By what a claim is filed: the locked family, the rule, what the check said, the day."""

    family: Family
    rule: ClaimRule
    verdict: Verdict
    today: date


def file_claim(viewer: Viewer, *, filing: Filing, today: date) -> Claim:
    """Claim a firm for the viewer; one's own standing claim on it is given again.

    It counts as a blind check, because its answer tells as much: contested where a colleague's
    claim stands, pending where the head confirms or a colleague holds a firm of a like name.

    Raises: NotAllowed; NotFound; Refused, for what is missing, a day ahead, less than the floor
    of the rule, used-up questions, and for who lost the contest on the firm.
    """
    require(viewer, Subject.CLAIM, Act.MAKE)
    rule = holding.rule_for(viewer, today)
    _refuse_wrong(filing, rule, today)
    if filing.enquiry_id is not None:
        enquiries.enquiry(viewer, filing.enquiry_id)
    told = check(viewer, name=filing.company, credit_code=filing.credit_code, today=today)
    # Noted beforehand: what is noted is logged, and the log is locked after the firm, never before.
    company = note_company(viewer, name=filing.company, credit_code=filing.credit_code)
    with transaction.atomic():
        family = lock_family(company.pk)
        holding.lapse(family, today)
        return _file(viewer, company.pk, filing, _Way(family, rule, told.verdict, today))


def _refuse_wrong(filing: Filing, rule: ClaimRule, today: date) -> None:
    if not filing.company.strip():
        raise Refused("请填写企业名称：与营业执照一致最稳妥")
    if not filing.intention.strip():
        raise Refused("请写明投资意向：做什么、多大规模、想要什么")
    if not filing.evidence.strip():
        raise Refused("请写明首谈凭据：来访登记、会议纪要、往来函件等已有文件，照片不是必需")
    if filing.talked_on > today:
        raise Refused(f"首谈日期 {filing.talked_on} 在今天之后：请填写实际首谈的日期")
    if filing.investment is not None and filing.investment < 0:
        raise Refused("意向投资不能是负数：请核对后重新填写，不明确可以留空")
    claims.require_floor(rule, filing.investment)


def _file(viewer: Viewer, company_id: int, filing: Filing, way: _Way) -> Claim:
    stand = holding.standing(way.family, way.today)
    own = next((each for each in stand if each.owner_id == viewer.person_id), None)
    if own is not None:
        return own
    refuse_loser(viewer, stand)
    state = _S.CONTESTED if stand else _first_state(filing, way)
    made = Claim.objects.create(
        **_columns(viewer, filing, way), company_id=company_id, state=state.value
    )
    holding.note(viewer, made, "filed", Noted(filing.talked_on, filing.evidence, filing.intention))
    log(viewer, "file_claim", Subject.CLAIM, made, claim_state=state.value)
    if stand:
        join_contest(viewer, way.family, way.today)
        made.refresh_from_db()
    return made


def _first_state(filing: Filing, way: _Way) -> ClaimState:
    by_head = claims.confirmer(way.rule, filing.investment) is Confirmer.HEAD
    return _S.PENDING if by_head or way.verdict.answer is Answer.MAYBE else _S.HELD


def _columns(viewer: Viewer, filing: Filing, way: _Way) -> dict[str, Any]:
    return {
        **ownership(viewer),
        "company_name": covered(filing.company.strip())[:120],
        "intention": covered(filing.intention.strip())[:200],
        "evidence": covered(filing.evidence.strip())[:200],
        "talked_on": filing.talked_on,
        "total_investment": filing.investment,
        "filed_at": timezone.now(),
        "valid_until": claims.valid_until(way.rule, way.today),
        "rule": str(way.rule)[:160],
        "enquiry_id": filing.enquiry_id,
    }


@transaction.atomic
def confirm_claim(viewer: Viewer, claim_id: int, *, today: date) -> Claim:
    """Make a pending claim a held one, running from today.

    Raises: NotFound; NotAllowed, for who does not head the section or filed it; Refused.
    """
    claim, _ = _pending(viewer, claim_id, today)
    claim.valid_until = claims.valid_until(holding.rule_for(viewer, today), today)
    holding.change(viewer, claim, _S.HELD, "confirmed", Noted(today), "valid_until")
    log(viewer, "confirm_claim", Subject.CLAIM, claim)
    return claim


@transaction.atomic
def decline_claim(viewer: Viewer, claim_id: int, *, reason: str, today: date) -> Claim:
    """End a pending claim. Raises: as ``confirm_claim``; Refused without a reason."""
    claim, _ = _pending(viewer, claim_id, today)
    if not reason.strip():
        raise Refused("请写明不予确认的理由")
    holding.change(viewer, claim, _S.RELEASED, "declined", Noted(today, text=reason))
    log(viewer, "decline_claim", Subject.CLAIM, claim)
    return claim


def _pending(viewer: Viewer, claim_id: int, today: date) -> tuple[Claim, Family]:
    claim, family = holding.locked(viewer, claim_id, today)
    holding.require_head(viewer, (claim.owner_id,))
    if holding.to_standing(claim).is_disputed:
        raise Refused("这家企业有争议：请在争议页裁定")
    if claim.state != _S.PENDING:
        raise Refused(f"首谈首报{claim.get_state_display()}，不用再确认")
    return claim, family


@transaction.atomic
def note_activity(viewer: Viewer, claim_id: int, *, noted: Noted, today: date) -> ClaimEvent:
    """Keep what was done for the firm. Raises: NotFound; Refused."""
    claim, _ = holding.locked(viewer, claim_id, today)
    if claim.state not in LIVING:
        raise Refused(f"首谈首报{claim.get_state_display()}，不能再记推进：请重新首报")
    if not noted.text.strip():
        raise Refused("请写明做了什么")
    if not claim.talked_on <= noted.on <= today:
        raise Refused(f"日期要在首谈日期 {claim.talked_on} 和今天之间：请填写实际发生的日期")
    made = holding.note(viewer, claim, "activity", noted)
    claim.last_activity_on = max(claim.last_activity_on or noted.on, noted.on)
    claim.save(update_fields=["last_activity_on"])
    log(viewer, "note_claim_activity", Subject.CLAIM, claim, event=made.pk)
    return made


@transaction.atomic
def renew_claim(viewer: Viewer, claim_id: int, *, today: date) -> Claim:
    """Keep the firm once more, by what was done for it.

    Raises: NotFound; Refused, saying which condition of the rule is not met.
    """
    claim, _ = holding.locked(viewer, claim_id, today)
    claim.valid_until = claims.renewed_until(
        holding.to_standing(claim),
        holding.rule_for(viewer, today),
        renewals=claim.renewals,
        shown_on=holding.shown_on(claim),
        on=today,
    )
    claim.renewals += 1
    claim.save(update_fields=["valid_until", "renewals"])
    holding.note(viewer, claim, "renewed", Noted(today, text=f"有效期至 {claim.valid_until}"))
    log(viewer, "renew_claim", Subject.CLAIM, claim)
    return claim


@transaction.atomic
def state_investment(viewer: Viewer, claim_id: int, *, investment: Decimal, today: date) -> Claim:
    """Fill in or correct the investment intended. Raises: NotFound; Refused, as filing does."""
    claim, _ = holding.locked(viewer, claim_id, today)
    if claim.state not in LIVING:
        raise Refused(f"首谈首报{claim.get_state_display()}，不能再改")
    if investment < 0:
        raise Refused("意向投资不能是负数：请核对后重新填写")
    claims.require_floor(holding.rule_for(viewer, today), investment)
    was, claim.total_investment = claim.total_investment, investment
    claim.save(update_fields=["total_investment"])
    said = f"意向投资 {'未知' if was is None else f'{was:,.0f} 元'} → {investment:,.0f} 元"
    holding.note(viewer, claim, "investment", Noted(today, text=said))
    log(viewer, "state_claim_investment", Subject.CLAIM, claim)
    return claim


@transaction.atomic
def release_claim(viewer: Viewer, claim_id: int, *, reason: str, today: date) -> Claim:
    """Give a firm free. Raises: NotFound; Refused without a reason, and where it is over."""
    claim, family = holding.locked(viewer, claim_id, today)
    if claim.state not in LIVING:
        raise Refused(f"首谈首报{claim.get_state_display()}，不用释放")
    if not reason.strip():
        raise Refused("请写明释放的理由")
    holding.change(viewer, claim, _S.RELEASED, "released", Noted(today, text=reason))
    log(viewer, "release_claim", Subject.CLAIM, claim)
    close_if_settled(viewer, family, today)
    return claim


def expire_claims(viewer: Viewer, *, today: date) -> int:
    """Let go of every claim that ran out, each in its own transaction; how many."""
    require(viewer, Subject.CLAIM, Act.CHANGE)
    due = Claim.objects.filter(state__in=LIVING, valid_until__lt=today).order_by("pk")
    companies = dict.fromkeys(due.values_list("company_id", flat=True))
    count = sum(_expire(company_id, today) for company_id in companies)
    if count:
        log(viewer, "expire_claims", Subject.CLAIM, None, count=count)
    return count


@transaction.atomic
def _expire(company_id: int, today: date) -> int:
    return holding.lapse(lock_family(company_id), today)
