"""First claims that a viewer may see; what others hold is not among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from zhuchao import tables as reference
from zhuchao.apps.parties.families import firm_of
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.holding import HOLDING, LIVING, claims_like, heads, rule_for, to_standing
from zhuchao.apps.projects.models import BlindCheck, Claim, ClaimEvent, Project, Referral
from zhuchao.core.errors import NotFound
from zhuchao.core.projects import claims as rules
from zhuchao.core.vocabulary.claim import ClaimRule, ClaimState, SameBy

if TYPE_CHECKING:
    from zhuchao.apps.parties.models import Contact

_S = ClaimState
DISPUTED = Q(contest__isnull=False, contest__closed_at=None)


@dataclass(frozen=True, slots=True)
class OnDay:
    """Where a claim stands on a day; ``urgency`` is "slow", "late" or empty, as the rule says."""

    state: ClaimState
    days_left: int | None
    urgency: str


def rule_of_claims(viewer: Viewer, today: date) -> ClaimRule:
    """The rule that the viewer's organisation goes by."""
    return rule_for(viewer, today)


def claims(
    viewer: Viewer,
    *,
    today: date,
    states: tuple[str, ...] = (),
    owner_id: int | None = None,
    q: str = "",
) -> QuerySet[Claim]:
    """Claims by the states in which they stand today, the latest first."""
    found = narrow(viewer, Claim.objects.all(), Subject.CLAIM)
    if states:
        warn_days = rule_for(viewer, today).warn_days
        wanted = Q(pk=None)
        for state in states:
            wanted |= _standing(state, today, warn_days)
        found = found.filter(wanted)
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    if q.strip():
        word = q.strip()
        found = found.filter(Q(company_name__icontains=word) | Q(intention__icontains=word))
    return found.select_related("owner", "contest", "came_by").order_by("-filed_at", "-pk")


def _standing(state: str, today: date, warn_days: int) -> Q:
    """The claims that ``rules.state_on`` gives that state on that day."""
    living = Q(state__in=LIVING)
    contested = living & (DISPUTED | Q(state=_S.CONTESTED))
    quiet = living & ~DISPUTED & ~Q(state=_S.CONTESTED)
    late = today + timedelta(days=warn_days)
    match state:
        case _S.CONTESTED:
            return contested
        case _S.EXPIRED:
            return Q(state=_S.EXPIRED) | (quiet & Q(valid_until__lt=today))
        case _S.EXPIRING:
            soon = Q(valid_until__gte=today, valid_until__lte=late)
            return quiet & Q(state__in=HOLDING) & soon
        case _S.PENDING:
            return quiet & Q(state=state, valid_until__gte=today)
        case _S.HELD | _S.RULED:
            return quiet & Q(state=state, valid_until__gt=late)
    return Q(state=state)


def claim(viewer: Viewer, claim_id: int) -> Claim:
    """Raises: NotFound."""
    found = narrow(viewer, Claim.objects.all(), Subject.CLAIM)
    one = found.select_related("owner", "contest", "came_by", "enquiry").filter(pk=claim_id).first()
    if one is None:
        raise NotFound("没有这条首谈首报，或不在您的范围内")
    return one


def claim_on(viewer: Viewer, found: Claim, today: date, rule: ClaimRule | None = None) -> OnDay:
    """Where a claim that came from a selector stands today."""
    rule = rule or rule_for(viewer, today)
    standing = to_standing(found)
    state = rules.state_on(standing, today, rule)
    left = rules.days_left(standing, today)
    runs = state in (_S.HELD, _S.RULED, _S.EXPIRING) and left is not None
    return OnDay(state, left if runs else None, _urgency(left, rule) if runs else "")


def _urgency(left: int | None, rule: ClaimRule) -> str:
    if left is None or left > rule.amber_days:
        return ""
    return "late" if left <= rule.red_days else "slow"


def claim_events(viewer: Viewer, claim_id: int) -> QuerySet[ClaimEvent]:
    """What happened to the claim, the latest first. Raises: NotFound."""
    found = claim(viewer, claim_id).events.select_related("by")
    return found.order_by("-at", "-pk")


def claim_projects(viewer: Viewer, claim_id: int) -> QuerySet[Project]:
    """The projects that came from the claim and are within sight."""
    seen = narrow(viewer, Project.objects.filter(claim_id=claim_id), Subject.PROJECT)
    return seen.order_by("-created_at", "-pk")


def due_claims(viewer: Viewer, today: date) -> QuerySet[Claim]:
    """The viewer's own that run out soon, the soonest first."""
    own = claims(viewer, today=today, states=(_S.EXPIRING,), owner_id=viewer.person_id or 0)
    return own.order_by("valid_until", "pk")


def referrals(viewer: Viewer, claim_id: int) -> QuerySet[Referral]:
    """Who brought the firm, masked, the earliest first. Raises: NotFound."""
    found = claim(viewer, claim_id).referrals.select_related("contact", "filed_by")
    return found.order_by("filed_at", "pk")


def referrer(viewer: Viewer, claim_id: int, referral_id: int) -> Contact:
    """The sealed contact of a referrer that the viewer may open. Raises: NotFound."""
    found = referrals(viewer, claim_id).filter(pk=referral_id).first()
    if found is None or not can(viewer, Subject.CONTACT, Act.REVEAL, found.contact):
        raise NotFound("没有这位引荐人，或您不能查看完整联系方式")
    return found.contact


def checks_left(viewer: Viewer, today: date) -> int:
    """How many blind checks the viewer has left today."""
    asked = BlindCheck.objects.filter(person_id=viewer.person_id or 0, asked_on=today)
    return max(rule_for(viewer, today).checks_a_day - asked.count(), 0)


def like_claim(viewer: Viewer, found: Claim, today: date) -> list[tuple[Claim, SameBy]]:
    """Other people's standing claims on firms of a like name: for who heads the house alone."""
    if not heads(viewer):
        return []
    rule, words = rule_for(viewer, today), reference.company_words()
    firm = firm_of(found.company_name)
    near = [
        (each, rules.same_by(firm, other, rule, words))
        for each, other in claims_like(viewer, firm, today)
        if each.pk != found.pk and each.owner_id != found.owner_id
    ]
    return [(each, by) for each, by in near if by is not SameBy.NONE]
