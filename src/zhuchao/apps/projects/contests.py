"""Claims that cannot all stand come into one contest, and leave it; for the services alone."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from zhuchao.apps.parties.families import Family, lock_family
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import SYSTEM, Subject, Viewer
from zhuchao.apps.projects import holding
from zhuchao.apps.projects.holding import Noted
from zhuchao.apps.projects.models import Claim, Contest
from zhuchao.core.errors import Refused
from zhuchao.core.projects import claims
from zhuchao.core.vocabulary.claim import ClaimState, Confirmer

_S = ClaimState
# Acts after which a claim had once been a held one.
HAD_HELD = ("confirmed", "renewed", "received", "upheld")


def open_contests(family: Family) -> list[Contest]:
    """The open contests on the firms of a family, the earliest first."""
    found = Contest.objects.filter(company_id__in=family.member_ids, closed_at=None)
    return list(found.order_by("opened_at", "pk"))


def join_contest(viewer: Viewer, family: Family, today: date) -> Contest | None:
    """Put what several people claim of a locked family into one contest; None where one does.

    Whoever holds the firm keeps it meanwhile, and else the earliest; the others are contested.
    The history of a claim does not name who came upon it: that is the other side.
    """
    stand = holding.standing(family, today)
    if len({each.owner_id for each in stand}) < 2:
        return None
    contest, *doubled = open_contests(family) or [_open(viewer, stand[0], today)]
    for each in doubled:
        _close(viewer, each, f"并入 {contest.pk} 号争议：两家企业已认定为同一家", None)
    first = stand[0].owner_id
    for claim in stand:
        if claim.owner_id != first and claim.state != _S.CONTESTED:
            holding.change(SYSTEM, claim, _S.CONTESTED, "contested", Noted(today))
        elif claim.contest_id != contest.pk:
            holding.note(SYSTEM, claim, "contested", Noted(today))
        claim.contest = contest
        claim.save(update_fields=["contest"])
    return contest


def _open(viewer: Viewer, claim: Claim, today: date) -> Contest:
    rule = holding.rule_for(viewer, today)
    made = Contest.objects.create(
        organisation_id=claim.organisation_id,
        team_id=claim.team_id,
        owner_id=claim.owner_id,
        created_by_id=viewer.person_id,
        company_id=claim.company_id,
        opened_at=timezone.now(),
        statements_until=today + timedelta(days=rule.statement_days),
    )
    log(viewer, "open_contest", Subject.CLAIM, None, contest=made.pk)
    return made


def close_if_settled(viewer: Viewer, family: Family, today: date) -> None:
    """Close what is no contest any more: in a locked family one person, or nobody, is left."""
    stand = holding.standing(family, today)
    if len({each.owner_id for each in stand}) > 1:
        return
    for contest in open_contests(family):
        kept = next((each for each in stand if each.contest_id == contest.pk), None)
        _close(viewer, contest, "不再有两方主张，自行结案", kept)
    for claim in stand:
        let_run_on(viewer, claim, today)


def let_run_on(viewer: Viewer, claim: Claim, today: date) -> None:
    """A claim whose contest is closed goes on, by the days that it lasted longer."""
    claim.refresh_from_db()
    contest = claim.contest
    if contest is None:
        return
    days = (today - timezone.localdate(contest.opened_at)).days
    if claim.valid_until is not None:
        claim.valid_until += timedelta(days=max(days, 0))
    state = ClaimState(claim.state)
    if state is _S.CONTESTED:
        state = _restored(viewer, claim, today)
    holding.change(SYSTEM, claim, state, "settled", Noted(today), "valid_until")


def _before(viewer: Viewer, claim: Claim, today: date) -> ClaimState:
    """What a contested claim is without its contest."""
    if claim.events.filter(act__in=HAD_HELD).exists():
        return _S.HELD
    rule = holding.rule_for(viewer, today)
    by_head = claims.confirmer(rule, claim.total_investment) is Confirmer.HEAD
    return _S.PENDING if by_head else _S.HELD


def close_contest(viewer: Viewer, contest: Contest, reasons: str, kept: Claim) -> None:
    """End a contest by a ruling: every other claim of it gives the firm free."""
    others = contest.claims.exclude(pk=kept.pk).exclude(state__in=[*claims.ENDED])
    for claim in others.order_by("pk"):
        holding.change(
            viewer, claim, _S.RELEASED, "lost", Noted(timezone.localdate(), text=reasons)
        )
        log(viewer, "rule_claim", Subject.CLAIM, claim, claim_state=_S.RELEASED.value)
    _close(viewer, contest, reasons, kept)


def _close(viewer: Viewer, contest: Contest, reasons: str, kept: Claim | None) -> None:
    contest.reasons, contest.upheld = reasons, kept
    contest.closed_at, contest.closed_by_id = timezone.now(), viewer.person_id
    contest.save(update_fields=["reasons", "upheld", "closed_at", "closed_by"])
    log(viewer, "close_contest", Subject.CLAIM, kept, contest=contest.pk)


def refuse_loser(viewer: Viewer, stand: list[Claim]) -> None:
    """Who lost the firm cannot claim it again while the ruling holds. Raises: Refused."""
    ruled = Contest.objects.filter(upheld__in=[each.pk for each in stand], closed_at__isnull=False)
    if ruled.filter(claims__owner_id=viewer.person_id, claims__state=_S.RELEASED).exists():
        raise Refused("这家企业已经裁定，裁定有效期内不能再报：有新的情况请直接向科长说明")


def settle_split(viewer: Viewer, company_ids: list[int], today: date) -> None:
    """After a merge was undone: what is no contest any more is closed, family by family."""
    families = {family.head_id: family for family in map(lock_family, sorted(company_ids))}
    for contest in [each for family in families.values() for each in open_contests(family)]:
        involved = contest.claims.filter(state__in=holding.LIVING)
        for family in families.values():
            inside = involved.filter(company_id__in=family.member_ids)
            owners = set(inside.values_list("owner_id", flat=True))
            if contest.company_id not in family.member_ids and owners:
                for claim in inside:
                    claim.contest = None
                    claim.save(update_fields=["contest"])
                    _stand_alone(viewer, claim, today)
                join_contest(viewer, family, today)
    for family in families.values():
        close_if_settled(viewer, family, today)


def _stand_alone(viewer: Viewer, claim: Claim, today: date) -> None:
    state = _restored(viewer, claim, today)
    if claim.state == _S.CONTESTED and state is not _S.CONTESTED:
        holding.change(SYSTEM, claim, state, "settled", Noted(today))


def _restored(viewer: Viewer, claim: Claim, today: date) -> ClaimState:
    """What a contested claim becomes without its contest, beside whoever holds the same firm.

    A second claim of the holder's own is given up; one against a holder stays contested.
    """
    state = _before(viewer, claim, today)
    held = Claim.objects.filter(company_id=claim.company_id, state__in=(_S.HELD, _S.RULED))
    holder = held.exclude(pk=claim.pk).first()
    if state is not _S.HELD or holder is None:
        return state
    return _S.RELEASED if holder.owner_id == claim.owner_id else _S.CONTESTED
