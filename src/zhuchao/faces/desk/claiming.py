"""What the pages of claims, contests and transfers show, and what may be done there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from zhuchao.apps.people.rights import can, scope_of
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.access import DeskRequest
from zhuchao.faces.desk.claim_forms import (
    ActivityForm,
    ContestRulingForm,
    FirstProjectForm,
    InvestmentForm,
    ReasonForm,
    ReferralForm,
    StatementForm,
    TransferForm,
)
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from zhuchao.apps.parties.services import RevealedContact
    from zhuchao.apps.projects.models import Claim, Contest, Project, TransferAgreement

RUNS = ("held", "ruled", "expiring")
YEARS = 5
HALF = 50


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a list shows it."""

    record: Claim
    on: selectors.OnDay


def row_of(viewer: Viewer, found: Claim, rule: Any = None) -> ClaimRow:
    return ClaimRow(found, selectors.claim_on(viewer, found, timezone.localdate(), rule))


def heads_claims(viewer: Viewer) -> bool:
    """Whether the viewer confirms and rules."""
    return scope_of(viewer, Subject.CLAIM, Act.CHANGE) >= Scope.ORGANISATION


def render_claim(
    request: DeskRequest, found: Claim, status: int = 200, **more: Any
) -> HttpResponse:
    """The claim's page; ``more`` takes the place of what it shows by itself."""
    viewer, today = request.viewer, timezone.localdate()
    rule = selectors.rule_of_claims(viewer, today)
    on = selectors.claim_on(viewer, found, today, rule)
    context = {
        "found": found,
        "on": on,
        "rule": rule,
        "events": selectors.claim_events(viewer, found.pk),
        "projects": selectors.claim_projects(viewer, found.pk),
        "referrals": selectors.referrals(viewer, found.pk),
        "transfers": selectors.transfers_of(viewer, found.pk),
        "is_disputed": found.contest is not None and found.contest.closed_at is None,
        "alike": selectors.like_claim(viewer, found, today) if on.state == "pending" else (),
        **_acts(viewer, found, on),
    }
    return render(request, "desk/claim.html", context | more, status=status)


def _acts(viewer: Viewer, found: Claim, on: selectors.OnDay) -> dict[str, Any]:
    may = can(viewer, Subject.CLAIM, Act.CHANGE, found)
    is_own = found.owner_id == viewer.person_id
    lives = may and on.state in ("pending", "contested", *RUNS)
    can_confirm = on.state == "pending" and heads_claims(viewer) and not is_own
    runs = on.state in RUNS
    return {
        "can_renew": may and runs,
        "can_confirm": can_confirm,
        "activity_form": ActivityForm(initial=_today()) if lives else None,
        "reason_form": ReasonForm() if lives else None,
        "investment_form": InvestmentForm() if lives and found.total_investment is None else None,
        "referral_form": ReferralForm() if lives else None,
        "transfer_form": transfer_form(viewer) if is_own and runs else None,
        "project_form": FirstProjectForm(initial=_first(found)) if is_own and runs else None,
    }


def _today() -> dict[str, Any]:
    return {"on": timezone.localdate()}


def _first(found: Claim) -> dict[str, Any]:
    return {"occurred_on": timezone.localdate(), "evidence": found.evidence}


def transfer_form(viewer: Viewer, posted: Any = None) -> TransferForm:
    others = people_of(viewer).exclude(pk=viewer.person_id or 0)
    people = list(others.values_list("pk", "display_name"))
    this_year = timezone.localdate().year
    initial = {
        "giver_share": HALF,
        "first_year": this_year,
        "last_year": this_year + YEARS - 1,
        "parties": "首谈方、承接方",
    }
    return TransferForm(posted, initial=initial, people=people)


def render_contest(
    request: DeskRequest, found: Contest, status: int = 200, **more: Any
) -> HttpResponse:
    """A contest: the whole file for who rules, one's own side for the parties."""
    viewer, today = request.viewer, timezone.localdate()
    sides = selectors.sides(viewer, found.pk)
    own = [side.claim for side in sides if side.claim.owner_id == viewer.person_id]
    is_open = found.closed_at is None
    may_rule = heads_claims(viewer) and not own
    may_state = is_open and own and today <= found.statements_until
    context = {
        "found": found,
        "is_open": is_open,
        "sides": sides,
        "own": own[0] if own else None,
        "sees_all": scope_of(viewer, Subject.CLAIM, Act.SEE) >= Scope.ORGANISATION,
        "firm": sides[0].claim.company_name if sides else "",
        "statement_form": StatementForm() if may_state else None,
        "ruling_form": ContestRulingForm() if is_open and may_rule else None,
        "today": today,
    }
    return render(request, "desk/contest.html", context | more, status=status)


def render_transfer(
    request: DeskRequest, made: TransferAgreement, status: int = 200, problem: str = ""
) -> HttpResponse:
    person, is_open = request.viewer.person_id, made.state == "proposed"
    context = {
        "made": made,
        "indicators": [word("indicator", each).text for each in made.indicators],
        "receiver_share": 100 - made.giver_share,
        "can_answer": is_open and made.receiver_id == person,
        "can_withdraw": is_open and made.giver_id == person,
        "sees_claim": can(request.viewer, Subject.CLAIM, Act.SEE, made.claim),
        "problem": problem,
    }
    return render(request, "desk/transfer.html", context, status=status)


def with_referrer(referral_id: int, revealed: RevealedContact) -> dict[str, Any]:
    """What opens one referrer on the claim's page."""
    return {"revealed_id": referral_id, "revealed": revealed}


def claim_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """From which claim a project came, as far as the viewer sees it; for the project's page."""
    seen = can(request.viewer, Subject.CLAIM, Act.SEE, project.claim) if project.claim else False
    row = row_of(request.viewer, project.claim) if seen and project.claim else None
    return {"project_claim": row}
