"""Who holds a firm: the rule in force, what stands on a family, and the lock on both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.families import Family, family_of, like, lock_family
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, scope_of
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import SYSTEM, Act, Scope, Subject, Viewer
from zhuchao.apps.projects.models import Claim, ClaimEvent
from zhuchao.core.errors import NotAllowed, NotFound
from zhuchao.core.projects import claims
from zhuchao.core.vocabulary.claim import ClaimRule, ClaimState, Held, Standing
from zhuchao.tables.claims import KIND, claims_of
from zhuchao.tables.packs import pack_of

if TYPE_CHECKING:
    from zhuchao.core.vocabulary.claim import Firm

_S = Claim.State
LIVING = (_S.PENDING, _S.HELD, _S.CONTESTED, _S.RULED)
HOLDING = (_S.HELD, _S.RULED)
# Who stands before whom, whatever was filed first.
RANK: dict[str, int] = {_S.HELD: 0, _S.RULED: 0, _S.PENDING: 1, _S.CONTESTED: 2}
# From these acts on a claim runs anew: evidence of older days renews nothing.
BEGINNINGS = ("filed", "confirmed", "renewed", "received", "upheld")


@dataclass(frozen=True, slots=True)
class Noted:
    """What is kept of an act on a claim: the day, its evidence and a word."""

    on: date
    evidence: str = ""
    text: str = ""


def rule_for(viewer: Viewer, on: date) -> ClaimRule:
    """The rule that the viewer's organisation goes by on a day, else the shipped one."""
    adopted = next(iter(packs_in_force(viewer, KIND, on)), None)
    if adopted is None:
        return reference.claim_rule()
    return claims_of(pack_of(KIND, adopted.content))


def to_standing(claim: Claim) -> Standing:
    """A claim as core sees it; its contest is best selected with it."""
    is_disputed = claim.contest is not None and claim.contest.closed_at is None
    return Standing(ClaimState(claim.state), claim.valid_until, is_disputed)


def standing(family: Family, today: date) -> list[Claim]:
    """The claims that keep others from the firm, whoever holds it first, then the earliest."""
    found = Claim.objects.filter(company_id__in=family.member_ids, state__in=LIVING)
    living = found.select_related("contest").order_by("filed_at", "pk")
    stand = [each for each in living if claims.stands(to_standing(each), today)]
    return sorted(stand, key=lambda each: RANK[each.state])


def lapse(family: Family, today: date) -> int:
    """Let go of what ran out in a locked family; how many."""
    found = Claim.objects.filter(company_id__in=family.member_ids, state__in=LIVING)
    over = [
        each
        for each in found.select_related("contest").order_by("pk")
        if not claims.stands(to_standing(each), today)
    ]
    for claim in over:
        change(SYSTEM, claim, ClaimState.EXPIRED, "expired", Noted(today))
        log(SYSTEM, "expire_claim", Subject.CLAIM, claim)
    return len(over)


def locked(viewer: Viewer, claim_id: int, today: date) -> tuple[Claim, Family]:
    """A claim that the viewer may change with its family, both locked. Raises: NotFound."""
    allowed = narrow(viewer, Claim.objects.all(), Subject.CLAIM, Act.CHANGE)
    return _locked(allowed, claim_id, today)


def locked_for_answer(claim_id: int, today: date) -> tuple[Claim, Family]:
    """A claim that was offered to somebody in whose reach it is not yet. Raises: NotFound."""
    return _locked(Claim.objects.all(), claim_id, today)


def _locked(allowed: QuerySet[Claim], claim_id: int, today: date) -> tuple[Claim, Family]:
    company_id = allowed.filter(pk=claim_id).values_list("company_id", flat=True).first()
    if company_id is not None:
        family = lock_family(company_id)
        lapse(family, today)
        claim = allowed.select_related("contest").filter(pk=claim_id).first()
        if claim is not None:
            return claim, family
    raise NotFound("没有这条首谈首报，或不在您的范围内")


def change(
    viewer: Viewer, claim: Claim, state: ClaimState, act: str, noted: Noted, *more: str
) -> None:
    """Put a locked claim into another state; ``more`` names other columns that were set."""
    if claim.state != state:
        claims.require_follow(ClaimState(claim.state), state)
    claim.state = state.value
    claim.save(update_fields=["state", *more])
    note(viewer, claim, act, noted)


def note(viewer: Viewer, claim: Claim, act: str, noted: Noted) -> ClaimEvent:
    """One more line in the history of a claim."""
    return ClaimEvent.objects.create(
        claim=claim,
        act=act,
        on=noted.on,
        at=timezone.now(),
        by_id=viewer.person_id,
        evidence=covered(noted.evidence.strip())[:200],
        note=covered(noted.text.strip()),
    )


def shown_on(claim: Claim) -> date | None:
    """The latest day of an activity with evidence since the claim began to run or was renewed."""
    begun = claim.events.filter(act__in=BEGINNINGS).aggregate(last=Max("at"))["last"]
    shown = claim.events.filter(act="activity").exclude(evidence="")
    if begun is not None:
        shown = shown.filter(at__gt=begun)
    latest: date | None = shown.aggregate(last=Max("on"))["last"]
    return latest


def held_like(viewer: Viewer, firm: Firm, today: date, *, but: int = 0) -> list[Held]:
    """The firms like this one on which somebody's claim stands; ``but`` is a claim left out."""
    return [
        Held(other, claim.owner_id == viewer.person_id)
        for claim, other in claims_like(viewer, firm, today)
        if claim.pk != but
    ]


def claims_like(viewer: Viewer, firm: Firm, today: date) -> list[tuple[Claim, Firm]]:
    """The claims that stand on firms like this one, with the firm of each."""
    firms = like(viewer.organisation_id or 0, firm)
    found = Claim.objects.filter(_of_heads(firms), state__in=LIVING)
    living = found.select_related("contest", "company", "owner").order_by("filed_at", "pk")
    return [
        (each, firms[each.company.head_id or each.company_id])
        for each in living
        if claims.stands(to_standing(each), today)
    ]


def own_claim(viewer: Viewer, company_id: int | None, today: date) -> Claim | None:
    """The viewer's claim that stands on a firm; None where there is none."""
    if company_id is None or viewer.person_id is None:
        return None
    mine = [e for e in standing(family_of(company_id), today) if e.owner_id == viewer.person_id]
    return mine[0] if mine else None


def heads(viewer: Viewer) -> bool:
    """Whether the viewer confirms claims and rules on contests."""
    return scope_of(viewer, Subject.CLAIM, Act.CHANGE) >= Scope.ORGANISATION


def require_head(viewer: Viewer, owners: Iterable[int | None]) -> None:
    """Raises: NotAllowed, for who does not head the section or has a part in it."""
    if not heads(viewer):
        raise NotAllowed("首谈首报由科长确认和裁定：请联系本单位科长")
    if viewer.person_id is not None and viewer.person_id in set(owners):
        raise NotAllowed("您是当事一方，不能自己确认或裁定：请另一位科长或管理员办理")


def _of_heads(firms: Iterable[int]) -> Q:
    head_ids = list(firms)
    return Q(company_id__in=head_ids) | Q(company__head_id__in=head_ids)


def of_person(viewer: Viewer, person_id: int) -> QuerySet[Claim]:
    """What a person has claimed and has not given away, as far as the viewer may change it."""
    mine = narrow(viewer, Claim.objects.all(), Subject.CLAIM, Act.CHANGE)
    gone = (_S.TRANSFERRED, _S.RELEASED)
    return mine.filter(owner_id=person_id).exclude(state__in=gone).order_by("pk")
