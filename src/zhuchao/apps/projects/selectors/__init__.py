"""Reads of projects and of the claims from which they come."""

from zhuchao.apps.projects.selectors.claims import (
    checks_left,
    claim,
    claim_events,
    claim_on,
    claim_projects,
    claims,
    due_claims,
    like_claim,
    referrals,
    referrer,
    rule_of_claims,
)
from zhuchao.apps.projects.selectors.contests import (
    Side,
    alerts,
    contest,
    contests,
    contests_to_rule,
    open_transfers,
    sides,
    transfer,
    transfers_of,
)
from zhuchao.apps.projects.selectors.counting import count_rule_on, counts, like_projects
from zhuchao.apps.projects.selectors.money import facts_of, money_by_month
from zhuchao.apps.projects.selectors.projects import (
    SORTS,
    events,
    of_company,
    project,
    project_of_enquiry,
    projects,
    stage_counts,
)
from zhuchao.apps.projects.selectors.promises import (
    due_promises,
    promise_counts,
    promises,
)
from zhuchao.apps.projects.selectors.rates import rate_on, rate_packs, rates_on

__all__ = [
    "SORTS",
    "Side",
    "alerts",
    "checks_left",
    "claim",
    "claim_events",
    "claim_on",
    "claim_projects",
    "claims",
    "contest",
    "contests",
    "contests_to_rule",
    "count_rule_on",
    "counts",
    "due_claims",
    "due_promises",
    "events",
    "facts_of",
    "like_claim",
    "like_projects",
    "money_by_month",
    "of_company",
    "open_transfers",
    "project",
    "project_of_enquiry",
    "projects",
    "promise_counts",
    "promises",
    "rate_on",
    "rate_packs",
    "rates_on",
    "referrals",
    "referrer",
    "rule_of_claims",
    "sides",
    "stage_counts",
    "transfer",
    "transfers_of",
]
