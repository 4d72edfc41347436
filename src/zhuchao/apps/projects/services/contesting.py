"""Contests: opened by overlapping claims, stated by both sides, ruled by the section head."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.families import Family, lock_family
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects import holding
from zhuchao.apps.projects.contests import close_contest, join_contest, let_run_on, settle_split
from zhuchao.apps.projects.holding import LIVING, Noted
from zhuchao.apps.projects.models import Claim, Contest, Statement
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.projects import claims
from zhuchao.core.vocabulary.claim import ClaimState

_S = ClaimState


@transaction.atomic
def open_contest_for(viewer: Viewer, company_id: int, *, today: date) -> Contest | None:
    """Put what several people claim of one firm into a contest; None where nobody disputes it.

    For firms that were found to be one: whoever merged them calls it.
    """
    require(viewer, Subject.COMPANY, Act.CHANGE)
    family = lock_family(company_id)
    holding.lapse(family, today)
    made = join_contest(viewer, family, today)
    if made is not None:
        log(viewer, "contest_family", Subject.CLAIM, None, contest=made.pk, company=family.head_id)
    return made


@transaction.atomic
def settle_contests_of(viewer: Viewer, company_ids: Iterable[int], *, today: date) -> None:
    """Close what is no contest any more, after a merge of these firms was undone."""
    require(viewer, Subject.COMPANY, Act.CHANGE)
    numbers = sorted(set(company_ids))
    settle_split(viewer, numbers, today)
    log(viewer, "settle_contests", Subject.CLAIM, None, companies=numbers)


@transaction.atomic
def state_case(
    viewer: Viewer, claim_id: int, *, text: str, evidence: str = "", today: date
) -> Statement:
    """Say one's side of an open contest; the other side does not see it.

    Raises: NotFound; Refused without an open contest, a text, after the term, for another's claim.
    """
    claim, _ = holding.locked(viewer, claim_id, today)
    contest = claim.contest
    if contest is None or contest.closed_at is not None or claim.state not in LIVING:
        raise Refused("这条首谈首报没有待裁定的争议，不用陈述")
    if claim.owner_id != viewer.person_id:
        raise Refused("陈述由首报人自己提交：请转告首报人")
    if today > contest.statements_until:
        raise Refused(f"举证期限到 {contest.statements_until} 为止：过后的情况请直接向科长说明")
    if not text.strip():
        raise Refused("请写明陈述：何时、与谁、谈了什么，有什么凭据")
    made = Statement.objects.create(
        contest=contest,
        claim=claim,
        by_id=viewer.person_id or 0,
        at=timezone.now(),
        text=covered(text.strip()),
        evidence=covered(evidence.strip())[:200],
    )
    log(viewer, "state_case", Subject.CLAIM, claim, contest=contest.pk)
    return made


@transaction.atomic
def uphold_claim(
    viewer: Viewer, contest_id: int, *, claim_id: int, reasons: str, today: date
) -> Claim:
    """Rule that the firm is this claim's from today; the others give it free.

    Raises: NotFound; NotAllowed, for who does not head the section or is a side; Refused, without
    reasons, and while a side may still state its case and has not.
    """
    contest, _ = _to_rule(viewer, contest_id, reasons, today)
    winner = contest.claims.filter(pk=claim_id, state__in=LIVING).first()
    if winner is None:
        raise NotFound("争议里没有这条首谈首报，或它已经了结")
    told = covered(reasons.strip())
    close_contest(viewer, contest, told, winner)
    winner.refresh_from_db()
    winner.valid_until = claims.valid_until(holding.rule_for(viewer, today), today)
    holding.change(viewer, winner, _S.RULED, "upheld", Noted(today, text=told), "valid_until")
    log(viewer, "rule_claim", Subject.CLAIM, winner, claim_state=_S.RULED.value)
    return winner


@transaction.atomic
def dismiss_contest(viewer: Viewer, contest_id: int, *, reasons: str, today: date) -> Claim:
    """Rule that the firm stays with whoever stood first; the days of the contest do not count.

    Raises: as ``uphold_claim``; Refused, where whoever stood first gave the firm free.
    """
    contest, _ = _to_rule(viewer, contest_id, reasons, today)
    living = contest.claims.filter(state__in=LIVING).exclude(state=_S.CONTESTED)
    first = living.order_by("filed_at", "pk").first()
    if first is None:
        raise Refused("原来的一方已经放弃：请裁定归其中一方")
    close_contest(viewer, contest, covered(reasons.strip()), first)
    let_run_on(viewer, first, today)
    log(viewer, "rule_claim", Subject.CLAIM, first, claim_state=first.state)
    return first


def _to_rule(viewer: Viewer, contest_id: int, reasons: str, today: date) -> tuple[Contest, Family]:
    mine = Contest.objects.filter(organisation_id=viewer.organisation_id or 0)
    company_id = mine.filter(pk=contest_id).values_list("company_id", flat=True).first()
    if company_id is None or not holding.heads(viewer):
        holding.require_head(viewer, ())
        raise NotFound("没有这件争议，或不在您的范围内")
    family = lock_family(company_id)
    contest = mine.get(pk=contest_id)
    sides = contest.claims.filter(state__in=LIVING)
    holding.require_head(viewer, sides.values_list("owner_id", flat=True))
    if contest.closed_at is not None:
        raise Refused("这件争议已经结案，不能再裁定")
    if not reasons.strip():
        raise Refused("请写明裁定理由：依据哪条规则、哪份凭据")
    silent = sides.exclude(pk__in=contest.statements.values("claim_id"))
    if today <= contest.statements_until and silent.exists():
        names = "、".join(str(each.owner) for each in silent.select_related("owner"))
        raise Refused(
            f"{names}还没有陈述，举证期限到 {contest.statements_until}：期满或陈述后再裁定"
        )
    return contest, family
